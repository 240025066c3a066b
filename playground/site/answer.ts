import { element } from '../element.ts';
import type { SmartAnswer } from './answers.ts';
import type { ResultsOptions } from './results.ts';

/** A Smart Answer with its sources; pushes that it was shown, and which source was followed. */
export function answerBox(
  question: string,
  { answer, sources }: SmartAnswer,
  { push, opened }: Pick<ResultsOptions, 'push' | 'opened'>,
): HTMLElement {
  push({ event: 'searchstax_questionanswer', searchstax: { question, answer, is_question: true } });
  const links = sources.map(({ title, href }) => {
    const follow = (event: Event) => {
      event.preventDefault();
      push({ event: 'searchstax_answersourceclick', searchstax: { href, question, answer } });
      opened(href);
    };
    return element('li', {}, element('a', { href, onclick: follow }, title));
  });
  return element(
    'section',
    { class: 'smart-answer', 'aria-label': 'Smart answer' },
    element('p', {}, answer),
    element('ul', { class: 'sources' }, ...links),
  );
}
