import type { SearchPageSettings } from '../../catalogue/search-page.ts';
import { lineOf } from '../page.ts';
import { fields, typedIn, unreadablePages } from './parameters.ts';
import type { Picks } from './pick.ts';
import { readWith } from './pick.ts';
import { betterTitle, repeated } from './titles.ts';

/** What would be pushed now, in words, and what cannot be read. */
export interface Summary {
  text: string;
  titles: string[];
  warnings: string[];
  /** What the title should rather be, where those that are read say nothing. */
  better?: Element | undefined;
  /** The address does not hold what was searched for. */
  needsField: boolean;
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
      needsField: false,
    };
  const { query, reading } = readWith(settings);
  const count = reading.hits.length;
  const warnings: string[] = [];
  const { field } = picks;
  if (field && !field.matches(fields)) warnings.push('What you clicked as the search field is none.');
  else if (field && !typedIn(field)) warnings.push('The search field is empty: search for something first.');
  else if (field && query !== typedIn(field))
    warnings.push(`What is read as the query is not what the search field holds, "${typedIn(field)}".`);
  else if (!query)
    warnings.push(
      'The address does not hold what was searched for. Search for something, then click the search field.',
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
  const pages = unreadablePages(query);
  if (pages)
    warnings.push(
      `The address ${pages}, which cannot be read: positions are wrong on later pages unless the number of results says "11-20 of 42".`,
    );
  const titles = reading.hits.map((hit) => hit.headline);
  const same = repeated(titles.filter(Boolean));
  if (same)
    warnings.push(
      `${same.times === titles.length ? `All ${titles.length}` : `${same.times} of the ${titles.length}`} titles are the same, "${same.title.slice(0, 60)}": click what tells one result from another.`,
    );
  const parts = [
    `query ${query || '?'}${query && settings.queryInput ? ' (from the search field)' : ''}`,
    reading.sum === undefined ? 'unknown number of results' : `${reading.sum} results`,
    `${count} impressions`,
    ...(reading.suggestions.length ? [`${reading.suggestions.length} related searches`] : []),
  ];
  return {
    text: parts.join(', '),
    titles,
    warnings,
    better: same && betterTitle(settings, picks.title),
    needsField: !query || Boolean(settings.queryInput),
  };
}
