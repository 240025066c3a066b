/** While the site pushes nothing: how its search page is built, what the search page reader is told, and the picker. */

import { useEffect, useState } from 'preact/hooks';
import {
  presetSetting,
  presets,
  type SearchPageSettings,
  searchPageSettings,
} from '../../src/catalogue/search-page.ts';
import { presets as presetValues } from '../../src/search-page/presets.ts';
import { CopyButton, Select } from '../parts.tsx';
import type { Playground } from '../playground.ts';
import { addressOf, type KindName, kinds } from './kinds.ts';

const titles = Object.fromEntries(Object.entries(kinds).map(([name, { title }]) => [name, title]));

export function KindChoice({ playground: { state, set, load } }: { playground: Playground }) {
  const choose = (kind: string) => {
    set({ kind: kind as KindName });
    load(`The site was loaded. Its search page: ${titles[kind]}`);
  };
  return (
    <div class="mb-2 flex items-center gap-2 text-sm whitespace-nowrap">
      <label for="kind">Search page</label>
      <Select id="kind" choices={titles} chosen={state.kind} choose={choose} />
    </div>
  );
}

export function HowItIsRead({ kind }: { kind: KindName }) {
  return (
    <>
      <h3>The search page reader</h3>
      <p class="dim mb-3">
        It reads the page above as visitors see it, and pushes what was searched for and clicked. What it was
        told, as in its form:
      </p>
      <Settings settings={kinds[kind].settings} />
      <Picker kind={kind} />
    </>
  );
}

/** As in the reader's form. What the preset fills in is dim. */
function Settings({ settings }: { settings: SearchPageSettings }) {
  const preset = presets.find(({ name }) => name === settings.preset);
  const filledIn = presetValues[preset?.name ?? ''] ?? {};
  return (
    <dl class="settings mb-3 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
      <dt>{presetSetting.title}</dt>
      <dd>{preset?.title}</dd>
      {searchPageSettings.map(({ name, title }) => {
        const value = settings[name] ?? filledIn[name];
        if (!value) return null;
        return [
          <dt>{title}</dt>,
          <dd class={settings[name] ? '' : 'dim'}>
            <code>{value}</code>
          </dd>,
        ];
      })}
    </dl>
  );
}

/** The picker, which works the settings out from clicks on a search page: to take along, and to try on the example site. */
function Picker({ kind }: { kind: KindName }) {
  const [script, keep] = useState('');
  useEffect(() => {
    fetch('picker.js')
      .then((response) => response.text())
      .then(keep);
  }, []);
  // Nothing comes of the bookmark that a browser would show instead of the page.
  const bookmark = `javascript:${encodeURIComponent(`${script}\nvoid 0`)}`;
  const tryIt = addressOf(kind, 'shoes').replace('?', '?picker&');
  return (
    <>
      <p class="dim mb-3">
        The picker works out what the reader has to be told on your own search page: open it there, and click
        a result.
      </p>
      <div class="row mb-2">
        <a class="button quiet" href={tryIt} target="_blank" rel="noopener">
          Try it on this site
        </a>
        <a
          class="button quiet bookmark cursor-grab border-dashed"
          href={bookmark}
          aria-describedby="bookmark-hint"
          onClick={(event) => event.preventDefault()}
        >
          Search page picker
        </a>
        <CopyButton label="Copy for the console" content={() => script} />
      </div>
      <p class="dim mb-3" id="bookmark-hint">
        Drag “Search page picker” to your bookmarks bar, and choose it there on your search page. Firefox
        takes no bookmark of this length: copy the script, and paste it into the browser's console.
      </p>
    </>
  );
}
