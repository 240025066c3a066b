/** One request's way through the receiver: the destination's failure if it was told to fail, else its true answer. */

import type { Answer, Asked } from './exchange.ts';
import type { Log, Received } from './log.ts';
import { readPayload } from './payload.ts';
import { answerTrack, isTrack } from './searchstax.ts';
import type { Destination, Failure, Settings } from './settings.ts';
import { answerMedia, isMedia } from './sitecore.ts';

export interface State {
  settings: Settings;
  log: Log;
  /** Takes one of this second's requests to SearchStax; see rate.ts. */
  withinRate: (limit: number | null) => boolean;
  /** The media URLs that a cache would hold by now. */
  mediaUrls: Set<string>;
}

/** An answer, and the connection's fate where none is given. */
export type Outcome = Answer & { instead?: 'reset' | 'hang' };

/** Which destination a path belongs to; undefined: neither. */
export function destinationOf(path: string): Destination | undefined {
  if (isTrack(path)) return 'SearchStax';
  return isMedia(path) ? 'Sitecore' : undefined;
}

/** Answers a request to one of the destinations and writes it down. */
export function answer(asked: Asked, destination: Destination, state: State): Outcome {
  const failure = takeFailure(destination, state);
  const outcome = failure ? fail(asked, failure) : answers[destination](asked, state);
  return { ...outcome, ...written(asked, destination, outcome, state.log) };
}

const answers: { [destination in Destination]: (asked: Asked, state: State) => Answer } = {
  SearchStax: (asked, { settings, withinRate }) =>
    answerTrack(asked, settings, () => withinRate(settings.requestsPerSecond)),
  Sitecore: (asked, { settings, mediaUrls }) => {
    const url = `${asked.host}${asked.path}?${asked.query}`;
    const answer = answerMedia(asked, settings, mediaUrls.has(url));
    if (answer.status === 200) mediaUrls.add(url);
    return answer;
  },
};

/** One of the failures that are due, if any is; the last one ends them. */
function takeFailure(destination: Destination, state: State): Failure | undefined {
  const { failure } = state.settings;
  if (!failure || failure.next === 0 || (failure.at && failure.at !== destination)) return undefined;
  if (failure.next) state.settings = { ...state.settings, failure: { ...failure, next: failure.next - 1 } };
  return failure;
}

function fail(asked: Asked, { as }: Failure): Outcome {
  const { event } = readPayload(asked.method === 'POST' ? asked.body : asked.query);
  const failed = { verdict: 'failed', reason: 'fails because it was told to', event } as const;
  return typeof as === 'number' ? { ...failed, status: as } : { ...failed, status: 0, instead: as };
}

function written(asked: Asked, destination: Received['destination'], answer: Answer, log: Log): object {
  const { status, verdict, reason, event } = answer;
  const url = asked.path + (asked.query && `?${asked.query}`);
  return log.add({ destination, method: asked.method, url, status, verdict, reason, event });
}
