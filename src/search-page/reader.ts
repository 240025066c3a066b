import { push } from '../companion/data-layer.ts';
import type { Click } from './list.ts';
import { keptIn, latencyOf, placeOf } from './list.ts';
import { all, findRoots, isVisible, lineOf } from './page.ts';
import type { Reading, Result } from './reading.ts';
import { addressOf, queryInAddress, read } from './reading.ts';
import type { Setup } from './settings.ts';
import { watch } from './watch.ts';

/** How far apart two looks at a changing page are, and how long it may go on changing, in ms. */
const PAUSE = 300;
const LONGEST = 3000;
/** How long results are looked for, after the page or the visitor did something. */
const SEARCH = 10000;
/** How long after a key the visitor is still typing; how long an answer's text has to stay the same. */
const SECOND = 1000;

/** What is in a result and is not its link. */
const buttons = 'button,input,select,textarea,label,summary,[role=button]';

/** What the visitor or the page does that may bring another list without changing the one that is there. */
const signs =
  'click auxclick input change submit popstate hashchange pageshow load DOMContentLoaded visibilitychange';

/** Something beside the list: its text and since when it is that; what was reported, and for which query. */
interface Beside {
  words: string;
  since: number;
  reported: string;
  asked: string;
}

/**
 * Reads the page from now on, and pushes what the visitor sees and clicks.
 *
 * While something may change, it looks every 300 ms, without observing anything; once all is settled it observes, and
 * the first change makes it look again. So a thousand changes a second cost as much as three.
 *
 * @param check is called ten seconds after the first query
 */
export function startReader(setup: Setup, check?: (reading: Reading) => void): void {
  /** The query that the page is about; since when, and since when it shows what is not reported, or 0. */
  let query = '';
  let queryAt = 0;
  let changedAt = 0;
  /** The list that was reported last, and since when it was seen, as of performance.now(). */
  let list: Click[] = [];
  let listQuery: string | undefined;
  let listIds: string;
  let listNone: string;
  let listAt = 0;
  /** The longest list, or addition to one, that was seen for the query. */
  let longest: number;
  /** Whether the list has changed since the query did. */
  let isFresh: boolean;
  /** What the look before saw, and since when, as of performance.now(). */
  let seen: string;
  let seenAt = 0;
  /** The field's text as it was when the list last changed. */
  let fieldText = '';
  let fieldList: string;
  /** Where results have been. */
  let container: Element | null | undefined;
  let typedAt = 0;
  let lookedAt = 0;
  let searchUntil: number;
  let rootsAt = 0;
  let timer: unknown;
  const related: Beside = { words: '', since: 0, reported: '', asked: '' };
  const answer: Beside = { words: '', since: 0, reported: '', asked: '' };

  /** Pushes an event, without what is undefined. */
  const tell = (name: string, properties: object) => {
    push({
      event: `searchstax_${name}`,
      searchstax: JSON.parse(JSON.stringify(Object.assign({ language: setup.language }, properties))),
    });
  };

  /** Reads the page, if it is one of a query. */
  const readNow = (): Reading | undefined => {
    const inAddress = queryInAddress(setup);
    const now = Date.now();
    let reading: Reading | undefined;
    if (inAddress || setup.queryInput) {
      // Attaching a shadow root is no change that a page announces.
      if (now - rootsAt > LONGEST || !all(setup.results)[0]) {
        findRoots();
        rootsAt = now;
      }
      reading = read(setup, inAddress || fieldText);
      if (fieldList !== reading.ids + reading.none) {
        fieldList = reading.ids + reading.none;
        const field = all(setup.queryInput)[0] as HTMLInputElement;
        fieldText = field ? `${field.value}`.trim() : '';
        if (!inAddress) reading = read(setup, fieldText);
      }
      if (reading.matched[0]) container = reading.matched[0].parentElement;
      if (listIds !== reading.ids || listNone !== reading.none) isFresh = true;
    }
    const current = inAddress || (reading ? fieldText : '');
    if (query !== current) {
      query = current;
      queryAt = changedAt = now;
      isFresh = !reading || listIds !== reading.ids || listNone !== reading.none;
    }
    return query ? reading : undefined;
  };

  const reportList = (reading: Reading) => {
    const isSameQuery = listQuery === query;
    const kept = isSameQuery ? keptIn(reading, list) : 0;
    const last = list[list.length - 1] as Click;
    const shown = reading.hits.length - kept;
    const before = isSameQuery ? longest : 0;
    longest = Math.max(before, shown);
    // A list alone may be the last, shorter page.
    const place = kept
      ? [(last.pageNo as number) + 1, last.position as number]
      : placeOf(reading, setup, before && longest);
    const pageNo = place[0] || undefined;
    const totalHits = reading.hits[0] ? totalIn(reading) : 0;
    const latency = latencyOf(query, listAt, seenAt);
    const added = reading.hits.slice(kept).map((hit, index) => ({
      query: query,
      cDocId: hit.id,
      cDocTitle: hit.title,
      position: (place[1] as number) + index + 1 || undefined,
      pageNo: pageNo,
      totalHits: totalHits,
      shownHits: shown,
      latency: latency,
    }));
    list = list.slice(list.length - kept).concat(added);
    listQuery = query;
    listIds = reading.ids;
    listNone = reading.none;
    listAt = seenAt;
    changedAt = 0;
    tell('search', {
      query: query,
      totalHits: totalHits,
      shownHits: shown,
      pageNo: pageNo,
      latency: latency,
      impressions:
        added[0] &&
        added.map((click) => ({
          cDocId: click.cDocId,
          cDocTitle: click.cDocTitle,
          position: click.position,
        })),
    });
  };

  const totalIn = (reading: Reading) => {
    const total = reading.count[0] as number;
    return total >= 0 ? total : undefined;
  };

  const reportRelated = (reading: Reading) => {
    related.reported = related.words;
    related.asked = query;
    tell('relatedsearch', {
      query: query,
      totalHits: totalIn(reading),
      impressions: reading.suggested.map((element, index) => ({
        relatedSearch: lineOf(element),
        position: index + 1,
      })),
    });
  };

  const reportAnswer = (reading: Reading) => {
    answer.reported = reading.answered;
    answer.asked = query;
    tell('questionanswer', {
      question: query,
      answer: reading.answered,
      is_question: true,
      has_show_more: setup.answerMore && all(setup.answerMore).some(isVisible),
    });
  };

  const isTyping = () => Date.now() - typedAt < SECOND;

  /** Reports what stands beside the list once it has stayed the same. Returns true while it is still to be reported. */
  const mind = (
    beside: Beside,
    words: string,
    wait: number,
    report: (reading: Reading) => void,
    reading: Reading,
  ): boolean => {
    const now = Date.now();
    if (beside.words !== words) {
      beside.words = words;
      beside.since = now;
    }
    const isOld = words === beside.reported;
    if (!words || (beside.asked === query && (isOld || beside === answer))) return false;
    // What was there for the query before is this one's only after a while.
    if (isTyping() || now - beside.since < wait || (isOld && now - queryAt < LONGEST)) return true;
    report(reading);
    return false;
  };

  const look = () => {
    timer = 0;
    lookedAt = Date.now();
    // In a background tab nobody sees anything yet.
    if (document.hidden) return;
    const reading = readNow();
    let isPending = isTyping();
    if (reading) {
      const hits = reading.hits;
      const text = JSON.stringify([
        reading.ids,
        hits.map((hit) => hit.title),
        reading.count[0],
        reading.none,
      ]);
      const isSame = text === seen;
      if (!isSame) seenAt = performance.now();
      seen = text;
      if (listQuery === query && listIds === reading.ids) changedAt = 0;
      else {
        if (!changedAt || isPending) changedAt = lookedAt;
        const isLate = lookedAt - changedAt >= LONGEST;
        if (
          !isPending &&
          (isLate || (isSame && isFresh && document.readyState !== 'loading')) &&
          (hits[0] ||
            reading.none ||
            !reading.count[0] ||
            // A wrong selector must not turn every search into one without results.
            (isLate &&
              container &&
              !reading.matched[0] &&
              !setup.noResults &&
              (reading.count[0] as number) < 0))
        )
          reportList(reading);
        else isPending = isPending || !isLate;
      }
      const words = reading.suggested.map(lineOf).join('\n');
      isPending = mind(related, words, PAUSE, reportRelated, reading) || isPending;
      isPending = mind(answer, reading.answered, SECOND, reportAnswer, reading) || isPending;
      if (check) setTimeout(safely(check), SEARCH, reading);
      check = undefined;
      if (!hits[0] && !reading.none) isPending = isPending || lookedAt < searchUntil;
    } else isPending = isPending || lookedAt < searchUntil;
    if (isPending) schedule(PAUSE);
    else if (reading)
      watch(observer, reading.read.concat(container && container.isConnected ? container : []));
  };

  const schedule = (wait: number) => {
    timer = timer || setTimeout(safely(look), wait);
  };

  const wake = () => {
    observer.disconnect();
    searchUntil = Date.now() + SEARCH;
    schedule(Math.max(0, lookedAt + PAUSE - Date.now()));
  };

  const observer = new MutationObserver(wake);

  /** Whether a click that went this way, from the inside out, opens the result. */
  const opens = (path: EventTarget[], hit: Result): boolean => {
    for (let i = 0; i < path.length; i++) {
      const element = path[i] as HTMLAnchorElement;
      if (element === hit.link) return true;
      if (element.localName === 'a' && element.href)
        return addressOf(element) !== '' && addressOf(element) === addressOf(hit.link);
      if (element.matches && element.matches(buttons)) return false;
    }
    return false;
  };

  const click = (path: EventTarget[]) => {
    const reading = readNow();
    if (!reading) return;
    const isIn = (element: Element) => path.indexOf(element) >= 0;

    const suggestion = reading.suggested.filter(isIn)[0];
    if (suggestion) {
      related.words = reading.suggested.map(lineOf).join('\n');
      if (related.words !== related.reported) reportRelated(reading);
      tell('relatedsearchclick', {
        query: related.asked,
        relatedSearch: lineOf(suggestion),
        position: reading.suggested.indexOf(suggestion) + 1,
        totalHits: totalIn(reading),
      });
    }

    const source = all(setup.answerSource).filter(isIn)[0] as HTMLAnchorElement | undefined;
    if (source && source.href && reading.answered) {
      if (reading.answered !== answer.reported && answer.asked !== query) reportAnswer(reading);
      tell('answersourceclick', { href: source.href, question: answer.asked, answer: reading.answered });
    }

    reading.hits.forEach((hit, index) => {
      if (!(isIn(hit.element) || isIn(hit.link)) || !opens(path, hit)) return;
      // The same list is the new query's only after a while.
      if (listIds !== reading.ids || (isFresh && listQuery !== query)) reportList(reading);
      const opened = list[index] as Click;
      const total = totalIn(reading);
      if (total) opened.totalHits = total;
      // SearchStax takes no click without these.
      if (opened.position && opened.cDocTitle) tell('searchclick', opened);
    });
  };

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
