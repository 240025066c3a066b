// Scenario: Result click - sends the result and everything that it may carry
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

// Scenario: Result click - takes the item of a GA4 click on the second page
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

// Scenario: Result click - without title and position fails and names both
pushes.event = 'searchstax_searchclick';
pushes.searchstax = { query: 'shoes', cDocId: '13', cDocTitle: ' ' };

runCode(fill({}));

fails('Missing: cDocTitle, position.', 'push searchstax.cDocTitle, searchstax.position with the event');

// Scenario: Result click - with a position that is no place in a list fails
pushes.event = 'searchstax_searchclick';
pushes.searchstax = { query: 'shoes', cDocId: '13', cDocTitle: 'Winter runner', position: 'third' };

runCode(fill({}));

fails('_searchclick not sent', 'position must be a whole number from 1 up, not "third"');

// Scenario: Related search click - sends the suggestion and everything that it may carry
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
