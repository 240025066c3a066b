/**
 * The playground: the tag's form, a small site, and what happened, in one window.
 *
 * What runs is what users download: template.tpl in the stand-in sandbox, companion.js as a script of the page. Requests
 * go to the receiver over HTTP where `npm start` serves the page; on a static host the receiver answers within the page.
 *
 * No framework: a form, a list that grows and four switches are a few hundred DOM calls behind one function
 * (element.ts), and nothing has to be downloaded, updated or trusted for them.
 */

import { createContainer } from '../src/container/container.ts';
import { readTemplate } from '../src/sandbox/template.ts';
import { addressBar } from './address-bar.ts';
import { containerValues } from './container-values.ts';
import { findDestinations } from './destinations/index.ts';
import { editor } from './editor/editor.ts';
import { fill } from './element.ts';
import type { Values } from './form/conditions.ts';
import { demonstration } from './form/demonstration.ts';
import { tagForm } from './form/form.ts';
import { happened } from './happened/happened.ts';
import { keep, kept } from './kept.ts';
import { type Known, knownForm, knownSettings, toLine } from './known.ts';
import { header, layout, sitePanel, tagPanel } from './layout.ts';
import { recorded } from './recorded/recorded.ts';
import { site } from './site/site.ts';
import { goals, trackingKey } from './start/fields.ts';
import { defaultStates, failures, type SwitchStates, switches } from './switches.ts';
import { trigger } from './trigger.ts';
import { forgetVisitor, loadCompanion } from './visit/companion.ts';
import { createJournal } from './visit/journal.ts';
import { startVisit } from './visit/visit.ts';

const host = 'https://www.example.com';

async function start(): Promise<void> {
  const [templateData, companion, destinations] = await Promise.all([
    text('template.tpl'),
    text('companion.js'),
    findDestinations(),
  ]);
  const template = readTemplate(templateData);
  const journal = createJournal();
  const rows = happened(journal);
  const states: SwitchStates = { ...defaultStates, ...kept<SwitchStates>('switches') };
  const known = kept<Known>('known') ?? { key: trackingKey, goals: goals.map(toLine).join('\n') };

  const form = tagForm(template.parameters, kept<Values>('form') ?? demonstration, (values) =>
    keep('form', values),
  );
  const firesOn = trigger(kept<string>('trigger') ?? '', (names) => keep('trigger', names));
  const visit = startVisit(
    { template, destinations, journal, data: form.data, fires: firesOn.fires },
    kept<string>('cookies') ?? '',
  );
  const setDestinations = () =>
    destinations
      .set({ ...knownSettings(known), failure: failures[states.searchStax] })
      .catch(({ message }: Error) => {
        journal.add({ kind: 'note', title: `The destinations answer as before: ${message}` });
      });

  let isForgotten = false;
  addEventListener('pagehide', () => keep('cookies', isForgotten ? '' : visit.cookies()));

  const bar = addressBar(() => load('The page was loaded again'), forget);
  const shop = site({
    push: visit.push,
    heard: noteUnheard,
    choose(consent) {
      controls.showConsent(consent);
      keep('switches', states);
      consentChanged();
    },
    moved: (address) => bar.show(addressOf(address)),
  });
  const controls = switches(states, (which) => {
    keep('switches', states);
    effects[which]();
  });

  const effects: { [which in keyof SwitchStates]: () => unknown } = {
    consent: consentChanged,
    editor: () => load(`The page was loaded ${states.editor === 'on' ? 'in' : 'without'} Experience Editor`),
    searchStax: setDestinations,
    companion: switchCompanion,
  };

  function consentChanged(): void {
    shop.ask(states.consent === 'later');
    visit.choose(granted());
  }

  function granted(): 'granted' | 'denied' {
    return states.consent === 'granted' ? 'granted' : 'denied';
  }

  function addressOf(path: string): string {
    if (states.editor === 'off') return host + path;
    return `${host + path}${path.includes('?') ? '&' : '?'}sc_mode=edit`;
  }

  function load(why: string): void {
    visit.load(addressOf('/search'), granted());
    journal.add({ kind: 'note', title: why });
    shop.reset();
    shop.ask(states.consent === 'later');
  }

  /** A script cannot be taken back from a page: without it, the page is loaded anew. */
  function switchCompanion(): unknown {
    return states.companion === 'on' ? loadCompanion() : reload('The page was loaded without the companion');
  }

  function forget(): void {
    forgetVisitor();
    isForgotten = true;
    reload('The page was loaded by a new visitor');
  }

  function reload(why: string): void {
    keep('reloaded', { why, focus: document.activeElement?.id });
    location.reload();
  }

  /** Without the companion, nobody tells the data layer. */
  function noteUnheard(what: 'chat' | 'phone'): void {
    if (states.companion === 'on') return;
    const title =
      what === 'chat'
        ? 'The chat was opened, and nothing told the data layer: the companion is off'
        : 'The phone number was clicked, and nothing told the data layer: the companion is off';
    journal.add({ kind: 'note', title });
  }

  visit.load(addressOf('/search'), granted());
  await setDestinations();
  if (states.companion === 'on') await loadCompanion();
  shop.ask(states.consent === 'later');
  fill(
    document.body,
    ...layout(
      header(template, destinations.isSimulated, () =>
        JSON.stringify(createContainer(containerValues(form.data()), { templateData, companion }), null, 2),
      ),
      controls.element,
      tagPanel(form, firesOn.element, demonstration),
      sitePanel(
        { bar: bar.element, shop: shop.element },
        editor(visit.push),
        recorded(visit.push),
        knownForm(known, () => {
          keep('known', known);
          setDestinations();
        }),
      ),
      rows,
    ),
  );

  const reloaded = kept<{ why: string; focus?: string }>('reloaded');
  if (reloaded) {
    keep('reloaded', null);
    journal.add({ kind: 'note', title: reloaded.why });
    // Whoever works by keyboard goes on where the page was left.
    document.getElementById(reloaded.focus ?? '')?.focus();
  }
}

async function text(file: string): Promise<string> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file} is not there: ${response.status}.`);
  return response.text();
}

start().catch((error: Error) => {
  const told = document.createElement('p');
  told.className = 'loading';
  told.setAttribute('role', 'alert');
  told.textContent = `The playground could not start. ${error.message}`;
  document.body.replaceChildren(told);
});
