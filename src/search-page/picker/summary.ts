import type { SearchPageSettings } from '../../catalogue/search-page.ts';
import { lineOf } from '../page.ts';
import type { Picks } from './pick.ts';
import { readWith } from './pick.ts';

/** What would be pushed now, in words, and what cannot be read. */
export interface Summary {
  text: string;
  titles: string[];
  warnings: string[];
}

export function summarize(settings: SearchPageSettings, picks: Picks): Summary {
  if (!settings.results && (!settings.preset || settings.preset === 'generic'))
    return {
      text: '',
      titles: [],
      warnings: picks.title
        ? [
            'The results cannot be told from the rest of the page. Search for something with several results, and click a title there.',
          ]
        : [],
    };
  const { query, reading } = readWith(settings);
  const count = reading.hits.length;
  const warnings: string[] = [];
  if (!query)
    warnings.push(
      'What was searched for is neither in the address nor in a field: search for something first.',
    );
  if (!count && !reading.none) warnings.push('No results are found with these settings.');
  if (count === 1) warnings.push('There is one result only. Search for something with several, to be sure.');
  const untitled = reading.hits.filter((hit) => !hit.headline).length;
  if (untitled)
    warnings.push(
      `${untitled} of the results have no title that can be read: clicks on them are not counted.`,
    );
  if (picks.title && count && !reading.hits.some((hit) => hit.headline === lineOf(picks.title as Element)))
    warnings.push('The title that you clicked is not among those that are read.');
  if (reading.sum === undefined && count)
    warnings.push(
      picks.count
        ? `No number of results can be read in "${lineOf(picks.count).slice(0, 60)}".`
        : 'The number of results is not known yet: click it.',
    );
  if (picks.related && !reading.suggestions.length) warnings.push('The related searches cannot be read.');
  const parts = [
    `query ${query || '?'}`,
    reading.sum === undefined ? 'unknown number of results' : `${reading.sum} results`,
    `${count} impressions`,
    ...(reading.suggestions.length ? [`${reading.suggestions.length} related searches`] : []),
  ];
  return { text: parts.join(', '), titles: reading.hits.map((hit) => hit.headline), warnings };
}
