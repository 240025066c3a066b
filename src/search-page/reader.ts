import { parameter } from './address.ts';
import { all, findRoots, isVisible, lineOf, roots } from './page.ts';
import { push } from './push.ts';
import type { Reading } from './reading.ts';
import { addressOf, queryInAddress, read } from './reading.ts';
import type { Setup } from './settings.ts';
import { watch } from './watch.ts';

/** How far apart two looks at a changing page are, and how long it may go on changing, in ms. */
const PAUSE = 300;
const LONGEST = 3000;
/** How long results are looked for, after the page or the visitor did something. */
const SEARCH = 10000;
/** How long after a key the visitor is still typing; how long what is not the list has to stay the same. */
const SECOND = 1000;

/** What does something when it is clicked. */
const active = 'a[href],button,input,[role=button]';

/** What the visitor or the page does that may bring another list without changing the one that is there. */
const signs = 'click,auxclick,input,change,load';

/** A result as it was reported. Without a position where nothing says how many results come before its page. */
interface Shown {
  cDocId: string;
  cDocTitle: string;
  position: number | undefined;
  pageNo: number | undefined;
  totalHits: number | undefined;
}

/**
 * Reads the page from now on, and pushes what the visitor sees and clicks.
 *
 * While something may change, it looks every 300 ms, without observing anything; once all is settled it observes, and
 * the first change makes it look again. So a thousand changes a second cost as much as three.
 *
 * @param check is called ten seconds after there came to be a query
 */
export function startReader(setup: Setup, check: () => void): void {
  /** What was read last; of no meaning where there was no query. */
  let reading = {} as Reading;
  /** The query that the page is about, and since when it shows what is not reported, or 0. */
  let query = '';
  let changedAt = 0;
  /** Whether the list has changed since the query did. */
  let isFresh: boolean;
  /** The list that was reported last, and since when it was seen. */
  let list: Shown[] = [];
  let listQuery: string;
  let listIds: string;
  let listAt = 0;
  /** The longest list, or addition to one, that was seen for the query. */
  let longest = 0;
  /** What the look before saw, and since when. */
  let seen: string;
  let seenAt = 0;
  /** The field's text as it was when the list last changed. */
  let fieldText = '';
  let fieldList: string;
  let hadResults: boolean;
  let now = 0;
  let typedAt: number;
  let lookedAt = 0;
  let searchUntil: number;
  let timer: unknown;

  /** Pushes an event, without what is undefined. */
  const tell = (name: string, properties: object) => {
    push({
      event: `searchstax_${name}`,
      searchstax: JSON.parse(JSON.stringify(Object.assign({ language: setup.language }, properties))),
    });
  };

  /** Reads the page, if it is one of a query; whether it is. */
  const readNow = (): unknown => {
    const inAddress = queryInAddress(setup);
    let current = inAddress;
    if (inAddress || setup.queryInput) {
      // Attaching a shadow root is no change that a page announces.
      if (roots[1] || !all(setup.results)[0]) findRoots();
      const before = reading;
      reading = read(setup, (shown) => {
        if (fieldList !== shown) {
          fieldList = shown;
          fieldText = all(setup.queryInput)
            .map((field) => (field as HTMLInputElement).value.trim())
            .join(' ');
        }
        current = inAddress || fieldText;
        return current;
      });
      if (reading.matched[0]) hadResults = true;
      // The same elements with the same titles: only the links were rewritten, as scripts do that follow visitors.
      if (before.headlines === reading.headlines && before.matched[0] === reading.matched[0])
        reading.ids = before.ids;
    }
    if (query !== current) {
      if (!query) setTimeout(check, SEARCH);
      query = current;
      changedAt = now;
      isFresh = false;
    }
    if (query && listIds !== reading.ids) isFresh = true;
    return query;
  };

  const reportList = () => {
    const hits = reading.hits;
    const total = hits[0] ? reading.sum : 0;
    // In the path or its hash's route, the number stands behind the name: `/search/page/2`.
    const number = (name: string | undefined) =>
      // biome-ignore lint/correctness/useParseIntRadix: every visitor would load it, and 10 is what it is
      parseInt(parameter(name, setup.signature) || (location.href.split(`/${name}/`)[1] as string));
    const last = list[list.length - 1] as Shown;
    let pageNo: number;
    let offset: number;
    let kept = 0;
    longest = listQuery === query ? longest : 0;
    let tail = longest ? listIds : reading.ids;
    // How many are left of the list before where others were added after them: what infinite scroll does, also where it
    // drops results at the top, as long as most of them stay.
    while (reading.ids.indexOf(tail)) tail = tail.slice(tail.indexOf('\n') + 1);
    // With another total it is another list, as after a filter.
    if (
      longest &&
      tail !== reading.ids &&
      tail.length * 2 > listIds.length &&
      !(total && last.totalHits && total !== last.totalHits)
    ) {
      kept = tail.split('\n').length - 1;
      pageNo = (last.pageNo as number) + 1;
      offset = last.position as number;
    } else {
      const from = reading.count[1] as number;
      const to = reading.count[2] as number;
      offset = number(setup.offsetParameter);
      // Not another pair of numbers, as in "models 2023-2024".
      if (!(offset >= 0) && to - from > hits.length - 2 && !(to > (total as number))) offset = from - 1;
      // A list alone may be the last, shorter page: then this is NaN.
      const size =
        +(setup.pageSize as string) ||
        number(setup.sizeParameter) ||
        Math.max(longest, hits.length) + 0 / longest;
      pageNo =
        number(setup.pageParameter || 'page') ||
        number('searchstax[page]') ||
        (offset > 0 ? Math.floor(offset / size) + 1 : 1);
      if (!(offset >= 0)) offset = pageNo > 1 ? (pageNo - 1) * size : 0;
    }
    const shownHits = hits.length - kept;
    longest = Math.max(longest, shownHits);
    // The search took as long as the one request whose address contains the query, if there was one.
    const requests = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
      (request) =>
        // By fetch or by XMLHttpRequest.
        /^[fx]/.test(request.initiatorType) &&
        request.responseEnd > listAt &&
        request.responseEnd <= seenAt &&
        request.name.replace(/\+/g, '%20').indexOf(encodeURIComponent(query)) >= 0,
    );
    const search = {
      query: query,
      totalHits: total,
      shownHits: shownHits,
      pageNo: pageNo || undefined,
      latency: requests.length === 1 ? (requests[0] as PerformanceResourceTiming).duration : undefined,
    };
    const impressions = hits.slice(kept).map((hit) => ({
      cDocId: hit.docId,
      cDocTitle: hit.headline,
      position: ++offset || undefined,
    }));
    list = list
      .slice(list.length - kept)
      .concat(impressions.map((impression) => Object.assign({}, search, impression)));
    listQuery = query;
    listIds = reading.ids;
    listAt = seenAt;
    changedAt = 0;
    tell('search', Object.assign({ impressions: impressions[0] && impressions }, search));
  };

  /**
   * Minds a text beside the list, and reports it once for a query, when it has stayed the same for a second after the
   * list was reported: until then it may be the last query's. It is called at every look, and answers whether the text
   * is still to be reported; at a click, it answers the query that it was reported for.
   */
  const beside = (textNow: () => string, report: () => void) => {
    let text = '';
    let since: number;
    let asked = '';
    return (isClick?: boolean): unknown => {
      const isReported = listQuery === query;
      if (text !== textNow() || !isReported) since = now;
      text = textNow();
      const isDue = isReported && text && asked !== query;
      if (isClick ? isDue || !asked : isDue && now - since >= SECOND) {
        asked = query;
        report();
      }
      return isClick ? asked : isDue;
    };
  };

  const related = beside(
    () => reading.suggestions.map(lineOf).join('\n'),
    () => {
      tell('relatedsearch', {
        query: query,
        totalHits: reading.sum,
        impressions: reading.suggestions.map((element, index) => ({
          relatedSearch: lineOf(element),
          position: index + 1,
        })),
      });
    },
  );

  const answer = beside(
    () => reading.answered,
    () => {
      tell('questionanswer', {
        question: query,
        answer: reading.answered,
        is_question: true,
        has_show_more: all(setup.answerMore).some(isVisible) || undefined,
      });
    },
  );

  const look = safely(() => {
    timer = 0;
    lookedAt = now = performance.now();
    const hasQuery = readNow();
    const isTyping = now - typedAt < SECOND;
    let isPending: unknown =
      isTyping || (!(hasQuery && (reading.hits[0] || reading.none)) && lookedAt < searchUntil);
    if (hasQuery) {
      const visible = reading.ids + reading.headlines + reading.sum + reading.none;
      if (visible !== seen) seenAt = lookedAt;
      seen = visible;
      if (listQuery === query && listIds === reading.ids) changedAt = 0;
      else {
        changedAt = (!isTyping && changedAt) || lookedAt;
        const isLate = lookedAt - changedAt >= LONGEST;
        // Many pages say that there is nothing until the results have come.
        const isSettled = lookedAt - seenAt > (reading.hits[0] ? 0 : SECOND);
        if (
          !isTyping &&
          // In the alphabet, the later states come before "loading".
          (isLate || (isSettled && isFresh && document.readyState < 'l')) &&
          (reading.hits[0] ||
            reading.none ||
            reading.sum === 0 ||
            // A wrong selector must not turn every search into one without results.
            (isLate && hadResults && !reading.matched[0] && !setup.noResults && !reading.sum))
        )
          reportList();
        else isPending = isPending || !isLate;
      }
      isPending = related() || isPending;
      isPending = answer() || isPending;
    }
    if (isPending) schedule(PAUSE);
    else if (hasQuery) watch(observer, reading.parts);
  });

  const schedule = (wait: number) => {
    timer = timer || setTimeout(look, wait);
  };

  const wake = () => {
    observer.disconnect();
    now = performance.now();
    searchUntil = now + SEARCH;
    schedule(lookedAt + PAUSE - now);
  };

  const observer = new MutationObserver(wake);

  const click = (path: Element[]) => {
    const isIn = (element: Element) => path.indexOf(element) >= 0;

    reading.suggestions.forEach((element, index) => {
      if (isIn(element))
        tell('relatedsearchclick', {
          query: related(true),
          relatedSearch: lineOf(element),
          position: index + 1,
          totalHits: reading.sum,
        });
    });

    all(setup.answerSource).forEach((element) => {
      if (isIn(element) && reading.answered)
        tell('answersourceclick', {
          href: (element as HTMLAnchorElement).href,
          question: answer(true),
          answer: reading.answered,
        });
    });

    // Of what the click went through, from the inside out, the first that acts.
    const acts = path.filter((element) => element.matches && element.matches(active))[0];
    reading.hits.forEach((hit, index) => {
      if (
        acts === hit.anchor ||
        (isIn(hit.element) &&
          (acts ? acts.matches('a') && addressOf(acts) === addressOf(hit.anchor) : isIn(hit.anchor)))
      ) {
        // The same list is the new query's only after a while.
        if (listIds !== reading.ids || (isFresh && listQuery !== query)) reportList();
        const opened = list[index] as Shown;
        // SearchStax takes no click without these.
        opened.totalHits = reading.sum || opened.totalHits;
        if (opened.position && opened.cDocTitle) tell('searchclick', opened);
      }
    });
  };

  const hear = safely((event: Event) => {
    const type = event.type;
    wake();
    if (type === 'input') typedAt = now;
    if (type === 'change') typedAt = 0;
    // A click; its second button is the middle one, and the others open nothing.
    if ((event as MouseEvent).button < 2 && readNow()) click(event.composedPath() as Element[]);
  });
  signs.split(',').forEach((sign) => {
    addEventListener(sign, hear, true);
  });
  // Where the browser announces them, the addresses that a page sets without any of these.
  const navigation = (window as { navigation?: EventTarget }).navigation;
  if (navigation) navigation.addEventListener('currententrychange', hear);
  wake();
}

/** The function, which never throws into the page. */
function safely<Given = void>(act: (given: Given) => void): (given: Given) => void {
  return (given) => {
    try {
      act(given);
    } catch (_error) {
      // What cannot be read is not reported.
    }
  };
}
