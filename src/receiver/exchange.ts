/** What a destination is asked and what it answers, without the HTTP around it. */

export interface Asked {
  method: string;
  /** Without the query string, as it came. */
  path: string;
  /** The query string without `?`, as it came. */
  query: string;
  /** The Host header. */
  host: string;
  contentType: string;
  body: string;
}

/**
 * What became of a request. `accepted` and `counted` are what its sender hopes for:
 * SearchStax accepted, refused (422), limited (429), too long (414); Sitecore counted the goal, does not know it, was given
 * none, or was never asked because a cache had the answer; either failed as it was told to, or has nothing there.
 */
export type Verdict =
  | 'accepted'
  | 'refused'
  | 'limited'
  | 'too long'
  | 'counted'
  | 'unknown goal'
  | 'no goal'
  | 'cached'
  | 'failed'
  | 'not found';

export interface Answer {
  status: number;
  headers?: { [name: string]: string };
  body?: string | Uint8Array;
  verdict: Verdict;
  /** Why, in words, where the verdict alone does not say. */
  reason?: string;
  /** SearchStax: the decoded data. Sitecore: `{goal}` as it came. */
  event?: unknown;
}

/** `POST` to where only others are answered. */
export function methodNotAllowed(allow: string): Answer {
  return { status: 405, headers: { allow }, verdict: 'refused', reason: `only ${allow} are answered here` };
}
