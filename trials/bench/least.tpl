___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "The least that sends a search",
  "brand": {
    "id": "brand_dummy",
    "displayName": ""
  },
  "description": "Sends what the data layer holds as it is. Nothing is checked, converted, counted, cut or asked for.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const copyFromDataLayer = require('copyFromDataLayer');
const encodeUriComponent = require('encodeUriComponent');
const getCookieValues = require('getCookieValues');
const JSON = require('JSON');
const sendPixel = require('sendPixel');
const toBase64 = require('toBase64');

const properties = copyFromDataLayer('searchstax', 1);
properties.key = data.trackingKey;
properties.session = getCookieValues('searchstax_session_id')[0];
properties._vid = getCookieValues('ms_visitorid')[0];
const payload = toBase64(JSON.stringify({ event: '_search', properties: properties }));
sendPixel(
  'https://' + data.analyticsHost + '/api/v2/track/?data=' + encodeUriComponent(payload),
  data.gtmOnSuccess,
  data.gtmOnSuccess
);


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "send_pixel",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedUrls",
          "value": {
            "type": 1,
            "string": "any"
          }
        }
      ]
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "read_data_layer",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedKeys",
          "value": {
            "type": 1,
            "string": "any"
          }
        }
      ]
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "get_cookies",
        "versionId": "1"
      },
      "param": [
        {
          "key": "cookieAccess",
          "value": {
            "type": 1,
            "string": "any"
          }
        }
      ]
    },
    "isRequired": true
  }
]
