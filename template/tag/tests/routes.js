// Scenario: Route - a row gives an event of the site a meaning
pushes.event = 'view_search_results';
pushes.searchstax = { query: 'shoes' };

runCode(fill({ routes: [{ event: 'view_search_results', action: '_search', goal: '' }] }));

assertThat(eventOf(pixels[0]).event).isEqualTo('_search');
succeeds();

// Scenario: Route - several rows for one event each send
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

// Scenario: Route - what is named twice is sent once
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

// Scenario: Route - an event that nothing names fails
pushes.event = 'page_view';

runCode(fill({ routes: [{ event: 'chat_open', action: 'goal', goal: 'Chat' }] }));

fails('no row of "Routes" in this tag names this event', 'Add a row, or narrow the trigger');

// Scenario: Route - one that fails does not keep the others from being sent
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
