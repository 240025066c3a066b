/** What the page and the example site are made of: drawings, buttons, choices. */

import type { ComponentChildren, ComponentProps } from 'preact';
import { useState } from 'preact/hooks';

/** Drawings of 16x16, as the strokes of one path each; they go beside a text or into a button with a label. */
const strokes = {
  add: 'M8 3v10M3 8h10',
  remove: 'M4 4l8 8M12 4l-8 8',
  download: 'M8 2v8M4.5 7 8 10.5 11.5 7M3 13.5h10',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  reload: 'M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3',
  visitor: 'M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8zM2.8 14c.6-2.6 2.7-4 5.2-4s4.6 1.4 5.2 4',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5 14 14',
  chat: 'M2.5 3h11v8H7l-3 2.5V11H2.5z',
  phone:
    'M3 2.5h2.5l1.2 3-1.5 1.2c.7 1.6 1.8 2.7 3.5 3.5l1.2-1.5 3 1.2v2.5c0 .6-.5 1-1 1C6.6 13 3 9.4 2 3.5c0-.5.4-1 1-1z',
  light:
    'M8 10.7a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4zM8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M12.6 3.4l-1.1 1.1M4.5 11.5l-1.1 1.1',
  dark: 'M13 9.6A5.5 5.5 0 1 1 6.4 3a4.5 4.5 0 0 0 6.6 6.6z',
  play: 'M4.5 3v10l8-5z',
  lock: 'M4 7.5h8v6H4zM5.7 7.5V5a2.3 2.3 0 0 1 4.6 0v2.5',
} as const;

/** A drawing in the colour of the text around it, silent for screen readers. */
export function Icon({ of }: { of: keyof typeof strokes }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={strokes[of]} />
    </svg>
  );
}

/** A button that does something on the page, with a drawing before its text. */
export function Button({
  icon,
  children,
  ...rest
}: ComponentProps<'button'> & { icon?: keyof typeof strokes }) {
  return (
    <button type="button" {...rest}>
      {icon && <Icon of={icon} />}
      {children}
    </button>
  );
}

/** Copies a text, and says whether that worked. */
export function CopyButton({ label, content }: { label: string; content(): string }) {
  const [outcome, tell] = useState('');
  const copy = async () => {
    const copied = navigator.clipboard.writeText(content()).then(() => 'Copied');
    tell(await copied.catch(() => 'The browser does not allow it'));
    setTimeout(() => tell(''), 2000);
  };
  return (
    <span>
      <Button icon="copy" class="quiet" onClick={copy}>
        {outcome || label}
      </Button>
      <span class="sr-only" role="status">
        {outcome}
      </span>
    </span>
  );
}

interface Choice {
  label: string;
  /** What each value is called. */
  choices: { readonly [value: string]: string };
  chosen: string;
  choose(value: string): void;
}

/** A choice between a few, side by side. @param isNamed shows its label */
export function Segments({ label, choices, chosen, choose, isNamed }: Choice & { isNamed?: boolean }) {
  // The same on every load: what had the focus gets it back.
  const name = label.toLowerCase().replaceAll(' ', '-');
  return (
    <div class="row" role="radiogroup" aria-label={label}>
      {isNamed && <span class="dim">{label}</span>}
      <div class="inline-flex rounded-md border border-line bg-sunken">
        {Object.entries(choices).map(([value, text]) => (
          <label key={value} class="pick">
            <input
              type="radio"
              id={`${name}-${value}`}
              name={name}
              checked={value === chosen}
              onChange={() => choose(value)}
            />
            {text}
          </label>
        ))}
      </div>
    </div>
  );
}

/** A choice from a list. */
export function Select({
  choices,
  chosen,
  choose,
  ...rest
}: Omit<Choice, 'label'> & ComponentProps<'select'>) {
  return (
    <select value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)} {...rest}>
      {Object.entries(choices).map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}

interface PanelProps {
  id: string;
  title: string;
  /** What stands beside the title. */
  tools?: ComponentChildren;
  class?: string;
  children: ComponentChildren;
}

/** One of the page's parts. */
export function Panel({ id, title, tools, class: more = 'xl:overflow-y-auto', children }: PanelProps) {
  return (
    <section
      id={id}
      class={`relative min-w-0 scroll-mt-13 rounded-xl border border-line bg-panel px-3 pb-3 md:px-4 md:pb-4 ${more}`}
      aria-labelledby={`${id}-title`}
    >
      <div class="-mx-3 mb-3 flex min-h-13 items-center gap-2 rounded-t-xl border-b border-line bg-panel px-3 py-2 md:sticky md:top-0 md:z-1 md:-mx-4 md:px-4">
        <h2 class="flex-1" id={`${id}-title`}>
          {title}
        </h2>
        {tools}
      </div>
      {children}
    </section>
  );
}

interface PillsProps {
  of: string[];
  choose(text: string, index: number): void;
  class?: string;
}

/** Short texts to choose one from. */
export function Pills({ of, choose, class: more = '' }: PillsProps) {
  return of.map((text, index) => (
    <button key={text} type="button" class={`pill ${more}`} onClick={() => choose(text, index)}>
      {text}
    </button>
  ));
}
