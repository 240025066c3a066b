/** The playground's page: the tag's form, a small site, and what happened, in one window. */

import { type ComponentChildren, render } from 'preact';
import { useEffect, useReducer, useState } from 'preact/hooks';
import { Button, Icon } from './button.tsx';
import { Editor } from './editor/editor.tsx';
import { demonstration } from './form/demonstration.ts';
import { TagForm } from './form/form.tsx';
import { Happened } from './happened/happened.tsx';
import type { Known } from './known.ts';
import { openPlayground, type Playground, welcomeBack } from './playground.ts';
import { Recorded } from './recorded.tsx';
import { Segments } from './segments.tsx';
import { Browser } from './site/browser.tsx';
import { HowItIsRead, KindChoice } from './site/read.tsx';
import { type SwitchStates, switches } from './switches.ts';
import { ThemeButton } from './theme.tsx';

interface Props {
  playground: Playground;
}

function Page({ playground }: Props) {
  const [, redraw] = useReducer((draws: number) => draws + 1, 0);
  useEffect(() => {
    playground.listen(() => redraw(undefined));
    welcomeBack(playground);
  }, [playground]);
  return (
    <>
      <Header playground={playground} />
      <nav class="jumps" aria-label="Parts of the page">
        <a href="#tag">Tag</a>
        <a href="#site">Site</a>
        <a href="#happened">What happened</a>
      </nav>
      <main>
        <Switches playground={playground} />
        <div class="panels">
          <TagPanel playground={playground} />
          <SitePanel playground={playground} />
          <Happened journal={playground.journal} />
        </div>
      </main>
    </>
  );
}

function Header({ playground }: Props) {
  const { info } = playground.template;
  return (
    <header class="top">
      {info.brand?.thumbnail && <img src={info.brand.thumbnail} alt="" width={36} height={36} />}
      <div class="title">
        <h1>Playground</h1>
        <p>
          {info.displayName} for Google Tag Manager.{' '}
          {playground.isSimulated
            ? 'Requests are answered within this page.'
            : `Requests go over HTTP to the receiver at ${location.host}.`}
        </p>
      </div>
      <Downloads playground={playground} />
      <ThemeButton />
    </header>
  );
}

/** What one takes home: the template as it runs here, and a container with the form's values. */
function Downloads({ playground }: Props) {
  const [problem, tell] = useState('');
  const save = () => {
    try {
      saveFile('container.json', playground.makeContainer());
      tell('');
    } catch (error) {
      tell((error as Error).message);
    }
  };
  return (
    <div class="downloads">
      <a class="button quiet" href="template.tpl" download="template.tpl">
        <Icon of="download" />
        template.tpl
      </a>
      <Button
        icon="download"
        class="quiet"
        title="With the host, the key, language, profile, pixel, and the goals of chat and phone from the form"
        onClick={save}
      >
        container.json
      </Button>
      <p class="download-problem" role="status">
        {problem}
      </p>
    </div>
  );
}

function saveFile(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  // The browser reads the blob after this turn.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

function Switches({ playground }: Props) {
  const one = <Which extends keyof SwitchStates>(which: Which) => (
    <Segments
      label={switches[which].label}
      choices={switches[which].choices}
      chosen={playground.state.switches[which]}
      choose={(state: SwitchStates[Which]) => playground.turn(which, state)}
    />
  );
  return (
    <section class="switches" aria-label="Switches">
      {one('consent')}
      {one('companion')}
      {one('searchStax')}
      {one('editor')}
      {one('pushes')}
    </section>
  );
}

function TagPanel({ playground }: Props) {
  const { state, template } = playground;
  return (
    <section id="tag" class="panel" aria-labelledby="tag-title">
      <div class="panel-head">
        <h2 id="tag-title">Tag</h2>
        <Button class="quiet" onClick={() => playground.resetForm(demonstration)}>
          Example
        </Button>
        <Button class="quiet" onClick={() => playground.resetForm({})}>
          New tag
        </Button>
      </div>
      <p class="panel-text">
        {'The form as GTM shows it. {{search.term}} reads search.term from the data layer.'}
      </p>
      <TagForm
        fields={template.parameters}
        values={state.form}
        changed={(form) => playground.set({ form })}
      />
      <div class="trigger">
        <TextField
          id="trigger"
          label="Trigger: custom events named"
          hint="Names with commas between them. Empty: every event."
        >
          <input
            type="text"
            value={state.trigger}
            placeholder="every event"
            onInput={({ currentTarget }) => playground.set({ trigger: currentTarget.value })}
            {...described('trigger')}
          />
        </TextField>
      </div>
    </section>
  );
}

function SitePanel({ playground }: Props) {
  const isSilent = playground.state.switches.pushes === 'nothing';
  return (
    <section id="site" class="panel" aria-labelledby="site-title">
      <div class="panel-head">
        <h2 id="site-title">Site</h2>
      </div>
      {isSilent && <KindChoice playground={playground} />}
      <Browser playground={playground} />
      {isSilent && <HowItIsRead playground={playground} />}
      <h3>Recorded sessions</h3>
      <Recorded push={playground.push} />
      <h3>Push by hand</h3>
      <Editor push={playground.push} />
      <KnownForm playground={playground} />
    </section>
  );
}

function KnownForm({ playground }: Props) {
  const { known } = playground.state;
  const input = (name: keyof Known) => ({
    ...described(`known-${name}`),
    value: known[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      playground.set({ known: { ...known, [name]: currentTarget.value } }),
  });
  return (
    <details class="group known">
      <summary>What the destinations know</summary>
      <TextField
        id="known-key"
        label="Tracking key that SearchStax knows"
        hint="Another key is answered with 422. Empty: any key will do."
      >
        <input type="text" {...input('key')} />
      </TextField>
      <TextField
        id="known-goals"
        label="Goals that Sitecore knows"
        hint="One a line; the ID, if the tag names it, in braces behind the name."
      >
        <textarea rows={3} {...input('goals')} />
      </TextField>
    </details>
  );
}

const described = (id: string) =>
  ({ id, 'aria-describedby': `${id}-hint`, autocomplete: 'off', spellcheck: false }) as const;

interface TextFieldProps {
  id: string;
  label: string;
  hint: string;
  children: ComponentChildren;
}

function TextField({ id, label, hint, children }: TextFieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      <p class="dim" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

openPlayground().then(
  (playground) => {
    document.body.replaceChildren();
    render(<Page playground={playground} />, document.body);
  },
  ({ message }: Error) => {
    const told = <p class="loading" role="alert">{`The playground could not start. ${message}`}</p>;
    document.body.replaceChildren();
    render(told, document.body);
  },
);
