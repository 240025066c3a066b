import { push } from '../companion/data-layer.ts';
import { openedBy } from './clicks.ts';
import { latencyOf } from './latency.ts';
import type { List, Reported } from './list.ts';
import { place } from './list.ts';
import { all, findRoots, isVisible, lineOf } from './page.ts';
import type { Reading } from './reading.ts';
import { queryInAddress, queryInField, read } from './reading.ts';
import type { Setup } from './settings.ts';
import { watch } from './watch.ts';

/** How far apart two looks at a changing page are, and how long it may go on changing, in ms. */
const PAUSE = 300;
const LONGEST = 3000;
/** How long results are looked for, after the page or the visitor did something. */
const SEARCH = 10000;
/** How long after a key the visitor is still typing; how long an answer's text has to stay the same. */
const SECOND = 1000;

/** Something beside the list: its text and since when it is that; what was reported, and for which query. */
interface Beside {
  text: string;
  since: number;
  reported: string;
  query: string;
}

/** What the visitor or the page does that may bring another list without changing the one that is there. */
const signs =
  'click auxclick input change submit popstate hashchange pageshow load DOMContentLoaded visibilitychange';

/**
 * Reads the page from now on, and pushes what the visitor sees and clicks.
 *
 * While something may change, it looks every 300 ms, without observing anything; once all is settled it observes, and
 * the first change makes it look again. So a thousand changes a second cost as much as three.
 *
 * @param check is called with the first query, ten seconds later
 */
export function startReader(setup: Setup, check?: (reading: Reading) => void): void {
  /** The list that was reported last, and when the page came to show it, as of performance.now(). */
  let list: List | undefined;
  let listAt = 0;
  /** The query that the page is about; since when, and since when it shows what is not reported: 0 if it does not. */
  let query = '';
  let queryAt = 0;
  let changedAt = 0;
  /** Whether the list has changed since the query did. */
  let isFresh = false;
  /** What the look before saw, and since when, as of performance.now(). */
  let seen = '';
  let seenAt = 0;
  /** The field's text as it was when the list last changed. */
  let fieldText = '';
  let fieldList: string | undefined;
  let hadResults = false;
  let container: Element | undefined;
  let typedAt = 0;
  let lookedAt = 0;
  let searchUntil = 0;
  let timer: unknown;
  let isChecked = false;
  let rootsAt = 0;
  let roots: ParentNode[] = [];
  const related: Beside = { text: '', since: 0, reported: '', query: '' };
  const answer: Beside = { text: '', since: 0, reported: '', query: '' };

  /** Pushes an event, without what is undefined. */
  function tell(name: string, properties: Record<string, unknown>): void {
    properties.language = setup.language;
    push({ event: `searchstax_${name}`, searchstax: JSON.parse(JSON.stringify(properties)) });
  }

  /** Reads the page, if it is one of a query. */
  function readNow(): Reading | undefined {
    const inAddress = queryInAddress(setup);
    let reading: Reading | undefined;
    if (inAddress || setup.queryInput) {
      // Attaching a shadow root is no change that a page announces.
      if (Date.now() - rootsAt > LONGEST || !all(setup.results)[0]) {
        roots = findRoots();
        rootsAt = Date.now();
      }
      reading = read(setup, inAddress || fieldText);
      if (!inAddress && fieldList !== reading.ids + reading.none) {
        fieldList = reading.ids + reading.none;
        fieldText = queryInField(setup);
        reading = read(setup, fieldText);
      }
      if (reading.matched[0]) {
        hadResults = true;
        container = reading.matched[0].parentElement || undefined;
      }
    }
    const now = inAddress || (setup.queryInput ? fieldText : '');
    if (query !== now) {
      query = now;
      queryAt = changedAt = Date.now();
      isFresh = false;
    }
    if (reading && (!list || list.ids !== reading.ids || list.none !== reading.none)) isFresh = true;
    return query ? reading : undefined;
  }

  function reportList(reading: Reading): void {
    const placed = place(reading, query, setup, list);
    const first = placed.list.results[placed.kept];
    list = placed.list;
    list.latency = latencyOf(query, listAt, seenAt);
    listAt = seenAt;
    changedAt = 0;
    tell('search', {
      query: query,
      totalHits: list.total,
      shownHits: list.results.length - placed.kept,
      pageNo: first ? first.pageNo : 1,
      latency: list.latency,
      impressions: first
        ? list.results.slice(placed.kept).map((reported) => ({
            cDocId: reported.result.id,
            cDocTitle: reported.result.title,
            position: reported.position,
          }))
        : undefined,
    });
  }

  function reportRelated(reading: Reading): void {
    related.reported = related.text;
    related.query = query;
    tell('relatedsearch', {
      query: query,
      totalHits: totalFor(reading),
      impressions: reading.related.map((element, index) => ({
        relatedSearch: lineOf(element),
        position: index + 1,
      })),
    });
  }

  function reportAnswer(reading: Reading): void {
    answer.reported = reading.answer;
    answer.query = query;
    tell('questionanswer', {
      question: query,
      answer: reading.answer,
      is_question: true,
      has_show_more: setup.answerMore ? all(setup.answerMore).some(isVisible) : undefined,
    });
  }

  function totalFor(reading: Reading): number | undefined {
    return list && list.query === query ? list.total : reading.total;
  }

  /** Whether a text beside the list is still to be reported: 1 if now, 2 if later. */
  function due(beside: Beside, text: string, wait: number, isOncePerQuery: boolean): number {
    const now = Date.now();
    if (beside.text !== text) {
      beside.text = text;
      beside.since = now;
    }
    const isOld = text === beside.reported;
    if (!text || (beside.query === query && (isOld || isOncePerQuery))) return 0;
    // What was there for the query before is this one's only after a while.
    return now - beside.since >= wait && (!isOld || now - queryAt >= LONGEST) && !isTyping() ? 1 : 2;
  }

  function isTyping(): boolean {
    return Date.now() - typedAt < SECOND;
  }

  function look(): void {
    timer = 0;
    const now = Date.now();
    lookedAt = now;
    // In a background tab nobody sees anything yet.
    if (document.hidden) return;
    const reading = readNow();
    let isPending = false;
    if (reading) {
      const text = JSON.stringify([
        reading.ids,
        reading.results.map((result) => result.title),
        reading.total,
        reading.none,
      ]);
      const isSame = text === seen;
      if (!isSame) seenAt = performance.now();
      seen = text;
      if (list && list.query === query && list.ids === reading.ids) {
        changedAt = 0;
        if (reading.total) list.total = reading.total;
      } else {
        if (!changedAt || isTyping()) changedAt = now;
        const isLate = now - changedAt >= LONGEST;
        const isEmpty =
          reading.none ||
          (!reading.results[0] && reading.total === 0) ||
          // A wrong selector must not turn every search into one without results.
          (isLate && hadResults && !reading.matched[0] && !setup.noResults && !reading.total);
        isPending = !isLate;
        if (
          !isTyping() &&
          (isLate || (isSame && isFresh && document.readyState !== 'loading')) &&
          (isEmpty || reading.results[0])
        ) {
          reportList(reading);
          isPending = false;
        }
      }
      const relatedDue = due(related, reading.related.map(lineOf).join('\n'), PAUSE, false);
      const answerDue = due(answer, reading.answer, SECOND, true);
      if (relatedDue === 1) reportRelated(reading);
      if (answerDue === 1) reportAnswer(reading);
      isPending = isPending || relatedDue > 1 || answerDue > 1;
      if (check && !isChecked) {
        isChecked = true;
        setTimeout(
          safely(() => check(read(setup, query))),
          SEARCH,
        );
      }
    }
    if (isPending || isTyping() || (now < searchUntil && !(reading && (reading.results[0] || reading.none))))
      schedule(PAUSE);
    else if (reading)
      watch(observer, reading.from.concat(container && container.isConnected ? container : []), roots);
  }

  function schedule(wait: number): void {
    timer = timer || setTimeout(safely(look), wait);
  }

  function wake(): void {
    observer.disconnect();
    searchUntil = Date.now() + SEARCH;
    schedule(Math.max(0, lookedAt + PAUSE - Date.now()));
  }

  function click(path: EventTarget[]): void {
    const reading = readNow();
    if (!reading) return;
    const position = reading.related.findIndex((element) => path.indexOf(element) >= 0) + 1;
    if (position) {
      const texts = reading.related.map(lineOf);
      related.text = texts.join('\n');
      if (related.text !== related.reported) reportRelated(reading);
      tell('relatedsearchclick', {
        query: related.query,
        relatedSearch: texts[position - 1],
        position: position,
        totalHits: totalFor(reading),
      });
    }
    const source = all(setup.answerSource).filter(
      (element) => path.indexOf(element) >= 0,
    )[0] as HTMLAnchorElement;
    if (source && source.href && reading.answer) {
      if (answer.query !== query && reading.answer !== answer.reported) reportAnswer(reading);
      tell('answersourceclick', { href: source.href, question: answer.query, answer: reading.answer });
    }
    const opened = openedBy(path, reading);
    if (opened < 0) return;
    // The same list is the new query's only after a while.
    if (!list || list.ids !== reading.ids || (isFresh && list.query !== query)) reportList(reading);
    const shown = list as List;
    const reported = shown.results[opened] as Reported;
    // SearchStax takes no click without these.
    if (reported.position && reported.result.title)
      tell('searchclick', {
        query: shown.query,
        cDocId: reported.result.id,
        cDocTitle: reported.result.title,
        position: reported.position,
        pageNo: reported.pageNo,
        totalHits: shown.total,
        shownHits: reported.shownHits,
        latency: shown.latency,
      });
  }

  const observer = new MutationObserver(wake);
  const hear = safely((event: Event) => {
    if (event.type === 'input') typedAt = Date.now();
    if (event.type === 'change') typedAt = 0;
    // The second button is the middle one; the others open nothing.
    if (/click/.test(event.type) && (event as MouseEvent).button < 2) click(event.composedPath());
    wake();
  });
  signs.split(' ').forEach((sign) => {
    addEventListener(sign, hear, { capture: true, passive: true });
  });
  // Where the browser announces them, the addresses that a page sets without any of these.
  const navigation = (window as { navigation?: EventTarget }).navigation;
  if (navigation) navigation.addEventListener('currententrychange', hear);
  wake();
}

/** The function, which never throws into the page. */
function safely<Given>(act: (given: Given) => void): (given: Given) => void {
  return (given) => {
    try {
      act(given);
    } catch (_error) {
      // What cannot be read is not reported.
    }
  };
}
