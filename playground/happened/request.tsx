/** One request, taken apart: what was sent, what was cut, what the destination said. */

import { CopyButton } from '../parts.tsx';
import type { Entry, Sent } from '../visit/journal.ts';
import { goalOf, isTrackEvent, partsOf, titleOf, trimmed } from './payload.ts';
import { answerOf, curl, destinationOf, type Said } from './words.ts';

export function Request({ sent, entry }: { sent: Sent; entry: Entry }) {
  const { by, payload, url, body } = sent;
  const cut = isTrackEvent(payload) ? trimmed(entry.pushed, payload) : [];
  const goal = goalOf(sent);
  const size = (url.length + (body?.length ?? 0)).toLocaleString('en');
  return (
    <section class="card">
      <h3 class="m-0 flex flex-wrap items-baseline gap-x-2 rounded-t-lg border-b border-line bg-sunken px-2.5 py-1.5">
        <span>{destinationOf(sent)}</span>
        <span class="dim flex-1 font-normal">
          {isTrackEvent(payload) ? `${titleOf(payload.event)} (${payload.event})` : goal && `Goal “${goal}”`}
        </span>
        <span class="text-xs font-normal text-dim">
          {by === 'companion' ? 'by the companion, POST' : 'by pixel, GET'}
        </span>
      </h3>
      <table class="parts">
        <thead>
          <tr>
            <th scope="col">Property</th>
            <th scope="col">Value</th>
            <th scope="col">Needed</th>
          </tr>
        </thead>
        <tbody>
          {partsOf(sent).map(({ name, value, need, help }) => (
            <tr key={name} class={need}>
              <th scope="row" title={help}>
                <code>{name}</code>
              </th>
              <td>
                <Value of={value} />
              </td>
              <td>{need}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {cut.length > 0 && (
        <p class="cut waiting px-2.5 py-1.5 text-sm">
          <b>Not sent: </b>
          {cut.join(', ')}.
        </p>
      )}
      <Answers sent={sent} />
      <details class="px-2.5 py-2">
        <summary class="dim">{`${body === undefined ? 'URL' : 'URL and body'}, ${size} characters`}</summary>
        <LongText name="URL" text={url} />
        {body !== undefined && <LongText name="Body" text={body} />}
        <div class="row gap-1.5">
          <CopyButton label="Copy URL" content={() => url} />
          <CopyButton label="Copy as curl" content={() => curl(sent)} />
        </div>
      </details>
    </section>
  );
}

/** A word or two on a ground that says how it went; the mood is in the words too. */
export function Chip({ text, mood }: Said) {
  return <span class={`chip ${mood}`}>{text}</span>;
}

/** One line for each time that it was tried; one before the first. */
function Answers({ sent }: { sent: Sent }) {
  const { answers } = sent;
  const tries = answers.length ? answers : [undefined];
  return (
    <div class="answer grid gap-1.5 px-2.5 pt-1.5 text-sm">
      {tries.map((answer, index) => {
        const said = answerOf({ ...sent, answers: answers.slice(0, index + 1) });
        const comesAgain = answer && index === answers.length - 1 && said.mood === 'waiting';
        return (
          <p key={answer}>
            {tries.length > 1 ? `Answer ${index + 1} ` : 'Answer '}
            <Chip {...said} />
            {answer?.reason && ` ${answer.reason}.`}
            {comesAgain && ' The companion tries again.'}
          </p>
        );
      })}
    </div>
  );
}

/** A text that may need scrolling, which keyboards reach. */
function LongText({ name, text }: { name: string; text: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: nothing in it is a field.
    <p class="my-1.5 max-h-[9em] overflow-y-auto" tabindex={0} role="group" aria-label={name}>
      <code>{text}</code>
    </p>
  );
}

/** How many items of a list show before the rest folds. */
const shownItems = 3;

/** How many characters of a long text show. */
const shownCharacters = 240;

/** A JSON value as text, lists with one item a line. */
function Value({ of: value }: { of: unknown }) {
  if (value === undefined) return <span class="dim">–</span>;
  if (Array.isArray(value)) {
    const items = value.map((item, index) => <Item key={index} of={item} />);
    const first = items.length > shownItems + 1 ? shownItems : items.length;
    return (
      <>
        <ol>{items.slice(0, first)}</ol>
        {first < items.length && (
          <details>
            <summary class="text-dim">{`${items.length - first} more`}</summary>
            <ol start={first + 1}>{items.slice(first)}</ol>
          </details>
        )}
      </>
    );
  }
  const text = json(value);
  if (text.length <= shownCharacters * 1.5) return <code>{text}</code>;
  return (
    <>
      <code>{text.slice(0, shownCharacters)}…</code>
      <details>
        <summary class="text-dim">{`All ${text.length.toLocaleString('en')} characters`}</summary>
        <code>{text}</code>
      </details>
    </>
  );
}

/** An item of a list: its place first, for the lists that SearchStax takes. */
function Item({ of: item }: { of: unknown }) {
  const isNamed = typeof item === 'object' && item !== null;
  const { position, ...rest } = (isNamed ? item : {}) as { position?: unknown };
  const named = Object.entries({ ...(position !== undefined && { position }), ...rest });
  return (
    <li class="mb-0.5">
      <code>
        {isNamed
          ? named.map(([name, value]) => [<span class="text-dim">{name}</span>, ` ${json(value)} `])
          : json(item)}
      </code>
    </li>
  );
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
