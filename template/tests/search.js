// Scenario: Search - sends the query and the visitor
pushes.searchstax = { query: 'running shoes', totalHits: 42 };

runCode(fill({}));

assertThat(pixels).hasLength(1);
assertThat(pixels[0].indexOf('https://analytics-us.searchstax.com/api/v2/track/?data=')).isEqualTo(0);
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
assertApi('gtmOnSuccess').wasCalled();
assertApi('gtmOnFailure').wasNotCalled();
