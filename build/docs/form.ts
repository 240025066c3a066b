/** The forms of the two tags: every field with what its help says. */

import type { Field } from '../../src/sandbox/field.ts';
import { fields as searchPageFields } from '../../template/search-page/fields.ts';
import { fields } from '../../template/tag/fields.ts';
import { code, fromHelp, table } from './markdown.ts';

export function formReference(): string {
  return table(['Field', 'Chosen or typed', 'What it does'], fields.flatMap(rows));
}

/** The form of the search page reader: an example instead of what can be typed, which is free. */
export function searchPageFormReference(): string {
  const [preset, ...groups] = searchPageFields;
  const settings = groups.flatMap(({ subParams = [] }) => subParams);
  return table(
    ['Field', 'For example', 'What it says'],
    [
      [`**${preset?.displayName}**`, values(preset as Field), fromHelp(preset?.help ?? '')],
      ...settings.map(({ displayName, valueHint = '', help = '' }) => [
        `**${displayName}**`,
        code(valueHint),
        fromHelp(help.replace(/ Example: .*$/, '')),
      ]),
    ],
  );
}

function rows(field: Field): string[][] {
  if (field.type === 'GROUP') return (field.subParams ?? []).flatMap(rows);
  return [[`**${field.displayName}**`, values(field), fromHelp(field.help ?? '')]];
}

/** What stands in the field from the start, what can be chosen, or a table's columns. */
function values(field: Field): string {
  if (field.simpleTableColumns) {
    return `a table: ${field.simpleTableColumns.map(({ displayName }) => `**${displayName}**`).join(', ')}`;
  }
  if (field.name === 'action')
    return 'a SearchStax event, **Sitecore goal** or **Route by data layer event**';
  if (field.selectItems) {
    const names = field.selectItems.map(({ displayValue }) => `**${displayValue}**`);
    return `${names.join(', ')}; the first unless you choose`;
  }
  return field.defaultValue ? `${code(String(field.defaultValue))} unless you change it` : 'empty at first';
}
