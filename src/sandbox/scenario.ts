import type { ConsentState } from './page/consent.ts';
import { createPage, type Page, type PageOptions, type Verdict } from './page.ts';
import { type Firing, fire } from './run.ts';
import { shown, type WindowCall, windowOf } from './scenario-window.ts';
import type { Template } from './template.ts';

/** What a visitor's page does with a tag: the input of `npm run tpl -- run`. */
export interface Scenario {
  /** Field values by name: literals, or `{"dlv": "path", "version": 1 | 2}` for a data layer variable (default 2). */
  fields?: Record<string, unknown>;
  /**
   * Data layer pushes; between them `{"$wait": milliseconds}`, `{"$consent": {type: state}}` and
   * `{"$gtag": ["event", "name", {...}]}`, a call of `gtag` with these arguments. Without any, GTM's own first.
   */
  events?: Record<string, unknown>[];
  /**
   * The event that fires the tag, a list of them, or "*" for every push that names one, the tag's own too. Without it,
   * the scenario's own events do: what the tag pushes fires it no second time.
   */
  trigger?: string | string[];
  /** @default https://www.example.com/ */
  url?: string;
  /** As in `document.cookie`: `a=b; c=d`. */
  cookies?: string;
  localStorage?: Record<string, string>;
  /**
   * What the page's scripts have put into `window`. `{"$function": "name", "returns": ...}` stands for a function; its
   * calls are part of the outcome.
   */
  window?: Record<string, unknown>;
  /** Consent states declared before the first push. */
  consent?: Record<string, ConsentState>;
  /** How requests end: one verdict for all, or verdicts by part of the URL; others load. */
  respond?: Verdict | Record<string, Verdict>;
  /** Whether GTM's preview is on, where `debug` logging shows. @default false */
  preview?: boolean;
}

/** What came of it. */
export interface Outcome {
  firings: {
    event: string;
    /** How a tag ended; of a variable, only where it was aborted. */
    outcome?: Firing['outcome'];
    /** What a variable gave: null where it gave undefined. */
    value?: unknown;
    error?: string;
  }[];
  requests: string[];
  console: unknown[][];
  cookies: Record<string, string>;
  /** Errors in callbacks, where there were any; GTM says nothing of them. */
  errors?: string[];
  /** Calls of the functions that the scenario put into `window`, in their order. */
  calls?: WindowCall[];
}

/** More firings than any scenario asks for: a tag that pushes the event that fires it never ends. */
const MOST_FIRINGS = 1000;

/**
 * Runs a tag through a scenario.
 *
 * @throws an Error that names what in the scenario is wrong
 */
export async function runScenario(template: Template, scenario: Scenario): Promise<Outcome> {
  const calls: WindowCall[] = [];
  const page = pageOf(scenario, windowOf(scenario.window ?? {}, calls));
  const fired: { event: string; firing: Firing }[] = [];
  const { trigger } = scenario;
  const wanted = [trigger ?? []].flat();
  // Pushes are processed in their order: the first event of a step's push is the step's own.
  let isStep = false;
  let isEndless = false;
  page.onEvent((event, _message, eventId) => {
    const isWanted = trigger === undefined ? isStep : wanted.includes('*') || wanted.includes(event);
    isStep = false;
    if (!isWanted) return false;
    isEndless = fired.length >= MOST_FIRINGS;
    if (isEndless) return false;
    const fields = resolved(scenario.fields ?? {}, page) as Record<string, unknown>;
    fired.push({ event, firing: fire(page, template, fields, { eventId }) });
    return true;
  });
  for (const step of scenario.events ?? [{ event: 'gtm.js' }]) {
    if ('$wait' in step) await new Promise((resolve) => setTimeout(resolve, Number(step.$wait)));
    else if ('$consent' in step) page.updateConsent(step.$consent as Record<string, ConsentState>);
    else {
      isStep = true;
      page.push('$gtag' in step ? argumentsOf(...(step.$gtag as unknown[])) : step);
      isStep = false;
    }
  }
  await page.settled();
  if (isEndless) {
    throw new Error(
      `The tag fired ${MOST_FIRINGS} times and would go on: it pushes an event that "trigger" names.`,
    );
  }
  return {
    firings: fired.map(({ event, firing }) => ({
      event,
      ...resultOf(template, firing),
      ...(firing.error !== undefined && { error: firing.error }),
    })),
    requests: page.requests,
    console: page.console,
    cookies: page.cookies(),
    ...(page.errors.length > 0 && { errors: page.errors }),
    ...(scenario.window && { calls }),
  };
}

/** A variable has no outcome but its value, unless its code was aborted. */
function resultOf({ kind }: Template, { outcome, value }: Firing): Partial<Outcome['firings'][number]> {
  return kind === 'MACRO' && outcome !== 'exception' ? { value: shown(value) } : { outcome };
}

function pageOf({ respond = 'load', ...scenario }: Scenario, window: Record<string, unknown>): Page {
  const options: PageOptions = {
    window,
    answer: (url) => {
      if (typeof respond === 'string') return respond;
      return Object.entries(respond).find(([part]) => url.includes(part))?.[1] ?? 'load';
    },
    localStorage: scenario.localStorage ?? {},
  };
  if (scenario.url !== undefined) options.url = scenario.url;
  if (scenario.cookies !== undefined) options.cookies = scenario.cookies;
  if (scenario.consent !== undefined) options.consent = scenario.consent;
  if (scenario.preview !== undefined) options.preview = scenario.preview;
  return createPage(options);
}

/** Field values as the tag gets them in this firing. Cells of tables may be variables too. */
function resolved(value: unknown, page: Page): unknown {
  if (Array.isArray(value)) return value.map((item) => resolved(item, page));
  if (value === null || typeof value !== 'object') return value;
  if (isVariable(value)) return page.dataLayer.read(value.dlv.replace(/\\\./g, '.'), value.version ?? 2);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolved(item, page)]));
}

function isVariable(value: object): value is { dlv: string; version?: number } {
  const { dlv } = value as { dlv?: unknown };
  return typeof dlv === 'string' && Object.keys(value).every((key) => key === 'dlv' || key === 'version');
}

/** The `arguments` object that `gtag(...)` pushes. */
function argumentsOf(..._command: unknown[]): IArguments {
  // biome-ignore lint/complexity/noArguments: the data layer tells commands from messages by this very object.
  return arguments;
}
