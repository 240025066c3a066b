// Scenario: Smart answer - sends yes and no as such although the data layer holds text
pushes.event = 'searchstax_questionanswer';
pushes.searchstax = {
  question: 'how do I return shoes?',
  answer: 'Send them back within 30 days.',
  is_question: 'true',
  has_show_more: '0',
};

runCode(fill({}));

assertThat(eventOf(pixels[0]).event).isEqualTo('_questionanswer');
assertThat(sentProperties()).isEqualTo({
  question: 'how do I return shoes?',
  answer: 'Send them back within 30 days.',
  is_question: true,
  has_show_more: false,
});
succeeds();

// Scenario: Smart answer - a query that is no question is a value too
pushes.event = 'searchstax_questionanswer';
pushes.searchstax = { question: 'shoes', answer: 'Shoes are worn on feet.', is_question: false };

runCode(fill({}));

assertThat(sentProperties().is_question).isFalse();
succeeds();

// Scenario: Smart answer - without the word of the answer service fails
pushes.event = 'searchstax_questionanswer';
pushes.searchstax = { question: 'shoes', answer: 'Shoes are worn on feet.', is_question: '' };

runCode(fill({}));

fails('Missing: is_question.', 'Set it under "Properties" in this tag, or push searchstax.is_question');

// Scenario: Smart answer - an answer too long for a URL loses its end
pushes.event = 'searchstax_questionanswer';
pushes.searchstax = { question: 'why?', answer: repeat('Because. ', 2000), is_question: true };

runCode(fill({}));

assertThat(pixels[0].length).isLessThanOrEqualTo(10240);
assertThat(pixels[0].length).isGreaterThan(10200);
assertThat(sentProperties().question).isEqualTo('why?');
starts(repeat('Because. ', 2000), sentProperties().answer);
says('so cut: the end of the answer');
succeeds();

// Scenario: Answer source click - sends the source
pushes.event = 'searchstax_answersourceclick';
pushes.searchstax = {
  href: 'https://www.example.com/returns',
  question: 'how do I return shoes?',
  answer: 'Send them back within 30 days.',
};

runCode(fill({ language: 'en_US' }));

assertThat(eventOf(pixels[0]).event).isEqualTo('_answersourceclick');
assertThat(sentProperties()).isEqualTo({
  href: 'https://www.example.com/returns',
  question: 'how do I return shoes?',
  answer: 'Send them back within 30 days.',
  language: 'en_US',
});
succeeds();
