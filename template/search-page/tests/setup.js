// The page of each scenario; a scenario changes what it is about.
const page = {
  // What the reader answers, one answer a call, the last for good; undefined while its script is not there.
  answers: [true],
  preview: true,
};
const calls = [];
const lines = [];
const waiting = [];

mock('queryPermission', (permission) => permission === 'logging' && page.preview);
mock('logToConsole', (line) => {
  lines.push(line);
});
mock('callInWindow', (path, settings) => {
  calls.push({ path: path, settings: settings });
  return page.answers.length > 1 ? page.answers.shift() : page.answers[0];
});
mock('callLater', (work) => {
  waiting.push(work);
});

// Lets the page go on until nobody waits any more.
const goOn = () => {
  while (waiting.length > 0) {
    const work = waiting.shift();
    work();
  }
};

const says = (words) => {
  assertThat(
    lines.some((line) => line.indexOf(words) >= 0),
    words + ' | not in | ' + lines.join(' / ')
  ).isTrue();
};

const succeeds = () => {
  assertApi('gtmOnSuccess').wasCalled();
  assertApi('gtmOnFailure').wasNotCalled();
};

const fails = () => {
  assertApi('gtmOnFailure').wasCalled();
  assertApi('gtmOnSuccess').wasNotCalled();
};
