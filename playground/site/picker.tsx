/** The picker, which works the settings out from clicks on a search page: to take along, and to try on the example site. */

import { useEffect, useState } from 'preact/hooks';
import { CopyButton } from '../copy.tsx';
import { addressOf, type KindName } from './kinds.ts';

export function Picker({ kind }: { kind: KindName }) {
  const [script, keep] = useState('');
  useEffect(() => {
    fetch('picker.js')
      .then((response) => response.text())
      .then(keep);
  }, []);
  return (
    <>
      <p class="panel-text">
        The picker works out what the reader has to be told on your own search page: open it there, and click
        a result.
      </p>
      <div class="buttons">
        <a
          class="button quiet"
          href={addressOf(kind, 'shoes').replace('?', '?picker&')}
          target="_blank"
          rel="noopener"
        >
          Try it on this site
        </a>
        <a
          class="button quiet bookmark"
          href={bookmark(script)}
          aria-describedby="bookmark-hint"
          onClick={(event) => event.preventDefault()}
        >
          Search page picker
        </a>
        <CopyButton label="Copy for the console" content={() => script} />
      </div>
      <p class="panel-text" id="bookmark-hint">
        Drag “Search page picker” to your bookmarks bar, and choose it there on your search page. Firefox
        takes no bookmark of this length: copy the script, and paste it into the browser's console.
      </p>
    </>
  );
}

/** A script as an address that runs it. Nothing comes of it that a browser would show instead of the page. */
function bookmark(script: string): string {
  return `javascript:${encodeURIComponent(`${script}\nvoid 0`)}`;
}
