/** A browser with the example site in it: a small shop, which pushes what a site's developer would make it push, or nothing. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Icon } from '../parts.tsx';
import type { Playground } from '../playground.ts';
import { addressOf, pathOf } from './kinds.ts';
import { Shop } from './pages.tsx';
import { SearchPage } from './search-page.tsx';
import { type Found, satisfaction, searchShop, shownMessages } from './shop.ts';

interface Props {
  playground: Playground;
  /** The site shows another page, at a path. */
  moved(path: string): void;
}

export function Browser({ playground }: Pick<Props, 'playground'>) {
  const { heard, state, loads, turn } = playground;
  const [path, moved] = useState('/search');
  const Site = state.switches.pushes === 'nothing' ? SilentSite : PushingSite;
  return (
    <div class="overflow-hidden rounded-xl border border-line">
      <AddressBar playground={playground} path={path} />
      {/* When the site's first page is loaded again, it begins anew. */}
      <Site key={loads} playground={playground} moved={moved} />
      <div class="row items-end justify-between border-t border-line px-3.5 py-3">
        <PhoneLink heard={heard} />
        <Chat heard={heard} />
      </div>
      {state.switches.consent === 'later' && (
        <section class="row border-t border-line bg-sunken px-3.5 py-3" aria-label="Cookies">
          <p class="flex-[1_1_12em]">May we use cookies for analytics?</p>
          <Button class="quiet" onClick={() => turn('consent', 'denied')}>
            Decline
          </Button>
          <Button onClick={() => turn('consent', 'granted')}>Accept</Button>
        </section>
      )}
    </div>
  );
}

/** The browser's frame around the site: where it is, and what a visitor does with a browser. */
function AddressBar({ playground, path }: { playground: Playground; path: string }) {
  return (
    <div class="flex items-center gap-2 border-b border-line bg-sunken px-2 py-1.5">
      <Button
        icon="reload"
        class="min-w-8 bg-transparent p-1 text-dim hover:bg-neutral-ground hover:text-ink hover:brightness-100"
        aria-label="Load the page again"
        title="Load the page again"
        onClick={() => playground.load('The page was loaded again')}
      />
      <span class="flex min-w-0 flex-1 items-center gap-1.5 rounded-2xl border border-line bg-panel px-2.5 py-1 text-dim">
        <Icon of="lock" />
        <span class="address truncate font-mono text-xs">
          {playground.addressOf(path).replace('https://', '')}
        </span>
      </span>
      <Button
        icon="visitor"
        id="new-visitor"
        class="quiet"
        title="Without cookies, as on a first visit"
        onClick={playground.forget}
      >
        New visitor
      </Button>
    </div>
  );
}

/** The site within this page. */
function PushingSite({ playground: { push }, moved }: Props) {
  const [found, show] = useState<Found>();
  const searches = useRef(0);
  useEffect(() => {
    const address = found && addressOf('shop', found.query, found.page);
    moved(address ? pathOf(new URL(address, location.href)) : '/search');
  }, [found]);

  function search(query: string, page = 1): void {
    const next = searchShop(query, page);
    searches.current += 1;
    for (const message of shownMessages(next)) push(message);
    show(next);
  }

  return (
    <SearchPage found={found} search={search} Name="span">
      {found && <Shop found={found} push={push} search={search} />}
      <Feedback key={searches.current} push={push} />
    </SearchPage>
  );
}

/** The site as a page of its own, which the search page reader reads. */
function SilentSite({ playground, moved }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const pages = useRef(0);
  const page = () => frame.current?.contentWindow as Window;
  useEffect(() => {
    moved('/search');
    frame.current?.addEventListener('address', () => moved(pathOf(page().location)));
  }, []);
  const loaded = () => {
    pages.current += 1;
    if (pages.current > 1) playground.arrive(pathOf(page().location));
    playground.read(page());
  };
  const src = addressOf(playground.state.kind);
  return (
    <iframe
      ref={frame}
      class="site-frame block h-130 w-full"
      title="Example Shoes"
      src={src}
      onLoad={loaded}
    />
  );
}

/** How satisfied somebody is, from 0 to 10, and why; pushes it once it is sent. */
function Feedback({ push }: { push(message: object): void }) {
  const [isGiven, give] = useState(false);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    push(satisfaction(given.get('score'), given.get('comments')));
    give(true);
  };
  const separated = 'mt-4 border-t border-line pt-3.5';
  if (isGiven) {
    return (
      <p class={separated} role="status">
        Thank you!
      </p>
    );
  }
  return (
    <form class={separated} onSubmit={send}>
      <fieldset class="mb-2">
        <legend class="mb-1.5 text-sm font-semibold">Did you find what you were looking for?</legend>
        <div class="row gap-1">
          {Array.from({ length: 11 }, (_, score) => (
            <label key={score} class="pick min-w-7 border border-line px-1 py-0.75 text-center text-ink">
              <input type="radio" name="score" value={score} required />
              {score}
            </label>
          ))}
        </div>
      </fieldset>
      <div class="flex gap-1.5">
        <input name="comments" type="text" aria-label="Comment" placeholder="Comment" />
        <button type="submit">Send</button>
      </div>
    </form>
  );
}

/** A phone link as every site has it. Here it dials nothing; the companion, which hears it, cannot tell. */
function PhoneLink({ heard }: Pick<Playground, 'heard'>) {
  const call = (event: Event) => {
    event.preventDefault();
    heard('The phone number was clicked');
  };
  return (
    <a href="tel:+49-30-1234567" class="inline-flex min-h-8 items-center gap-1.5" onClick={call}>
      <Icon of="phone" />
      +49 30 1234567
    </a>
  );
}

/** A chat button whose widget announces itself as Chatwoot's does: by an event on the window, which the companion hears. */
function Chat({ heard }: Pick<Playground, 'heard'>) {
  const [isOpen, open] = useState(false);
  const turn = () => {
    open(!isOpen);
    if (isOpen) return;
    window.dispatchEvent(new CustomEvent('chatwoot:opened'));
    heard('The chat was opened');
  };
  return (
    <div class="flex flex-col items-end gap-2">
      <section
        class="rounded-xl rounded-br-none border border-line bg-sunken px-3.5 py-2.5"
        aria-label="Chat"
        hidden={!isOpen}
      >
        <p>Hello! How can we help?</p>
      </section>
      <Button icon="chat" class="rounded-2xl" aria-expanded={isOpen} onClick={turn}>
        Chat
      </Button>
    </div>
  );
}
