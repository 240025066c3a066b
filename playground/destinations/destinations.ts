/** SearchStax and Sitecore as the page reaches them: the receiver behind HTTP, or its pure parts within the page. */

import type { Verdict } from '../../src/receiver/exchange.ts';
import type { Settings } from '../../src/receiver/settings.ts';

export interface Request {
  method: 'GET' | 'POST';
  /** As the tag or the companion wrote it: absolute, https. */
  url: string;
  /** Form-encoded. */
  body?: string;
}

export interface Answered {
  /** 0 where no answer came. */
  status: number;
  verdict: Verdict;
  /** Why, in words, where the verdict alone does not say. */
  reason?: string;
  /** SearchStax: the decoded data. Sitecore: `{goal}`. */
  event?: unknown;
  isImage: boolean;
}

export interface Destinations {
  /** Whether the answers come from within the page, because nothing behind it answers. */
  isSimulated: boolean;
  /** Makes the request; never rejects. One that is left hanging never resolves. */
  ask(request: Request): Promise<Answered>;
  /** Changes how they answer. */
  set(changes: Partial<Settings>): Promise<void>;
}
