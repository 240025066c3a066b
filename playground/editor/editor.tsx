import type { EditorView } from '@codemirror/view';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Select } from '../parts.tsx';
import type { Playground } from '../playground.ts';
import { codeField } from './code.ts';
import { type Example, examples } from './examples.ts';
import { readMessages } from './messages.ts';

const titles = Object.fromEntries(examples.map(({ title }, index) => [index, title]));
const textOf = ({ message }: Example) => JSON.stringify(message, null, 2);

/** Pushes any JSON to the data layer by hand, or calls SearchStax's own tracker with it; what is wrong is shown in its line. */
export function Editor({ playground }: { playground: Playground }) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const [example, choose] = useState(examples[0] as Example);
  const [text, setText] = useState(textOf(example));
  const { problem } = readMessages(text);

  function send(): void {
    const read = readMessages(view.current?.state.doc.toString() ?? '');
    if (read.problem) {
      view.current?.focus();
      view.current?.dispatch({ selection: { anchor: read.problem.offset }, scrollIntoView: true });
    } else {
      for (const message of read.messages) playground.send(message, chosen.current.call);
    }
  }

  function show(shown: Example): void {
    choose(shown);
    view.current?.dispatch({
      changes: { from: 0, to: view.current.state.doc.length, insert: textOf(shown) },
    });
  }
  // Made once; from then on the text is the field's own, and what it calls has to look here.
  const chosen = useRef(example);
  chosen.current = example;
  useEffect(() => {
    if (!place.current) return;
    const label = 'Message for the data layer, JSON';
    view.current = codeField(place.current, text, { label, changed: setText, send });
  }, []);

  return (
    <div class="editor">
      <div class="row mb-2 flex-nowrap text-sm">
        <label for="example">Example</label>
        <Select
          id="example"
          choices={titles}
          chosen={String(examples.indexOf(example))}
          choose={(index) => show(examples[Number(index)] as Example)}
        />
      </div>
      <div
        class="editor-text rounded-md border border-edge bg-sunken focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent"
        ref={place}
      />
      <p class="problem mb-1.5 min-h-5" role="status">
        {problem && `${placeOf(text, problem.offset)}: ${problem.message}`}
      </p>
      <Button onClick={send}>Push</Button>
      <span class="dim">
        {' '}
        Ctrl + Enter
        {example.call &&
          `. Calls _msq.push(['${example.call}', …]), as pages with SearchStax's own tracker do.`}
      </span>
    </div>
  );
}

function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `Line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
