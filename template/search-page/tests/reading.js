// Scenario: What is filled in reaches the reader
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

// Scenario: In preview the reader is asked to say what it cannot find
runCode({ preset: 'searchstax' });
assertThat(calls[0].settings.debug).isTrue();
says('The search page is being read.');

// Scenario: For visitors the reader is asked to keep quiet
page.preview = false;
runCode({ preset: 'searchstax' });
assertThat(calls[0].settings.debug).isFalse();
succeeds();

// Scenario: A script that comes later is waited for
page.answers = [undefined, undefined, undefined, true];
runCode({ preset: 'searchstax' });
assertApi('gtmOnSuccess').wasNotCalled();
goOn();
assertThat(calls).hasLength(4);
succeeds();
