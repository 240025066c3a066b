/**
 * The example site as a page of its own, which pushes nothing: what the search page reader reads. Its address says of
 * which kind it is, and what is searched for; the playground shows it in a frame.
 */

import { type ComponentType, render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { addScript } from '../visit/script.ts';
import { addressOf, type KindName, readAddress } from './kinds.ts';
import type { PageProps } from './pages/page.ts';
import { Scroll } from './pages/scroll.tsx';
import { Server } from './pages/server.tsx';
import { Sxa } from './pages/sxa.tsx';
import { UiKit } from './pages/ui-kit.tsx';
import { Results } from './results.tsx';
import { type Found, searchShop } from './search.ts';
import { SearchBox, Welcome } from './search-box.tsx';

/** As long as a search takes, in milliseconds. */
const latency = 150;

const pages: { [name in KindName]: ComponentType<PageProps> } = {
  shop: (props) => <Results {...props} push={() => {}} opened={() => {}} />,
  'ui-kit': UiKit,
  sxa: Sxa,
  server: Server,
  scroll: Scroll,
};

function found(query: string, page: number): Found | undefined {
  return query ? searchShop(query, page) : undefined;
}

function Site() {
  const asked = readAddress(location);
  const { name } = asked;
  // What the address asks for is there when the page is, as from a server.
  const [shown, show] = useState(() => found(asked.query, asked.page));
  const [opened, open] = useState('');
  const wait = useRef<ReturnType<typeof setTimeout>>(undefined);

  /** Later, as an answer comes; only the last one counts. */
  const later = (next: () => Found | undefined) => {
    clearTimeout(wait.current);
    wait.current = setTimeout(() => show(next()), latency);
  };
  const follow = () => {
    told();
    open('');
    const { query, page } = readAddress(location);
    later(() => found(query, page));
  };
  useEffect(() => {
    told();
    // A change of the hash alone announces itself by both.
    addEventListener('popstate', follow);
    for (const kind of ['click', 'auxclick']) addEventListener(kind, stay);
  }, []);

  /** What leads off the site is only told. */
  function stay(event: Event): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="https:"]');
    if (!link) return;
    event.preventDefault();
    open(link.href);
  }

  function search(query: string, page = 1): void {
    if (name === 'scroll' && page > 1 && shown) {
      const next = searchShop(query, page);
      later(() => ({ ...next, before: 0, shown: [...shown.shown, ...next.shown] }));
      return;
    }
    const address = addressOf(name, query, page);
    if (name === 'server' || name === 'sxa') location.assign(address);
    else {
      history.pushState(null, '', address);
      follow();
    }
  }

  const Page = pages[name];
  return (
    <main class="shop" aria-label="Example Shoes">
      <div class="shop-head">
        <h1 class="shop-name">Example Shoes</h1>
        <SearchBox query={shown?.query ?? ''} search={search} />
      </div>
      {shown ? (
        <Page found={shown} at={(query, page) => addressOf(name, query, page)} search={search} />
      ) : (
        <Welcome search={search} />
      )}
      <p class="shop-told" role="status">
        {opened && `A real site would now open ${opened}`}
      </p>
    </main>
  );
}

/** Tells the browser that the playground draws around it that the address is another. */
function told(): void {
  window.frameElement?.dispatchEvent(new Event('address'));
}

render(<Site />, document.body);
if (new URLSearchParams(location.search).has('picker')) addScript(document, 'picker.js');
