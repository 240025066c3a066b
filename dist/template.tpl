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
        "help": "Leave it empty. The tag then takes the ID from SearchStax's own cookie, and creates one in the same form if there is none. Fill it in only if your site keeps its own session ID; what is typed here is sent whatever the consent."
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
const isConsentGranted = require('isConsentGranted');
const logToConsole = require('logToConsole');
const copyFromDataLayer = require('copyFromDataLayer');
const getType = require('getType');
const JSON = require('JSON');
const encodeUriComponent = require('encodeUriComponent');
const getQueryParameters = require('getQueryParameters');
const queryPermission = require('queryPermission');
const sendPixel = require('sendPixel');
const templateStorage = require('templateStorage');
const generateRandom = require('generateRandom');
const getCookieValues = require('getCookieValues');
const setCookie = require('setCookie');
const makeNumber = require('makeNumber');
const makeString = require('makeString');
const getTimestampMillis = require('getTimestampMillis');
const callInWindow = require('callInWindow');
const copyFromWindow = require('copyFromWindow');
const Math = require('Math');
const toBase64 = require('toBase64');

/** Whether cookies may be used: asked anew each time, since consent comes and goes while the page is open. */
function mayUseCookies() {
  return data.consent === 'ignore' || isConsentGranted('analytics_storage');
}

// SearchStax's tracking endpoint. Source: SearchStax's Tracking API reference.

/** Shown in SearchStax under App Settings > All APIs > Analytics; others exist. */
const defaultAnalyticsHost = 'analytics-us.searchstax.com';

const trackPath = '/api/v2/track/';

/** The longest URL that the endpoint takes, in characters; a longer one is answered with 414. */
const urlLimit = 10240;

/** The data layer's object with an event's properties; with a wire name behind it, the data layer's event. */
const dataLayerName = 'searchstax';

// ---- The data layer ----
// Version 1 of the data layer holds the last push as it was; version 2 would merge a shorter list into the longer one
// that was pushed before it.

/** The event that fired the tag; read at once, since later pushes change it. */
const firedBy = copyFromDataLayer('event');

/** Whether the event is named for SearchStax, and so comes with a searchstax object. */
const isNamedForSearchStax = typeof firedBy === 'string' && firedBy.indexOf(dataLayerName) === 0;

/** The value if it is an object; an empty object if it is anything else. */
function toObject(value) {
  return getType(value) === 'object' ? value : {};
}

/** The value if it is a list, or the list that a JSON text holds; undefined for anything else. */
function toList(value) {
  const list = typeof value === 'string' ? JSON.parse(value) : value;
  return getType(list) === 'array' ? list : undefined;
}

/** The last pushed value of a top-level key. */
function lastPushed(key) {
  return copyFromDataLayer(key, 1);
}

// ---- The console ----

/** Writes one line. The template may log in GTM's preview only, so that visitors never see it. */
function report(line) {
  logToConsole(
    'SearchStax + Sitecore | ' + (typeof firedBy === 'string' ? firedBy : 'no event') + ' | ' + line
  );
}

// Sitecore's media pixel: a request for any published media item that names a goal or page event.

/** Where the published guide puts the image; any media item does. */
const defaultPixelPath = '/-/media/goals/trigger';

/** Sitecore's setting Analytics.EventQueryStringKey, as delivered. */
const defaultQueryKey = 'sc_trk';

/** The parameter that makes each request unique: media answers are cached for days, and a cached one counts nothing. */
const cacheBuster = 'gtmcb';

/** Parameters that Sitecore's media handler takes for itself (scaling and the like): no query key may be one of them. */
const mediaParameters = ['w', 'h', 'mw', 'mh', 'sc', 'as', 'bc', 'thn', 'iar', 'la', 'vs', 'db', 'rev'];

/** The page's own parameter and its values in Experience Editor and Preview, where a goal must not count. */
const modeParameter = 'sc_mode';
const editingModes = ['edit', 'preview'];

/** The longest query string that IIS, Sitecore's web server, takes unless told otherwise, in characters. */
const queryLimit = 2048;

/** The cookie, ours and gone when the browser closes, that remembers which goals were counted once a session. */
const countedGoalsCookie = 'searchstax_sitecore_goals';

// The cookies of SearchStax's own tracker: reused where they are, created under the same names where they are not.

const sessionCookie = {
  name: 'searchstax_session_id',
  /** What earlier versions of SearchStax's tracker called it; read, never written. */
  legacyName: 'searchcookie',
  length: 25,
  alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  /** One hour, in seconds. */
  maxAge: 3600,
};

const visitorCookie = {
  name: 'ms_visitorid',
  /** A UUID of version 4: x is any hexadecimal digit, y one of 8, 9, a, b. */
  pattern: 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx',
  /** One year, in seconds. SearchStax does not say how long its own lives. */
  maxAge: 31536000,
};

// ---- Values ----
// GTM's variables and data layers bring numbers as text, text as numbers, and sometimes things that are neither.

// The largest whole number that survives JSON.
const largestInteger = 9007199254740991;

/** Whether nothing was given. GTM's data layer variables answer false where a parent object is null. */
function isBlank(value) {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    (typeof value === 'string' && value.trim() === '')
  );
}

/** A number, or a text that is nothing but one; undefined for anything else. */
function toNumber(value) {
  const number =
    typeof value === 'string' && value.trim().match('^-?[0-9]+([.][0-9]+)?$') ? makeNumber(value) : value;
  // Not a number and infinity fail both comparisons.
  return typeof number === 'number' && number >= -largestInteger && number <= largestInteger
    ? number
    : undefined;
}

/** A whole number of at least min; undefined for anything else. */
function toInteger(value, min) {
  const number = toNumber(value);
  return number !== undefined && number % 1 === 0 && number >= min ? number : undefined;
}

/** Text as it is, a number as text; undefined for blank and for anything else. */
function toText(value) {
  if (typeof value === 'string') {
    return value.trim() === '' ? undefined : value;
  }
  return toNumber(value) === undefined ? undefined : makeString(value);
}

/** A field's text without the spaces around it; undefined where it is blank or no text. */
function toTrimmedText(value) {
  const text = toText(value);
  return text === undefined ? undefined : text.trim();
}

/** True and false, also as text or as 1 and 0; undefined for anything else. */
function toBoolean(value) {
  const plain = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (plain === true || plain === 'true' || plain === 1 || plain === '1') {
    return true;
  }
  return plain === false || plain === 'false' || plain === 0 || plain === '0' ? false : undefined;
}

/** Whether a text holds half of a character that takes two: JSON spells that half out. */
function isDamaged(text) {
  return JSON.stringify(text).split('\\\\').join('').indexOf('\\ud') >= 0;
}

/** The first characters of a text, never half of a character that takes two. */
function cutText(text, length) {
  const cut = text.slice(0, length);
  return isDamaged(cut.slice(-1)) ? cut.slice(0, -1) : cut;
}

/** A value as the property's type and within its limits; undefined where it is not that. */
function toProperty(rule, value) {
  if (rule.type === 'boolean') {
    return toBoolean(value);
  }
  if (rule.type === 'text') {
    const text = toText(value);
    // What is cut may be blank, though the whole was not.
    return text !== undefined && rule.maxLength ? toText(cutText(text, rule.maxLength)) : text;
  }
  const number = toNumber(value);
  if (number === undefined || (rule.type === 'integer' && number % 1 !== 0)) {
    return undefined;
  }
  const tooSmall = rule.min !== undefined && number < rule.min;
  const tooLarge = rule.max !== undefined && number > rule.max;
  return tooSmall || tooLarge ? undefined : number;
}

// ---- Who the visitor is ----
// SearchStax's own tracker keeps a session ID and a visitor ID in cookies. Reusing them makes these events part of the
// same visit; where they are not, they are created in the same form.

function randomCharacter(alphabet) {
  return alphabet.charAt(generateRandom(0, alphabet.length - 1));
}

function newSession() {
  let session = '';
  while (session.length < sessionCookie.length) {
    session += randomCharacter(sessionCookie.alphabet);
  }
  return session;
}

function newVisitor() {
  return visitorCookie.pattern
    .split('')
    .map((character) => {
      if (character === 'x') {
        return randomCharacter('0123456789abcdef');
      }
      return character === 'y' ? randomCharacter('89ab') : character;
    })
    .join('');
}

/** The first of the cookies that has a value. */
function cookieValue(names) {
  let value;
  names.some((name) => {
    value = getCookieValues(name)
      .map(toTrimmedText)
      .filter((text) => text !== undefined)[0];
    return value !== undefined;
  });
  return value;
}

/** Keeps a value in a cookie of the page's own host. */
function storeCookie(name, value, maxAge) {
  const options = { path: '/', secure: true, samesite: 'Lax' };
  if (maxAge) {
    options['max-age'] = maxAge;
  }
  if (queryPermission('set_cookies', name, options)) {
    setCookie(name, value, options);
  }
}

/**
 * An ID: the one typed into the tag, else the one in the cookie, else the one made on this page, else a new one.
 * Without consent no cookie is read or written, and the ID lives as long as the page.
 */
function identify(typed, cookie, names, create, mayStore) {
  const known = toTrimmedText(typed) || (mayStore && cookieValue(names));
  if (known) {
    return known;
  }
  // An ID from before consent never gets into a cookie: it would join what was anonymous to the visitor.
  const pageKey = mayStore ? cookie.name : cookie.name + ' without consent';
  const id = templateStorage.getItem(pageKey) || create();
  if (mayStore) {
    storeCookie(cookie.name, id, cookie.maxAge);
  }
  // The page remembers it only where no cookie does, so that an ID does not outlive its cookie.
  templateStorage.setItem(pageKey, mayStore && cookieValue(names) === id ? '' : id);
  return id;
}

/** The session that the events of this visit share. */
function getSession(mayStore) {
  return identify(
    data.session,
    sessionCookie,
    [sessionCookie.name, sessionCookie.legacyName],
    newSession,
    mayStore
  );
}

/** The visitor, over all visits. */
function getVisitor(mayStore) {
  return identify(data.visitor, visitorCookie, [visitorCookie.name], newVisitor, mayStore);
}

// ---- How often a goal counts ----

// GTM cuts longer cookies off.
const cookieLimit = 1000;
const separator = '|';

// Otherwise every time counts, and nothing needs to be remembered.
const isLimited = data.goalFrequency === 'page' || data.goalFrequency === 'session';

/** A goal's name, or its ID however it is written. */
function idOf(goal) {
  const name = goal.toLowerCase().split(separator).join(' ');
  const digits = name.split('{').join('').split('}').join('').split('-').join('');
  return digits.match('^[0-9a-f]{32}$') ? digits : name;
}

/** The goals counted on this page, and, where it is asked for and allowed, in this session. */
function counted() {
  const onPage = templateStorage.getItem(countedGoalsCookie) || [];
  const inSession = data.goalFrequency === 'session' && mayUseCookies() && cookieValue([countedGoalsCookie]);
  return inSession ? onPage.concat(inSession.split(separator)) : onPage;
}

function remember(goals) {
  templateStorage.setItem(countedGoalsCookie, goals);
  if (data.goalFrequency === 'session' && mayUseCookies()) {
    const unique = goals.filter((goal, order) => goals.indexOf(goal) === order);
    while (encodeUriComponent(unique.join(separator)).length > cookieLimit) {
      unique.shift();
    }
    // Without an age: gone when the browser closes.
    storeCookie(countedGoalsCookie, unique.join(separator));
  }
}

/** Whether the goal has had its one time. */
function isCounted(goal) {
  return isLimited && counted().indexOf(idOf(goal)) >= 0;
}

/** Remembers that the goal was sent; before the answer, so that a second click at once does not send it again. */
function countGoal(goal) {
  if (isLimited) {
    remember(counted().concat([idOf(goal)]));
  }
}

/** Forgets a goal whose pixel failed. */
function uncountGoal(goal) {
  if (isLimited) {
    remember(counted().filter((id) => id !== idOf(goal)));
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

// Labels of letters, digits and hyphens, at least two of them.
const hostPattern = '^[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)+$';

/** What is left of a text when it begins with a given start; undefined if it does not. */
function after(start, text) {
  return text.toLowerCase().indexOf(start) === 0 ? text.slice(start.length) : undefined;
}

/** A text up to the first of some characters. */
function upTo(ends, text) {
  return ends.reduce((so, end) => so.split(end)[0], text);
}

/**
 * The host in what people paste: a host, a URL, a URL without its scheme. Undefined if there is none, or one with a port
 * that GTM does not call.
 */
function toHost(pasted) {
  const rest = after('https://', pasted) || after('http://', pasted) || after('//', pasted) || pasted;
  const host = upTo(['/', '?', '#'], rest).toLowerCase();
  const name = host.slice(-4) === ':443' ? host.slice(0, -4) : host;
  return name.match(hostPattern) ? name : undefined;
}

// ---- Sitecore's pixel ----

/**
 * The pixel that the tag names: a path on the page's own host, or an https URL, which alone leads to another host.
 * Undefined for anything else. A fragment is dropped.
 */
function readPixel() {
  const typed = isBlank(data.pixelUrl) ? defaultPixelPath : toTrimmedText(data.pixelUrl);
  if (typed === undefined) {
    return undefined;
  }
  const parts = typed.split('#')[0].split(' ').join('%20').split('?');
  const address = parts[0];
  const query = parts.slice(1).join('?');
  if (after('https://', address) !== undefined) {
    return toHost(address) ? { address: address, query: query } : undefined;
  }
  const isOtherUrl = after('//', address) !== undefined || address.split('/')[0].indexOf(':') >= 0;
  if (isOtherUrl) {
    return undefined;
  }
  const path = address.charAt(0) === '/' ? address : '/' + address;
  // On another port than https's own GTM refuses the request; without it the goal would go to another site.
  const port = getUrl('port');
  return {
    address: 'https://' + getUrl('host') + (port && port !== '443' ? ':' + port : '') + path,
    query: query,
  };
}

/** The pixel's URL for one request: what was typed, the goal, and a number that keeps caches from answering. */
function pixelUrl(pixel, queryKey, encodedGoal) {
  const replaced = [queryKey.toLowerCase(), cacheBuster];
  const typed = pixel.query
    .split('&')
    .filter((part) => part !== '' && replaced.indexOf(part.split('=')[0].toLowerCase()) < 0);
  const unique = getTimestampMillis() + '' + generateRandom(100000, 999999);
  return (
    pixel.address + '?' + typed.concat([queryKey + '=' + encodedGoal, cacheBuster + '=' + unique]).join('&')
  );
}

// ---- Words ----

/** A value in words, short enough for a console line. */
function quote(value) {
  const type = getType(value);
  if (type === 'array') {
    return 'a list of ' + value.length;
  }
  if (type === 'string') {
    const text = value;
    return text.length > 60 ? '"' + cutText(text, 60) + '..."' : '"' + text + '"';
  }
  if (type === 'number' && toNumber(value) === undefined) {
    return 'no number';
  }
  return type === 'object' ? 'an object' : type === 'function' ? 'a function' : JSON.stringify(value) || type;
}

/** What a property must be, in words. */
function describe(rule) {
  if (rule.type === 'boolean') {
    return 'true or false';
  }
  if (rule.type === 'text') {
    return 'text';
  }
  if (rule.type === 'impressions') {
    return 'a list';
  }
  const kind = rule.type === 'integer' ? 'a whole number from ' : 'a number from ';
  return kind + rule.min + (rule.max === undefined ? ' up' : ' to ' + rule.max);
}

// ---- Sitecore goals ----

const pixelProblem =
  '"Pixel" in this tag must be a path such as ' + defaultPixelPath + ' or a URL that begins with https://.';

/** Why a goal cannot be sent; undefined if it can. */
function goalProblem(given) {
  const goal = toTrimmedText(given);
  if (goal === undefined) {
    return isBlank(given)
      ? 'No goal is named: fill in "Goal" in this tag, or the goal of the table row.'
      : 'The goal must be a name or an ID, not ' + quote(given) + '.';
  }
  // Some versions of Sitecore take a comma for the end of the name.
  if (goal.indexOf(',') >= 0) {
    return (
      'The name ' +
      quote(goal) +
      " holds a comma, at which some versions of Sitecore split it: use the goal's ID."
    );
  }
  return isDamaged(goal) ? 'The name ' + quote(goal) + " is damaged text: use the goal's ID." : undefined;
}

/** Why the query key cannot be used; undefined if it can. */
function queryKeyProblem(queryKey) {
  const name = queryKey.toLowerCase();
  const isTaken = name === cacheBuster || mediaParameters.indexOf(name) >= 0;
  return isTaken || !name.match('^[a-z0-9_.~-]+$')
    ? '"Query key" in this tag must be the name in Sitecore\'s setting Analytics.EventQueryStringKey, such as ' +
        defaultQueryKey +
        ', not ' +
        quote(queryKey) +
        '.'
    : undefined;
}

/** Prepares a Sitecore goal: a request for the pixel that names it. */
function prepareGoal(given) {
  const goal = toTrimmedText(given) || '';
  const name = goal === '' ? 'Goal' : 'Goal ' + quote(goal);
  const queryKey = isBlank(data.queryKey) ? defaultQueryKey : toTrimmedText(data.queryKey) || '';
  const pixel = readPixel();
  const problem = goalProblem(given) || queryKeyProblem(queryKey) || (pixel ? undefined : pixelProblem);
  if (problem || !pixel) {
    return { name: name, problems: [problem] };
  }
  const address = pixel.address;
  const url = pixelUrl(pixel, queryKey, encodeUriComponent(goal));
  if (url.length - address.length > queryLimit) {
    return { name: name, problems: ["The name is too long for a URL: use the goal's ID."] };
  }
  if (!queryPermission('send_pixel', url)) {
    return { name: name, problems: [permissionProblem(address)] };
  }
  const mode = toTrimmedText(getQueryParameters(modeParameter)) || '';

  function send(_mayStore, done) {
    if (editingModes.indexOf(mode.toLowerCase()) >= 0) {
      report(name + ' not sent: in Experience Editor and Preview goals do not count.');
      done(true);
      return;
    }
    if (isCounted(goal)) {
      report(name + ' not sent: it counts once a ' + data.goalFrequency + ', and has been counted.');
      done(true);
      return;
    }
    countGoal(goal);
    sendPixel(
      url,
      () => {
        report(name + ' sent to ' + address + '.');
        done(true);
      },
      () => {
        uncountGoal(goal);
        report(
          name + ' failed: ' + address + ' is no image. Is the media item published, and its path right?'
        );
        done(false);
      }
    );
  }
  return { name: name, send: send };
}

/** The seven events with the properties that each must and may carry. */
const eventRules = [
  {
    name: '_search',
    required: ['query'],
    optional: [
      'totalHits',
      'shownHits',
      'pageNo',
      'latency',
      'impressions',
      'language',
      'model',
      'user',
      'pageUrl',
      'tt',
    ],
    impressions: 'result',
  },
  {
    name: '_questionanswer',
    required: ['question', 'answer', 'is_question'],
    optional: ['has_show_more', 'language', 'model', 'user', 'pageUrl', 'tt'],
  },
  {
    name: '_relatedsearch',
    required: ['query'],
    optional: ['totalHits', 'impressions', 'language', 'model', 'user', 'pageUrl', 'tt'],
    impressions: 'relatedSearch',
  },
  {
    name: '_searchclick',
    required: ['query', 'cDocId', 'cDocTitle', 'position'],
    optional: ['shownHits', 'totalHits', 'pageNo', 'latency', 'language', 'model', 'user', 'pageUrl', 'tt'],
  },
  {
    name: '_answersourceclick',
    required: ['href', 'question', 'answer'],
    optional: ['language', 'model', 'user', 'pageUrl', 'tt'],
  },
  {
    name: '_relatedsearchclick',
    required: ['query', 'relatedSearch', 'position'],
    optional: ['shownHits', 'totalHits', 'language', 'model', 'user', 'pageUrl', 'tt'],
  },
  {
    name: '_searchSatisfaction',
    required: ['score'],
    optional: ['comments', 'email', 'language', 'model', 'user', 'pageUrl', 'tt'],
  },
];

/** Each property's type, its limits, and the GA4 parameter that stands in for it. */
const propertyRules = {
  query: { type: 'text', ga4: 'search_term' },
  totalHits: { type: 'integer', min: 0 },
  shownHits: { type: 'integer', min: 0 },
  pageNo: { type: 'integer', min: 1 },
  latency: { type: 'number', min: 0 },
  impressions: { type: 'impressions', ga4: 'items' },
  question: { type: 'text' },
  answer: { type: 'text' },
  is_question: { type: 'boolean' },
  has_show_more: { type: 'boolean' },
  cDocId: { type: 'text', ga4: 'item_id' },
  cDocTitle: { type: 'text', ga4: 'item_name' },
  position: { type: 'integer', min: 1, ga4: 'index' },
  href: { type: 'text' },
  relatedSearch: { type: 'text' },
  score: { type: 'integer', min: 0, max: 10 },
  comments: { type: 'text', maxLength: 2000 },
  email: { type: 'text' },
  language: { type: 'text' },
  model: { type: 'text' },
  user: { type: 'text' },
  pageUrl: { type: 'text' },
  tt: { type: 'integer', min: 0 },
};

// ---- What an event of the data layer sends ----

/**
 * Everything that an event sends: the SearchStax event that it is named for, and each row of the Routes table that names
 * it. The same SearchStax event or the same goal is sent once, however often it is named.
 */
function findRoutes(eventName) {
  const event = toTrimmedText(eventName);
  const routes = [];

  function add(action, goal) {
    const isThere = routes.some(
      (route) =>
        route.action === action && (action !== 'goal' || toTrimmedText(route.goal) === toTrimmedText(goal))
    );
    if (!isThere) {
      routes.push({ action: action, goal: goal });
    }
  }

  eventRules.forEach((rule) => {
    if (event === dataLayerName + rule.name) {
      add(rule.name, undefined);
    }
  });
  (toList(data.routes) || []).map(toObject).forEach((row) => {
    if (event !== undefined && toTrimmedText(row.event) === event) {
      add(row.action, row.goal);
    }
  });
  return routes;
}

/** The product's version, the same for the tag and the companion. */
const version = '1.0.0';

const impressionShapes = {
  result: {
    identifier: 'cDocId',
    identifierNames: ['cDocId', 'id', 'url', 'item_id'],
    title: 'cDocTitle',
    titleNames: ['cDocTitle', 'title', 'name', 'item_name'],
  },
  relatedSearch: {
    identifier: 'relatedSearch',
    identifierNames: ['relatedSearch', 'title', 'name', 'item_name'],
    titleNames: [],
  },
};

// ---- GA4's parameters ----
// The data layer keeps them after their event: what was there at an earlier event already may be that event's.

const ga4StorageKey = 'ga4';
let parameters;

/** How the texts compare with those at the event before. Asked again for the same event, it says the same. */
function compare(term, top, ecommerce) {
  const before = toObject(templateStorage.getItem(ga4StorageKey));
  if (before.eventId === data.gtmEventId && before.event === firedBy) {
    return before;
  }
  const now = { eventId: data.gtmEventId, event: firedBy, term: term, top: top, ecommerce: ecommerce };
  now.from = top === '' ? 'ecommerce' : 'top';
  if (top !== '' && ecommerce !== '' && top === before.top) {
    now.from = ecommerce === before.ecommerce ? before.from : 'ecommerce';
  }
  now.isSeen = now['' + now.from] === before['' + now.from];
  now.isOfOlderSearch = now.isSeen && (before.isOfOlderSearch || term !== before.term);
  templateStorage.setItem(ga4StorageKey, now);
  return now;
}

/** GA4's parameters; read once, and only when they are needed. */
function ga4() {
  if (!parameters) {
    const term = lastPushed('search_term');
    const top = toList(lastPushed('items')) || [];
    const ecommerce = toList(toObject(lastPushed('ecommerce')).items) || [];
    const compared = compare(
      toText(term) || '',
      top.length > 0 ? JSON.stringify(top) : '',
      ecommerce.length > 0 ? JSON.stringify(ecommerce) : ''
    );
    const isTop = compared.from === 'top';
    parameters = {
      term: term,
      items: isTop ? top : ecommerce,
      others: isTop ? ecommerce : top,
      isSeen: compared.isSeen === true,
      isOfOlderSearch: compared.isOfOlderSearch === true,
    };
  }
  return parameters;
}

/** GA4's items as the results of a query; undefined where nothing says that they are. */
function ga4Results(query) {
  const term = toText(ga4().term);
  // A shop's other lists stand in the data layer too: beside an event of SearchStax's only the term tells them apart.
  const belong = isNamedForSearchStax
    ? term === query && !ga4().isSeen
    : term === undefined || term === query;
  return belong && ga4().items.length > 0 && !ga4().isOfOlderSearch ? ga4().items : undefined;
}

/**
 * The item of a GA4 click; an empty object where there is none. A list of several does not tell which was clicked, and
 * another ID than the one already known, or an event that is not GA4's, tells that the item is an older click's.
 */
function ga4ClickedItem(resultId) {
  const single = [ga4().items, ga4().others].filter((list) => list.length === 1)[0];
  const item = single && !(isNamedForSearchStax && ga4().isSeen) ? toObject(single[0]) : {};
  return resultId === undefined || resultId === toText(item.item_id) ? item : {};
}

// ---- Positions ----
// SearchStax counts positions from 1 over all pages; sites and GA4 often give the place on the page, counted from 0.

/** The page that is shown; without a page number it is the first. Its size is the first of the sizes that is one. */
function toPage(pageNo, sizes) {
  const size =
    sizes.map((candidate) => toInteger(candidate, 1)).filter((candidate) => candidate !== undefined)[0] || 0;
  return { before: ((toInteger(pageNo, 1) || 1) - 1) * size, size: size };
}

/** A list whose first item has the index 1 counts from 1; remembered for the click on one of its items. */
function rememberIndexBase(index, page) {
  const first = toInteger(index, 0);
  if (first !== undefined) {
    templateStorage.setItem('indexBase', first === 1 || first === page.before + 1 ? 1 : 0);
  }
}

/** The position that an index stands for; undefined where there is none. */
function indexToPosition(index, page) {
  const place = toInteger(index, 0);
  if (place === undefined) {
    return undefined;
  }
  const base = place > 0 && templateStorage.getItem('indexBase') === 1 ? 1 : 0;
  // An index beyond a page's size counts over all pages already.
  return (place - base < page.size ? page.before : 0) + place - base + 1;
}

// ---- Impressions ----

// A URL holds no longer JSON than this, as Base64 makes four characters of three. The shortest impression around its
// identifier is {"cDocId":"","position":1} and a comma.
const mostCharacters = (urlLimit / 4) * 3;
const charactersAround = 27;

/** The text under the first of the names that holds one. */
function firstText(item, names) {
  let text;
  for (let i = 0; i < names.length; i++) {
    text = toText(item[names[i]]);
    if (text !== undefined) {
      return text;
    }
  }
  return undefined;
}

/** One impression as SearchStax takes it; undefined if nothing identifies it. A plain text is its own identifier. */
function toImpression(shape, item, order, page, isFromZero) {
  const source = toObject(item);
  const identifier = firstText(source, shape.identifierNames) || toText(item);
  if (identifier === undefined) {
    return undefined;
  }
  const impression = {};
  impression[shape.identifier] = identifier;
  if (shape.title) {
    const title = firstText(source, shape.titleNames);
    if (title !== undefined) {
      impression[shape.title] = title;
    }
  }
  const place = toInteger(source.position, isFromZero ? 0 : 1);
  const position = isFromZero && place !== undefined ? page.before + place + 1 : place;
  impression.position = position || indexToPosition(source.index, page) || page.before + order + 1;
  return impression;
}

/** The impressions of a list, and how many of its items had to be left out because nothing identifies them. */
function toImpressions(kind, items, page) {
  const list = [];
  const shape = impressionShapes[kind];
  const first = toObject(items[0]);
  // Positions that begin at 0 are no positions yet.
  const isFromZero = toInteger(first.position, 0) === 0;
  let leftOut = 0;
  let characters = 0;
  let impression;
  rememberIndexBase(first.index, page);
  // What comes after the identifiers have filled the URL is never sent: it is not even looked at.
  for (let i = 0; i < items.length && characters <= mostCharacters; i++) {
    impression = toImpression(shape, items[i], i, page, isFromZero);
    if (impression) {
      list.push(impression);
      characters += impression[shape.identifier].length + charactersAround;
    } else {
      leftOut++;
    }
  }
  return { list: list, leftOut: leftOut };
}

// ---- Whose object is it? ----
// The data layer keeps the last searchstax object after its event. If the site then searches with GA4's search_term
// alone, the object beside it is the older search's, and its values would be sent for the new one.

const objectStorageKey = 'object';

/** The searchstax object as last pushed; an empty one where it is an older search's. */
function ownObject() {
  const pushed = toObject(lastPushed(dataLayerName));
  const query = toText(pushed.query);
  const term = toText(lastPushed('search_term'));
  const text = JSON.stringify(pushed);
  const before = toObject(templateStorage.getItem(objectStorageKey));
  if (before.text !== text) {
    templateStorage.setItem(objectStorageKey, { text: text, term: term });
    return pushed;
  }
  // Unchanged since an earlier event, and there is a search term that came after it.
  const isOlder = query !== undefined && term !== undefined && term !== before.term && term !== query;
  return isOlder && !isNamedForSearchStax ? {} : pushed;
}

// ---- The properties of an event ----

/** What the tag's own fields give. A row of the Properties table wins over a field. */
function typedValues() {
  const values = { language: data.language, model: data.model };
  (toList(data.properties) || []).forEach((entry) => {
    const row = toObject(entry);
    if (!isBlank(row.value) || row.value === false) {
      values['' + row.property] = row.value;
    }
  });
  return values;
}

/** Whether there is no value. False is a value only where the answer is yes or no; elsewhere GTM says nothing with it. */
function isMissing(value, rule) {
  return value === false && rule && rule.type === 'boolean' ? false : isBlank(value);
}

/**
 * Everything that the event may carry: looked for in the tag's fields, then in the data layer's searchstax object, then
 * in GA4's parameters; converted to the types that SearchStax takes, and checked.
 */
function findProperties(event) {
  const typed = typedValues();
  const pushed = ownObject();
  const found = { properties: {}, problems: [], leftOut: [] };
  const properties = found.properties;
  const missing = [];
  let impressions;

  function given(name) {
    return isMissing(typed[name], propertyRules[name]) ? pushed[name] : typed[name];
  }

  function page(shown) {
    return toPage(given('pageNo'), [given('pageSize'), given('shownHits'), shown]);
  }

  function fromGa4(name, parameter) {
    if (parameter === 'search_term') {
      return ga4().term;
    }
    if (parameter === 'items') {
      return event.impressions === 'result' ? ga4Results(properties.query) : undefined;
    }
    // Only the click on a result has something to do with GA4's items.
    const item = event.required.indexOf('cDocId') < 0 ? {} : ga4ClickedItem(properties.cDocId);
    if (name === 'position') {
      return indexToPosition(isBlank(pushed.index) ? item.index : pushed.index, page(undefined));
    }
    return item[parameter];
  }

  function find(name, isRequired) {
    const rule = propertyRules[name];
    let value = given(name);
    if (isMissing(value, rule) && rule.ga4) {
      value = fromGa4(name, rule.ga4);
    }
    if (isMissing(value, rule)) {
      if (isRequired) {
        missing.push(name);
      }
      return;
    }
    if (rule.type === 'impressions') {
      impressions = value;
      return;
    }
    const property = toProperty(rule, value);
    if (property !== undefined) {
      properties[name] = property;
      return;
    }
    const complaint = name + ' must be ' + describe(rule) + ', not ' + quote(value);
    if (isRequired) {
      found.problems.push(complaint + '.');
    } else {
      found.leftOut.push(complaint);
    }
  }

  event.required.forEach((name) => {
    find(name, true);
  });
  event.optional.forEach((name) => {
    find(name, false);
  });

  if (missing.length > 0) {
    found.problems.push(
      'Missing: ' +
        missing.join(', ') +
        '. Set it under "Properties" in this tag, or push ' +
        missing.map((name) => dataLayerName + '.' + name).join(', ') +
        ' with the event.'
    );
  }
  // A search without results shows nothing.
  if (event.impressions && impressions !== undefined && properties.totalHits !== 0) {
    const items = toList(impressions);
    if (!items) {
      found.leftOut.push('impressions must be a list, not ' + quote(impressions));
    } else if (items.length > 0) {
      const read = toImpressions(event.impressions, items, page(items.length));
      if (read.list.length > 0) {
        properties.impressions = read.list;
      }
      if (read.leftOut > 0) {
        found.leftOut.push(
          'impressions with none of ' +
            impressionShapes[event.impressions].identifierNames.join(', ') +
            ' (' +
            read.leftOut +
            ')'
        );
      }
    }
  }
  return found;
}

// ---- Fitting an event into a URL ----

/** The largest number up to a limit that fits; 0 where none does. */
function largest(limit, fits) {
  let low = 0;
  let high = limit;
  let middle = 0;
  while (low < high) {
    middle = Math.ceil((low + high) / 2);
    if (fits(middle)) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/**
 * The URL of an event: the endpoint with the event as Base64 of its JSON in UTF-8. The event is cut until that is short
 * enough: titles of the last impressions, then impressions from the end, then the answer's text, then optional
 * properties from the last. Required properties stay; undefined if they alone are too long.
 */
function fitEvent(event, rule, endpoint) {
  const properties = event.properties;
  const cuts = [];
  let url = '';

  function fits() {
    url = endpoint + '?data=' + encodeUriComponent(toBase64(JSON.stringify(event)));
    return url.length <= urlLimit;
  }

  function cutTitles(impressions, identifier) {
    const untitled = impressions.map((impression) => {
      const bare = { position: impression.position };
      bare[identifier] = impression[identifier];
      return bare;
    });
    // Where the list is too long without any title, no title needs to be tried.
    properties.impressions = untitled;
    const titled = largest(fits() ? impressions.length - 1 : 0, (count) => {
      properties.impressions = impressions.slice(0, count).concat(untitled.slice(count));
      return fits();
    });
    properties.impressions = impressions.slice(0, titled).concat(untitled.slice(titled));
    cuts.push('titles of impressions' + (titled > 0 ? ' after the first ' + titled : ''));
  }

  function cutImpressions(impressions) {
    const kept = largest(impressions.length, (count) => {
      properties.impressions = impressions.slice(0, count);
      return fits();
    });
    properties.impressions = kept > 0 ? impressions.slice(0, kept) : undefined;
    cuts.push('impressions' + (kept > 0 ? ' after the first ' + kept : ''));
  }

  function cutOptional() {
    let isLong = !fits();
    let name = '';
    for (let i = rule.optional.length - 1; i >= 0 && isLong; i--) {
      name = rule.optional[i];
      if (properties[name] !== undefined) {
        properties[name] = undefined;
        cuts.push(name);
        isLong = !fits();
      }
    }
  }

  function cutAnswer(answer) {
    // As short as can be for now: what is optional goes only if even that does not fit.
    properties.answer = cutText(answer, 2);
    cutOptional();
    const kept = largest(answer.length, (count) => {
      properties.answer = cutText(answer, count);
      return fits();
    });
    properties.answer = cutText(answer, kept);
    cuts.push('the end of the answer');
  }

  if (fits()) {
    return { url: url, cuts: cuts };
  }
  if (properties.impressions && rule.impressions) {
    if (impressionShapes[rule.impressions].title) {
      cutTitles(properties.impressions, impressionShapes[rule.impressions].identifier);
    }
    if (!fits()) {
      cutImpressions(properties.impressions);
    }
  }
  if (!fits()) {
    if (properties.answer) {
      cutAnswer(properties.answer);
    } else {
      cutOptional();
    }
  }
  return fits() && (properties.answer === undefined || !isBlank(properties.answer))
    ? { url: url, cuts: cuts }
    : undefined;
}

// ---- SearchStax ----

/** The configured host; the default one only where the field was never set, not where a variable in it is empty. */
function analyticsHost() {
  return data.hasOwnProperty('analyticsHost')
    ? toHost(toTrimmedText(data.analyticsHost) || '')
    : defaultAnalyticsHost;
}

/** Hands the event to the companion, if it is on the page and takes it. */
function handOver(endpoint, event) {
  return callInWindow('searchstaxSitecore.deliver', endpoint, event) === true;
}

/** A sentence with a list, or nothing. */
function note(lead, items) {
  return items.length > 0 ? ' ' + lead + items.join('; ') + '.' : '';
}

/** What was sent, in words. */
function summarize(rule, properties) {
  return rule.required
    .concat(rule.optional)
    .filter((name) => properties[name] !== undefined)
    .map((name) =>
      name === 'impressions' ? properties[name].length + ' ' + name : name + ' ' + quote(properties[name])
    )
    .join(', ');
}

/** A note where tag and companion were not updated together. */
function versionNote() {
  const companion = copyFromWindow('searchstaxSitecore.version');
  return companion === version
    ? ''
    : ' The companion is version ' + (companion || 'unknown') + ', this tag ' + version + ': update both.';
}

/** Prepares one of SearchStax's events; mayStore: cookies may be used. */
function prepareEvent(action, mayStore) {
  const name = '' + action;
  const rule = eventRules.filter((candidate) => candidate.name === name)[0];
  if (!rule) {
    return { name: name, problems: ['SearchStax has no such event: choose one in this tag.'] };
  }
  const found = findProperties(rule);
  const properties = found.properties;
  const problems = found.problems;
  const host = analyticsHost();
  if (!host) {
    problems.push('"Analytics host" in this tag must be a host name such as ' + defaultAnalyticsHost + '.');
  }
  properties.key = toTrimmedText(data.trackingKey);
  if (!properties.key) {
    problems.push('"Tracking key" in this tag is empty.');
  }
  if (problems.length > 0) {
    return { name: name, problems: problems };
  }

  const event = { event: name, properties: properties };
  const endpoint = 'https://' + host + trackPath;
  let cuts = [];

  /** Says who the visitor is and makes the URL; undefined if what must be sent is too long for one. */
  function fitAs(asVisitor) {
    properties.session = getSession(asVisitor);
    properties._vid = getVisitor(asVisitor);
    const made = fitEvent(event, rule, endpoint);
    // What was cut stays cut.
    cuts = made ? cuts.concat(made.cuts) : cuts;
    return made;
  }
  const fitted = fitAs(mayStore);
  if (!fitted) {
    return {
      name: name,
      problems: ['What SearchStax requires of this event is too long for a URL. Send shorter texts.'],
    };
  }
  if (!queryPermission('send_pixel', fitted.url)) {
    return { name: name, problems: [permissionProblem(endpoint)] };
  }

  function send(mayStoreNow, done) {
    // Consent that came meanwhile brings the visitor's own IDs.
    const ready = mayStoreNow === mayStore ? fitted : fitAs(mayStoreNow);
    if (!ready) {
      report(name + ' not sent: with this session and visitor ID it is too long for a URL.');
      done(false);
      return;
    }
    // Without consent the companion's queue, which outlives the page, is not for this event.
    const companion = mayStoreNow && handOver(endpoint, event);
    report(
      name +
        (companion ? ' handed to the companion for ' : ' sent to ') +
        host +
        ': ' +
        summarize(rule, properties) +
        '.' +
        note('Left out: ', found.leftOut) +
        note('Too long for a URL, so cut: ', cuts) +
        (companion ? versionNote() : '')
    );
    if (companion) {
      done(true);
      return;
    }
    // SearchStax accepts with 204, which is no image: either way the request has ended, and more cannot be known.
    sendPixel(
      ready.url,
      () => done(true),
      () => done(true)
    );
  }
  return { name: name, send: send };
}

// ---- The tag ----

const granted = mayUseCookies();
const events = [];
const goals = [];
let failed = false;

function fail(reason) {
  failed = true;
  report(reason);
}

/** Tells GTM how it went. Called once, whatever happens. */
function finish() {
  if (failed) {
    data.gtmOnFailure();
  } else {
    data.gtmOnSuccess();
  }
}

/** Reads and checks everything now: in a callback the data layer may have moved on. */
function prepare(route) {
  const isGoal = route.action === 'goal';
  const delivery = isGoal ? prepareGoal(route.goal) : prepareEvent(route.action, granted);
  if (delivery.problems) {
    fail(delivery.name + ' not sent. ' + delivery.problems.join(' '));
  } else if (isGoal) {
    goals.push(delivery);
  } else {
    events.push(delivery);
  }
}

/** Sends goals one after the other: Sitecore works off the requests of a session in turn anyway. */
function sendInTurn(rest, mayStore, done) {
  if (rest.length > 0) {
    rest[0].send(mayStore, (arrived) => {
      done(arrived);
      sendInTurn(rest.slice(1), mayStore, done);
    });
  }
}

/** Sends all that is prepared, and calls back for each. */
function send(mayStore, done) {
  events.forEach((event) => {
    event.send(mayStore, done);
  });
  sendInTurn(goals, mayStore, done);
}

/** Sends all that is prepared once consent comes, and once only. */
function hold() {
  let sent = false;
  addConsentListener('analytics_storage', (_type, isGranted) => {
    if (isGranted && !sent) {
      sent = true;
      send(true, () => {});
    }
  });
  report(
    events
      .concat(goals)
      .map((delivery) => delivery.name)
      .join(', ') + ' held until analytics_storage is granted on this page.'
  );
}

const isRouted = isBlank(data.action) || data.action === 'route';
const routes = isRouted ? findRoutes(firedBy) : [{ action: data.action, goal: data.goal }];
if (getUrl('protocol') !== 'https') {
  fail('Nothing sent: this page is not https, and GTM sends from https pages only.');
} else if (routes.length === 0) {
  fail(
    'Nothing sent: no row of "Routes" in this tag names this event, nor is it searchstax_search or the like. ' +
      'Add a row, or narrow the trigger.'
  );
} else {
  routes.forEach(prepare);
}

let open = events.length + goals.length;
if (open === 0) {
  finish();
} else if (!granted && data.consent !== 'anonymous') {
  hold();
  finish();
} else {
  send(granted, (arrived) => {
    failed = failed || !arrived;
    open--;
    if (open === 0) {
      finish();
    }
  });
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
            "string": "specific"
          }
        },
        {
          "key": "queryKeys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "sc_mode"
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
      page.query.sc_mode = 'edit';

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
      stored.searchstax_sitecore_goals = undefined;
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
    query: {},
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
  mock('getQueryParameters', (name) => page.query[name]);
  mock('isConsentGranted', (type) => type === 'analytics_storage' && page.consent);
  mock('addConsentListener', (_type, listener) => {
    listeners.push(listener);
  });
  mock('queryPermission', (permission, asked) =>
    permission === 'send_pixel' ? asked.indexOf(page.forbidden) !== 0 : true
  );
  mock('callInWindow', (path, url, event) => {
    if (page.companion !== undefined) {
      handedOver.push({ path: path, url: url, event: event });
    }
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

Generated from TypeScript; changes belong in the source. What each field does stands in its help.
