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
  "displayName": "SearchStax search page reader",
  "categories": [
    "ANALYTICS",
    "UTILITY"
  ],
  "brand": {
    "id": "brand_dummy",
    "displayName": "SearchStax + Sitecore",
    "thumbnail": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAGAAAABgCAYAAADimHc4AAANOklEQVR4nO2deXQV1R3HfzcLS1gSIPtG2PQAoqBgIR7hAbK1VRKQRQVNqEqtCwmL2GOLnKp/KFtSoWptTVCoQkSC1rIo8AAJCFLDri1LIIBAgCwsYrbx+3vPkOXNmzfz3swkHuZzzsx871NMuJ+5v3vnvpcoyEsSUo4nEPmNlkiyEVEIHxJRb1xvCtBx+bgUSCTy/ah6TUF2J25rBv8d9aDTQ6qJpgmJUtDZCWRxA8EyBOX6EWVCRgGpBH/OM7UdL6Wh40PwkoUSQsr2I790iChBSxGPAtD5SZJUnWV1vDbQsSVC+KVCQi6absG/5574x44ukiRKQ7TwEiEo++TSLqmIsggcssQ9dmQzSWQjC9/B3OAv/Hk0lKBVD1kB8ZOPZEkkpZCFnuQWvt8tGdd6uAiIn/w/dD6lkIXuoBxlnnzvljTEG9QTkJDyXVJVFa1GtDAIf39KLsi+NRfRwQ0BWO2EVFeWH8fdH4KmhUGgw0v8App1qpkP0HYSP+nbDHT+NEQLgxEkLT25rHsKAYeAhJTDCVUVdBzRwiT8AwmjoHuBQ0DspINzSRIvIVqYBSbkU8t6pDkExD1ysBibSiGIjUr/7kE0AEdsaCDFhQX+fG2Gf1JLYVE5nbpQgWuF47rj8DXaieOXBjq+oHB5j04idtJhG1VXb8ZrphMc5EfD72pDI/ry0RaveM/6r8twXKYNey5T6TXsXP0CCCDqI2If3j8XPl4iE+G7O21MGI0f2A4tfSm9WkXr95RRxsdFjlHSlPETlC5iH9pvJ6JBOAzH2fHhNH6Q/h0vx8otxRBxvsmKEEKsEXEP7yuWJOPrf/rYcPrdyA4U3MofLfPgEfHPdRdp0arzaDU58jEC9kkIhtGzYwtaMDWWeia0RKvxOFjwAz2x6ESTGw0iduJewwRwqZkzOdqru768krA2IKpq8N0F+OGbxhKiGWYwrfBomPFWISbrMrSaBiJmYn6Dv6I+cOcv/H08kjoqq4iu4+asQMdXVuMFFbCMQIhoEYiswfH0t0465oemgIiZ8I3uAqY/GOk41HC9nOjqj7jbffwuWEZLPDK0wKGG6W+yhEtIjYvuAsYPak8Ln4pHUuZH3O1Xrvve8Q3B0o5atyBqjlHhiaYgAQL+q1sXODu/I5J7uMPL8OBagZJjJIEoSW2DnEKUeHzBMVq3uxSpcRAx4/egS3yHVzkr53TDhIui7Aau8yVXCe90mgP3fUgrlCfIcEfp1UoaOftbrI5QCxsBCPhal/5Y/1p3SMAt5wau9VxydPliGmAJbbACVipJBwuu0YjZh5HMRxcB08dFYdKNRpKHO/8yOl+J0+ecS8OYiLY4609bDxIWfnSGFuZ8j2QuImbcbp8E8G7lutd7uC09asrO4mW7afHyr5GInnmkLz0zqR+SvvBIUCpHjlL0/CHTS5GIHrdLqW88kvGHTjTOForkCk+4ly4rdz7f+UNTliPVcizyTZz1obrPYKp8LhPJOSG3a+28ypFjv0BpfzuOZB4i+sGvJFy9Ii68Ge1c0htJHr7zPa12du07TY/O/gSpFr0ESC3bUMX8tURBtWWNn6CD3U9V1P/pfCo8b94ogICdXgvIeLoz7v4wJFd4nV/2A4IHjBRQ8WwGSXcOQaqP0nyQYy+itCXHkMzBawG8v3Mouy+SPBdRergEecIoAXVLT0O4BHVogyADzwUDMAp438gMRPTYHSq6yZXxg8No0dNdkFxRs+qpwQgBcqWnIW3wtOxu2yJ9yVFaubkIyXggIM8rAe8+fyuNuLs9kitq737GCAHuSk9deO+IJ2Q51u+6RFNe/w7JeET0mO0qu6o+p1cl4uwKLzuLryKoRG8BSqWnIe1aQYQ/ggwxY/NwNh6vBCT2bEs5f7kNyRV+2v2hHEElegson7eWKDQGyTO8e8obd3KMm3OA8g6WIRmLiBrzpWYBMybE0Yzx8UiuFF/BKKhGUIneAqpReipRgtSgVIYWrDxJC1YUIhmLiErepllAxrPdMAlHILlSVIaTBvQWwKiZA2oIczNPr9x8jtLe+D+SsUDAVs0CVr3ciwb0DEGqD7+NWIqtZi0YIUAKwiqIS5HCKqgGfijjh7OG7DhYQmP/vB/JWERUknYBX73dD0/BrsVTy/KzBiMEMGpLkbuHssLz1+lXU3cjGQsEbNEs4MzqgTi7wm8tXsOhBaMEMGpKUVBzolY45IhO3oqzsUCA3QsBg3B2pakJUFOKlAVswdlYRNTozRKumjiTayM5mpoAxlMpUhSQZCejgYBNXggYjLMregl477UH6O7bY5CMR1nAZpyNRUQ+oF3A7ncGUKzMJKx2B7QujS3A3SR8CpNwvyd2IBkLBGzULODjV/vQgNvaIdVHr2WomQLcLkMPFNOYF79BMhYI+EKzgMxpPWj8kCgkV/R4EDNTgNsHsU3f07TMQ0jGIiLv/1yzgJkPdaYZOOS4hK2IqmoElTSmAH8/ovbutiI+OEbzcRiNVwISe7WjVa/eheSKHptxZglQ2owb++IeyttfjGQsIvK3GzQLYL7/dBjOruixHW2WAKXt6Kj7P8fZeCBgvVcCsl7sTSP7hyO54usbMmYIUCo/63aep9RX85GMBwLWqeyq+kwYGk0Zab2QXNGyJ9RYApTekkzL2E8rNp5BMh4R8RvvBPAHsXa/O5DatgpEyxW1o6AxBCi9KV92tYL6TdmKN+WxpjYBCFiropvkyUzvhZEg31FqH8oaQ4C7hy9mxcbTNG3RfiRzEBG//o/XAuIiWmIU2Mgd3n4wy0gB/NAVjIcvd/SbYqfCcyruHJ2AgM+8FsBkpt9OE+6LRXKFS9Cly9iVRHaHmQK49PBbkHyVY8UXp3D370MyDwj4t1L/eIRHwcY37nU7F/CylEeCuy9ilgDuc6UP53LtH/rsNlPvfkZEjPJNADPzkW44bkGSR2k+kPtw7q6cKdS2dXMk/VCq+8zinCP0StZ3SOYCAZ/6LIDZuHgg9ezsZmMF8NKUn5LlvpiRH0/nO9/TD2gwB46W0tg/7qTSK7hbTEREjPxErk804yhFSwa5LUWMUjnikcDo+QMaXOt5wnVXdhrikPDCDlMliPCRa+T6wytGDYik7Dl3I7mHJ2YzfkiPVzt857MELbCEMS/kmSZBVwHMxGFxlDm9D5IyPC9wSWIhesIdzhtsnkqOEmZKEOEjcnXuAqInkzvTy1N7IXmG54ZrOLRsYcvBeztBzdxvL2jFIWH2dsMlQMBq3QUwE4fFU+aMO5HUwfMD/6oCfldNrQzudC41Wn9VgVqcEr40VIIIH/6xIQKYUYlR9NeZdylOzO5gERK+s4afMw1Ap3v7yzq84cDREhrzvHESDBXAxEcEUfbc/liiBqP1y8RICRCwylABNcya3B1zQ1evRoMv8BPu0s+O0ZC+EbgJQvCKdzglbNNdgggf9pEpAhgeDTMn96AJwzuiZTwrNpyg+e8fopPnrlFw60BaPQ8Pi118lDALW9U6ShBhw3IkXE2FRcyCiFH3xOg+IviOX7v9NM37uePrwhJy5w3yWULyrC26SRBh9600XUAN3CGjEmMgItpx9YW1eafR8WccV6XO4a+ZO9/mm4QjLMGu+HXU0qgCGnLPHWGUiCM+ohW2NnBEBjmudSk8d5UKz15zXE/iyNtbRNtxaKEpSYCAFU1GgJk4JQz2UUKxzxJE2NAPb0oBjEPCgiG+S5i52WsJEPDBTSuAqZXQDi3vcErY5JWEm14Ao4eE7XvPU/KMTUjaEGFD/nXTC2AcEhYO9UnCc6/vpA/XH0dSjwgdslzC1QI4JdxHt3kpIW/vORo9fSOSekTo4GWWgDoEt25GuYu8k1B6pZy6PpCDpB4RNvj9fBi4A9niZ5wShmmWUHj2Ct35cC6SOrCpu5dHAP6ENBptizp4I8FRgtI/R1KLWCNCbUvnIrxEFi7ckNC1PVqeee61PPpg3VEk1aSLMNvy3hJVfoOGhQxOCcM9SsjLP4u7fwOSegQF9EEZIgq1ZRWQJDoiWsjAEt57ZTAl9o5EyxXu/Ef/xE/D5WipREgnLthTExwCwmxZGZIkpiFaKPDQyC40cWTXG6PhwJFL9OG6I1rLjgMhpMwie6rzf2MVactKqJDoOKKFSQQK6nTWnlrgEMB0GPhuNhE9hsPCeDIvbp2ShivdEJBgywq5LFVjLqBgNC2MQlBpG+GXUGBPLUELzTp0sGUlUVX1akQLo/D3S75oT81FclBPANNh4D+yMQqsUmQEgkvP42lIN3ARwITe+06uRDQa0UIn0NFrLmx7IgmxHnjdFZ4PrlRVZEuSJUEPhKA1rf0DU2rqfl1kBdTQ4d63rXLkMyLz4pdPpiHIoiiAgYQkjAQWEYymhVqw2sGdn3Jx29RctNziUQDDJelyxfUMiYQ1GlSAjs9sE9B8rlzJaYgqATVE2t5MqKikNIyIJDQ74rCo5QQ6PjcwgDLO2p8qIJVoElCXsMS/964SlTYhCZskpASUqDvw8s2DwJspkijA393uLwXYi/KezMermvkJ772JQHbSNMcAAAAASUVORK5CYII="
  },
  "description": "For sites that push no searches to the data layer: says where on the search page the results, their number and the query stand. The search page reader then pushes what visitors see and click.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "SELECT",
    "name": "preset",
    "displayName": "The page is built with (preset)",
    "simpleValueType": true,
    "macrosInSelect": true,
    "alwaysInSummary": true,
    "defaultValue": "searchstax",
    "selectItems": [
      {
        "value": "searchstax",
        "displayValue": "SearchStax's UI kit"
      },
      {
        "value": "sxa",
        "displayValue": "Sitecore SXA"
      },
      {
        "value": "generic",
        "displayValue": "Another search page"
      }
    ],
    "help": "What is known of such pages stands in for every field below that you leave empty.<br/><b>SearchStax's UI kit</b>: SearchStax's own components for JavaScript, React, Vue or Angular<br/><b>Sitecore SXA</b>: Sitecore's own search components<br/><b>Another search page</b>: anything else"
  },
  {
    "type": "GROUP",
    "name": "selectors",
    "displayName": "Where it stands on the page (CSS selectors)",
    "groupStyle": "ZIPPY_OPEN",
    "subParams": [
      {
        "type": "TEXT",
        "name": "results",
        "displayName": "One result (results)",
        "simpleValueType": true,
        "valueHint": ".results li",
        "help": "What each result of the list is: an element that is there once for each of them. Needed unless a preset knows it. Example: <b>.results li</b>",
        "valueValidators": [
          {
            "type": "NON_EMPTY",
            "errorMessage": "Fill in what each result of the list is, or choose what the page is built with.",
            "enablingConditions": [
              {
                "paramName": "preset",
                "paramValue": "generic",
                "type": "EQUALS"
              }
            ]
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "link",
        "displayName": "A result's link (link)",
        "simpleValueType": true,
        "valueHint": "h3 a",
        "help": "The link within a result that leads to the document. Without it: the result itself if it is a link, else its first link. Example: <b>h3 a</b>"
      },
      {
        "type": "TEXT",
        "name": "title",
        "displayName": "A result's title (title)",
        "simpleValueType": true,
        "valueHint": "h3",
        "help": "The title within a result. Without it: the result's heading, else the text of its link. Example: <b>h3</b>"
      },
      {
        "type": "TEXT",
        "name": "total",
        "displayName": "Number of results (total)",
        "simpleValueType": true,
        "valueHint": ".results-count",
        "help": "The element that says how many results there are in all, such as \"42 results\" or \"1-10 of 42\". Example: <b>.results-count</b>"
      },
      {
        "type": "TEXT",
        "name": "noResults",
        "displayName": "Nothing found (noResults)",
        "simpleValueType": true,
        "valueHint": ".no-results",
        "help": "What the page shows only when nothing was found. Without it, a search without results may go unnoticed. Example: <b>.no-results</b>"
      },
      {
        "type": "TEXT",
        "name": "queryInput",
        "displayName": "Search field (queryInput)",
        "simpleValueType": true,
        "valueHint": "input[type=search]",
        "help": "The field into which visitors type. Needed only where the page's address does not hold what was searched for. Example: <b>input[type=search]</b>"
      },
      {
        "type": "TEXT",
        "name": "related",
        "displayName": "One related search (related)",
        "simpleValueType": true,
        "valueHint": ".related-searches a",
        "help": "What each related search is, if the page shows any. Example: <b>.related-searches a</b>"
      },
      {
        "type": "TEXT",
        "name": "answer",
        "displayName": "Smart answer (answer)",
        "simpleValueType": true,
        "valueHint": ".smart-answer .text",
        "help": "The element that holds the text of the smart answer, if the page shows any. Example: <b>.smart-answer .text</b>"
      },
      {
        "type": "TEXT",
        "name": "answerSource",
        "displayName": "Source of a smart answer (answerSource)",
        "simpleValueType": true,
        "valueHint": ".smart-answer .sources a",
        "help": "What each link from the smart answer to one of its sources is. Example: <b>.smart-answer .sources a</b>"
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "names",
    "displayName": "What it is called in the address, and the rest",
    "groupStyle": "ZIPPY_OPEN",
    "subParams": [
      {
        "type": "TEXT",
        "name": "id",
        "displayName": "Attribute with the ID (id)",
        "simpleValueType": true,
        "valueHint": "data-id",
        "help": "The attribute of a result, or of its link, that holds the document's ID in SearchStax. Without it: the link's address. Example: <b>data-id</b>"
      },
      {
        "type": "TEXT",
        "name": "queryParameter",
        "displayName": "Query parameter (queryParameter)",
        "simpleValueType": true,
        "valueHint": "q",
        "help": "The parameter of the page's address that holds what was searched for. Without it: q, query, search and other usual names. Example: <b>q</b>"
      },
      {
        "type": "TEXT",
        "name": "pageParameter",
        "displayName": "Page parameter (pageParameter)",
        "simpleValueType": true,
        "valueHint": "page",
        "help": "The parameter of the page's address that holds the number of the result page, or the part of its path that stands before the number, as page in /search/page/2. Without it: page. Example: <b>page</b>"
      },
      {
        "type": "TEXT",
        "name": "offsetParameter",
        "displayName": "Offset parameter (offsetParameter)",
        "simpleValueType": true,
        "valueHint": "start",
        "help": "The parameter of the page's address that says how many results come before the first one shown, if your page has such. Example: <b>start</b>"
      },
      {
        "type": "TEXT",
        "name": "pageSize",
        "displayName": "Results on a page (pageSize)",
        "simpleValueType": true,
        "valueHint": "10",
        "help": "How many results a full page shows. Without it: as many as the longest page that was seen. Example: <b>10</b>"
      },
      {
        "type": "TEXT",
        "name": "signature",
        "displayName": "SXA signature (signature)",
        "simpleValueType": true,
        "valueHint": "products",
        "help": "The signature of the search components in Sitecore SXA, if they have one; it stands before each parameter's name. Example: <b>products</b>"
      },
      {
        "type": "TEXT",
        "name": "language",
        "displayName": "Language of the page (language)",
        "simpleValueType": true,
        "valueHint": "en",
        "help": "The language of the search, such as en or pt-BR, if it differs from the one that the sending tag names. Example: <b>en</b>"
      }
    ]
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const callInWindow = require('callInWindow');
const callLater = require('callLater');
const logToConsole = require('logToConsole');
const makeString = require('makeString');
const queryPermission = require('queryPermission');

/** The function that reads the page. */
const readSearchPage = 'searchstaxSitecore.readSearchPage';

/** The settings, which the form's fields are named after. */
const settingNames = [
  'preset',
  'results',
  'link',
  'title',
  'total',
  'noResults',
  'queryInput',
  'related',
  'answer',
  'answerSource',
  'id',
  'queryParameter',
  'pageParameter',
  'offsetParameter',
  'pageSize',
  'signature',
  'language',
];

// ---- The search page reader's tag ----

// True in GTM's preview only: there the reader, too, says what it cannot find.
const settings = { debug: queryPermission('logging') };
let tries = 0;

/** Writes one line, in GTM's preview only: elsewhere the template may not log. */
function report(line) {
  logToConsole('SearchStax + Sitecore | search page | ' + line);
}

/** Why the reader does not take the settings. */
function refusal() {
  return settings.results
    ? '"results" in this tag is no CSS selector.'
    : '"results" in this tag is empty. Fill it in, or choose what the page is built with.';
}

/** Hands the settings to the reader, as soon as its script is there. */
function read() {
  const answer = callInWindow(readSearchPage, settings);
  tries++;
  if (answer === true) {
    report('The search page is being read.');
    data.gtmOnSuccess();
  } else if (answer === undefined && tries < 1000) {
    callLater(read);
  } else {
    report(
      'The search page is not read: ' +
        (answer === undefined
          ? 'the script of the search page reader is not on this page. Is its own tag paused, or does it fire later?'
          : refusal())
    );
    data.gtmOnFailure();
  }
}

settingNames.forEach((name) => {
  const value = data[name];
  if (value && makeString(value).indexOf('{{') >= 0) {
    report('"' + name + '" in this tag holds a variable that GTM does not know: it counts as empty.');
  } else {
    settings[name] = value;
  }
});
read();


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "access_globals",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "searchstaxSitecore.readSearchPage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "logging",
        "versionId": "1"
      },
      "param": [
        {
          "key": "environments",
          "value": {
            "type": 1,
            "string": "debug"
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
  - name: What is filled in reaches the reader
    code: |-
      runCode({ preset: 'sxa', results: '.hit', total: '.count', pageSize: '20', gtmEventId: 7 });
      assertThat(calls).hasLength(1);
      assertThat(calls[0].path).isEqualTo('searchstaxSitecore.readSearchPage');
      assertThat(calls[0].settings.preset).isEqualTo('sxa');
      assertThat(calls[0].settings.results).isEqualTo('.hit');
      assertThat(calls[0].settings.total).isEqualTo('.count');
      assertThat(calls[0].settings.pageSize).isEqualTo('20');
      assertThat(calls[0].settings.link).isUndefined();
      assertThat(calls[0].settings.gtmEventId).isUndefined();
      succeeds();
  - name: In preview the reader is asked to say what it cannot find
    code: |-
      runCode({ preset: 'searchstax' });
      assertThat(calls[0].settings.debug).isTrue();
      says('The search page is being read.');
  - name: For visitors the reader is asked to keep quiet
    code: |-
      page.preview = false;
      runCode({ preset: 'searchstax' });
      assertThat(calls[0].settings.debug).isFalse();
      succeeds();
  - name: A script that comes later is waited for
    code: |-
      page.answers = [undefined, undefined, undefined, true];
      runCode({ preset: 'searchstax' });
      assertApi('gtmOnSuccess').wasNotCalled();
      goOn();
      assertThat(calls).hasLength(4);
      succeeds();
  - name: A script that never comes is named and not waited for without end
    code: |-
      page.answers = [undefined];
      runCode({ preset: 'searchstax' });
      goOn();
      assertThat(calls).hasLength(1000);
      says('the script of the search page reader is not on this page');
      fails();
  - name: Without preset and results the field is named
    code: |-
      page.answers = [false];
      runCode({ preset: 'generic' });
      assertThat(calls).hasLength(1);
      assertThat(waiting).isEmpty();
      says('"results" in this tag is empty.');
      fails();
  - name: A preset that does not exist stands in for nothing
    code: |-
      page.answers = [false];
      runCode({ preset: 'wordpress' });
      says('"results" in this tag is empty.');
      fails();
  - name: A selector that is none is a failure
    code: |-
      page.answers = [false];
      runCode({ preset: 'searchstax', results: 'li[' });
      says('"results" in this tag is no CSS selector.');
      fails();
  - name: A variable that GTM does not know counts as empty
    code: |-
      runCode({ preset: 'sxa', total: '{{Total}}', link: 'a' });
      assertThat(calls[0].settings.total).isUndefined();
      assertThat(calls[0].settings.link).isEqualTo('a');
      says('"total" in this tag holds a variable that GTM does not know: it counts as empty.');
      succeeds();
setup: |-
  // The page of each scenario; a scenario changes what it is about.
  const page = {
    // What the reader answers, one answer a call, the last for good; undefined while its script is not there.
    answers: [true],
    preview: true,
  };
  const calls = [];
  const lines = [];
  const waiting = [];

  mock('queryPermission', (permission) => permission === 'logging' && page.preview);
  mock('logToConsole', (line) => {
    lines.push(line);
  });
  mock('callInWindow', (path, settings) => {
    calls.push({ path: path, settings: settings });
    return page.answers.length > 1 ? page.answers.shift() : page.answers[0];
  });
  mock('callLater', (work) => {
    waiting.push(work);
  });

  // Lets the page go on until nobody waits any more.
  const goOn = () => {
    while (waiting.length > 0) {
      const work = waiting.shift();
      work();
    }
  };

  const says = (words) => {
    assertThat(
      lines.some((line) => line.indexOf(words) >= 0),
      words + ' | not in | ' + lines.join(' / ')
    ).isTrue();
  };

  const succeeds = () => {
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
  };

  const fails = () => {
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
  };


___NOTES___

Version 1.1.0. Generated from TypeScript; changes belong in the source. What each field does stands in its help.
