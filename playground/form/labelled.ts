import { type Child, element, fill, uniqueId } from '../element.ts';
import { helpContent } from './help.ts';

/** A field's name, its help behind a question mark, and the place for what is wrong with it. */
export interface Labelled {
  element: HTMLElement;
  /** For `aria-describedby`. */
  problemId: string;
  say(problem: string | undefined): void;
}

/**
 * @param inputId the input that the label names; without one the field is a group of inputs and gets its name itself
 */
export function labelled(
  { displayName = '', help }: { displayName?: string; help?: string },
  inputId: string | undefined,
  ...content: Child[]
): Labelled {
  const labelId = uniqueId('label');
  const problemId = uniqueId('problem');
  const problem = element('p', { class: 'problem', id: problemId, hidden: true });
  const label = inputId
    ? element('label', { for: inputId, id: labelId }, displayName)
    : element('span', { class: 'label', id: labelId }, displayName);
  return {
    element: element(
      'div',
      { class: 'field', role: !inputId && 'group', 'aria-labelledby': !inputId && labelId },
      element('div', { class: 'field-name' }, label, help && questionMark(displayName)),
      ...content,
      problem,
      help && helpText(help),
    ),
    problemId,
    say(text) {
      problem.hidden = !text;
      fill(problem, text);
    },
  };
}

function questionMark(displayName: string): HTMLElement {
  return element(
    'button',
    {
      type: 'button',
      class: 'help-toggle',
      'aria-label': `Help: ${displayName}`,
      'aria-expanded': 'false',
      onclick: (event) => {
        const button = event.currentTarget as HTMLElement;
        const text = button.closest('.field')?.querySelector<HTMLElement>(':scope > .help');
        if (!text) return;
        text.hidden = !text.hidden;
        button.setAttribute('aria-expanded', String(!text.hidden));
      },
    },
    '?',
  );
}

function helpText(help: string): HTMLElement {
  return element('div', { class: 'help', hidden: true }, helpContent(help));
}
