/** The playground's page: the tag's form, a small site, and what happened, in one window. */

import { render } from 'preact';
import { useEffect, useReducer, useState } from 'preact/hooks';
import { Editor } from './editor/editor.tsx';
import { TagForm } from './form/form.tsx';
import { Happened } from './happened/happened.tsx';
import { knownFields, triggerField } from './known.ts';
import { Button, Icon, Panel, Segments } from './parts.tsx';
import { openPlayground, type Playground } from './playground.ts';
import { Recorded } from './sessions.tsx';
import { Browser } from './site/browser.tsx';
import { HowItIsRead, KindChoice } from './site/read.tsx';
import { type SwitchStates, switches } from './switches.ts';
import { demonstration } from './tag-values.ts';

interface Props {
  playground: Playground;
}

function Page({ playground }: Props) {
  const [, redraw] = useReducer((draws: number) => draws + 1, 0);
  useEffect(() => {
    playground.listen(() => redraw(undefined));
    playground.welcomeBack();
  }, [playground]);
  return (
    <div class="xl:grid xl:h-dvh xl:grid-rows-[auto_1fr]">
      <Header playground={playground} />
      <Jumps />
      <main class="xl:grid xl:min-h-0 xl:grid-rows-[auto_1fr]">
        <Switches playground={playground} />
        <div class="grid grid-cols-1 gap-3 p-2 md:grid-cols-2 md:grid-rows-[auto_1fr] md:p-3 xl:min-h-0 xl:grid-cols-[minmax(340px,5fr)_minmax(360px,6fr)_minmax(420px,7fr)] xl:grid-rows-1">
          <TagPanel playground={playground} />
          <SitePanel playground={playground} />
          <Happened journal={playground.journal} />
        </div>
      </main>
    </div>
  );
}

function Header({ playground }: Props) {
  const { info } = playground.template;
  return (
    <header class="row gap-x-3 border-b border-line bg-panel px-4 py-3">
      {info.brand?.thumbnail && (
        <img class="rounded-lg" src={info.brand.thumbnail} alt="" width={36} height={36} />
      )}
      <div class="flex-[1_1_18em]">
        <h1>Playground</h1>
        <p class="dim">
          {info.displayName} for Google Tag Manager.{' '}
          {playground.isSimulated
            ? 'Requests are answered within this page.'
            : `Requests go over HTTP to the receiver at ${location.host}.`}
        </p>
      </div>
      <Downloads {...playground} />
      <ThemeButton />
    </header>
  );
}

/** What one takes home: the template as it runs here, and a container with the form's values. */
function Downloads({ makeContainer }: Pick<Playground, 'makeContainer'>) {
  return (
    <div class="row">
      <a class="button quiet" href="template.tpl" download="template.tpl">
        <Icon of="download" />
        template.tpl
      </a>
      <Button
        icon="download"
        class="quiet"
        title="With the host, the key, language, profile, pixel, and the goals of chat and phone from the form"
        onClick={() => saveFile('container.json', makeContainer())}
      >
        container.json
      </Button>
    </div>
  );
}

function saveFile(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  // The browser reads the blob after this turn.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

const themeKey = 'playground.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

/** The button that turns light into dark and back; until it is used, the system decides. */
function ThemeButton() {
  const [chosen, choose] = useState(localStorage.getItem(themeKey));
  const [isDarkSystem, follow] = useState(system.matches);
  useEffect(() => system.addEventListener('change', () => follow(system.matches)), []);
  if (chosen) document.documentElement.dataset.theme = chosen;
  const other = (chosen ?? (isDarkSystem ? 'dark' : 'light')) === 'dark' ? 'light' : 'dark';
  const turn = () => {
    localStorage.setItem(themeKey, other);
    choose(other);
  };
  return (
    <Button icon={other} class="quiet" onClick={turn}>
      {other === 'dark' ? 'Dark' : 'Light'}
    </Button>
  );
}

/** Where the parts are below each other. */
function Jumps() {
  const parts = { tag: 'Tag', site: 'Site', happened: 'What happened' };
  return (
    <nav
      class="sticky top-0 z-2 flex gap-1 border-b border-line bg-panel px-3 py-1.5 md:hidden"
      aria-label="Parts of the page"
    >
      {Object.entries(parts).map(([id, title]) => (
        <a key={id} class="px-2.5 py-1.5 font-semibold no-underline" href={`#${id}`}>
          {title}
        </a>
      ))}
    </nav>
  );
}

function Switches({ playground }: Props) {
  return (
    <section
      class="row gap-x-4 border-b border-line bg-panel px-3 py-2.5 md:gap-x-6 md:px-4"
      aria-label="Switches"
    >
      {(Object.keys(switches) as (keyof SwitchStates)[]).map((which) => (
        <Segments
          key={which}
          {...switches[which]}
          isNamed
          chosen={playground.state.switches[which]}
          choose={(state) => playground.turn(which, state as SwitchStates[typeof which])}
        />
      ))}
    </section>
  );
}

function TagPanel({ playground }: Props) {
  const { state, template, set, resetForm } = playground;
  const tools = (
    <>
      <Button class="quiet" onClick={() => resetForm(demonstration)}>
        Example
      </Button>
      <Button class="quiet" onClick={() => resetForm({})}>
        New tag
      </Button>
    </>
  );
  return (
    <Panel id="tag" title="Tag" tools={tools}>
      <p class="dim mb-3">
        {'The form as GTM shows it. {{search.term}} reads search.term from the data layer.'}
      </p>
      <TagForm fields={template.parameters} values={state.form} changed={(form) => set({ form })} />
      <div class="mt-3.5 border-t border-line pt-3.5">
        <TagForm fields={[triggerField]} values={state.around} changed={(around) => set({ around })} />
      </div>
    </Panel>
  );
}

function SitePanel({ playground }: Props) {
  const { state, push, set } = playground;
  const isSilent = state.switches.pushes === 'nothing';
  return (
    <Panel id="site" title="Site">
      {isSilent && <KindChoice playground={playground} />}
      <Browser playground={playground} />
      {isSilent && <HowItIsRead kind={state.kind} />}
      <h3>Recorded sessions</h3>
      <Recorded push={push} />
      <h3>Push by hand</h3>
      <Editor playground={playground} />
      <div class="mt-5">
        <TagForm fields={[knownFields]} values={state.around} changed={(around) => set({ around })} />
      </div>
    </Panel>
  );
}

const drawn = await openPlayground().then(
  (playground) => <Page playground={playground} />,
  ({ message }: Error) => (
    <p class="loading" role="alert">
      The playground could not start. {message}
    </p>
  ),
);
document.body.replaceChildren();
render(drawn, document.body);
