// Scenario: Search - sends the query and the visitor
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

// Scenario: Search - sends everything that it may carry
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

// Scenario: Search - sends numbers although the data layer holds text
pushes.searchstax = { query: 404, totalHits: '42', shownHits: ' 10 ', pageNo: '2', latency: '38.5' };

runCode(fill({}));

assertThat(sentProperties()).isEqualTo({
  query: '404',
  totalHits: 42,
  shownHits: 10,
  pageNo: 2,
  latency: 38.5,
});

// Scenario: Search - keeps a total of 0 and sends no impressions with it
pushes.searchstax = { query: 'unobtainium', totalHits: '0', impressions: results(3, 'Of another search') };

runCode(fill({}));

assertThat(sentProperties()).isEqualTo({ query: 'unobtainium', totalHits: 0 });
succeeds();

// Scenario: Search - reads impressions from a JSON text
pushes.searchstax = {
  query: 'shoes',
  impressions: '[{"id": 7, "name": "Trail runner"}, {"url": "/8", "title": "Road runner"}]',
};

runCode(fill({}));

assertThat(sentProperties().impressions).isEqualTo([
  { cDocId: '7', cDocTitle: 'Trail runner', position: 1 },
  { cDocId: '/8', cDocTitle: 'Road runner', position: 2 },
]);

// Scenario: Search - counts positions from page number and page size
pushes.searchstax = { query: 'shoes', pageNo: '3', pageSize: '10', impressions: results(2, 'Shoe') };

runCode(fill({}));

assertThat(sentProperties().impressions.map((impression) => impression.position)).isEqualTo([21, 22]);

// Scenario: Search - a short list after a long one stays short
pushes.searchstax = { query: 'red shoes', impressions: results(3, 'Red shoe') };
merged.searchstax = { query: 'red shoes', impressions: results(10, 'Shoe') };

runCode(fill({}));

assertThat(sentProperties().impressions).hasLength(3);

// Scenario: Search - takes GA4 parameters where the site pushes nothing else
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

// Scenario: Search - values of the Properties table win over the data layer
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

// Scenario: Search - leaves out what it cannot read and says so
pushes.searchstax = { query: 'shoes', totalHits: 'many', impressions: [{ cDocTitle: 'No ID' }, { id: 'b' }] };

runCode(fill({}));

assertThat(sentProperties()).isEqualTo({ query: 'shoes', impressions: [{ cDocId: 'b', position: 2 }] });
says('totalHits must be a whole number from 0 up, not "many"');
says('impressions with none of cDocId, id, url, item_id (1)');
succeeds();

// Scenario: Search - a long list loses the titles of its last impressions first
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

// Scenario: Search - a very long list loses impressions from its end too
pushes.searchstax = { query: '靴', impressions: results(1000, 'ランニングシューズ') };

runCode(fill({}));

assertThat(pixels[0].length).isLessThanOrEqualTo(10240);
assertThat(sentProperties().query).isEqualTo('靴');
assertThat(sentProperties().impressions.length).isGreaterThan(90);
assertThat(sentProperties().impressions.length).isLessThan(1000);
says('impressions');
succeeds();

// Scenario: Search - a query that no URL can hold fails
pushes.searchstax = { query: repeat('shoes ', 2000), impressions: results(3, 'Shoe') };

runCode(fill({}));

fails('too long for a URL', 'Send shorter texts');

// Scenario: Related searches - sends the list that was shown
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
