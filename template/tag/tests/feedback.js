// Scenario: Feedback - sends score with comments and address
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

// Scenario: Feedback - a score of 0 is a score
pushes.event = 'searchstax_searchSatisfaction';
pushes.searchstax = { score: 0 };

runCode(fill({}));

assertThat(sentProperties()).isEqualTo({ score: 0 });
succeeds();

// Scenario: Feedback - comments end after 2000 characters
pushes.event = 'searchstax_searchSatisfaction';
pushes.searchstax = { score: 1, comments: repeat('No. ', 600) };

runCode(fill({}));

assertThat(sentProperties().comments).isEqualTo(repeat('No. ', 500));

// Scenario: Feedback - a score beyond 10 fails
pushes.event = 'searchstax_searchSatisfaction';
pushes.searchstax = { score: 11 };

runCode(fill({}));

fails('_searchSatisfaction not sent', 'score must be a whole number from 0 to 10, not 11');
