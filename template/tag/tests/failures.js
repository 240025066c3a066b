// Scenario: Failure - the permission refuses the host of SearchStax
page.forbidden = 'https://analytics-us.searchstax.com';
pushes.searchstax = { query: 'shoes' };

runCode(fill({}));

fails('GTM does not let this template send to https://analytics-us.searchstax.com', '_search not sent');

// Scenario: Failure - the permission refuses the pixel
page.forbidden = 'https://www.example.com/';

runCode(fill({ action: 'goal', goal: 'Chat' }));

fails('GTM does not let this template send to https://www.example.com/-/media/goals/trigger', 'not sent');

// Scenario: Failure - the page is not https
page.protocol = 'http';
pushes.searchstax = { query: 'shoes' };

runCode(fill({}));

fails('this page is not https', 'GTM sends from https pages only');

// Scenario: Failure - the tracking key is empty
pushes.searchstax = { query: 'shoes' };

runCode(fill({ trackingKey: undefined }));

fails('_search not sent', '"Tracking key" in this tag is empty');

// Scenario: Failure - the analytics host is none
pushes.searchstax = { query: 'shoes' };

runCode(fill({ analyticsHost: 'https://' }));

fails('"Analytics host" in this tag must be a host name', 'such as analytics-us.searchstax.com');

// Scenario: Failure - an event that SearchStax does not have
runCode(fill({ action: '_related_search' }));

fails('SearchStax has no such event', 'choose one in this tag');

// Scenario: Failure - everything that is missing is named at once
runCode(fill({ action: '_searchclick', trackingKey: '' }));

fails('Missing: query, cDocId, cDocTitle, position.', '"Tracking key" in this tag is empty');
