// Scenario: Goal - a name with a space and an ampersand reaches Sitecore whole
runCode(fill({ action: 'goal', goal: ' Chat & call ' }));

assertThat(pixels).hasLength(1);
starts(pixels[0], goalUrl('Chat%20%26%20call'));
says('Goal "Chat & call" sent to https://www.example.com/-/media/goals/trigger.');
succeeds();

// Scenario: Goal - an ID in braces is encoded
runCode(fill({ action: 'goal', goal: '{110D559F-DEA5-42EA-9C1C-8A5DF7E70EF9}' }));

starts(pixels[0], goalUrl('%7B110D559F-DEA5-42EA-9C1C-8A5DF7E70EF9%7D'));
succeeds();

// Scenario: Goal - each request is unique so that no cache answers it
runCode(fill({ action: 'goal', goal: 'Chat' }));
runCode(fill({ action: 'goal', goal: 'Chat' }));

assertThat(pixels).hasLength(2);
assertThat(pixels[0]).isNotEqualTo(pixels[1]);

// Scenario: Goal - another host is asked only where its address is typed
runCode(fill({ action: 'goal', goal: 'Chat', pixelUrl: 'https://cm.example.com/~/media/x?a=1' }));

starts(pixels[0], 'https://cm.example.com/~/media/x?a=1&sc_trk=Chat&gtmcb=');
succeeds();

// Scenario: Goal - an address on another host without https is refused
runCode(fill({ action: 'goal', goal: 'Chat', pixelUrl: 'http://cm.example.com/-/media/x' }));

fails('Goal "Chat" not sent', '"Pixel" in this tag must be a path such as /-/media/goals/trigger');

// Scenario: Goal - a pixel that is no image fails
page.answer = 'error';

runCode(fill({ action: 'goal', goal: 'Chat' }));

assertThat(pixels).hasLength(1);
assertApi('gtmOnFailure').wasCalled();
assertApi('gtmOnSuccess').wasNotCalled();
says('is no image. Is the media item published, and its path right?');

// Scenario: Goal - a name with a comma is refused
runCode(fill({ action: 'goal', goal: 'Chat, call' }));

fails('holds a comma', "use the goal's ID");

// Scenario: Goal - the query key is configurable
runCode(fill({ action: 'goal', goal: 'Chat', queryKey: 'my_key' }));

starts(pixels[0], 'https://www.example.com/-/media/goals/trigger?my_key=Chat&gtmcb=');

// Scenario: Goal - a query key that scales images is refused
runCode(fill({ action: 'goal', goal: 'Chat', queryKey: 'w' }));

fails('"Query key" in this tag', 'Analytics.EventQueryStringKey, such as sc_trk, not "w"');

// Scenario: Goal - without a name fails
runCode(fill({ action: 'goal' }));

fails('No goal is named', 'fill in "Goal" in this tag');

// Scenario: Goal - does not count in Experience Editor
page.query = 'a=%zz&sc_mode=Edit';

runCode(fill({ action: 'goal', goal: 'Chat' }));

assertThat(pixels).isEmpty();
says('in Experience Editor and Preview goals do not count');
succeeds();

// Scenario: Goal - counts once a page
runCode(fill({ action: 'goal', goal: 'Chat', goalFrequency: 'page' }));
runCode(fill({ action: 'goal', goal: 'chat', goalFrequency: 'page' }));
runCode(fill({ action: 'goal', goal: 'Call', goalFrequency: 'page' }));

assertThat(pixels).hasLength(2);
starts(pixels[1], goalUrl('Call'));
assertThat(written).isEmpty();
says('Goal "chat" not sent: it counts once a page, and has been counted.');
succeeds();

// Scenario: Goal - counts again after its pixel failed
page.answer = 'error';
runCode(fill({ action: 'goal', goal: 'Chat', goalFrequency: 'page' }));
page.answer = 'load';
runCode(fill({ action: 'goal', goal: 'Chat', goalFrequency: 'page' }));

assertThat(pixels).hasLength(2);

// Scenario: Goal - counts once a session and remembers it on the next page
runCode(fill({ action: 'goal', goal: 'Chat', goalFrequency: 'session' }));
stored['|chat|'] = undefined;
runCode(fill({ action: 'goal', goal: 'Chat', goalFrequency: 'session' }));

assertThat(pixels).hasLength(1);
assertThat(written[0].name).isEqualTo('searchstax_sitecore_goals');
assertThat(written[0].options['max-age']).isUndefined();
succeeds();

// Scenario: Goal - the second of two waits for the answer to the first
pushes.event = 'chat_open';
page.answer = 'later';

runCode(
  fill({
    routes: [
      { event: 'chat_open', action: 'goal', goal: 'Chat' },
      { event: 'chat_open', action: 'goal', goal: 'Contact' },
    ],
  })
);

assertThat(pixels).hasLength(1);
waiting[0]();
assertThat(pixels).hasLength(2);
assertApi('gtmOnSuccess').wasNotCalled();
waiting[1]();
succeeds();
