import { companion, searchPageScript, searchPageTemplate, templateData } from 'packed-files';
import { presetSetting, type SearchPageSettings, searchPageSettings } from '../../catalogue/search-page.ts';
import { createContainer } from '../../container/container.ts';
import { lineOf } from '../page.ts';
import { fields } from './parameters.ts';
import type { Picks } from './pick.ts';
import { settingsFor, wholeOf } from './pick.ts';
import type { Pointed } from './point.ts';
import { pointedAt } from './point.ts';
import { hasOwnText } from './stable.ts';
import { style } from './style.ts';
import { summarize } from './summary.ts';
import { betterTitle } from './titles.ts';

const steps: { pick: Exclude<keyof Picks, 'link'>; label: string }[] = [
  { pick: 'title', label: "One result's title" },
  { pick: 'count', label: 'The number of results' },
  { pick: 'related', label: 'A related search, if there are any' },
  // Only where the address does not hold the query.
  { pick: 'field', label: 'The search field' },
];

/** Elements without markup: a page's Trusted Types policy allows no HTML from text. */
function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Opens the panel on the page; the function that it returns closes it, and leaves nothing behind. */
export function openPanel(onEnd: () => void): () => void {
  const picks: Picks = {};
  let picking: (typeof steps)[number]['pick'] | undefined;
  let target: Pointed | undefined;

  const host = make('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  // Not a <style>, which the page's policy may forbid.
  root.adoptedStyleSheets = [sheet];

  const frame = make('div', { class: 'frame', hidden: '' });
  const buttons = steps.map(({ label }) => make('button', { class: 'step', type: 'button' }, label));
  const said = make('p', { class: 'said', role: 'status' });
  const warned = make('ul', { class: 'warned' });
  const instead = make('button', { type: 'button', class: 'instead', hidden: '' });
  const titles = make('ol', { class: 'titles' });
  const rows = make('table', { class: 'rows' });
  const copy = make('button', { type: 'button', disabled: '' }, 'Copy the settings');
  const save = make('button', { type: 'button', disabled: '' }, 'Save a container with them');
  const close = make('button', { type: 'button', class: 'close', 'aria-label': 'Close' }, '×');
  const panel = make(
    'section',
    { class: 'panel', role: 'dialog', 'aria-label': 'Search page picker' },
    make('header', {}, make('h2', {}, 'Search page picker'), close),
    make('p', {}, 'Choose what to click, then click it on the page.'),
    make('div', { class: 'steps' }, ...buttons),
    said,
    warned,
    instead,
    titles,
    rows,
    make('footer', {}, copy, save),
  );
  root.append(frame, panel);
  document.documentElement.append(host);

  const settings = (): SearchPageSettings => settingsFor(picks);
  const rowsOf = (given: SearchPageSettings) =>
    [presetSetting, ...searchPageSettings].flatMap(({ name, title }) => {
      const value = given[name as keyof SearchPageSettings];
      return value ? [{ name, title, value }] : [];
    });

  const show = () => {
    const given = settings();
    const { text, titles: read, warnings, better, needsField } = summarize(given, picks);
    instead.hidden = !better;
    if (better) instead.textContent = `Take "${lineOf(better)}" instead`;
    said.textContent = picking
      ? 'Click it on the page, or go there with the arrow keys and press Enter. Esc: cancel.'
      : text && `Would be pushed now: ${text}${read.length ? ':' : '.'}`;
    warned.replaceChildren(...warnings.map((warning) => make('li', {}, warning)));
    titles.replaceChildren(...read.slice(0, 5).map((title) => make('li', {}, title || '(no title)')));
    if (read.length > 5) titles.append(make('li', { class: 'more' }, `… and ${read.length - 5} more`));
    rows.replaceChildren(
      ...rowsOf(given).map(({ title, value }) =>
        make('tr', {}, make('th', { scope: 'row' }, title), make('td', {}, make('code', {}, value))),
      ),
    );
    const isReady = Boolean(text) && read.length > 0;
    copy.disabled = !isReady;
    save.disabled = !isReady;
    buttons.forEach((button, index) => {
      const pick = steps[index]?.pick as keyof Picks;
      if (pick === 'field') button.hidden = !(needsField || picks.field);
      button.setAttribute('aria-pressed', String(picking === pick));
      button.classList.toggle('done', Boolean(picks[pick]));
    });
  };

  const mark = (pointed: Pointed | undefined) => {
    target = pointed;
    frame.hidden = !pointed;
    if (!pointed) return;
    const { left, top, width, height } = pointed.element.getBoundingClientRect();
    Object.assign(frame.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
  };

  const stop = () => {
    const index = steps.findIndex(({ pick }) => pick === picking);
    picking = undefined;
    mark(undefined);
    show();
    (buttons.slice(index + 1).find((button) => !button.hidden) ?? copy).focus();
  };

  const choose = (pointed: Pointed | undefined) => {
    if (!picking || !pointed) return;
    const { element, link, isExact } = pointed;
    picks[picking] = wholeOf(element);
    if (picking === 'title') {
      picks.link = link;
      // Somewhere on a card, on its picture say.
      if (!isExact) picks.title = betterTitle(settings(), element) ?? element;
    }
    stop();
  };

  const isOurs = (event: Event) => event.composedPath().includes(host);
  const quiet = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  /** What the arrow keys go through: what holds text of its own, or can hold what was searched for. */
  const places = () =>
    [...document.body.querySelectorAll(picking === 'field' ? fields : '*')].filter(
      (element) => element.checkVisibility() && (picking === 'field' || hasOwnText(element)),
    );

  const onPointer = (event: MouseEvent) => {
    if (picking) mark(isOurs(event) ? undefined : pointedAt(event, picking));
  };
  const onPress = (event: Event) => {
    if (picking && !isOurs(event)) quiet(event);
  };
  const onClick = (event: MouseEvent) => {
    if (!picking || isOurs(event)) return;
    quiet(event);
    choose(pointedAt(event, picking));
  };
  const onKey = (event: KeyboardEvent) => {
    if (!picking) {
      if (event.key === 'Escape' && isOurs(event)) end();
      return;
    }
    if (event.key === 'Escape') stop();
    else if (event.key === 'Enter' && target) choose(target);
    else if (/^Arrow(Up|Down|Left|Right)$/.test(event.key)) {
      const all = places();
      const step = /Down|Right/.test(event.key) ? 1 : -1;
      const at = target ? all.indexOf(target.element) : -1;
      const next = all[(at + step + all.length) % all.length];
      next?.scrollIntoView({ block: 'nearest' });
      mark(next && { element: next, isExact: true });
    } else return;
    quiet(event);
  };

  const heard: [string, (event: never) => void][] = [
    // Within one link stretched over a card there are several things to point at.
    ['pointermove', onPointer],
    ['pointerdown', onPress],
    ['mousedown', onPress],
    ['mouseup', onPress],
    ['click', onClick],
    ['keydown', onKey],
  ];
  for (const [type, listener] of heard) addEventListener(type, listener as EventListener, true);
  // What the page shows may change.
  const timer = setInterval(show, 1000);

  const end = () => {
    clearInterval(timer);
    for (const [type, listener] of heard) removeEventListener(type, listener as EventListener, true);
    host.remove();
    onEnd();
  };

  buttons.forEach((button, index) => {
    button.addEventListener('click', () => {
      picking = picking === steps[index]?.pick ? undefined : steps[index]?.pick;
      show();
    });
  });
  instead.addEventListener('click', () => {
    picks.title = betterTitle(settings(), picks.title);
    show();
    copy.focus();
  });
  close.addEventListener('click', end);
  copy.addEventListener('click', () => {
    const text = rowsOf(settings())
      .map(({ title, name, value }) => `${title} (${name})\t${value}`)
      .join('\n');
    const done = () => {
      said.textContent = 'Copied: paste each value into its field.';
    };
    const field = make('textarea', { class: 'copied' }, text);
    const byHand = () => {
      root.append(field);
      field.select();
      document.execCommand('copy');
      field.remove();
      copy.focus();
      done();
    };
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, byHand);
    else byHand();
  });
  save.addEventListener('click', () => {
    const container = createContainer(
      { searchPage: settings() },
      { templateData, companion, searchPage: { templateData: searchPageTemplate, script: searchPageScript } },
    );
    const file = new Blob([JSON.stringify(container, null, 2)], { type: 'application/json' });
    const link = make('a', { href: URL.createObjectURL(file), download: 'search-page-container.json' });
    root.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    said.textContent = 'Saved, in place of container.json. In GTM: Admin > Import Container.';
  });

  show();
  buttons[0]?.focus();
  return end;
}
