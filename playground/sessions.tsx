/** Recorded sessions, to be played again push by push. */

import { useRef, useState } from 'preact/hooks';
import { type Session, shoeShop } from '../start/session.ts';
import { Button } from './parts.tsx';

const url = 'https://www.example.com/search';
const item = (index: number) => ({ item_id: `SKU-${index}`, item_name: `Shoe ${index}`, index });

/** A shop that pushes what GA4 asks for, and nothing else: lists counted from 0, a click on the second page. */
const ga4: Session = {
  title: "A shop with GA4's events only",
  url,
  pushes: [
    { event: 'view_search_results', search_term: 'boots', items: [0, 1, 2, 3].map(item) },
    { event: 'select_item', search_term: 'boots', ecommerce: { items: [item(2)] } },
    { event: 'view_search_results', search_term: 'boots', items: [10, 11, 12].map(item) },
    { event: 'select_item', search_term: 'boots', ecommerce: { items: [item(12)] } },
  ],
};

const search = (query: string, count: number, title: string) => {
  const impressions = Array.from({ length: count }, (_, index) => ({
    cDocId: `https://www.example.com/catalogue/spring/shoes/${index + 1}`,
    cDocTitle: `${title} ${index + 1}`,
  }));
  return { event: 'searchstax_search', searchstax: { query, totalHits: 240, impressions } };
};

/** More than a URL holds: the tag cuts, and says what. */
const longLists: Session = {
  title: 'Lists and answers that are too long for a URL',
  url,
  pushes: [
    search('shoes', 60, 'A shoe of the spring catalogue'),
    search('обувь', 200, 'Весенние кроссовки'),
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

/** What goes wrong on real sites, to see what the tag says about it. */
const faults: Session = {
  title: 'What goes wrong: gaps, wrong types, unknown names',
  url,
  pushes: [
    { event: 'searchstax_search', searchstax: { totalHits: 3 } },
    { event: 'searchstax_searchclick', searchstax: { query: 'shoes', cDocId: 'https://www.example.com/1' } },
    { event: 'searchstax_search', searchstax: { query: 'shoes', totalHits: 'many', pageNo: 0 } },
    { event: 'searchstax_searchSatisfaction', searchstax: { score: '11' } },
    { event: 'searchstax_serach', searchstax: { query: 'shoes' } },
    { event: 'newsletter_signup' },
  ],
};

const sessions = [shoeShop, ga4, longLists, faults];

/** Milliseconds between two pushes: time to see them come. */
const pause = 350;

export function Recorded({ push }: { push(message: object): void }) {
  const [told, tell] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function play(session: Session, index = 0): void {
    const { pushes, title } = session;
    clearTimeout(timer.current);
    const message = pushes[index];
    tell(message ? `${title}: ${index + 1} of ${pushes.length}` : `${title}: done`);
    if (!message) return;
    push(structuredClone(message));
    timer.current = setTimeout(() => play(session, index + 1), pause);
  }

  return (
    <>
      <ul>
        {sessions.map((session) => (
          <li key={session.title} class="flex items-center gap-2.5 py-1.25">
            <Button
              icon="play"
              class="quiet"
              aria-label={`Replay: ${session.title}`}
              onClick={() => play(session)}
            >
              Replay
            </Button>
            <span class="flex-1">{session.title}</span>
            <span class="dim whitespace-nowrap">{session.pushes.length} pushes</span>
          </li>
        ))}
      </ul>
      <p class="dim" role="status">
        {told}
      </p>
    </>
  );
}
