/**
 * The example site as a page of its own, which pushes nothing: what the search page reader reads. Its address says of
 * which kind it is, and what is searched for; the playground shows it in a frame.
 */

import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { addScript } from '../visit/scripts.ts';
import { addressOf, readAddress } from './kinds.ts';
import { pages } from './pages.tsx';
import { SearchPage } from './search-page.tsx';
import { searchShop } from './shop.ts';

/** As long as a search takes, in milliseconds. */
const latency = 150;

/** What the address asks for. */
function asked() {
  const { query, page } = readAddress(location);
  return query ? searchShop(query, page) : undefined;
}

function Site() {
  const { name } = readAddress(location);
  // What the address asks for is there when the page is, as from a server.
  const [shown, show] = useState(asked);
  const wait = useRef<ReturnType<typeof setTimeout>>(undefined);

  /** Later, as an answer comes; only the last one counts. */
  const later = (next: typeof asked) => {
    clearTimeout(wait.current);
    wait.current = setTimeout(() => show(next()), latency);
  };
  const follow = () => {
    tell();
    later(asked);
  };
  useEffect(() => {
    tell();
    // A change of the hash alone announces itself by both.
    addEventListener('popstate', follow);
  }, []);

  function search(query: string, page = 1): void {
    const address = addressOf(name, query, page);
    if (name === 'scroll' && page > 1 && shown) {
      const next = searchShop(query, page);
      later(() => ({ ...next, before: 0, shown: [...shown.shown, ...next.shown] }));
    } else if (name === 'server' || name === 'sxa') {
      location.assign(address);
    } else {
      history.pushState(null, '', address);
      follow();
    }
  }

  const Page = pages[name];
  const at = (query: string, page: number) => addressOf(name, query, page);
  return (
    <main class="hits" aria-label="Example Shoes">
      <SearchPage found={shown} search={search} Name="h1">
        {shown && <Page found={shown} at={at} search={search} />}
      </SearchPage>
    </main>
  );
}

/** Tells the browser that the playground draws around it that the address is another. */
function tell(): void {
  window.frameElement?.dispatchEvent(new Event('address'));
}

render(<Site />, document.body);
if (new URLSearchParams(location.search).has('picker')) addScript(document, 'picker.js');
