import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, linter, lintGutter, lintKeymap } from '@codemirror/lint';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { readMessages } from './messages.ts';

const ground = { color: 'var(--color-dim)', backgroundColor: 'var(--color-sunken)' };

/** In the page's colours, which turn dark by themselves. */
const theme = EditorView.theme({
  '&': { color: 'var(--color-ink)', backgroundColor: 'var(--color-sunken)', fontSize: '12px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: '12px / 18px var(--font-mono)', maxHeight: '50vh' },
  '.cm-content, .cm-gutter': { minHeight: '180px' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--color-ink)' },
  '.cm-gutters': { ...ground, borderRight: '1px solid var(--color-line)', borderRadius: '5px 0 0 5px' },
  '.cm-gutter-lint': { width: '16px' },
  '.cm-tooltip, .cm-panels': { ...ground, color: 'var(--color-ink)', borderColor: 'var(--color-line)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--color-accent-ground)' },
});

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--color-accent)' },
  { tag: tags.string, color: 'var(--color-good)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--color-waiting)' },
  { tag: tags.invalid, color: 'var(--color-bad)' },
]);

function diagnostics({ state }: EditorView): Diagnostic[] {
  const { problem } = readMessages(state.doc.toString());
  if (!problem) return [];
  const { offset: from, message } = problem;
  return [{ from, to: Math.min(from + 1, state.doc.length), severity: 'error', message }];
}

/** Firefox, in a shadow tree, leaves there what one types over: CodeMirror, which knows the selection, replaces it. */
const typingOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== 'insertText' || !event.data || view.state.selection.main.empty) return false;
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  },
});

interface Options {
  label: string;
  changed(text: string): void;
  /** Ctrl + Enter. */
  send(): void;
}

/**
 * A field for JSON. It stands in a shadow tree, where CodeMirror's styles are a style sheet of the tree's own: the page's
 * Content Security Policy lets no script write style elements. The Tab key is left alone, so that it leads out.
 */
export function codeField(place: HTMLElement, doc: string, { label, changed, send }: Options): EditorView {
  const root = place.attachShadow({ mode: 'open' });
  const sent = () => {
    send();
    return true;
  };
  return new EditorView({
    doc,
    parent: root,
    root,
    extensions: [
      keymap.of([{ key: 'Mod-Enter', run: sent }, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
      typingOver,
      history(),
      lineNumbers(),
      json(),
      bracketMatching(),
      linter(diagnostics, { delay: 0 }),
      lintGutter(),
      syntaxHighlighting(colours),
      theme,
      EditorView.contentAttributes.of(({ state }) => ({
        // It has the focus without; who checks for keyboards looks for it.
        tabindex: '0',
        'aria-label': label,
        'aria-invalid': String(Boolean(readMessages(state.doc.toString()).problem)),
      })),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) changed(state.doc.toString());
      }),
    ],
  });
}
