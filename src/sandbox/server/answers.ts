import { isGoogle } from '../permissions/server-kinds.ts';

/** What a request that the container sends is answered with. */
export interface HttpAnswer {
  /** @default 200 */
  statusCode?: number;
  headers?: Readonly<Record<string, string | readonly string[]>>;
  body?: string;
  /** Milliseconds until it comes. @default 0 */
  delay?: number;
}

/** An answer, `failed` for no connection, `timed_out` for no answer in time. */
export type HttpOutcome = HttpAnswer | 'failed' | 'timed_out';

/** What an API of Google's (BigQuery.insert, Firestore.read, ...) gives: its promise resolves or rejects. */
export type GoogleOutcome = { resolves: unknown } | { rejects: unknown };

/**
 * Answers by what they answer: a part of a request's URL, or the name of an API of Google's, alone or followed by a
 * space and what it is called with (`Firestore.read users/1`). Of a list, each call takes the next; the last one stays.
 */
export interface Answers {
  http?: Readonly<Record<string, HttpOutcome | readonly HttpOutcome[]>>;
  google?: Readonly<Record<string, GoogleOutcome | readonly GoogleOutcome[]>>;
}

export interface Answering {
  http(url: string): HttpOutcome;
  google(api: string, target: string): GoogleOutcome;
  /** What the scenario had no answer for although it must, since nothing else can give one. */
  readonly unanswered: string[];
}

/** Google's own endpoints answer only as the scenario says; any other host answers 200 with an empty body. */
export function answering({ http = {}, google = {} }: Answers): Answering {
  const taken = new Map<object, number>();
  const next = <T extends object | string>(outcomes: T | readonly T[]): T => {
    if (!Array.isArray(outcomes)) return outcomes as T;
    const turn = taken.get(outcomes) ?? 0;
    taken.set(outcomes, turn + 1);
    return outcomes[Math.min(turn, outcomes.length - 1)] as T;
  };
  const unanswered: string[] = [];
  return {
    unanswered,
    http(url) {
      const found = Object.entries(http).find(([part]) => url.includes(part));
      if (found) return next(found[1]);
      if (!isGoogle(url)) return { statusCode: 200, headers: {}, body: '' };
      unanswered.push(url);
      return 'failed';
    },
    google(api, target) {
      const found = [`${api} ${target}`, api].find((key) => Object.hasOwn(google, key));
      const outcomes = found === undefined ? undefined : google[found];
      if (outcomes) return next(outcomes);
      unanswered.push(target ? `${api} ${target}` : api);
      return { rejects: { reason: 'failed' } };
    },
  };
}
