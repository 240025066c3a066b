import type { Session } from './session.ts';

const impressions = (count: number, title: string) =>
  Array.from({ length: count }, (_, index) => ({
    cDocId: `https://www.example.com/catalogue/spring/shoes/${index + 1}`,
    cDocTitle: `${title} ${index + 1}`,
  }));

/** More than a URL holds: the tag cuts, and says what. */
export const longLists: Session = {
  title: 'Lists and answers that are too long for a URL',
  url: 'https://www.example.com/search',
  pushes: [
    {
      event: 'searchstax_search',
      searchstax: {
        query: 'shoes',
        totalHits: 240,
        impressions: impressions(60, 'A shoe of the spring catalogue'),
      },
    },
    {
      event: 'searchstax_search',
      searchstax: { query: 'обувь', totalHits: 240, impressions: impressions(200, 'Весенние кроссовки') },
    },
    {
      event: 'searchstax_questionanswer',
      searchstax: {
        question: 'What are your terms?',
        answer: 'All our shoes come with our terms, which are long. '.repeat(300),
        is_question: 'true',
      },
    },
  ],
};
