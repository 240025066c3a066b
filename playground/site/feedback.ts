import { element, fill } from '../element.ts';

/** How satisfied somebody is, from 0 to 10, and why; pushes it once it is sent. */
export function feedback(push: (message: object) => void): HTMLElement {
  const scores = Array.from({ length: 11 }, (_, score) =>
    element(
      'label',
      {},
      element('input', { type: 'radio', name: 'score', value: score, required: true }),
      element('span', {}, score),
    ),
  );
  const form = element(
    'form',
    {
      class: 'feedback',
      onsubmit: (event) => {
        event.preventDefault();
        const given = new FormData(form);
        push({
          event: 'searchstax_searchSatisfaction',
          searchstax: { score: given.get('score'), comments: given.get('comments') },
        });
        fill(form, element('p', { role: 'status' }, 'Thank you!'));
      },
    },
    element(
      'fieldset',
      {},
      element('legend', {}, 'Did you find what you were looking for?'),
      element('div', { class: 'scores' }, ...scores),
    ),
    element(
      'div',
      { class: 'feedback-line' },
      element('input', { name: 'comments', type: 'text', 'aria-label': 'Comment', placeholder: 'Comment' }),
      element('button', { type: 'submit' }, 'Send'),
    ),
  );
  return form;
}
