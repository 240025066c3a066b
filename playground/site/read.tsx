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
import { Picker } from './picker.tsx';

interface Props {
  playground: Playground;
}

export function KindChoice({ playground }: Props) {
  const choose = (kind: KindName) => {
    playground.set({ kind });
    playground.load(`The site was loaded. Its search page: ${kinds[kind].title}`);
  };
  return (
    <label class="inline-label">
      Search page{' '}
      <select
        value={playground.state.kind}
        onChange={({ currentTarget }) => choose(currentTarget.value as KindName)}
      >
        {Object.entries(kinds).map(([name, { title }]) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

export function HowItIsRead({ playground }: Props) {
  const { kind } = playground.state;
  return (
    <>
      <h3>The search page reader</h3>
      <p class="panel-text">
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
    <dl class="settings">
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
