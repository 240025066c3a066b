___INFO___

{
  "type": "MACRO",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "First match",
  "description": "The first value of a list that a function accepts.",
  "containerContexts": ["WEB"]
}


___TEMPLATE_PARAMETERS___

[
  {"type": "TEXT", "name": "list", "displayName": "List", "simpleValueType": true},
  {"type": "TEXT", "name": "accepts", "displayName": "Accepts", "simpleValueType": true}
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const getType = require('getType');

if (getType(data.list) !== 'array') {
  return undefined;
}
return data.list.filter(data.accepts)[0];


___TESTS___

scenarios:
- name: The first value that the function accepts
  code: "assertThat(runCode({list: [1, 5, 9], accepts: large})).isEqualTo(5);"
- name: No list
  code: "assertThat(runCode({list: 'abc', accepts: large})).isUndefined();"
setup: "const large = (number) => number > 3;"


___NOTES___

Without a permission section, as templates that need none are exported.
