/** Pushes any JSON to the data layer by hand; what is wrong with it is shown in its line. */

import { element, fill, uniqueId } from '../element.ts';
import { examples } from './examples.ts';
import { type JsonProblem, readMessages } from './problem.ts';

export function editor(push: (message: object) => void): HTMLElement {
  const problemId = uniqueId('problem');
  const problem = element('p', { class: 'problem', id: problemId, role: 'status' });
  const numbers = element('div', { class: 'line-numbers', 'aria-hidden': 'true' });
  const text = element('textarea', {
    'aria-label': 'Message for the data layer, JSON',
    'aria-describedby': problemId,
    spellcheck: 'false',
    autocomplete: 'off',
    wrap: 'off',
    rows: 9,
    oninput: check,
    onscroll: () => {
      numbers.scrollTop = text.scrollTop;
    },
    onkeydown: (event) => {
      const { key, ctrlKey, metaKey } = event as KeyboardEvent;
      if (key === 'Enter' && (ctrlKey || metaKey)) send();
    },
  });

  function show(message: object | undefined): void {
    text.value = JSON.stringify(message, null, 2);
    check();
  }

  function check(): JsonProblem | undefined {
    const read = readMessages(text.value);
    const found = read.problem;
    text.setAttribute('aria-invalid', String(Boolean(found)));
    fill(problem, found && `Line ${found.line}, column ${found.column}: ${found.message}`);
    const count = text.value.split('\n').length;
    const lines = Array.from({ length: count }, (_, index) =>
      element('span', { class: found?.line === index + 1 && 'wrong' }, index + 1),
    );
    fill(numbers, ...lines);
    numbers.scrollTop = text.scrollTop;
    return found;
  }

  function send(): void {
    const read = readMessages(text.value);
    if (read.problem) {
      text.focus();
      text.setSelectionRange(read.problem.offset, read.problem.offset + 1);
    } else {
      for (const message of read.messages) push(message);
    }
  }

  show(examples[0]?.message);
  return element(
    'div',
    { class: 'editor' },
    exampleChoice(show),
    element('div', { class: 'editor-text' }, numbers, text),
    problem,
    element('button', { type: 'button', onclick: send }, 'Push'),
    element('span', { class: 'dim' }, ' Ctrl + Enter'),
  );
}

function exampleChoice(chosen: (message: object | undefined) => void): HTMLElement {
  const options = examples.map(({ title }, index) => element('option', { value: index }, title));
  return element(
    'label',
    { class: 'inline-label' },
    'Example ',
    element(
      'select',
      {
        onchange: (event) => chosen(examples[Number((event.target as HTMLSelectElement).value)]?.message),
      },
      ...options,
    ),
  );
}
