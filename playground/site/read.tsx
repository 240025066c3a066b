/** While the site pushes nothing: how its search page is built, and what the search page reader is told about it. */

import {
  presetSetting,
  presets,
  type SearchPageSettings,
  searchPageSettings,
} from '../../src/catalogue/search-page.ts';
import { presets as presetValues } from '../../src/search-page/presets.ts';
import type { Playground } from '../playground.ts';
import { type KindName, kinds } from './kinds.ts';

export function HowItIsRead({ playground }: { playground: Playground }) {
  const { kind } = playground.state;
  const { settings, title } = kinds[kind];
  const choose = (chosen: KindName) => {
    playground.set({ kind: chosen });
    playground.load(`The site was loaded: its search page is built otherwise (${kinds[chosen].title})`);
  };
  return (
    <>
      <label class="inline-label">
        The search page is{' '}
        <select value={kind} onChange={({ currentTarget }) => choose(currentTarget.value as KindName)}>
          {Object.entries(kinds).map(([name, one]) => (
            <option key={name} value={name}>
              {one.title}
            </option>
          ))}
        </select>
      </label>
      <details class="settings">
        <summary>What the reader is told: {title}</summary>
        <Settings settings={settings} />
      </details>
    </>
  );
}

/** As in the reader's form. What the preset fills in is dim. */
function Settings({ settings }: { settings: SearchPageSettings }) {
  const preset = presets.find(({ name }) => name === settings.preset);
  const filledIn = presetValues[preset?.name ?? ''] ?? {};
  return (
    <dl>
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
