// Scenario: Consent - what happens before the visitor agrees is held and then sent
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

// Scenario: Consent - granted twice sends once and denied sends nothing
page.consent = false;
pushes.searchstax = { query: 'shoes' };

runCode(fill({}));

listeners[0]('analytics_storage', false);
assertThat(pixels).isEmpty();
listeners[0]('analytics_storage', true);
listeners[0]('analytics_storage', false);
listeners[0]('analytics_storage', true);
assertThat(pixels).hasLength(1);

// Scenario: Consent - goals are held too
page.consent = false;

runCode(fill({ action: 'goal', goal: 'Chat' }));

assertThat(pixels).isEmpty();
listeners[0]('analytics_storage', true);
assertThat(pixels).hasLength(1);
starts(pixels[0], goalUrl('Chat'));

// Scenario: Consent - without cookies sends at once under IDs of the page
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

// Scenario: Consent - do not ask sends at once with cookies
page.consent = false;
pushes.searchstax = { query: 'shoes' };

runCode(fill({ consent: 'ignore' }));

assertThat(eventOf(pixels[0]).properties.session).isEqualTo('abcdefghijklmnopqrstuvwxy');
succeeds();
