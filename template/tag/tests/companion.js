// Scenario: Companion - takes the event so that no pixel is sent
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

// Scenario: Companion - an answer other than true means that the pixel is sent
page.companion = 'true';
pushes.searchstax = { query: 'shoes' };

runCode(fill({}));

assertThat(handedOver).hasLength(1);
assertThat(pixels).hasLength(1);
says('_search sent to analytics-us.searchstax.com');
succeeds();

// Scenario: Companion - where there is none the pixel is sent and its end is success
page.answer = 'error';
pushes.searchstax = { query: 'shoes' };

runCode(fill({}));

assertThat(pixels).hasLength(1);
succeeds();

// Scenario: Companion - another version is named
page.companion = true;
page.companionVersion = '0.1.0';
pushes.searchstax = { query: 'shoes' };

runCode(fill({}));

says('The companion is version 0.1.0, this tag');
succeeds();
