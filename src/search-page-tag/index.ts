// ---- The search page reader's tag ----

import callInWindow from 'callInWindow';
import callLater from 'callLater';
import logToConsole from 'logToConsole';
import makeString from 'makeString';
import queryPermission from 'queryPermission';
import { readSearchPage, settingNames } from '../catalogue/for-search-page-tag.ts';

/** Waiting is trying again at once, which browsers slow down to 250 times a second: four seconds, or more on a busy page. */
const patience = 1000;

// True in GTM's preview only: there the reader, too, says what it cannot find.
const settings: { [name: string]: unknown } = { debug: queryPermission('logging') };
let tries = 0;

/** Writes one line, in GTM's preview only: elsewhere the template may not log. */
function report(line: string): void {
  logToConsole('SearchStax + Sitecore | search page | ' + line);
}

/** Why the reader does not take the settings. */
function refusal(): string {
  return settings.results
    ? '"results" in this tag is no CSS selector.'
    : '"results" in this tag is empty. Fill it in, or choose what the page is built with.';
}

/** Hands the settings to the reader, as soon as its script is there. */
function read(): void {
  const answer = callInWindow(readSearchPage, settings);
  tries++;
  if (answer === true) {
    report('The search page is being read.');
    data.gtmOnSuccess();
  } else if (answer === undefined && tries < patience) {
    callLater(read);
  } else {
    report(
      'The search page is not read: ' +
        (answer === undefined
          ? 'the script of the search page reader is not on this page. Is its own tag paused, or does it fire later?'
          : refusal())
    );
    data.gtmOnFailure();
  }
}

settingNames.forEach((name) => {
  const value = data[name];
  if (value && makeString(value).indexOf('{{') >= 0) {
    report('"' + name + '" in this tag holds a variable that GTM does not know: it counts as empty.');
  } else {
    settings[name] = value;
  }
});
read();
