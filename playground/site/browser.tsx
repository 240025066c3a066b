/** A browser with the example site in it: a small shop, which pushes what a site's developer would make it push, or nothing. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Icon } from '../button.tsx';
import type { Playground } from '../playground.ts';
import { Chat, ConsentBanner, PhoneLink } from './contact.tsx';
import { Feedback } from './feedback.tsx';
import { addressOf, pathOf } from './kinds.ts';
import { Results } from './results.tsx';
import { type Found, searchShop, shownMessages } from './search.ts';
import { SearchBox, Welcome } from './search-box.tsx';

interface Props {
  playground: Playground;
  /** The site shows another page, at a path. */
  moved(path: string): void;
}

export function Browser({ playground }: Pick<Props, 'playground'>) {
  const { heard, state, loads } = playground;
  const [path, moved] = useState('/search');
  const Content = state.switches.pushes === 'nothing' ? SilentSite : Shop;
  return (
    <div class="browser">
      <AddressBar playground={playground} path={path} />
      {/* When the site's first page is loaded again, it begins anew. */}
      <Content key={loads} playground={playground} moved={moved} />
      <div class="shop shop-foot">
        <PhoneLink heard={heard} />
        <Chat heard={heard} />
      </div>
      {state.switches.consent === 'later' && (
        <ConsentBanner choose={(consent) => playground.turn('consent', consent)} />
      )}
    </div>
  );
}

function Shop({ playground: { push }, moved }: Props) {
  const [found, show] = useState<Found>();
  const [opened, open] = useState('');
  const searches = useRef(0);
  useEffect(
    () =>
      moved(found ? pathOf(new URL(addressOf('shop', found.query, found.page), location.href)) : '/search'),
    [found],
  );

  function search(query: string, page = 1): void {
    const next = searchShop(query, page);
    searches.current += 1;
    for (const message of shownMessages(next)) push(message);
    show(next);
    open('');
  }

  return (
    <div class="shop">
      <div class="shop-head">
        <span class="shop-name">Example Shoes</span>
        <SearchBox query={found?.query ?? ''} search={search} />
      </div>
      {found ? (
        <>
          <Results found={found} push={push} search={search} opened={open} />
          <Feedback key={searches.current} push={push} />
        </>
      ) : (
        <Welcome search={search} />
      )}
      <p class="shop-told" role="status">
        {opened && `A real site would now open ${opened}`}
      </p>
    </div>
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
  const { kind } = playground.state;
  return (
    <iframe ref={frame} class="site-frame" title="Example Shoes" src={addressOf(kind)} onLoad={loaded} />
  );
}

/** The browser's frame around the site: where it is, and what a visitor does with a browser. */
function AddressBar({ playground, path }: { playground: Playground; path: string }) {
  return (
    <div class="address-bar">
      <Button
        icon="reload"
        class="bare"
        aria-label="Load the page again"
        title="Load the page again"
        onClick={() => playground.load('The page was loaded again')}
      />
      <span class="address-box">
        <Icon of="lock" />
        <span class="address">{playground.addressOf(path).replace('https://', '')}</span>
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
