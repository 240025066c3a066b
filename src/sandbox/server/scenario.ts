import type { Firing } from '../run.ts';
import type { Template } from '../template.ts';
import type { Answers, HttpAnswer } from './answers.ts';
import { at } from './apis/events.ts';
import type { RequestOptions } from './incoming.ts';
import { type SentResponse, send } from './response.ts';
import { fireOnServer } from './run.ts';
import {
  createServer,
  type GoogleCall,
  type SentRequest,
  type Server,
  type ServerOptions,
  type TagStatus,
} from './server.ts';

/** What a server container is asked with and what it is answered: the input of `run` for a server template. */
export interface ServerScenario {
  /** Field values by name: literals, or `{"eventData": "path"}` for a value of the event. */
  fields?: Record<string, unknown>;
  /** Event data, one object an event: each fires the tag, or evaluates the variable. Clients make their own. */
  events?: Record<string, unknown>[];
  /** The event that fires the tag by its `event_name`, a list of them, or "*" (the default). */
  trigger?: string | string[];
  /** The request that reached the container. */
  request?: Omit<RequestOptions, 'body'> & { body?: unknown };
  /** Answers to the requests that the container sends, by part of the URL; Google's own hosts need one. */
  respond?: Record<string, ScenarioAnswer | ScenarioAnswer[]>;
  /** What BigQuery, Firestore and other APIs of Google's give, by the API and what it is called with. */
  google?: NonNullable<Answers['google']>;
  /** The name of the client that claimed the request. */
  client?: string;
  /** Whether GTM's preview is on, where `debug` logging shows. @default false */
  preview?: boolean;
  /** Whether the browser carries out `sendPixelFromBrowser`. @default true */
  takesCommands?: boolean;
  /** Secrets for hmacSha256 by key id. */
  privateKeys?: Record<string, string>;
  /** The tags of the container that a client runs, as its event callbacks are told of them. */
  tags?: TagStatus[];
  /** Milliseconds since 1970 at which the clock starts. */
  time?: number;
}

/** As HttpOutcome; a body that is no text is sent as JSON. */
export type ScenarioAnswer = (Omit<HttpAnswer, 'body'> & { body?: unknown }) | 'failed' | 'timed_out';

/** What came of it. */
export interface ServerOutcome {
  /** Of a tag or a variable: one entry an event. */
  firings?: { event: string; outcome: Firing['outcome']; value?: unknown; error?: string }[];
  /** Of a client: whether it wanted the request. */
  client?: { claimed: boolean; error?: string };
  /** Events that the template ran the container with: clients do, and tags may. */
  events: unknown[];
  /** Requests that the container sent. */
  requests: SentRequest[];
  /** What the container answered; null where a client never returned its response: the browser waits in vain. */
  response: SentResponse | null;
  /** What the browser was told to ask for. */
  pixels: string[];
  /** Calls of Google's services. */
  google: GoogleCall[];
  console: string[][];
  /** Errors in callbacks, where GTM says nothing. */
  errors: string[];
  /** What needed an answer that the scenario does not give; it failed. */
  unanswered: string[];
}

const STILL_WAITING = 'Something was still to come after a minute: the code may wait for ever.';

/** Runs a server template through a scenario. */
export async function runServerScenario(
  template: Template,
  scenario: ServerScenario,
): Promise<ServerOutcome> {
  const server = createServer(serverOptions(scenario));
  const came =
    template.kind === 'CLIENT'
      ? await asClient(server, template, scenario)
      : await asTag(server, template, scenario);
  return {
    ...came,
    events: server.events,
    requests: server.sent,
    response: server.response.sent ?? null,
    pixels: server.pixels,
    google: server.googleCalls,
    console: server.console,
    errors: server.pending.isTired() ? [...server.errors, STILL_WAITING] : server.errors,
    unanswered: server.answers.unanswered,
  };
}

async function asClient(server: Server, template: Template, { fields = {} }: ServerScenario) {
  const { error } = fireOnServer(server, template, fields);
  await server.settled();
  return {
    client: { claimed: server.claimed, ...(error !== undefined && { error }) },
  };
}

/** A client of GTM's own stands before the template: it runs the container once an event, and answers at the end. */
async function asTag(server: Server, template: Template, scenario: ServerScenario) {
  const wanted = [scenario.trigger ?? '*'].flat();
  const firings: NonNullable<ServerOutcome['firings']> = [];
  for (const data of scenario.events ?? [{}]) {
    const name = String(data.event_name ?? '');
    if (!wanted.includes('*') && !wanted.includes(name)) continue;
    const event = server.newEvent(data);
    const started = server.now();
    const fields = resolved(scenario.fields ?? {}, data) as Record<string, unknown>;
    const firing = fireOnServer(server, template, fields, event);
    await server.settled();
    event.done([{ id: 1, status: firing.outcome, executionTime: server.now() - started }]);
    await server.settled();
    const { outcome, value, error } = firing;
    firings.push({
      event: name,
      outcome,
      ...(template.kind === 'MACRO' && { value }),
      ...(error !== undefined && { error }),
    });
  }
  send(server.response);
  return { firings };
}

function serverOptions({ request, respond = {}, google, ...scenario }: ServerScenario): ServerOptions {
  const answers = Object.entries(respond).map(([part, answer]) => [
    part,
    Array.isArray(answer) ? answer.map(withText) : withText(answer),
  ]);
  const { client, preview, takesCommands, privateKeys, tags, time } = scenario;
  return {
    ...(request && { request: withText(request) as RequestOptions }),
    answers: { http: Object.fromEntries(answers), ...(google && { google }) },
    ...(client !== undefined && { client }),
    ...(preview !== undefined && { preview }),
    ...(takesCommands !== undefined && { takesCommands }),
    ...(privateKeys && { privateKeys }),
    ...(tags && { tags }),
    ...(time !== undefined && { time }),
  };
}

function withText<T>(message: T): T {
  const { body } = message as { body?: unknown };
  if (body === undefined || typeof body === 'string') return message;
  return { ...message, body: JSON.stringify(body) };
}

/** Field values as the template gets them for this event. Cells of tables may be variables too. */
function resolved(value: unknown, event: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => resolved(item, event));
  if (value === null || typeof value !== 'object') return value;
  const { eventData } = value as { eventData?: unknown };
  if (typeof eventData === 'string' && Object.keys(value).length === 1) return at(event, eventData);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolved(item, event)]));
}
