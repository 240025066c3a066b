import type { Setup } from './settings.ts';

/** What the settings are on pages of a known kind. Sources: SearchStax's published UI kit templates; Sitecore SXA. */
export const presets: { [preset: string]: Setup } = {
  searchstax: {
    results: '.searchstax-search-result:not(.searchstax-external-promotion)',
    title: '.searchstax-search-result-title',
    id: 'data-searchstax-unique-result-id',
    total: '.searchstax-feedback-container',
    noResults: '.searchstax-no-results',
    related: '.searchstax-related-search-item',
    answer: '.searchstax-answer-description',
    answerSource: '.searchstax-answer-container a[href]',
    answerMore: '.searchstax-answer-load-more-button',
  },
  sxa: {
    results: '.search-result-list > li',
    title: '.field-title',
    total: '.results-count',
    queryParameter: 'q',
    offsetParameter: 'e',
    sizeParameter: 'p',
  },
};
