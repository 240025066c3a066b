/** One request, taken apart: what was sent, what was cut, what the destination said. */

import { CopyButton } from '../copy.tsx';
import type { Entry, Sent } from '../visit/journal.ts';
import { Chip } from './chip.tsx';
import { curl } from './curl.ts';
import { goalOf, isTrackEvent, type Part, partsOf, titleOf } from './parts.ts';
import { trimmed } from './trimmed.ts';
import { Value } from './value.tsx';
import { answerOf, destinationOf } from './words.ts';

export function Request({ sent, entry }: { sent: Sent; entry: Entry }) {
  const { by, payload, url, body } = sent;
  const cut = isTrackEvent(payload) ? trimmed(entry.pushed, payload) : [];
  const goal = goalOf(sent);
  const size = (url.length + (body?.length ?? 0)).toLocaleString('en');
  return (
    <section class="request">
      <h3>
        <span>{destinationOf(sent)}</span>
        <span class="dim">
          {isTrackEvent(payload) ? `${titleOf(payload.event)} (${payload.event})` : goal && `Goal “${goal}”`}
        </span>
        <span class="way">{by === 'companion' ? 'by the companion, POST' : 'by pixel, GET'}</span>
      </h3>
      <Parts of={partsOf(sent)} />
      {cut.length > 0 && (
        <p class="cut">
          <b>Not sent: </b>
          {cut.join(', ')}.
        </p>
      )}
      <Answers sent={sent} />
      <details class="url">
        <summary>{`${body === undefined ? 'URL' : 'URL and body'}, ${size} characters`}</summary>
        <LongText name="URL" text={url} />
        {body !== undefined && <LongText name="Body" text={body} />}
        <CopyButton label="Copy URL" content={() => url} />
        <CopyButton label="Copy as curl" content={() => curl(sent)} />
      </details>
    </section>
  );
}

function Parts({ of }: { of: Part[] }) {
  return (
    <table class="parts">
      <thead>
        <tr>
          <th scope="col">Property</th>
          <th scope="col">Value</th>
          <th scope="col">Needed</th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ name, value, need, help }) => (
          <tr key={name} class={need}>
            <th scope="row" title={help}>
              <code>{name}</code>
            </th>
            <td>
              <Value of={value} />
            </td>
            <td>
              <span class={`need ${need}`}>{need}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Answers({ sent }: { sent: Sent }) {
  const { answers } = sent;
  const said = (upTo: number) => answerOf({ ...sent, answers: answers.slice(0, upTo) });
  return (
    <div class="answer">
      {!answers.length && (
        <p>
          Answer <Chip {...said(0)} />
        </p>
      )}
      {answers.map(({ reason }, index) => {
        const comesAgain = index === answers.length - 1 && said(index + 1).mood === 'waiting';
        return (
          <p key={answers[index]}>
            {answers.length > 1 ? `Answer ${index + 1} ` : 'Answer '}
            <Chip {...said(index + 1)} />
            {reason && ` ${reason}.`}
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
    <p tabindex={0} role="group" aria-label={name}>
      <code>{text}</code>
    </p>
  );
}
