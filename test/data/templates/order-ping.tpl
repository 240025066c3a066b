___TERMS_OF_SERVICE___

By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.


___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Order ping",
  "categories": ["ANALYTICS", "CONVERSIONS"],
  "brand": {
    "id": "brand_dummy",
    "displayName": ""
  },
  "description": "Tells a shop's statistics of an order.",
  "containerContexts": ["WEB"]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "shop",
    "displayName": "Shop",
    "simpleValueType": true,
    "valueValidators": [{"type": "NON_EMPTY"}, {"type": "REGEX", "args": ["[a-z]+"]}]
  },
  {
    "type": "RADIO",
    "name": "amount",
    "displayName": "Amount",
    "radioItems": [
      {"value": "none", "displayValue": "Do not send"},
      {
        "value": "typed",
        "displayValue": "Send",
        "subParams": [{"type": "TEXT", "name": "total", "simpleValueType": true}]
      }
    ],
    "simpleValueType": true,
    "defaultValue": "none"
  },
  {
    "type": "GROUP",
    "name": "more",
    "displayName": "More",
    "groupStyle": "ZIPPY_CLOSED",
    "subParams": [
      {
        "type": "SIMPLE_TABLE",
        "name": "parameters",
        "simpleTableColumns": [
          {"name": "key", "displayName": "Key", "type": "TEXT", "isUnique": true},
          {"name": "value", "displayName": "Value", "type": "TEXT"}
        ],
        "enablingConditions": [{"paramName": "shop", "paramValue": "", "type": "PRESENT"}]
      }
    ]
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const sendPixel = require('sendPixel');
const encodeUriComponent = require('encodeUriComponent');
const logToConsole = require('logToConsole');

let url = 'https://orders.example.com/ping?shop=' + encodeUriComponent(data.shop);
if (data.amount === 'typed') {
  url += '&total=' + encodeUriComponent(data.total);
}
(data.parameters || []).forEach((row) => {
  url += '&' + encodeUriComponent(row.key) + '=' + encodeUriComponent(row.value);
});
logToConsole('Order ping', url);
sendPixel(url, data.gtmOnSuccess, data.gtmOnFailure);


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "send_pixel",
        "versionId": "1"
      },
      "param": [
        {"key": "allowedUrls", "value": {"type": 1, "string": "specific"}},
        {
          "key": "urls",
          "value": {
            "type": 2,
            "listItem": [
              {"type": 1, "string": "https://*.example.com/*"}
            ]
          }
        }
      ]
    },
    "clientAnnotations": {"isEditedByUser": true},
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "logging",
        "versionId": "1"
      },
      "param": [{"key": "environments", "value": {"type": 1, "string": "debug"}}]
    },
    "clientAnnotations": {"isEditedByUser": true},
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: Sends the shop
  code: |-
    runCode(mockData);

    assertApi('sendPixel').wasCalledWith('https://orders.example.com/ping?shop=shoes', success, failure);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Sends the total and the parameters
  code: |-
    mockData.amount = 'typed';
    mockData.total = '12.50';
    mockData.parameters = [{key: 'voucher', value: 'A&B'}];

    runCode(mockData);

    assertThat(sent).isEqualTo(['https://orders.example.com/ping?shop=shoes&total=12.50&voucher=A%26B']);
- name: An answer that is no image is a failure
  code: |-
    mock('sendPixel', (url, onSuccess, onFailure) => onFailure());

    runCode(mockData);

    assertApi('gtmOnFailure').wasCalled();
setup: |-
  const mockData = {shop: 'shoes', amount: 'none'};
  const sent = [];
  let success;
  let failure;
  mock('sendPixel', (url, onSuccess, onFailure) => {
    sent.push(url);
    success = onSuccess;
    failure = onFailure;
    onSuccess();
  });


___NOTES___

Written for the tests of the checker and the test runner.
