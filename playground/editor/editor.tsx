import type { EditorView } from '@codemirror/view';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../button.tsx';
import { codeField } from './code.ts';
import { examples } from './examples.ts';
import { readMessages } from './messages.ts';

const textOf = (index: number) => JSON.stringify(examples[index]?.message, null, 2);

/** Pushes any JSON to the data layer by hand; what is wrong with it is shown in its line. */
export function Editor({ push }: { push(message: object): void }) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const [text, setText] = useState(textOf(0));
  const { problem } = readMessages(text);

  function send(): void {
    const read = readMessages(view.current?.state.doc.toString() ?? '');
    if (read.problem) {
      view.current?.focus();
      view.current?.dispatch({ selection: { anchor: read.problem.offset }, scrollIntoView: true });
    } else {
      for (const message of read.messages) push(message);
    }
  }

  function show(example: number): void {
    const length = view.current?.state.doc.length;
    view.current?.dispatch({ changes: { from: 0, to: length, insert: textOf(example) } });
  }
  // Made once; from then on the text is the field's own.
  useEffect(() => {
    if (!place.current) return;
    const label = 'Message for the data layer, JSON';
    view.current = codeField(place.current, text, { label, changed: setText, send });
  }, []);

  return (
    <div class="editor">
      <label class="inline-label">
        Example{' '}
        <select onChange={({ currentTarget }) => show(Number(currentTarget.value))}>
          {examples.map(({ title }, index) => (
            <option key={title} value={index}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <div class="editor-text" ref={place} />
      <p class="problem" role="status">
        {problem && `${placeOf(text, problem.offset)}: ${problem.message}`}
      </p>
      <Button onClick={send}>Push</Button>
      <span class="dim"> Ctrl + Enter</span>
    </div>
  );
}

function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `Line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
