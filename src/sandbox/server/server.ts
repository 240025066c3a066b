import type { Surroundings } from '../apis/index.ts';
import type { SandboxFunction, Value } from '../values.ts';
import { type Answering, type Answers, answering } from './answers.ts';
import { type IncomingRequest, type RequestOptions, readRequest } from './incoming.ts';
import { newResponse, type OutgoingResponse } from './response.ts';
import { createVirtualTime, type VirtualTime } from './time.ts';

export interface ServerOptions {
  request?: RequestOptions;
  /** The name of the client that runs the container. @default Client */
  client?: string;
  /** Whether GTM's preview is on. @default false */
  preview?: boolean;
  answers?: Answers;
  /** Whether the browser that asked carries out commands such as `sendPixelFromBrowser`. @default true */
  takesCommands?: boolean;
  /** Secrets for `hmacSha256` by key id. */
  privateKeys?: Readonly<Record<string, string>>;
  /** Tags of the container that a client runs, as event callbacks are told of them. */
  tags?: readonly TagStatus[];
  /** Milliseconds since 1970; the clock then moves only where something waits. @default the machine's clock */
  time?: number;
  random?: () => number;
}

/** How a tag ended. */
export interface TagStatus {
  id: number | string;
  status: string;
  executionTime: number;
}

/** A request that the container sent. */
export interface SentRequest {
  method: string;
  url: string;
  headers: Record<string, unknown>;
  body?: string;
  /** Scopes of the Google credentials that it carried. */
  authorization?: unknown;
}

/** A call of one of Google's services. */
export interface GoogleCall {
  api: string;
  args: unknown[];
}

/** One event in the container. */
export interface ServerEvent {
  readonly id: number;
  readonly data: unknown;
  onDone(callback: (containerId: string, eventData: unknown) => void): void;
  /** Tells whoever waits for the event's tags how they ended. */
  done(tags: readonly TagStatus[]): void;
}

/** A server container while it serves one request. */
export interface Server extends Surroundings {
  readonly pending: VirtualTime;
  readonly request: IncomingRequest;
  readonly response: OutgoingResponse;
  readonly answers: Answering;
  readonly client: string;
  readonly takesCommands: boolean;
  readonly privateKeys: Readonly<Record<string, string>>;
  readonly tags: readonly TagStatus[];
  /** Requests that templates sent, in their order. */
  readonly sent: SentRequest[];
  readonly googleCalls: GoogleCall[];
  /** URLs that the browser was told to ask for. */
  readonly pixels: string[];
  /** What was logged, each argument a text. */
  readonly console: string[][];
  /** Events that templates ran the container with. */
  readonly events: unknown[];
  /** Errors in callbacks: in GTM they reject a promise or go nowhere. */
  readonly errors: string[];
  readonly listeners: Map<string, SandboxFunction[]>;
  /** What templates keep, by the template. */
  readonly storage: Map<object, Map<string, Value>>;
  /** Documents of Firestore that were read, by project and path. */
  readonly documents: Map<string, Promise<Value>>;
  /** What was written within each of Firestore's transactions, as the ids that the writes gave. */
  readonly transactions: Map<string, Value[]>;
  claimed: boolean;
  newEvent(data: unknown): ServerEvent;
  /** Resolves once everything that will come has come. */
  settled(): Promise<void>;
}

/** The container that the stand-in says it is. */
export const CONTAINER_ID = 'GTM-STANDIN';

/**
 * Makes a server container that is asked with one request.
 *
 * @throws TypeError when the request's `url` is not absolute
 */
export function createServer(options: ServerOptions = {}): Server {
  const pending = createVirtualTime(options.time);
  let lastEventId = 0;
  return {
    pending,
    request: readRequest(options.request ?? {}),
    response: newResponse(),
    answers: answering(options.answers ?? {}),
    client: options.client ?? 'Client',
    preview: options.preview ?? false,
    takesCommands: options.takesCommands ?? true,
    privateKeys: options.privateKeys ?? {},
    tags: options.tags ?? [],
    sent: [],
    googleCalls: [],
    pixels: [],
    console: [],
    events: [],
    errors: [],
    listeners: new Map(),
    storage: new Map(),
    documents: new Map(),
    transactions: new Map(),
    claimed: false,
    now: pending.now,
    random: options.random ?? Math.random,
    settled: pending.settled,
    newEvent(data) {
      const callbacks: ((containerId: string, eventData: unknown) => void)[] = [];
      let ended: readonly TagStatus[] | undefined;
      const tell = (callback: (containerId: string, eventData: unknown) => void) =>
        pending.later(() => callback(CONTAINER_ID, { tags: ended }));
      return {
        id: ++lastEventId,
        data,
        onDone(callback) {
          if (ended) tell(callback);
          else callbacks.push(callback);
        },
        done(tags) {
          ended = tags;
          for (const callback of callbacks.splice(0)) tell(callback);
        },
      };
    },
  };
}
