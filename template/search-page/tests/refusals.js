// Scenario: A script that never comes is named and not waited for without end
page.answers = [undefined];
runCode({ preset: 'searchstax' });
goOn();
assertThat(calls).hasLength(1000);
says('the script of the search page reader is not on this page');
fails();

// Scenario: Without preset and results the field is named
page.answers = [false];
runCode({ preset: 'generic' });
assertThat(calls).hasLength(1);
assertThat(waiting).isEmpty();
says('"results" in this tag is empty.');
fails();

// Scenario: A preset that does not exist stands in for nothing
page.answers = [false];
runCode({ preset: 'wordpress' });
says('"results" in this tag is empty.');
fails();

// Scenario: A selector that is none is a failure
page.answers = [false];
runCode({ preset: 'searchstax', results: 'li[' });
says('"results" in this tag is no CSS selector.');
fails();

// Scenario: A variable that GTM does not know counts as empty
runCode({ preset: 'sxa', total: '{{Total}}', link: 'a' });
assertThat(calls[0].settings.total).isUndefined();
assertThat(calls[0].settings.link).isEqualTo('a');
says('"total" in this tag holds a variable that GTM does not know: it counts as empty.');
succeeds();
