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
  "displayName": "SearchStax Site Search events and Sitecore goals",
  "categories": [
    "ANALYTICS",
    "CONVERSIONS",
    "MARKETING"
  ],
  "brand": {
    "id": "brand_dummy",
    "displayName": "SearchStax + Sitecore",
    "thumbnail": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAGAAAABgCAYAAADimHc4AAANOklEQVR4nO2deXQV1R3HfzcLS1gSIPtG2PQAoqBgIR7hAbK1VRKQRQVNqEqtCwmL2GOLnKp/KFtSoWptTVCoQkSC1rIo8AAJCFLDri1LIIBAgCwsYrbx+3vPkOXNmzfz3swkHuZzzsx871NMuJ+5v3vnvpcoyEsSUo4nEPmNlkiyEVEIHxJRb1xvCtBx+bgUSCTy/ah6TUF2J25rBv8d9aDTQ6qJpgmJUtDZCWRxA8EyBOX6EWVCRgGpBH/OM7UdL6Wh40PwkoUSQsr2I790iChBSxGPAtD5SZJUnWV1vDbQsSVC+KVCQi6absG/5574x44ukiRKQ7TwEiEo++TSLqmIsggcssQ9dmQzSWQjC9/B3OAv/Hk0lKBVD1kB8ZOPZEkkpZCFnuQWvt8tGdd6uAiIn/w/dD6lkIXuoBxlnnzvljTEG9QTkJDyXVJVFa1GtDAIf39KLsi+NRfRwQ0BWO2EVFeWH8fdH4KmhUGgw0v8App1qpkP0HYSP+nbDHT+NEQLgxEkLT25rHsKAYeAhJTDCVUVdBzRwiT8AwmjoHuBQ0DspINzSRIvIVqYBSbkU8t6pDkExD1ysBibSiGIjUr/7kE0AEdsaCDFhQX+fG2Gf1JLYVE5nbpQgWuF47rj8DXaieOXBjq+oHB5j04idtJhG1VXb8ZrphMc5EfD72pDI/ry0RaveM/6r8twXKYNey5T6TXsXP0CCCDqI2If3j8XPl4iE+G7O21MGI0f2A4tfSm9WkXr95RRxsdFjlHSlPETlC5iH9pvJ6JBOAzH2fHhNH6Q/h0vx8otxRBxvsmKEEKsEXEP7yuWJOPrf/rYcPrdyA4U3MofLfPgEfHPdRdp0arzaDU58jEC9kkIhtGzYwtaMDWWeia0RKvxOFjwAz2x6ESTGw0iduJewwRwqZkzOdqru768krA2IKpq8N0F+OGbxhKiGWYwrfBomPFWISbrMrSaBiJmYn6Dv6I+cOcv/H08kjoqq4iu4+asQMdXVuMFFbCMQIhoEYiswfH0t0465oemgIiZ8I3uAqY/GOk41HC9nOjqj7jbffwuWEZLPDK0wKGG6W+yhEtIjYvuAsYPak8Ln4pHUuZH3O1Xrvve8Q3B0o5atyBqjlHhiaYgAQL+q1sXODu/I5J7uMPL8OBagZJjJIEoSW2DnEKUeHzBMVq3uxSpcRAx4/egS3yHVzkr53TDhIui7Aau8yVXCe90mgP3fUgrlCfIcEfp1UoaOftbrI5QCxsBCPhal/5Y/1p3SMAt5wau9VxydPliGmAJbbACVipJBwuu0YjZh5HMRxcB08dFYdKNRpKHO/8yOl+J0+ecS8OYiLY4609bDxIWfnSGFuZ8j2QuImbcbp8E8G7lutd7uC09asrO4mW7afHyr5GInnmkLz0zqR+SvvBIUCpHjlL0/CHTS5GIHrdLqW88kvGHTjTOForkCk+4ly4rdz7f+UNTliPVcizyTZz1obrPYKp8LhPJOSG3a+28ypFjv0BpfzuOZB4i+sGvJFy9Ii68Ge1c0htJHr7zPa12du07TY/O/gSpFr0ESC3bUMX8tURBtWWNn6CD3U9V1P/pfCo8b94ogICdXgvIeLoz7v4wJFd4nV/2A4IHjBRQ8WwGSXcOQaqP0nyQYy+itCXHkMzBawG8v3Mouy+SPBdRergEecIoAXVLT0O4BHVogyADzwUDMAp438gMRPTYHSq6yZXxg8No0dNdkFxRs+qpwQgBcqWnIW3wtOxu2yJ9yVFaubkIyXggIM8rAe8+fyuNuLs9kitq737GCAHuSk9deO+IJ2Q51u+6RFNe/w7JeET0mO0qu6o+p1cl4uwKLzuLryKoRG8BSqWnIe1aQYQ/ggwxY/NwNh6vBCT2bEs5f7kNyRV+2v2hHEElegson7eWKDQGyTO8e8obd3KMm3OA8g6WIRmLiBrzpWYBMybE0Yzx8UiuFF/BKKhGUIneAqpReipRgtSgVIYWrDxJC1YUIhmLiErepllAxrPdMAlHILlSVIaTBvQWwKiZA2oIczNPr9x8jtLe+D+SsUDAVs0CVr3ciwb0DEGqD7+NWIqtZi0YIUAKwiqIS5HCKqgGfijjh7OG7DhYQmP/vB/JWERUknYBX73dD0/BrsVTy/KzBiMEMGpLkbuHssLz1+lXU3cjGQsEbNEs4MzqgTi7wm8tXsOhBaMEMGpKUVBzolY45IhO3oqzsUCA3QsBg3B2pakJUFOKlAVswdlYRNTozRKumjiTayM5mpoAxlMpUhSQZCejgYBNXggYjLMregl477UH6O7bY5CMR1nAZpyNRUQ+oF3A7ncGUKzMJKx2B7QujS3A3SR8CpNwvyd2IBkLBGzULODjV/vQgNvaIdVHr2WomQLcLkMPFNOYF79BMhYI+EKzgMxpPWj8kCgkV/R4EDNTgNsHsU3f07TMQ0jGIiLv/1yzgJkPdaYZOOS4hK2IqmoElTSmAH8/ovbutiI+OEbzcRiNVwISe7WjVa/eheSKHptxZglQ2owb++IeyttfjGQsIvK3GzQLYL7/dBjOruixHW2WAKXt6Kj7P8fZeCBgvVcCsl7sTSP7hyO54usbMmYIUCo/63aep9RX85GMBwLWqeyq+kwYGk0Zab2QXNGyJ9RYApTekkzL2E8rNp5BMh4R8RvvBPAHsXa/O5DatgpEyxW1o6AxBCi9KV92tYL6TdmKN+WxpjYBCFiropvkyUzvhZEg31FqH8oaQ4C7hy9mxcbTNG3RfiRzEBG//o/XAuIiWmIU2Mgd3n4wy0gB/NAVjIcvd/SbYqfCcyruHJ2AgM+8FsBkpt9OE+6LRXKFS9Cly9iVRHaHmQK49PBbkHyVY8UXp3D370MyDwj4t1L/eIRHwcY37nU7F/CylEeCuy9ilgDuc6UP53LtH/rsNlPvfkZEjPJNADPzkW44bkGSR2k+kPtw7q6cKdS2dXMk/VCq+8zinCP0StZ3SOYCAZ/6LIDZuHgg9ezsZmMF8NKUn5LlvpiRH0/nO9/TD2gwB46W0tg/7qTSK7hbTEREjPxErk804yhFSwa5LUWMUjnikcDo+QMaXOt5wnVXdhrikPDCDlMliPCRa+T6wytGDYik7Dl3I7mHJ2YzfkiPVzt857MELbCEMS/kmSZBVwHMxGFxlDm9D5IyPC9wSWIhesIdzhtsnkqOEmZKEOEjcnXuAqInkzvTy1N7IXmG54ZrOLRsYcvBeztBzdxvL2jFIWH2dsMlQMBq3QUwE4fFU+aMO5HUwfMD/6oCfldNrQzudC41Wn9VgVqcEr40VIIIH/6xIQKYUYlR9NeZdylOzO5gERK+s4afMw1Ap3v7yzq84cDREhrzvHESDBXAxEcEUfbc/liiBqP1y8RICRCwylABNcya3B1zQ1evRoMv8BPu0s+O0ZC+EbgJQvCKdzglbNNdgggf9pEpAhgeDTMn96AJwzuiZTwrNpyg+e8fopPnrlFw60BaPQ8Pi118lDALW9U6ShBhw3IkXE2FRcyCiFH3xOg+IviOX7v9NM37uePrwhJy5w3yWULyrC26SRBh9600XUAN3CGjEmMgItpx9YW1eafR8WccV6XO4a+ZO9/mm4QjLMGu+HXU0qgCGnLPHWGUiCM+ohW2NnBEBjmudSk8d5UKz15zXE/iyNtbRNtxaKEpSYCAFU1GgJk4JQz2UUKxzxJE2NAPb0oBjEPCgiG+S5i52WsJEPDBTSuAqZXQDi3vcErY5JWEm14Ao4eE7XvPU/KMTUjaEGFD/nXTC2AcEhYO9UnCc6/vpA/XH0dSjwgdslzC1QI4JdxHt3kpIW/vORo9fSOSekTo4GWWgDoEt25GuYu8k1B6pZy6PpCDpB4RNvj9fBi4A9niZ5wShmmWUHj2Ct35cC6SOrCpu5dHAP6ENBptizp4I8FRgtI/R1KLWCNCbUvnIrxEFi7ckNC1PVqeee61PPpg3VEk1aSLMNvy3hJVfoOGhQxOCcM9SsjLP4u7fwOSegQF9EEZIgq1ZRWQJDoiWsjAEt57ZTAl9o5EyxXu/Ef/xE/D5WipREgnLthTExwCwmxZGZIkpiFaKPDQyC40cWTXG6PhwJFL9OG6I1rLjgMhpMwie6rzf2MVactKqJDoOKKFSQQK6nTWnlrgEMB0GPhuNhE9hsPCeDIvbp2ShivdEJBgywq5LFVjLqBgNC2MQlBpG+GXUGBPLUELzTp0sGUlUVX1akQLo/D3S75oT81FclBPANNh4D+yMQqsUmQEgkvP42lIN3ARwITe+06uRDQa0UIn0NFrLmx7IgmxHnjdFZ4PrlRVZEuSJUEPhKA1rf0DU2rqfl1kBdTQ4d63rXLkMyLz4pdPpiHIoiiAgYQkjAQWEYymhVqw2sGdn3Jx29RctNziUQDDJelyxfUMiYQ1GlSAjs9sE9B8rlzJaYgqATVE2t5MqKikNIyIJDQ74rCo5QQ6PjcwgDLO2p8qIJVoElCXsMS/964SlTYhCZskpASUqDvw8s2DwJspkijA393uLwXYi/KezMermvkJ772JQHbSNMcAAAAASUVORK5CYII="
  },
  "description": "Sends searches, result clicks, smart answers and feedback to SearchStax Site Search analytics, and triggers Sitecore goals when a chat opens or a phone number is clicked. Reads your data layer.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "SELECT",
    "name": "action",
    "displayName": "What this tag sends",
    "simpleValueType": true,
    "macrosInSelect": false,
    "alwaysInSummary": true,
    "defaultValue": "route",
    "selectItems": [
      {
        "value": "route",
        "displayValue": "Route by data layer event"
      },
      {
        "value": "goal",
        "displayValue": "Sitecore goal"
      },
      {
        "value": "_search",
        "displayValue": "SearchStax: Search (_search)"
      },
      {
        "value": "_questionanswer",
        "displayValue": "SearchStax: Smart answer shown (_questionanswer)"
      },
      {
        "value": "_relatedsearch",
        "displayValue": "SearchStax: Related searches shown (_relatedsearch)"
      },
      {
        "value": "_searchclick",
        "displayValue": "SearchStax: Result clicked (_searchclick)"
      },
      {
        "value": "_answersourceclick",
        "displayValue": "SearchStax: Answer source clicked (_answersourceclick)"
      },
      {
        "value": "_relatedsearchclick",
        "displayValue": "SearchStax: Related search clicked (_relatedsearchclick)"
      },
      {
        "value": "_searchSatisfaction",
        "displayValue": "SearchStax: Search feedback (_searchSatisfaction)"
      }
    ],
    "help": "Route by data layer event: the event that fires the tag decides. searchstax_search sends _search, and so on for each SearchStax event; the table below adds the names that your site uses. Otherwise the tag always sends what you choose here."
  },
  {
    "type": "SIMPLE_TABLE",
    "name": "routes",
    "displayName": "Routes",
    "enablingConditions": [
      {
        "paramName": "action",
        "paramValue": "route",
        "type": "EQUALS"
      }
    ],
    "newRowButtonText": "Add a route",
    "help": "Which event of the data layer sends what. Events named searchstax_search, searchstax_searchclick and so on need no row. Several rows may name one event: each sends.",
    "simpleTableColumns": [
      {
        "name": "event",
        "displayName": "Data layer event",
        "type": "TEXT",
        "valueHint": "view_search_results",
        "defaultValue": "",
        "valueValidators": [
          {
            "type": "NON_EMPTY",
            "errorMessage": "Fill in the name of the event in the data layer."
          }
        ]
      },
      {
        "name": "action",
        "displayName": "Sends",
        "type": "SELECT",
        "selectItems": [
          {
            "value": "goal",
            "displayValue": "Sitecore goal"
          },
          {
            "value": "_search",
            "displayValue": "SearchStax: Search (_search)"
          },
          {
            "value": "_questionanswer",
            "displayValue": "SearchStax: Smart answer shown (_questionanswer)"
          },
          {
            "value": "_relatedsearch",
            "displayValue": "SearchStax: Related searches shown (_relatedsearch)"
          },
          {
            "value": "_searchclick",
            "displayValue": "SearchStax: Result clicked (_searchclick)"
          },
          {
            "value": "_answersourceclick",
            "displayValue": "SearchStax: Answer source clicked (_answersourceclick)"
          },
          {
            "value": "_relatedsearchclick",
            "displayValue": "SearchStax: Related search clicked (_relatedsearchclick)"
          },
          {
            "value": "_searchSatisfaction",
            "displayValue": "SearchStax: Search feedback (_searchSatisfaction)"
          }
        ],
        "macrosInSelect": false,
        "defaultValue": "goal"
      },
      {
        "name": "goal",
        "displayName": "Goal (for Sitecore goals)",
        "type": "TEXT",
        "valueHint": "Chat requested",
        "defaultValue": "",
        "valueValidators": [
          {
            "type": "REGEX",
            "args": [
              "([^,]*)|(.*\\{\\{.+\\}\\}.*)"
            ],
            "errorMessage": "A name with a comma does not work in every version of Sitecore: use the goal's ID."
          }
        ]
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "searchStax",
    "displayName": "SearchStax",
    "groupStyle": "ZIPPY_OPEN",
    "enablingConditions": [
      {
        "paramName": "action",
        "paramValue": "goal",
        "type": "NOT_EQUALS"
      }
    ],
    "subParams": [
      {
        "type": "TEXT",
        "name": "analyticsHost",
        "displayName": "Analytics host",
        "simpleValueType": true,
        "defaultValue": "analytics-us.searchstax.com",
        "valueHint": "analytics-us.searchstax.com",
        "help": "In SearchStax: Site Search > App Settings > All APIs > Analytics. The host alone or the whole address, both work. Events go to this host and no other.",
        "valueValidators": [
          {
            "type": "NON_EMPTY",
            "errorMessage": "Fill in the analytics host. SearchStax shows it under App Settings > All APIs > Analytics."
          },
          {
            "type": "REGEX",
            "args": [
              "(\\s*(https?://)?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:443)?([/?#].*)?\\s*)|(.*\\{\\{.+\\}\\}.*)"
            ],
            "errorMessage": "This must be a host such as analytics-us.searchstax.com."
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "trackingKey",
        "displayName": "Tracking key",
        "simpleValueType": true,
        "help": "In SearchStax: Site Search > App Settings > All APIs > Analytics, beside the host. It tells SearchStax which app the events belong to.",
        "valueValidators": [
          {
            "type": "NON_EMPTY",
            "errorMessage": "Fill in the tracking key. SearchStax shows it under App Settings > All APIs > Analytics."
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "language",
        "displayName": "Language",
        "simpleValueType": true,
        "valueHint": "en",
        "help": "Optional. The language of the search, such as en, en_US or pt-BR; it lets SearchStax report by language."
      },
      {
        "type": "TEXT",
        "name": "model",
        "displayName": "Search profile",
        "simpleValueType": true,
        "help": "Optional. The name of the search profile (model) that answers on this page; it fills the dashboards by profile."
      },
      {
        "type": "SIMPLE_TABLE",
        "name": "properties",
        "displayName": "Properties",
        "newRowButtonText": "Add a property",
        "help": "Optional. Where the values come from if the site does not push a <b>searchstax</b> object: usually GTM variables. A value here wins over the data layer. An event takes the properties that belong to it and needs these:<br/><b>Search</b>: query<br/><b>Smart answer shown</b>: question, answer, is_question<br/><b>Related searches shown</b>: query<br/><b>Result clicked</b>: query, cDocId, cDocTitle, position<br/><b>Answer source clicked</b>: href, question, answer<br/><b>Related search clicked</b>: query, relatedSearch, position<br/><b>Search feedback</b>: score<br/><b>pageSize</b>: How many results a full page holds. Counts positions on later pages; it is not sent.",
        "simpleTableColumns": [
          {
            "name": "property",
            "displayName": "Property",
            "type": "SELECT",
            "selectItems": [
              {
                "value": "query",
                "displayValue": "Search query (query)"
              },
              {
                "value": "totalHits",
                "displayValue": "Total results (totalHits)"
              },
              {
                "value": "shownHits",
                "displayValue": "Results shown (shownHits)"
              },
              {
                "value": "pageNo",
                "displayValue": "Page number (pageNo)"
              },
              {
                "value": "latency",
                "displayValue": "Search duration (latency)"
              },
              {
                "value": "impressions",
                "displayValue": "Impressions (impressions)"
              },
              {
                "value": "question",
                "displayValue": "Question (question)"
              },
              {
                "value": "answer",
                "displayValue": "Smart answer (answer)"
              },
              {
                "value": "is_question",
                "displayValue": "Is a question (is_question)"
              },
              {
                "value": "has_show_more",
                "displayValue": "Has \"show more\" (has_show_more)"
              },
              {
                "value": "cDocId",
                "displayValue": "Result ID (cDocId)"
              },
              {
                "value": "cDocTitle",
                "displayValue": "Result title (cDocTitle)"
              },
              {
                "value": "position",
                "displayValue": "Position (position)"
              },
              {
                "value": "href",
                "displayValue": "Source URL (href)"
              },
              {
                "value": "relatedSearch",
                "displayValue": "Related search (relatedSearch)"
              },
              {
                "value": "score",
                "displayValue": "Satisfaction score (score)"
              },
              {
                "value": "comments",
                "displayValue": "Comments (comments)"
              },
              {
                "value": "email",
                "displayValue": "Email (email)"
              },
              {
                "value": "language",
                "displayValue": "Language (language)"
              },
              {
                "value": "model",
                "displayValue": "Search profile (model)"
              },
              {
                "value": "user",
                "displayValue": "User (user)"
              },
              {
                "value": "pageUrl",
                "displayValue": "Page URL (pageUrl)"
              },
              {
                "value": "tt",
                "displayValue": "Time (tt)"
              },
              {
                "value": "pageSize",
                "displayValue": "Results per page (not sent) (pageSize)"
              }
            ],
            "macrosInSelect": false,
            "isUnique": true,
            "defaultValue": "",
            "valueValidators": [
              {
                "type": "NON_EMPTY",
                "errorMessage": "Choose a property."
              }
            ]
          },
          {
            "name": "value",
            "displayName": "Value",
            "type": "TEXT",
            "defaultValue": ""
          }
        ]
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "sitecore",
    "displayName": "Sitecore goals",
    "groupStyle": "ZIPPY_OPEN",
    "enablingConditions": [
      {
        "paramName": "action",
        "paramValue": "goal",
        "type": "EQUALS"
      },
      {
        "paramName": "action",
        "paramValue": "route",
        "type": "EQUALS"
      }
    ],
    "subParams": [
      {
        "type": "TEXT",
        "name": "goal",
        "displayName": "Goal",
        "simpleValueType": true,
        "enablingConditions": [
          {
            "paramName": "action",
            "paramValue": "goal",
            "type": "EQUALS"
          }
        ],
        "valueHint": "Chat requested",
        "help": "The goal's name in Sitecore, spelt as there, or its ID. A page event works too. The goal must be deployed and published.",
        "valueValidators": [
          {
            "type": "NON_EMPTY",
            "errorMessage": "Fill in the goal's name or ID from Sitecore."
          },
          {
            "type": "REGEX",
            "args": [
              "([^,]*)|(.*\\{\\{.+\\}\\}.*)"
            ],
            "errorMessage": "A name with a comma does not work in every version of Sitecore: use the goal's ID."
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "pixelUrl",
        "displayName": "Pixel",
        "simpleValueType": true,
        "defaultValue": "/-/media/goals/trigger",
        "valueHint": "/-/media/goals/trigger",
        "help": "The path of a published image in Sitecore's media library. The tag asks this site for it, and Sitecore counts the goal. Only if Sitecore answers on another host, type the full address with https://.",
        "valueValidators": [
          {
            "type": "NON_EMPTY",
            "errorMessage": "Fill in the path of the image, such as /-/media/goals/trigger."
          },
          {
            "type": "REGEX",
            "args": [
              "(https://[^/\\s\\\\]+\\.[^\\s]*|/?[^/:\\s\\\\][^:\\\\]*)|(.*\\{\\{.+\\}\\}.*)"
            ],
            "errorMessage": "This must be a path such as /-/media/goals/trigger, or an address that begins with https://."
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "queryKey",
        "displayName": "Query key",
        "simpleValueType": true,
        "defaultValue": "sc_trk",
        "help": "The value of Sitecore's setting Analytics.EventQueryStringKey. Leave sc_trk unless your developers changed it.",
        "valueValidators": [
          {
            "type": "NON_EMPTY",
            "errorMessage": "Fill in the query key; Sitecore's own is sc_trk."
          },
          {
            "type": "REGEX",
            "args": [
              "([A-Za-z0-9_.~-]+)|(.*\\{\\{.+\\}\\}.*)"
            ],
            "errorMessage": "The query key holds letters, digits, points, hyphens and underscores only."
          }
        ]
      },
      {
        "type": "SELECT",
        "name": "goalFrequency",
        "displayName": "A goal counts",
        "simpleValueType": true,
        "macrosInSelect": false,
        "defaultValue": "every",
        "selectItems": [
          {
            "value": "every",
            "displayValue": "Every time"
          },
          {
            "value": "page",
            "displayValue": "Once a page"
          },
          {
            "value": "session",
            "displayValue": "Once a session"
          }
        ],
        "help": "Once a page: until the visitor loads another page. Once a session: until the browser is closed; a cookie remembers it if consent allows, else it is once a page."
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "identity",
    "displayName": "Identity",
    "groupStyle": "ZIPPY_CLOSED",
    "enablingConditions": [
      {
        "paramName": "action",
        "paramValue": "goal",
        "type": "NOT_EQUALS"
      }
    ],
    "subParams": [
      {
        "type": "TEXT",
        "name": "session",
        "displayName": "Session ID",
        "simpleValueType": true,
        "notSetText": "from SearchStax's cookie, else created",
        "help": "Leave it empty. The tag then takes the ID from SearchStax's own cookie, and creates one in the same form if there is none. A session that it creates ends after an hour, also in the middle of a visit; the next event begins a new one. Fill it in only if your site keeps its own session ID; what is typed here is sent whatever the consent."
      },
      {
        "type": "TEXT",
        "name": "visitor",
        "displayName": "Visitor ID",
        "simpleValueType": true,
        "notSetText": "from SearchStax's cookie, else created",
        "help": "Leave it empty, for the same reason. Fill it in only if your site keeps its own visitor ID."
      }
    ]
  },
  {
    "type": "SELECT",
    "name": "consent",
    "displayName": "Consent",
    "simpleValueType": true,
    "macrosInSelect": false,
    "defaultValue": "required",
    "selectItems": [
      {
        "value": "required",
        "displayValue": "Only with analytics consent"
      },
      {
        "value": "anonymous",
        "displayValue": "Without cookies when consent is missing"
      },
      {
        "value": "ignore",
        "displayValue": "Do not ask"
      }
    ],
    "help": "Only with analytics consent: what happens before the visitor agrees (analytics_storage) is held, and sent if they agree on the same page. Without cookies: sent at once, with IDs that live as long as the page. Do not ask: sent at once, with cookies; choose it only if the trigger already waits for consent."
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const addConsentListener = require('addConsentListener');
const getUrl = require('getUrl');
const JSON = require('JSON');
const callInWindow = require('callInWindow');
const isConsentGranted = require('isConsentGranted');
const templateStorage = require('templateStorage');
const logToConsole = require('logToConsole');
const queryPermission = require('queryPermission');
const copyFromDataLayer = require('copyFromDataLayer');
const getType = require('getType');
const decodeUriComponent = require('decodeUriComponent');
const encodeUriComponent = require('encodeUriComponent');
const generateRandom = require('generateRandom');
const sendPixel = require('sendPixel');
const getCookieValues = require('getCookieValues');
const setCookie = require('setCookie');
const toBase64 = require('toBase64');
const copyFromWindow = require('copyFromWindow');

/**
 * What each event carries, the required first: how many those are, the names of the texts at its beginning, which are
 * required, of the others that are, and of the rest.
 */
const eventProperties = {
  _search: '1 query  |totalHits|shownHits|pageNo|latency',
  _questionanswer: '3 question|answer |is_question |has_show_more',
  _relatedsearch: '1 query  |totalHits',
  _searchclick: '4 query|cDocId|cDocTitle |position |shownHits|totalHits|pageNo|latency',
  _answersourceclick: '3 href|question|answer  ',
  _relatedsearchclick: '3 query|relatedSearch |position |shownHits|totalHits',
  _searchSatisfaction: '1 score  |comments|email',
};

/**
 * What an item of an event's `impressions` is called, between commas: its identifier on the wire, the pattern of that and
 * its title, and the names in use for each, the wire's own first.
 */
const impressionNames = {
  _search: 'cDocId,cDocId|cDocTitle,cDocId id url item_id,cDocTitle title name item_name',
  _relatedsearch: 'relatedSearch,relatedSearch,relatedSearch title name item_name,',
};

// ---- Consent ----

/** Whether the tag does not ask for consent. */
const isUnasked = data.consent === 'ignore';

/** Whether cookies might be used when the tag fired: consent comes and goes while the page is open. */
const granted = isUnasked || isConsentGranted('analytics_storage');

/** Tells the companion, if there is one, of consent: now and, from one listener a page, at each change. */
function tellCompanion(isGranted) {
  if (
    !isUnasked &&
    callInWindow('searchstaxSitecore.consent', isGranted) === true &&
    !templateStorage.getItem('told')
  ) {
    templateStorage.setItem('told', true);
    addConsentListener('analytics_storage', (_type, isGrantedNow) => {
      tellCompanion(isGrantedNow);
    });
  }
}

// ---- Values ----
// GTM's variables and data layers bring numbers as text, text as numbers, and sometimes things that are neither.

/**
 * A number, or the number that a text holds, between limits, and whole unless any will do; undefined for anything else,
 * and for what JSON would not keep exactly.
 */
function toNumber(value, least, isAny, most) {
  // Without the zeros in front, which JSON does not know.
  const digits = typeof value === 'string' && value.trim().match('^0*((?!0[0-9])[0-9]+([.][0-9]+)?)$');
  const number = digits ? JSON.parse(digits[1]) : value;
  // Not a number fails every comparison, infinity the second.
  return typeof number === 'number' &&
    number >= least &&
    number <= (most || 9007199254740991) &&
    (isAny || number % 1 === 0)
    ? number
    : undefined;
}

/** Text as it is, a number as text; empty for blank and for anything else. */
function toText(value) {
  if (typeof value === 'string') {
    return value.trim() && value;
  }
  return toNumber(value, -9007199254740991, true) === undefined ? '' : '' + value;
}

/** Text without the spaces around it. */
function toTrimmed(value) {
  return typeof value === 'string' ? value.trim() : toText(value);
}

// ---- The data layer ----
// Version 1 of the data layer holds the last push as it was; version 2 would merge a shorter list into the longer one
// that was pushed before it.

/** The name of the event that fired the tag; read at once, since later pushes change it. */
const firedBy = toTrimmed(copyFromDataLayer('event'));

/** Whether its name begins with SearchStax's, so that it comes with a searchstax object. */
const named = firedBy.indexOf('searchstax') === 0;

/** What follows SearchStax's name in the event's; empty where it does not begin with that. */
const ownEvent = named ? firedBy.slice('searchstax'.length) : '';

/** The value if it is an object; an empty object if it is anything else. */
function toObject(value) {
  return getType(value) === 'object' ? value : {};
}

/** The text kept under a key, and the event at which it became what it is: pushed anew, or no longer the same. */
function keep(key, text, isPushedNow) {
  let seen = !isPushedNow && templateStorage.getItem(key);
  if (!seen || seen.text !== text) {
    seen = { text: text, at: data.gtmEventId };
    templateStorage.setItem(key, seen);
  }
  return seen;
}

// ---- The console ----

/** Whether anybody reads the console: the template may log in GTM's preview only. */
const isPreview = queryPermission('logging');

// ---- Who the visitor is ----
// SearchStax's own tracker keeps a session ID and a visitor ID in cookies. Reusing them makes these events part of the
// same visit; where they are not, they are created in the same form.

/** A cookie's value; empty where there is none. Asked to decode it, GTM aborts the tag where it is not encoded well. */
function cookieValue(name) {
  const stored = getCookieValues(name, false)[0] || '';
  return (decodeUriComponent(stored) || stored).trim();
}

/** Keeps a value in a cookie of the page's own host; without an age it is gone when the browser closes. */
function storeCookie(name, value, maxAge) {
  const options = { path: '/', secure: true, samesite: 'Lax' };
  if (maxAge) {
    options['max-age'] = maxAge;
  }
  if (queryPermission('set_cookies', name, options)) {
    setCookie(name, value, options);
  }
}

/** The ID made on this page, or a new one, which a cookie keeps where it may; else it lives as long as the page. */
function makeId(name, mayStore) {
  const isSession = name === 'searchstax_session_id';
  // An ID from before consent never gets into a cookie: it would join what was anonymous to the visitor.
  const pageKey = mayStore ? name : name + ' without consent';
  const numbers = [
    generateRandom(10000000, 99999999),
    generateRandom(1000, 9999),
    generateRandom(4000, 4999),
    generateRandom(8000, 9999),
    generateRandom(100000000000, 999999999999),
  ];

  // A visitor's is a UUID of version 4, here one without the digits a to f; a session's letters and digits: Base64 makes
  // nothing else of digits.
  const id =
    templateStorage.getItem(pageKey) ||
    (isSession ? toBase64(numbers.join('')).slice(0, 25) : numbers.join('-'));
  if (mayStore) {
    storeCookie(name, id, isSession ? 3600 : 31536000);
  }
  // The page remembers it only where no cookie does, so that an ID does not outlive its cookie.
  templateStorage.setItem(pageKey, mayStore && cookieValue(name) ? '' : id);
  return id;
}

/**
 * The ID of the session or the visitor: the one typed into the tag, else the one in the cookie or its older namesake, else
 * one that is made. Without consent no cookie is read or written.
 */
function identify(name, typed, mayStore) {
  return (
    (typed && toTrimmed(typed)) ||
    (mayStore && (cookieValue(name) || (name === 'searchstax_session_id' && cookieValue('searchcookie')))) ||
    makeId(name, mayStore)
  );
}

// ---- GA4's parameters ----
// The data layer keeps them after their event: what was there at an earlier event already may be that event's.

/**
 * GA4's items, what they are part of, and since when: of the three lists that there may be, the one that came last; and
 * what was given to gtag.
 */
let items, place, changed, model;

// ---- Impressions ----
// SearchStax counts positions from 1 over all pages; sites and GA4 often give the place on the page, counted from 0.

/** How many results stand on the pages before the one that was read. */
let before;

/**
 * A list of impressions as JSON, if each is in SearchStax's form already, whatever comes first in it: its identifier, its
 * position, perhaps its title, and nothing else; empty if not. What is very long is not compared: it is cut anyway.
 */
function asOnWire(names, json) {
  return json.length <= 30000 &&
    json.match(
      '^\\[(?:,?[{](?:(?:,?"(?:position":[1-9][0-9]{0,14}|' +
        names[0] +
        '":"[^"\\\\\\s](?:\\\\.|[^"\\\\])*")){2}|(?:,?"(?:position":[1-9][0-9]{0,14}|(?:' +
        names[1] +
        ')":"[^"\\\\\\s](?:\\\\.|[^"\\\\])*")){3})})+]$'
    )
    ? json
    : '';
}

// ---- The properties of an event ----

/**
 * Whether the values of an event can be sent as they are, by their JSON and the event's rule. What is very long is not
 * compared: it is cut anyway.
 */
function arePlain(json, rule) {
  return (
    json.length < 30000 &&
    json.match(
      '^(?![^]*"(?:is_question|has_show_more|score|comments|(?:pageNo|position)":0))(?=(?:[^]*?"(?:' +
        rule[1] +
        rule[2] +
        ')":){' +
        rule[0] +
        '})[{](?:,?"(?:(?:' +
        rule[1] +
        '|language|model|user|pageUrl)":"[^"\\\\\\s](?:\\\\.|[^"\\\\])*"|(?:tt' +
        rule[2] +
        rule[3] +
        ')":[0-9]{1,15}))+}$'
    )
  );
}

// ---- SearchStax ----

/**
 * The URL that sends an event, whose impressions are JSON already: the endpoint with Base64 of its JSON in UTF-8; of what
 * cannot but be too long, only a text about as long as the URL would be.
 */
function urlOf(endpoint, payload, impressions) {
  const text = JSON.stringify(payload).slice(0, -2) + (impressions && ',"impressions":' + impressions) + '}}';
  return text.length > 7680
    ? text + text.slice(0, text.length / 3)
    : endpoint + '?data=' + encodeUriComponent(toBase64(text));
}

/** Remembers what a search showed for the clicks on it: of one query all of it, as the visitor scrolls on. */
function remember(query, impressions) {
  const shown = toObject(templateStorage.getItem('shown'));
  templateStorage.setItem('shown', {
    query: query,
    text: (shown.query === query ? shown.text : '') + impressions,
  });
}

// ---- All that a firing may be ----

/** Finds out what this firing is to send, checks and converts it, says what is wrong with it, and sends it. */
function sendCarefully() {
  /** Whether nothing was given. GTM's data layer variables answer false where a parent object is null. */
  function isBlank(value) {
    return typeof value === 'string' ? !value.trim() : !value && value !== 0;
  }

  /** The first characters of a text, never half of a character that takes two. */
  function cutText(text, length) {
    const cut = text.slice(0, length);
    return cut.match('[\\ud800-\\udbff]$') ? cut.slice(0, -1) : cut;
  }

  /** A value as the console shows it: as JSON, of which a long one's beginning and last character. */
  function quote(value) {
    const json = JSON.stringify(value) || getType(value);
    return json.length > 62 ? json.slice(0, 61) + '...' + json.slice(-1) : json;
  }

  /** The value if it is a list, or the list that a JSON text holds; an empty list if it is anything else. */
  function toList(value) {
    const list = typeof value === 'string' ? JSON.parse(value) : value;
    return getType(list) === 'array' ? list : [];
  }

  /** Writes one line in GTM's preview. */
  function report(line) {
    if (isPreview) {
      logToConsole('SearchStax + Sitecore | ' + (firedBy || 'no event') + ' | ' + line);
    }
  }

  /** Why GTM does not let the template send to an address. */
  function permissionProblem(address) {
    return (
      'GTM does not let this template send to ' +
      address +
      ': the port must be 443, and the permission "Sends pixels" of the template must allow the address.'
    );
  }

  // ---- Hosts ----

  /**
   * The host in what people paste: a host, a URL, a URL without its scheme. Undefined if there is none, or one with a port
   * that GTM does not call. A host's labels are letters, digits and hyphens, at least two labels.
   */
  function toHost(pasted) {
    return (pasted
      .toLowerCase()
      .match(
        '^(?:(?:https?:)?//)?(?=[a-z0-9-]+[.])([a-z0-9]+(?:(?:-+|[.])[a-z0-9]+)+)(?::443)?(?:[/?#]|$)'
      ) || [])[1];
  }

  // ---- Sitecore goals ----

  /** A Sitecore goal, ready to be sent as a request for the pixel that names it; in words, why it cannot be. */
  function prepareGoal(goal, name, given) {
    const queryKey = isBlank(data.queryKey) ? 'sc_trk' : toTrimmed(data.queryKey);
    const key = queryKey.toLowerCase();
    // An https URL, which alone leads to another host, or else a path on the page's own; and the query, without a fragment.
    const parts = (isBlank(data.pixelUrl) ? '/-/media/goals/trigger' : toTrimmed(data.pixelUrl))
      .split(' ')
      .join('%20')
      .match('^(?:([hH][tT]{2}[pP][sS]://[^?#]*)|(?!$|//|[^/?#]*:)/?([^?#]*))[?]?([^#]*)');
    const encoded = encodeUriComponent(goal);

    if (!goal) {
      return isBlank(given)
        ? 'No goal is named: fill in "Goal" in this tag, or the goal of the table row.'
        : 'The goal must be a name or an ID, not ' + quote(given) + '.';
    }
    // Some versions of Sitecore take a comma for the end of the name.
    if (!encoded || goal.indexOf(',') >= 0) {
      return (
        'The name ' +
        quote(goal) +
        (encoded ? ' holds a comma, at which some versions of Sitecore split it' : ' is damaged text') +
        ": use the goal's ID."
      );
    }
    if (!key.match('^(?!(?:w|h|mw|mh|sc|as|bc|thn|iar|la|vs|db|rev|gtmcb)$)[a-z0-9_.~-]+$')) {
      return (
        '"Query key" in this tag must be ' +
        "the name in Sitecore's setting Analytics.EventQueryStringKey, such as sc_trk, not " +
        quote(queryKey) +
        '.'
      );
    }
    if (!parts || (parts[1] && !toHost(parts[1]))) {
      return (
        '"Pixel" in this tag must be a path such as /-/media/goals/trigger' +
        ' or a URL that begins with https://.'
      );
    }
    // On another port than https's own GTM refuses the request; without it the goal would go to another site.
    const address =
      parts[1] || ('https://' + getUrl('host') + ':' + getUrl('port') + '/').replace(':443/', '/') + parts[2];
    // What was typed, the goal, and a number that keeps caches from answering.
    const query = parts[3]
      .split('&')
      .filter((part) => part && [key, 'gtmcb'].indexOf(part.split('=')[0].toLowerCase()) < 0)
      .concat([queryKey + '=' + encoded, 'gtmcb=' + generateRandom(100000000000, 999999999999)])
      .join('&');
    const url = address + '?' + query;
    if (query.length >= 2048) {
      return "The name is too long for a URL: use the goal's ID.";
    }
    if (!queryPermission('send_pixel', url)) {
      return permissionProblem(address);
    }
    // Asked for the one parameter, GTM aborts the tag where that is not encoded well.
    const isEditing = getUrl('query').toLowerCase().match('(?:^|&)sc_mode=(?:edit|preview)(?:&|$)');

    // How often a goal counts: the page remembers the goal and, where asked for and allowed, a cookie of the session.
    const frequency = data.goalFrequency;
    const isLimited = frequency === 'page' || frequency === 'session';
    const lower = goal.toLowerCase();
    // An ID is the same however it is written.
    const digits = lower.split('-').join('').match('^[{]?([0-9a-f]{32})}?$');
    const id = digits ? digits[1] : lower.split('|').join(' ');
    // As it stands in the cookie, and what the page remembers it by.
    const mark = '|' + id + '|';

    /** The goals counted in this session, each between two bars; empty if no cookie is to be used. */
    function inSession() {
      return frequency === 'session' && (isUnasked || isConsentGranted('analytics_storage'))
        ? '|' + cookieValue('searchstax_sitecore_goals') + '|'
        : '';
    }
    /** Remembers that the goal was counted, or no more that it was. */
    function count(isSent) {
      if (isLimited) {
        templateStorage.setItem(mark, isSent);
      }
      const before = inSession();
      if (before) {
        const goals = encodeUriComponent(before.split(mark).join('|').slice(1) + (isSent ? id : ''));
        // GTM cuts longer cookies off, at 1,200 characters: the first goals are forgotten.
        const latest = goals.match('(?:^|%7C)(.{0,1000})$');
        storeCookie('searchstax_sitecore_goals', latest ? decodeUriComponent(latest[1]) : '');
      }
    }

    return (_mayStore, done) => {
      const reason = isEditing
        ? 'in Experience Editor and Preview goals do not count.'
        : isLimited &&
          (templateStorage.getItem(mark) || inSession().indexOf(mark) >= 0) &&
          'it counts once a ' + frequency + ', and has been counted.';
      function answered(arrived) {
        if (!arrived) {
          count(false);
        }
        report(
          name +
            (reason
              ? ' not sent: ' + reason
              : arrived
                ? ' sent to ' + address + '.'
                : ' failed: ' + address + ' is no image. Is the media item published, and its path right?')
        );
        done(arrived);
      }
      if (reason) {
        answered(true);
      } else {
        // Before the answer, so that a second click at once does not send it again.
        count(true);
        sendPixel(
          url,
          () => answered(true),
          () => answered(false)
        );
      }
    };
  }

  /** The last search term that was pushed or given to gtag, and since which event; each counts where it came later. */
  function searchTerm() {
    const pushed = copyFromDataLayer('search_term', 1);
    const own = pushed ? keep('search_term', toText(pushed)) : {};
    model = toObject(copyFromDataLayer('eventModel', 1) || copyFromDataLayer('eventModel'));
    const told = model.search_term
      ? keep('gtag', toText(model.search_term))
      : templateStorage.getItem('gtag');
    return told && (!own.text || told.at > own.at) ? told : own;
  }

  /** Looks for them. */
  function findItems() {
    items = [];
    place = {};
    [{ items: copyFromDataLayer('items', 1) }, copyFromDataLayer('ecommerce', 1), model]
      .map(toObject)
      .forEach((given, order) => {
        const list = toList(given.items);
        const at = keep('items' + order, JSON.stringify(given)).at;
        // Beside an event that is not GA4's, a list from before it is another's.
        if (list.length && (!items.length || at > changed) && (!named || at === data.gtmEventId)) {
          items = list;
          place = given;
          changed = at;
        }
      });
  }

  /**
   * Tells of an index on a page, which shows so many unless it says so itself, what position it stands for; undefined where
   * there is none. A page without a number is the first.
   */
  function readPage(values, shown) {
    const size = toNumber(values.pageSize, 1) || toNumber(values.shownHits, 1) || shown;
    before = ((toNumber(values.pageNo, 1) || 1) - 1) * size;
    return (index) => {
      let place = toNumber(index, 0);
      if (place && templateStorage.getItem('isFromOne')) {
        place = place - 1;
      }
      // An index beyond a page's size counts over all pages already.
      return place === undefined ? place : place + 1 + (place < size ? before : 0);
    };
  }

  /**
   * The impressions of an event in the form that SearchStax takes, as JSON, without the items that nothing identifies. A
   * plain text is its own identifier. Of the names in use for identifier and title, the first is SearchStax's.
   */
  function toImpressions(names, given, values, leftOut) {
    const all = toList(given);
    // No more than these fit into a URL, however short they are.
    const items = all.slice(0, 274);
    // Nothing, if the list holds itself.
    const json = JSON.stringify(items) || '';
    if (asOnWire(names, json)) {
      return json;
    }
    if (!all.length && JSON.stringify(given) !== '[]') {
      leftOut.push('impressions must be a list, not ' + quote(given));
    }
    const toPosition = readPage(values, all.length);
    const first = toObject(items[0]);
    // Positions that begin at 0 are no positions yet; a list whose first index is 1 counts from 1, and so do clicks on it.
    const isFromZero = toNumber(first.position, 0) === 0;
    const base = toNumber(first.index, 0);
    /** Whether anything of an item is called so: else it needs not to be asked of each. */
    function isUsed(name) {
      return name && json.indexOf('"' + name + '":') >= 0;
    }
    const hasPositions = isUsed('position');
    const hasIndexes = isUsed('index');
    const list = [];
    let characters = 0;
    let unidentified = 0;
    if (base !== undefined) {
      templateStorage.setItem('isFromOne', base === 1 || base === before + 1);
    }
    const start = toPosition(base);

    /** Looks in an item for the first of these names that holds a text. */
    function reader(candidates) {
      const used = candidates.split(' ').filter(isUsed);
      return used.length === 1
        ? (source) => toText(source[used[0]])
        : (source) => used.reduce((text, name) => text || toText(source[name]), '');
    }
    const identify = reader(names[2]);
    const entitle = reader(names[3]);
    // What comes after the identifiers have filled the URL is never sent: it is not even looked at.
    items.every((item, order) => {
      const source = toObject(item);
      const identifier = identify(source) || toText(item);
      const place = hasPositions && toNumber(source.position, isFromZero ? 0 : 1);
      if (identifier) {
        list.push({
          cDocId: identifier,
          cDocTitle: entitle(source) || undefined,
          position:
            (isFromZero ? before + place + 1 : place) ||
            // On the first page an index that is one more than the last needs no look.
            (hasIndexes &&
              (source.index === base + order && !before ? start + order : toPosition(source.index))) ||
            before + order + 1,
        });
      } else {
        unidentified = unidentified + 1;
      }
      characters = characters + identifier.length + 28;
      return characters <= 7680;
    });
    if (unidentified) {
      leftOut.push('impressions with none of ' + names[2].split(' ').join(', ') + ' (' + unidentified + ')');
    }
    // What is shown has an identifier of its own name with each event.
    return list.length
      ? JSON.stringify(list)
          .split('{"cDocId":')
          .join('{"' + names[0] + '":')
      : '';
  }

  /**
   * The values of an event in the kinds that SearchStax takes, so many of which are required. Says what is missing or
   * cannot be converted.
   */
  function convert(names, required, values, term, problems, leftOut) {
    const properties = {};
    const missing = [];
    let item = {};
    // Only the click on a result has something to do with GA4's items. A list of several does not tell which was clicked.
    if (names[1] === 'cDocId' && [values.cDocId, values.cDocTitle, values.position].some(isBlank)) {
      const shown = toObject(templateStorage.getItem('shown')).text || '';
      findItems();
      item = toObject(items.length === 1 && items[0]);
      // A shop announces clicks on all its lists alike: a result is in the list that the search named, if it named one.
      let marks = [item.item_list_id, item.item_list_name, place.item_list_id, place.item_list_name].filter(
        (name) => name
      );
      if (!marks.length || shown.indexOf('"item_list_') < 0) {
        marks = [item.item_id, item.item_name].map(toText);
      }
      // Another ID than the one already known tells that the item is an older click's; so does an event that is not GA4's.
      if (toText(values.cDocId) && toText(values.cDocId) !== toText(item.item_id)) {
        item = {};
      } else if (
        shown &&
        !named &&
        item.item_id &&
        !marks.some((mark) => shown.indexOf(JSON.stringify(mark)) >= 0)
      ) {
        problems.push('The item that was clicked is none that the last search showed');
      }
    }
    const toPosition = readPage(values, 0);
    const instead = {
      query: term,
      cDocId: item.item_id,
      cDocTitle: item.item_name,
      position: toPosition(isBlank(values.index) ? item.index : values.index),
    };

    names.forEach((name, order) => {
      const value = isBlank(values[name]) && instead.hasOwnProperty(name) ? instead[name] : values[name];
      const kind = ((
        ' totalHits shownHits tt =a whole number from 0 up;' +
        ' pageNo position =a whole number from 1 up; latency =a number from 0 up;' +
        ' is_question has_show_more =true or false; score =a whole number from 0 to 10;' +
        ' comments =text 2000;'
      ).match(' ' + name + ' [^=]*=([^;]*)') || ['', 'text'])[1];
      const limits = kind.match('([0-9]+)(?: to ([0-9]+))?') || [];
      const isText = kind.indexOf('text') === 0;
      const word = typeof value === 'boolean' ? '' + value : toTrimmed(value).toLowerCase();
      const property = isText
        ? // What is cut may be blank, though the whole was not.
          toText(limits[1] ? cutText(toText(value), JSON.parse(limits[1])) : value) || undefined
        : limits[1]
          ? toNumber(value, limits[1], kind.indexOf('whole') < 0, limits[2])
          : [true, true, false, false, undefined][['true', '1', 'false', '0', word].indexOf(word)];
      if (property !== undefined) {
        properties[name] = property;
      } else if (!isBlank(value)) {
        (order < required ? problems : leftOut).push(
          name + ' must be ' + (isText ? 'text' : kind) + ', not ' + quote(value)
        );
      } else if (order < required) {
        missing.push(name);
      }
    });
    if (missing[0]) {
      problems.push(
        'Missing: ' +
          missing.join(', ') +
          '. Set it under "Properties" in this tag, or push searchstax.' +
          missing.join(', searchstax.') +
          ' with the event'
      );
    }
    return properties;
  }

  /**
   * One of SearchStax's events, ready to be sent; in words, why it cannot be. What it carries is looked for in the tag's
   * fields, then in the data layer's searchstax object, then in GA4's parameters; converted to the types that SearchStax
   * takes, and checked.
   */
  function prepareEvent(event) {
    const rule = eventProperties[event].split(' ');
    const names = (rule[1] + rule[2] + rule[3] + '|language|model|user|pageUrl|tt').split('|');
    // A number as text, made a number.
    const required = rule[0] * 1;
    const problems = [];
    const leftOut = [];
    const cuts = [];
    const term = searchTerm();
    let values = toObject(copyFromDataLayer('searchstax', 1));
    // Apart from the other properties: they may be many.
    let given = values.impressions;
    values.impressions = undefined;
    let json = JSON.stringify(values) || '';
    // It stays there after its event: beside a search term that came later, it is an older search's.
    if (
      term.at > keep('searchstax', json, named).at &&
      !isBlank(values.query) &&
      toText(values.query) !== term.text
    ) {
      values = {};
      given = undefined;
      json = '{}';
    }
    // With nothing of its own, GA4's search term may be all that the event needs.
    if (json === '{}') {
      values.query = term.text;
      json = JSON.stringify(values);
    }
    if (data.language || data.model || data.properties) {
      // A row of the Properties table wins over a field, and both over the data layer.
      [
        { property: 'language', value: data.language },
        { property: 'model', value: data.model },
      ]
        .concat(toList(data.properties).map(toObject))
        .forEach((row) => {
          const name = '' + row.property;
          // False is a value only where the answer is yes or no; elsewhere GTM says nothing with it.
          if (!isBlank(row.value) || (row.value === false && name.match('^(?:is_question|has_show_more)$'))) {
            values[name] = row.value;
          }
        });
      given = values.impressions || given;
      values.impressions = undefined;
      json = JSON.stringify(values) || '';
    }

    const properties = arePlain(json, rule)
      ? values
      : convert(names, required, values, term.text, problems, leftOut);

    // As JSON. A search without results shows nothing.
    let impressions = '';
    if (impressionNames[event] && properties.totalHits !== 0) {
      const isSearch = event === '_search';
      let list = '';
      // A shop's other lists stand in the data layer too: beside an event of SearchStax's only the term tells them apart.
      if (isSearch && isBlank(given) && (term.text === properties.query || !(term.text || named))) {
        findItems();
        if (items.length && !(term.at > changed)) {
          given = items;
          list = JSON.stringify(place);
        }
      }
      if (!isBlank(given)) {
        impressions = toImpressions(impressionNames[event].split(','), given, values, leftOut);
      }
      if (isSearch) {
        remember(properties.query, impressions + (impressions && list));
      }
    }

    // The default one only where the field was never set, not where a variable in it is empty.
    const host =
      // The usual one needs no look.
      data.analyticsHost !== 'analytics-us.searchstax.com' && data.hasOwnProperty('analyticsHost')
        ? toHost(toTrimmed(data.analyticsHost))
        : 'analytics-us.searchstax.com';

    const endpoint = 'https://' + host + '/api/v2/track/';
    properties.key = toTrimmed(data.trackingKey);
    if (!host) {
      problems.push('"Analytics host" in this tag must be a host name such as analytics-us.searchstax.com');
    }
    if (!properties.key) {
      problems.push('"Tracking key" in this tag is empty');
    }
    if (problems[0]) {
      return problems.join('. ') + '.';
    }

    const payload = { event: event, properties: properties };
    let url = '';

    /** Makes the URL. Says whether it is too long. */
    function isLong() {
      url = urlOf(endpoint, payload, impressions);
      return url.length > 10240;
    }

    /**
     * Says who the visitor is and makes the URL. While that is too long, the event is cut: titles of the last impressions,
     * then impressions from the end, then the answer's text, then optional properties from the last. Required properties
     * stay: the URL is empty if they alone are too long.
     */
    function fitAs(mayStore) {
      properties.session = identify('searchstax_session_id', data.session, mayStore);
      properties._vid = identify('ms_visitorid', data.visitor, mayStore);
      if (isLong()) {
        const answer = properties.answer;
        const text = toText(answer);

        /** Keeps as many as fit, if any do: each URL that is made halves the numbers that are left to try. */
        const shrink = (what, most, to) => {
          let fits = 0;
          let tooMany = 1;
          let count = 0;
          if (most && isLong()) {
            to(0);
            tooMany = isLong() ? 1 : most;
            while (tooMany - fits > 1) {
              count = (fits + tooMany) / 2;
              count = count - (count % 1);
              to(count);
              if (isLong()) {
                tooMany = count;
              } else {
                fits = count;
              }
            }
            to(fits);
            if (what) {
              cuts.push(what + (fits ? ' after the first ' + fits : ''));
            }
          }
        };

        if (impressions) {
          const list = JSON.parse(impressions);
          const untitled = JSON.parse(impressions);
          for (const item of untitled) {
            item.cDocTitle = undefined;
          }
          shrink(
            'titles of impressions',
            impressions.indexOf('"cDocTitle":') < 0 ? 0 : list.length,
            (count) => {
              impressions = JSON.stringify(list.slice(0, count).concat(untitled.slice(count)));
            }
          );
          shrink('impressions', list.length, (count) => {
            impressions = count ? JSON.stringify(untitled.slice(0, count)) : '';
          });
        }
        // At first none; then more of the answer may fit.
        [''].concat(names.slice(required).reverse()).every((name) => {
          const isStillLong = isLong();
          if (isStillLong) {
            if (properties[name] !== undefined) {
              properties[name] = undefined;
              cuts.push(name);
            }
            properties.answer = answer;
            shrink('', text.length, (count) => {
              properties.answer = cutText(text, count > 2 ? count : 2);
            });
          }
          return isStillLong;
        });
        if (properties.answer !== answer) {
          cuts.push('the end of the answer');
        }
        if (isLong() || (answer && !toText(properties.answer))) {
          url = '';
        }
      }
    }
    fitAs(granted);
    if (!url || !queryPermission('send_pixel', url)) {
      return url
        ? permissionProblem(endpoint)
        : 'What SearchStax requires of this event is too long for a URL. Send shorter texts.';
    }

    return (mayStore, done) => {
      // Consent that came meanwhile brings the visitor's own IDs.
      if (mayStore !== granted) {
        fitAs(mayStore);
      }
      // The companion is given the impressions as they are, not as JSON.
      const shown = impressions && JSON.parse(impressions);
      let isTaken = false;
      if (shown) {
        properties.impressions = shown;
      }
      // Without consent the companion's queue, which outlives the page, is not for this event.
      if (url && mayStore) {
        tellCompanion(true);
        isTaken =
          callInWindow(
            'searchstaxSitecore.deliver',
            endpoint,
            payload,
            isPreview ? (words) => report(event + ' not sent: ' + words) : undefined
          ) === true;
      }
      if (isPreview) {
        const companion = isTaken ? copyFromWindow('searchstaxSitecore.version') || 'unknown' : '1.1.0';
        report(
          event +
            (url
              ? (isTaken ? ' handed to the companion for ' : ' sent to ') +
                host +
                ': ' +
                names
                  .filter((name) => properties[name] !== undefined)
                  .map((name) => name + ' ' + quote(properties[name]))
                  .concat(shown ? [shown.length + ' impressions'] : [])
                  .join(', ') +
                '.' +
                (leftOut[0] ? ' Left out: ' + leftOut.join('; ') + '.' : '') +
                (cuts[0] ? ' Too long for a URL, so cut: ' + cuts.join('; ') + '.' : '') +
                (companion === '1.1.0'
                  ? ''
                  : ' The companion is version ' + companion + ', this tag 1.1.0: update both.')
              : ' not sent: with this session and visitor ID it is too long for a URL.')
        );
      }
      if (!url || isTaken) {
        done(isTaken);
      } else {
        // SearchStax accepts with 204, which is no image: either way the request has ended, and more cannot be known.
        sendPixel(url, done, done);
      }
    };
  }

  const ready = [];
  const events = [];
  const goals = [];
  let failed = false;
  // This run itself, and what is on its way.
  let open = 1;

  /** Takes up what is ready to be sent; or says why it is not. */
  function add(list, name, prepared) {
    if (typeof prepared === 'string') {
      failed = true;
      report(name + ' not sent. ' + prepared);
    } else {
      ready.push(name);
      list.push(prepared);
    }
  }

  /** Reads and checks everything now: in a callback the data layer may have moved on. */
  function prepare(action, given) {
    const event = '' + action;
    const goal = toTrimmed(given);
    const name = 'Goal' + (goal && ' ' + quote(goal));
    if (action === 'goal') {
      add(goals, name, prepareGoal(goal, name, given));
    } else {
      add(
        events,
        event,
        eventProperties.hasOwnProperty(event)
          ? prepareEvent(event)
          : 'SearchStax has no such event: choose one in this tag.'
      );
    }
  }

  /** One thing is done, or with false has failed; after the last of them GTM is told how it went. */
  function done(arrived) {
    failed = failed || arrived === false;
    open = open - 1;
    if (!open) {
      data[failed ? 'gtmOnFailure' : 'gtmOnSuccess']();
    }
  }

  /** Sends all that is prepared: goals one after the other, since Sitecore works off those of a session in turn anyway. */
  function send(mayStore) {
    open = open + ready.length;
    events.forEach((event) => {
      event(mayStore, done);
    });
    if (goals[0]) {
      const sendGoal = () => {
        const goal = goals.shift();
        if (goal) {
          goal(mayStore, (arrived) => {
            done(arrived);
            sendGoal();
          });
        }
      };
      sendGoal();
    }
  }

  // A field that still holds a variable's name counts as empty: the container has no such variable, and nobody is to be sent
  // its name.
  if ((JSON.stringify(data) || '').indexOf('{{') >= 0) {
    [data].concat(toList(data.routes), toList(data.properties)).forEach((row) => {
      const values = row;
      for (const name in values) {
        if (toTrimmed(values[name]).indexOf('{{') >= 0) {
          report('Taken as empty, since this container has no such variable: ' + values[name] + '.');
          values[name] = '';
        }
      }
    });
  }

  if (!granted) {
    tellCompanion(false);
  }
  if (getUrl('protocol') !== 'https') {
    failed = true;
    report('Nothing sent: this page is not https, and GTM sends from https pages only.');
  } else if (data.action !== 'route' && !isBlank(data.action)) {
    prepare(data.action, data.goal);
  } else {
    // The SearchStax event that the data layer's is named for, and each row of the Routes table that names it.
    if (eventProperties.hasOwnProperty(ownEvent)) {
      add(events, ownEvent, prepareEvent(ownEvent));
    }
    if (data.routes) {
      // The same is sent once, however often it is named.
      const sent = [named && ownEvent];
      toList(data.routes).forEach((typed) => {
        const row = toObject(typed);
        const action = row.action;
        const what = action + (action === 'goal' ? ' ' + toTrimmed(row.goal) : '');
        if (firedBy && toTrimmed(row.event) === firedBy && sent.indexOf(what) < 0) {
          sent.push(what);
          prepare(action, row.goal);
        }
      });
    }
    if (!ready[0] && !failed) {
      failed = true;
      report(
        'Nothing sent: no row of "Routes" in this tag names this event, nor is it searchstax_search or the like. ' +
          'Add a row, or narrow the trigger.'
      );
    }
  }

  if (granted || data.consent === 'anonymous') {
    send(granted);
  } else if (ready[0]) {
    addConsentListener('analytics_storage', (_type, isGranted) => {
      // Once, and long after GTM was told: from here on there is always more open than is sent.
      if (isGranted && !open) {
        open = 1;
        send(true);
      }
    });
    report(ready.join(', ') + ' held until analytics_storage is granted on this page.');
  }
  done();
}

// ---- The plain case ----

/**
 * Most firings bring values that can be sent as they are, and nobody reads the console: this sends them with the least
 * work, just as all the rest would. Says with false that it is no such firing; then nothing was sent or remembered but
 * the visitor's IDs.
 */
function sendPlain() {
  const event = data.action === 'route' ? ownEvent : '' + data.action;
  if (
    !granted ||
    isPreview ||
    !eventProperties.hasOwnProperty(event) ||
    getUrl('protocol') !== 'https' ||
    // A row of the Routes table may name this event.
    (data.routes && (JSON.stringify(data.routes) || firedBy).indexOf(firedBy) >= 0) ||
    (data.properties && data.properties[0]) ||
    data.language ||
    data.model ||
    data.session ||
    data.visitor ||
    (data.analyticsHost !== 'analytics-us.searchstax.com' &&
      !toText(data.analyticsHost).match('^[a-z0-9]+(-[a-z0-9]+)*[.]searchstax[.]com$')) ||
    // What GA4 was told of a search.
    copyFromDataLayer('search_term', 1) ||
    (copyFromDataLayer('eventModel', 1) || copyFromDataLayer('eventModel') || {}).search_term ||
    templateStorage.getItem('gtag')
  ) {
    return false;
  }

  const values = copyFromDataLayer('searchstax', 1) || {};
  const key = toTrimmed(data.trackingKey);
  const given = values.impressions;
  values.impressions = undefined;
  const json = JSON.stringify(values) || '';
  // A search without results shows nothing.
  const showsSome = impressionNames[event] && values.totalHits !== 0;
  const list = showsSome && given ? JSON.stringify(given) || '' : '';
  if (
    !key ||
    // A variable that the container does not have.
    key.indexOf('{{') >= 0 ||
    list.length > 7680 ||
    !arePlain(json, eventProperties[event].split(' '))
  ) {
    return false;
  }
  const impressions = list && asOnWire(impressionNames[event].split(','), list);
  // What is shown may have to be converted, or be GA4's items.
  if (showsSome && !impressions && (given || !named)) {
    return false;
  }
  values.key = key;
  values.session = cookieValue('searchstax_session_id') || identify('searchstax_session_id', '', true);
  values._vid = cookieValue('ms_visitorid') || identify('ms_visitorid', '', true);
  const endpoint = 'https://' + data.analyticsHost + '/api/v2/track/';
  const payload = { event: event, properties: values };
  const url = urlOf(endpoint, payload, impressions);
  if (url.length > 10240 || !queryPermission('send_pixel', url)) {
    return false;
  }

  keep('searchstax', json, named);
  if (showsSome && event === '_search') {
    remember(values.query, impressions);
  }
  tellCompanion(true);
  if (impressions) {
    values.impressions = given;
  }
  if (callInWindow('searchstaxSitecore.deliver', endpoint, payload) === true) {
    data.gtmOnSuccess();
  } else {
    // SearchStax accepts with 204, which is no image: either way the request has ended, and more cannot be known.
    sendPixel(url, data.gtmOnSuccess, data.gtmOnSuccess);
  }
  return true;
}

// ---- The tag ----

if (!sendPlain()) {
  sendCarefully();
}


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
    "clientAnnotations": {
      "isEditedByUser": true
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
            "string": "specific"
          }
        },
        {
          "key": "keyPatterns",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "event"
              },
              {
                "type": 1,
                "string": "searchstax"
              },
              {
                "type": 1,
                "string": "search_term"
              },
              {
                "type": 1,
                "string": "items"
              },
              {
                "type": 1,
                "string": "ecommerce"
              },
              {
                "type": 1,
                "string": "eventModel"
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
        "publicId": "get_cookies",
        "versionId": "1"
      },
      "param": [
        {
          "key": "cookieAccess",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "cookieNames",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "searchstax_session_id"
              },
              {
                "type": 1,
                "string": "searchcookie"
              },
              {
                "type": 1,
                "string": "ms_visitorid"
              },
              {
                "type": 1,
                "string": "searchstax_sitecore_goals"
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
        "publicId": "set_cookies",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedCookies",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "name"
                  },
                  {
                    "type": 1,
                    "string": "domain"
                  },
                  {
                    "type": 1,
                    "string": "path"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "session"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "searchstax_session_id"
                  },
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "non_session"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "name"
                  },
                  {
                    "type": 1,
                    "string": "domain"
                  },
                  {
                    "type": 1,
                    "string": "path"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "session"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "ms_visitorid"
                  },
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "non_session"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "name"
                  },
                  {
                    "type": 1,
                    "string": "domain"
                  },
                  {
                    "type": 1,
                    "string": "path"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "session"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "searchstax_sitecore_goals"
                  },
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "session"
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
        "publicId": "access_template_storage",
        "versionId": "1"
      },
      "param": []
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "access_consent",
        "versionId": "1"
      },
      "param": [
        {
          "key": "consentTypes",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "analytics_storage"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
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
        "publicId": "get_url",
        "versionId": "1"
      },
      "param": [
        {
          "key": "urlParts",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "protocol",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "host",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "port",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "query",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "queriesAllowed",
          "value": {
            "type": 1,
            "string": "any"
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
                    "string": "searchstaxSitecore.consent"
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
              },
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
                    "string": "searchstaxSitecore.deliver"
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
              },
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
                    "string": "searchstaxSitecore.version"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
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
  - name: Smart answer - sends yes and no as such although the data layer holds text
    code: |-
      pushes.event = 'searchstax_questionanswer';
      pushes.searchstax = {
        question: 'how do I return shoes?',
        answer: 'Send them back within 30 days.',
        is_question: 'true',
        has_show_more: '0',
      };

      runCode(fill({}));

      assertThat(eventOf(pixels[0]).event).isEqualTo('_questionanswer');
      assertThat(sentProperties()).isEqualTo({
        question: 'how do I return shoes?',
        answer: 'Send them back within 30 days.',
        is_question: true,
        has_show_more: false,
      });
      succeeds();
  - name: Smart answer - a query that is no question is a value too
    code: |-
      pushes.event = 'searchstax_questionanswer';
      pushes.searchstax = { question: 'shoes', answer: 'Shoes are worn on feet.', is_question: false };

      runCode(fill({}));

      assertThat(sentProperties().is_question).isFalse();
      succeeds();
  - name: Smart answer - without the word of the answer service fails
    code: |-
      pushes.event = 'searchstax_questionanswer';
      pushes.searchstax = { question: 'shoes', answer: 'Shoes are worn on feet.', is_question: '' };

      runCode(fill({}));

      fails('Missing: is_question.', 'Set it under "Properties" in this tag, or push searchstax.is_question');
  - name: Smart answer - an answer too long for a URL loses its end
    code: |-
      pushes.event = 'searchstax_questionanswer';
      pushes.searchstax = { question: 'why?', answer: repeat('Because. ', 2000), is_question: true };

      runCode(fill({}));

      assertThat(pixels[0].length).isLessThanOrEqualTo(10240);
      assertThat(pixels[0].length).isGreaterThan(10200);
      assertThat(sentProperties().question).isEqualTo('why?');
      starts(repeat('Because. ', 2000), sentProperties().answer);
      says('so cut: the end of the answer');
      succeeds();
  - name: Answer source click - sends the source
    code: |-
      pushes.event = 'searchstax_answersourceclick';
      pushes.searchstax = {
        href: 'https://www.example.com/returns',
        question: 'how do I return shoes?',
        answer: 'Send them back within 30 days.',
      };

      runCode(fill({ language: 'en_US' }));

      assertThat(eventOf(pixels[0]).event).isEqualTo('_answersourceclick');
      assertThat(sentProperties()).isEqualTo({
        href: 'https://www.example.com/returns',
        question: 'how do I return shoes?',
        answer: 'Send them back within 30 days.',
        language: 'en_US',
      });
      succeeds();
  - name: Result click - sends the result and everything that it may carry
    code: |-
      pushes.event = 'searchstax_searchclick';
      pushes.searchstax = {
        query: 'shoes',
        cDocId: 13,
        cDocTitle: 'Winter runner',
        position: '13',
        shownHits: '10',
        totalHits: '42',
        pageNo: '2',
        latency: '38',
      };

      runCode(fill({}));

      assertThat(eventOf(pixels[0]).event).isEqualTo('_searchclick');
      assertThat(sentProperties()).isEqualTo({
        query: 'shoes',
        cDocId: '13',
        cDocTitle: 'Winter runner',
        position: 13,
        shownHits: 10,
        totalHits: 42,
        pageNo: 2,
        latency: 38,
      });
      succeeds();
  - name: Result click - takes the item of a GA4 click on the second page
    code: |-
      pushes.event = 'select_item';
      pushes.search_term = 'shoes';
      pushes.ecommerce = { items: [{ item_id: 'sku-13', item_name: 'Winter runner', index: 2 }] };
      pushes.searchstax = { pageNo: 2, pageSize: 10 };

      runCode(fill({ action: '_searchclick' }));

      assertThat(sentProperties()).isEqualTo({
        query: 'shoes',
        cDocId: 'sku-13',
        cDocTitle: 'Winter runner',
        position: 13,
        pageNo: 2,
      });
      succeeds();
  - name: Result click - without title and position fails and names both
    code: |-
      pushes.event = 'searchstax_searchclick';
      pushes.searchstax = { query: 'shoes', cDocId: '13', cDocTitle: ' ' };

      runCode(fill({}));

      fails('Missing: cDocTitle, position.', 'push searchstax.cDocTitle, searchstax.position with the event');
  - name: Result click - with a position that is no place in a list fails
    code: |-
      pushes.event = 'searchstax_searchclick';
      pushes.searchstax = { query: 'shoes', cDocId: '13', cDocTitle: 'Winter runner', position: 'third' };

      runCode(fill({}));

      fails('_searchclick not sent', 'position must be a whole number from 1 up, not "third"');
  - name: Related search click - sends the suggestion and everything that it may carry
    code: |-
      pushes.event = 'searchstax_relatedsearchclick';
      pushes.searchstax = {
        query: 'shoes',
        relatedSearch: 'shoe laces',
        position: '2',
        shownHits: '5',
        totalHits: 0,
      };

      runCode(fill({}));

      assertThat(eventOf(pixels[0]).event).isEqualTo('_relatedsearchclick');
      assertThat(sentProperties()).isEqualTo({
        query: 'shoes',
        relatedSearch: 'shoe laces',
        position: 2,
        shownHits: 5,
        totalHits: 0,
      });
      succeeds();
  - name: Companion - takes the event so that no pixel is sent
    code: |-
      page.companion = true;
      pushes.searchstax = { query: 'shoes', totalHits: 3 };

      runCode(fill({}));

      assertThat(pixels).isEmpty();
      assertThat(handedOver).isEqualTo([
        {
          path: 'searchstaxSitecore.deliver',
          url: 'https://analytics-us.searchstax.com/api/v2/track/',
          event: {
            event: '_search',
            properties: {
              query: 'shoes',
              totalHits: 3,
              key: 'the-key',
              session: 'abcdefghijklmnopqrstuvwxy',
              _vid: '11111111-2222-4333-8444-555555555555',
            },
          },
        },
      ]);
      says('_search handed to the companion for analytics-us.searchstax.com');
      succeeds();
  - name: Companion - an answer other than true means that the pixel is sent
    code: |-
      page.companion = 'true';
      pushes.searchstax = { query: 'shoes' };

      runCode(fill({}));

      assertThat(handedOver).hasLength(1);
      assertThat(pixels).hasLength(1);
      says('_search sent to analytics-us.searchstax.com');
      succeeds();
  - name: Companion - where there is none the pixel is sent and its end is success
    code: |-
      page.answer = 'error';
      pushes.searchstax = { query: 'shoes' };

      runCode(fill({}));

      assertThat(pixels).hasLength(1);
      succeeds();
  - name: Companion - another version is named
    code: |-
      page.companion = true;
      page.companionVersion = '0.1.0';
      pushes.searchstax = { query: 'shoes' };

      runCode(fill({}));

      says('The companion is version 0.1.0, this tag');
      succeeds();
  - name: Consent - what happens before the visitor agrees is held and then sent
    code: |-
      page.consent = false;
      pushes.searchstax = { query: 'shoes' };

      runCode(fill({}));

      assertThat(pixels).isEmpty();
      assertThat(written).isEmpty();
      says('_search held until analytics_storage is granted on this page.');
      succeeds();
      pushes.searchstax = { query: 'a later search' };
      listeners[0]('analytics_storage', true);
      assertThat(sentProperties().query).isEqualTo('shoes');
  - name: Consent - granted twice sends once and denied sends nothing
    code: |-
      page.consent = false;
      pushes.searchstax = { query: 'shoes' };

      runCode(fill({}));

      listeners[0]('analytics_storage', false);
      assertThat(pixels).isEmpty();
      listeners[0]('analytics_storage', true);
      listeners[0]('analytics_storage', false);
      listeners[0]('analytics_storage', true);
      assertThat(pixels).hasLength(1);
  - name: Consent - goals are held too
    code: |-
      page.consent = false;

      runCode(fill({ action: 'goal', goal: 'Chat' }));

      assertThat(pixels).isEmpty();
      listeners[0]('analytics_storage', true);
      assertThat(pixels).hasLength(1);
      starts(pixels[0], goalUrl('Chat'));
  - name: Consent - without cookies sends at once under IDs of the page
    code: |-
      page.consent = false;
      page.companion = true;
      pushes.searchstax = { query: 'shoes' };

      runCode(fill({ consent: 'anonymous' }));
      runCode(fill({ consent: 'anonymous' }));

      assertThat(pixels).hasLength(2);
      assertThat(written).isEmpty();
      assertThat(handedOver).isEmpty();
      assertThat(eventOf(pixels[0]).properties.session).isNotEqualTo('abcdefghijklmnopqrstuvwxy');
      assertThat(eventOf(pixels[0]).properties.session).hasLength(25);
      assertThat(eventOf(pixels[0])).isEqualTo(eventOf(pixels[1]));
      succeeds();
  - name: Consent - do not ask sends at once with cookies
    code: |-
      page.consent = false;
      pushes.searchstax = { query: 'shoes' };

      runCode(fill({ consent: 'ignore' }));

      assertThat(eventOf(pixels[0]).properties.session).isEqualTo('abcdefghijklmnopqrstuvwxy');
      succeeds();
  - name: Failure - the permission refuses the host of SearchStax
    code: |-
      page.forbidden = 'https://analytics-us.searchstax.com';
      pushes.searchstax = { query: 'shoes' };

      runCode(fill({}));

      fails('GTM does not let this template send to https://analytics-us.searchstax.com', '_search not sent');
  - name: Failure - the permission refuses the pixel
    code: |-
      page.forbidden = 'https://www.example.com/';

      runCode(fill({ action: 'goal', goal: 'Chat' }));

      fails('GTM does not let this template send to https://www.example.com/-/media/goals/trigger', 'not sent');
  - name: Failure - the page is not https
    code: |-
      page.protocol = 'http';
      pushes.searchstax = { query: 'shoes' };

      runCode(fill({}));

      fails('this page is not https', 'GTM sends from https pages only');
  - name: Failure - the tracking key is empty
    code: |-
      pushes.searchstax = { query: 'shoes' };

      runCode(fill({ trackingKey: undefined }));

      fails('_search not sent', '"Tracking key" in this tag is empty');
  - name: Failure - the analytics host is none
    code: |-
      pushes.searchstax = { query: 'shoes' };

      runCode(fill({ analyticsHost: 'https://' }));

      fails('"Analytics host" in this tag must be a host name', 'such as analytics-us.searchstax.com');
  - name: Failure - an event that SearchStax does not have
    code: |-
      runCode(fill({ action: '_related_search' }));

      fails('SearchStax has no such event', 'choose one in this tag');
  - name: Failure - everything that is missing is named at once
    code: |-
      runCode(fill({ action: '_searchclick', trackingKey: '' }));

      fails('Missing: query, cDocId, cDocTitle, position.', '"Tracking key" in this tag is empty');
  - name: Feedback - sends score with comments and address
    code: |-
      pushes.event = 'searchstax_searchSatisfaction';
      pushes.searchstax = { score: '9', comments: 'Found it at once.', email: 'ann@example.com' };

      runCode(fill({}));

      assertThat(eventOf(pixels[0]).event).isEqualTo('_searchSatisfaction');
      assertThat(sentProperties()).isEqualTo({
        score: 9,
        comments: 'Found it at once.',
        email: 'ann@example.com',
      });
      succeeds();
  - name: Feedback - a score of 0 is a score
    code: |-
      pushes.event = 'searchstax_searchSatisfaction';
      pushes.searchstax = { score: 0 };

      runCode(fill({}));

      assertThat(sentProperties()).isEqualTo({ score: 0 });
      succeeds();
  - name: Feedback - comments end after 2000 characters
    code: |-
      pushes.event = 'searchstax_searchSatisfaction';
      pushes.searchstax = { score: 1, comments: repeat('No. ', 600) };

      runCode(fill({}));

      assertThat(sentProperties().comments).isEqualTo(repeat('No. ', 500));
  - name: Feedback - a score beyond 10 fails
    code: |-
      pushes.event = 'searchstax_searchSatisfaction';
      pushes.searchstax = { score: 11 };

      runCode(fill({}));

      fails('_searchSatisfaction not sent', 'score must be a whole number from 0 to 10, not 11');
  - name: Goal - a name with a space and an ampersand reaches Sitecore whole
    code: |-
      runCode(fill({ action: 'goal', goal: ' Chat & call ' }));

      assertThat(pixels).hasLength(1);
      starts(pixels[0], goalUrl('Chat%20%26%20call'));
      says('Goal "Chat & call" sent to https://www.example.com/-/media/goals/trigger.');
      succeeds();
  - name: Goal - an ID in braces is encoded
    code: |-
      runCode(fill({ action: 'goal', goal: '{110D559F-DEA5-42EA-9C1C-8A5DF7E70EF9}' }));

      starts(pixels[0], goalUrl('%7B110D559F-DEA5-42EA-9C1C-8A5DF7E70EF9%7D'));
      succeeds();
  - name: Goal - each request is unique so that no cache answers it
    code: |-
      runCode(fill({ action: 'goal', goal: 'Chat' }));
      runCode(fill({ action: 'goal', goal: 'Chat' }));

      assertThat(pixels).hasLength(2);
      assertThat(pixels[0]).isNotEqualTo(pixels[1]);
  - name: Goal - another host is asked only where its address is typed
    code: |-
      runCode(fill({ action: 'goal', goal: 'Chat', pixelUrl: 'https://cm.example.com/~/media/x?a=1' }));

      starts(pixels[0], 'https://cm.example.com/~/media/x?a=1&sc_trk=Chat&gtmcb=');
      succeeds();
  - name: Goal - an address on another host without https is refused
    code: |-
      runCode(fill({ action: 'goal', goal: 'Chat', pixelUrl: 'http://cm.example.com/-/media/x' }));

      fails('Goal "Chat" not sent', '"Pixel" in this tag must be a path such as /-/media/goals/trigger');
  - name: Goal - a pixel that is no image fails
    code: |-
      page.answer = 'error';

      runCode(fill({ action: 'goal', goal: 'Chat' }));

      assertThat(pixels).hasLength(1);
      assertApi('gtmOnFailure').wasCalled();
      assertApi('gtmOnSuccess').wasNotCalled();
      says('is no image. Is the media item published, and its path right?');
  - name: Goal - a name with a comma is refused
    code: |-
      runCode(fill({ action: 'goal', goal: 'Chat, call' }));

      fails('holds a comma', "use the goal's ID");
  - name: Goal - the query key is configurable
    code: |-
      runCode(fill({ action: 'goal', goal: 'Chat', queryKey: 'my_key' }));

      starts(pixels[0], 'https://www.example.com/-/media/goals/trigger?my_key=Chat&gtmcb=');
  - name: Goal - a query key that scales images is refused
    code: |-
      runCode(fill({ action: 'goal', goal: 'Chat', queryKey: 'w' }));

      fails('"Query key" in this tag', 'Analytics.EventQueryStringKey, such as sc_trk, not "w"');
  - name: Goal - without a name fails
    code: |-
      runCode(fill({ action: 'goal' }));

      fails('No goal is named', 'fill in "Goal" in this tag');
  - name: Goal - does not count in Experience Editor
    code: |-
      page.query = 'a=%zz&sc_mode=Edit';

      runCode(fill({ action: 'goal', goal: 'Chat' }));

      assertThat(pixels).isEmpty();
      says('in Experience Editor and Preview goals do not count');
      succeeds();
  - name: Goal - counts once a page
    code: |-
      runCode(fill({ action: 'goal', goal: 'Chat', goalFrequency: 'page' }));
      runCode(fill({ action: 'goal', goal: 'chat', goalFrequency: 'page' }));
      runCode(fill({ action: 'goal', goal: 'Call', goalFrequency: 'page' }));

      assertThat(pixels).hasLength(2);
      starts(pixels[1], goalUrl('Call'));
      assertThat(written).isEmpty();
      says('Goal "chat" not sent: it counts once a page, and has been counted.');
      succeeds();
  - name: Goal - counts again after its pixel failed
    code: |-
      page.answer = 'error';
      runCode(fill({ action: 'goal', goal: 'Chat', goalFrequency: 'page' }));
      page.answer = 'load';
      runCode(fill({ action: 'goal', goal: 'Chat', goalFrequency: 'page' }));

      assertThat(pixels).hasLength(2);
  - name: Goal - counts once a session and remembers it on the next page
    code: |-
      runCode(fill({ action: 'goal', goal: 'Chat', goalFrequency: 'session' }));
      stored['|chat|'] = undefined;
      runCode(fill({ action: 'goal', goal: 'Chat', goalFrequency: 'session' }));

      assertThat(pixels).hasLength(1);
      assertThat(written[0].name).isEqualTo('searchstax_sitecore_goals');
      assertThat(written[0].options['max-age']).isUndefined();
      succeeds();
  - name: Goal - the second of two waits for the answer to the first
    code: |-
      pushes.event = 'chat_open';
      page.answer = 'later';

      runCode(
        fill({
          routes: [
            { event: 'chat_open', action: 'goal', goal: 'Chat' },
            { event: 'chat_open', action: 'goal', goal: 'Contact' },
          ],
        })
      );

      assertThat(pixels).hasLength(1);
      waiting[0]();
      assertThat(pixels).hasLength(2);
      assertApi('gtmOnSuccess').wasNotCalled();
      waiting[1]();
      succeeds();
  - name: Identity - the legacy session cookie counts too
    code: |-
      cookies.searchstax_session_id = undefined;
      cookies.searchcookie = ['legacylegacylegacylegacyx'];
      pushes.searchstax = { query: 'shoes' };

      runCode(fill({}));

      assertThat(eventOf(pixels[0]).properties.session).isEqualTo('legacylegacylegacylegacyx');
      assertThat(written).isEmpty();
  - name: Identity - new IDs have SearchStax own form and are stored under its names
    code: |-
      cookies.searchstax_session_id = undefined;
      cookies.ms_visitorid = undefined;
      pushes.searchstax = { query: 'shoes' };

      runCode(fill({}));

      assertThat(eventOf(pixels[0]).properties.session.match('^[A-Za-z0-9]{25}$')).isNotNull();
      assertThat(
        eventOf(pixels[0]).properties._vid.match(
          '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'
        )
      ).isNotNull();
      assertThat(written.map((cookie) => cookie.name)).isEqualTo(['searchstax_session_id', 'ms_visitorid']);
      assertThat(written[0].value).isEqualTo(eventOf(pixels[0]).properties.session);
      assertThat(written[0].options).isEqualTo({ path: '/', secure: true, samesite: 'Lax', 'max-age': 3600 });
      assertThat(written[1].value).isEqualTo(eventOf(pixels[0]).properties._vid);
  - name: Identity - the tag fields win over the cookies
    code: |-
      pushes.searchstax = { query: 'shoes' };

      runCode(fill({ session: 'my-session', visitor: 42 }));

      assertThat(eventOf(pixels[0]).properties.session).isEqualTo('my-session');
      assertThat(eventOf(pixels[0]).properties._vid).isEqualTo('42');
  - name: Identity - without consent no cookie is written
    code: |-
      cookies.searchstax_session_id = undefined;
      cookies.ms_visitorid = undefined;
      page.consent = false;
      pushes.searchstax = { query: 'shoes' };

      runCode(fill({ consent: 'anonymous' }));

      assertThat(eventOf(pixels[0]).properties.session).hasLength(25);
      assertThat(written).isEmpty();
  - name: Route - a row gives an event of the site a meaning
    code: |-
      pushes.event = 'view_search_results';
      pushes.searchstax = { query: 'shoes' };

      runCode(fill({ routes: [{ event: 'view_search_results', action: '_search', goal: '' }] }));

      assertThat(eventOf(pixels[0]).event).isEqualTo('_search');
      succeeds();
  - name: Route - several rows for one event each send
    code: |-
      pushes.event = 'contact';
      pushes.searchstax = { score: 10 };

      runCode(
        fill({
          routes: [
            { event: 'contact', action: '_searchSatisfaction' },
            { event: 'other', action: '_search' },
            { event: ' contact ', action: 'goal', goal: 'Contact' },
          ],
        })
      );

      assertThat(pixels).hasLength(2);
      assertThat(eventOf(pixels[0]).event).isEqualTo('_searchSatisfaction');
      starts(pixels[1], goalUrl('Contact'));
      succeeds();
  - name: Route - what is named twice is sent once
    code: |-
      pushes.searchstax = { query: 'shoes' };

      runCode(
        fill({
          routes: [
            { event: 'searchstax_search', action: '_search' },
            { event: 'searchstax_search', action: 'goal', goal: 'Search' },
            { event: 'searchstax_search', action: 'goal', goal: 'Search' },
          ],
        })
      );

      assertThat(pixels).hasLength(2);
      succeeds();
  - name: Route - an event that nothing names fails
    code: |-
      pushes.event = 'page_view';

      runCode(fill({ routes: [{ event: 'chat_open', action: 'goal', goal: 'Chat' }] }));

      fails('no row of "Routes" in this tag names this event', 'Add a row, or narrow the trigger');
  - name: Route - one that fails does not keep the others from being sent
    code: |-
      pushes.event = 'contact';

      runCode(
        fill({
          routes: [
            { event: 'contact', action: '_search' },
            { event: 'contact', action: 'goal', goal: 'Contact' },
          ],
        })
      );

      assertThat(pixels).hasLength(1);
      starts(pixels[0], goalUrl('Contact'));
      says('_search not sent. Missing: query.');
      assertApi('gtmOnFailure').wasCalled();
      assertApi('gtmOnSuccess').wasNotCalled();
  - name: Search - sends the query and the visitor
    code: |-
      pushes.searchstax = { query: 'running shoes', totalHits: 42 };

      runCode(fill({}));

      assertThat(pixels).hasLength(1);
      starts(pixels[0], 'https://analytics-us.searchstax.com/api/v2/track/?data=');
      assertThat(eventOf(pixels[0])).isEqualTo({
        event: '_search',
        properties: {
          query: 'running shoes',
          totalHits: 42,
          key: 'the-key',
          session: 'abcdefghijklmnopqrstuvwxy',
          _vid: '11111111-2222-4333-8444-555555555555',
        },
      });
      succeeds();
  - name: Search - sends everything that it may carry
    code: |-
      pushes.searchstax = {
        query: 'scarpe da città',
        totalHits: 42,
        shownHits: 2,
        pageNo: 1,
        latency: 38.5,
        user: 'ann',
        pageUrl: 'https://www.example.com/search',
        tt: 1700000000000,
        impressions: [
          { cDocId: 'a', cDocTitle: 'Trail runner', position: 1 },
          { cDocId: 'b', cDocTitle: 'Road runner', position: 2 },
        ],
      };

      runCode(fill({ language: 'it', model: 'shop' }));

      assertThat(sentProperties()).isEqualTo({
        query: 'scarpe da città',
        totalHits: 42,
        shownHits: 2,
        pageNo: 1,
        latency: 38.5,
        language: 'it',
        model: 'shop',
        user: 'ann',
        pageUrl: 'https://www.example.com/search',
        tt: 1700000000000,
        impressions: [
          { cDocId: 'a', cDocTitle: 'Trail runner', position: 1 },
          { cDocId: 'b', cDocTitle: 'Road runner', position: 2 },
        ],
      });
  - name: Search - sends numbers although the data layer holds text
    code: |-
      pushes.searchstax = { query: 404, totalHits: '42', shownHits: ' 10 ', pageNo: '2', latency: '38.5' };

      runCode(fill({}));

      assertThat(sentProperties()).isEqualTo({
        query: '404',
        totalHits: 42,
        shownHits: 10,
        pageNo: 2,
        latency: 38.5,
      });
  - name: Search - keeps a total of 0 and sends no impressions with it
    code: |-
      pushes.searchstax = { query: 'unobtainium', totalHits: '0', impressions: results(3, 'Of another search') };

      runCode(fill({}));

      assertThat(sentProperties()).isEqualTo({ query: 'unobtainium', totalHits: 0 });
      succeeds();
  - name: Search - reads impressions from a JSON text
    code: |-
      pushes.searchstax = {
        query: 'shoes',
        impressions: '[{"id": 7, "name": "Trail runner"}, {"url": "/8", "title": "Road runner"}]',
      };

      runCode(fill({}));

      assertThat(sentProperties().impressions).isEqualTo([
        { cDocId: '7', cDocTitle: 'Trail runner', position: 1 },
        { cDocId: '/8', cDocTitle: 'Road runner', position: 2 },
      ]);
  - name: Search - counts positions from page number and page size
    code: |-
      pushes.searchstax = { query: 'shoes', pageNo: '3', pageSize: '10', impressions: results(2, 'Shoe') };

      runCode(fill({}));

      assertThat(sentProperties().impressions.map((impression) => impression.position)).isEqualTo([21, 22]);
  - name: Search - a short list after a long one stays short
    code: |-
      pushes.searchstax = { query: 'red shoes', impressions: results(3, 'Red shoe') };
      merged.searchstax = { query: 'red shoes', impressions: results(10, 'Shoe') };

      runCode(fill({}));

      assertThat(sentProperties().impressions).hasLength(3);
  - name: Search - takes GA4 parameters where the site pushes nothing else
    code: |-
      pushes.event = 'view_search_results';
      pushes.search_term = 'shoes';
      pushes.items = [
        { item_id: 'sku-1', item_name: 'Trail runner', index: 0 },
        { item_id: 'sku-2', item_name: 'Road runner', index: 1 },
      ];

      runCode(fill({ action: '_search' }));

      assertThat(sentProperties()).isEqualTo({
        query: 'shoes',
        impressions: [
          { cDocId: 'sku-1', cDocTitle: 'Trail runner', position: 1 },
          { cDocId: 'sku-2', cDocTitle: 'Road runner', position: 2 },
        ],
      });
  - name: Search - values of the Properties table win over the data layer
    code: |-
      pushes.searchstax = { query: 'of the data layer', totalHits: 1 };

      runCode(
        fill({
          properties: [
            { property: 'query', value: 'of the table' },
            { property: 'totalHits', value: undefined },
          ],
        })
      );

      assertThat(sentProperties()).isEqualTo({ query: 'of the table', totalHits: 1 });
  - name: Search - leaves out what it cannot read and says so
    code: |-
      pushes.searchstax = { query: 'shoes', totalHits: 'many', impressions: [{ cDocTitle: 'No ID' }, { id: 'b' }] };

      runCode(fill({}));

      assertThat(sentProperties()).isEqualTo({ query: 'shoes', impressions: [{ cDocId: 'b', position: 2 }] });
      says('totalHits must be a whole number from 0 up, not "many"');
      says('impressions with none of cDocId, id, url, item_id (1)');
      succeeds();
  - name: Search - a long list loses the titles of its last impressions first
    code: |-
      pushes.searchstax = { query: 'shoes', impressions: results(90, repeat('Long title ', 10)) };

      runCode(fill({}));

      assertThat(pixels[0].length).isLessThanOrEqualTo(10240);
      assertThat(sentProperties().impressions).hasLength(90);
      assertThat(sentProperties().impressions[0].cDocTitle).isEqualTo(repeat('Long title ', 10));
      assertThat(sentProperties().impressions[89]).isEqualTo({
        cDocId: 'https://www.example.com/89',
        position: 90,
      });
      says('so cut: titles of impressions after the first');
  - name: Search - a very long list loses impressions from its end too
    code: |-
      pushes.searchstax = { query: '靴', impressions: results(1000, 'ランニングシューズ') };

      runCode(fill({}));

      assertThat(pixels[0].length).isLessThanOrEqualTo(10240);
      assertThat(sentProperties().query).isEqualTo('靴');
      assertThat(sentProperties().impressions.length).isGreaterThan(90);
      assertThat(sentProperties().impressions.length).isLessThan(1000);
      says('impressions');
      succeeds();
  - name: Search - a query that no URL can hold fails
    code: |-
      pushes.searchstax = { query: repeat('shoes ', 2000), impressions: results(3, 'Shoe') };

      runCode(fill({}));

      fails('too long for a URL', 'Send shorter texts');
  - name: Related searches - sends the list that was shown
    code: |-
      pushes.event = 'searchstax_relatedsearch';
      pushes.searchstax = {
        query: 'shoes',
        totalHits: '2',
        impressions: ['trail shoes', { relatedSearch: 'shoe laces', position: '2' }],
      };

      runCode(fill({}));

      assertThat(eventOf(pixels[0]).event).isEqualTo('_relatedsearch');
      assertThat(sentProperties()).isEqualTo({
        query: 'shoes',
        totalHits: 2,
        impressions: [
          { relatedSearch: 'trail shoes', position: 1 },
          { relatedSearch: 'shoe laces', position: 2 },
        ],
      });
      succeeds();
setup: |-
  // The page, the data layer and the visitor of each scenario; a scenario changes what it is about.
  const Object = require('Object');
  const JSON = require('JSON');
  const fromBase64 = require('fromBase64');
  const decodeUriComponent = require('decodeUriComponent');

  // The data layer: the last push of each key, and, where it differs, what GTM has merged from all pushes.
  const pushes = { event: 'searchstax_search' };
  const merged = {};
  const cookies = {
    searchstax_session_id: ['abcdefghijklmnopqrstuvwxy'],
    ms_visitorid: ['11111111-2222-4333-8444-555555555555'],
  };
  const page = {
    protocol: 'https',
    host: 'www.example.com',
    port: '443',
    query: 'q=shoes',
    consent: true,
    // What the template may not call begins with this.
    forbidden: 'http:',
    // How requests end: load, error or, left to the scenario, later.
    answer: 'load',
    // What the companion answers, and its version; undefined where there is none.
    companion: undefined,
    companionVersion: undefined,
  };
  const stored = {};
  const written = [];
  const pixels = [];
  const waiting = [];
  const handedOver = [];
  const consents = [];
  const notes = [];
  const listeners = [];
  const lines = [];

  mock('copyFromDataLayer', (key, version) =>
    version !== 1 && merged[key] !== undefined ? merged[key] : pushes[key]
  );
  mock('getCookieValues', (name) => cookies[name] || []);
  mock('setCookie', (name, value, options) => {
    cookies[name] = [value];
    written.push({ name: name, value: value, options: options });
  });
  mockObject('templateStorage', {
    getItem: (key) => stored[key],
    setItem: (key, value) => {
      stored[key] = value;
    },
  });
  mock('getUrl', (part) => page[part]);
  mock('isConsentGranted', (type) => type === 'analytics_storage' && page.consent);
  mock('addConsentListener', (_type, listener) => {
    listeners.push(listener);
  });
  mock('queryPermission', (permission, asked) =>
    permission === 'send_pixel' ? asked.indexOf(page.forbidden) !== 0 : true
  );
  mock('callInWindow', (path, given, event, note) => {
    if (page.companion === undefined) {
      return undefined;
    }
    if (path === 'searchstaxSitecore.consent') {
      consents.push(given);
      return true;
    }
    handedOver.push({ path: path, url: given, event: event });
    notes.push(note);
    return page.companion;
  });
  mock('copyFromWindow', (path) => (path === 'searchstaxSitecore.version' ? page.companionVersion : undefined));
  mock('logToConsole', (line) => {
    lines.push(line);
  });
  mock('sendPixel', (url, onSuccess, onFailure) => {
    pixels.push(url);
    if (page.answer === 'load') {
      onSuccess();
    } else if (page.answer === 'error') {
      onFailure();
    } else {
      waiting.push(onSuccess);
    }
  });

  // What a marketer fills in, with what a scenario changes.
  const fill = (changes) => {
    const fields = {
      action: 'route',
      analyticsHost: 'analytics-us.searchstax.com',
      trackingKey: 'the-key',
      pixelUrl: '/-/media/goals/trigger',
      queryKey: 'sc_trk',
      goalFrequency: 'every',
      consent: 'required',
    };
    Object.keys(changes).forEach((name) => {
      fields[name] = changes[name];
    });
    return fields;
  };

  // A request for a Sitecore goal up to the number that makes it unique.
  const goalUrl = (goal) => 'https://www.example.com/-/media/goals/trigger?sc_trk=' + goal + '&gtmcb=';

  // The event that a SearchStax request carries.
  const eventOf = (url) => JSON.parse(fromBase64(decodeUriComponent(url.split('?data=')[1])));

  // The properties of the only request, without those that say whose they are.
  const sentProperties = () => {
    assertThat(pixels).hasLength(1);
    const properties = eventOf(pixels[0]).properties;
    Object.delete(properties, 'key');
    Object.delete(properties, 'session');
    Object.delete(properties, '_vid');
    return properties;
  };

  // A list of results, all with the same title.
  const results = (count, title) => {
    const list = [];
    while (list.length < count) {
      list.push({ cDocId: 'https://www.example.com/' + list.length, cDocTitle: title });
    }
    return list;
  };

  const repeat = (text, count) => {
    let repeated = '';
    while (repeated.length < text.length * count) {
      repeated += text;
    }
    return repeated;
  };

  const starts = (text, start) => {
    assertThat(text.slice(0, start.length)).isEqualTo(start);
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

  // Nothing is sent, and the console names the reason and what to do.
  const fails = (reason, whatToDo) => {
    assertThat(pixels).isEmpty();
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
    says(reason);
    says(whatToDo);
  };


___NOTES___

Version 1.1.0. Generated from TypeScript; changes belong in the source. What each field does stands in its help.
