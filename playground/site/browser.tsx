/** A browser with a small shop in it, which pushes to the data layer what a site's developer would make it push. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Icon } from '../button.tsx';
import type { Playground } from '../playground.ts';
import { Chat, ConsentBanner, PhoneLink } from './contact.tsx';
import { Feedback } from './feedback.tsx';
import { Results } from './results.tsx';
import { type Found, searchShop, shownMessages } from './search.ts';

const suggestions = ['shoes', 'winter shoes', 'Can I return shoes?', 'umbrella'];

export function Browser({ playground }: { playground: Playground }) {
  const { push, heard, state } = playground;
  const [found, show] = useState<Found>();
  const [opened, open] = useState('');
  const searches = useRef(0);
  // As when the site's first page is loaded.
  useEffect(() => {
    show(undefined);
    open('');
  }, [playground.loads]);

  function search(query: string, page: number): void {
    const next = searchShop(query, page);
    searches.current += 1;
    for (const message of shownMessages(next)) push(message);
    show(next);
    open('');
  }

  return (
    <div class="browser">
      <AddressBar playground={playground} path={found ? pathOf(found) : '/search'} />
      <div class="shop">
        <div class="shop-head">
          <span class="shop-name">Example Shoes</span>
          <SearchBox found={found} search={(query) => search(query, 1)} />
        </div>
        <div class="shop-main">
          {found ? (
            <>
              <Results found={found} push={push} search={search} opened={open} />
              <Feedback key={searches.current} push={push} />
            </>
          ) : (
            <Welcome search={(query) => search(query, 1)} />
          )}
        </div>
        <p class="shop-told" role="status">
          {opened && `A real site would now open ${opened}`}
        </p>
        <div class="shop-foot">
          <PhoneLink heard={heard} />
          <Chat heard={heard} />
        </div>
        {state.switches.consent === 'later' && (
          <ConsentBanner choose={(consent) => playground.turn('consent', consent)} />
        )}
      </div>
    </div>
  );
}

function pathOf({ query, page }: Found): string {
  return `/search?q=${encodeURIComponent(query)}${page > 1 ? `&page=${page}` : ''}`;
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

interface SearchProps {
  search(query: string): void;
}

/** @param found by a query that may have come from elsewhere, such as a related search */
function SearchBox({ found, search }: SearchProps & { found?: Found }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.value = found?.query ?? '';
  }, [found]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = input.current?.value.trim();
    if (typed) search(typed);
  };
  return (
    <search>
      <form class="search-box" onSubmit={submit}>
        <input
          ref={input}
          type="search"
          name="q"
          aria-label="Search the shop"
          placeholder="Search the shop"
          autocomplete="off"
        />
        <button type="submit">
          <Icon of="search" />
          Search
        </button>
      </form>
    </search>
  );
}

function Welcome({ search }: SearchProps) {
  return (
    <div class="welcome">
      <p>What are you looking for?</p>
      <div class="pills">
        {suggestions.map((query) => (
          <button key={query} type="button" class="pill" onClick={() => search(query)}>
            {query}
          </button>
        ))}
      </div>
    </div>
  );
}
