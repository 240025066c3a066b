/** The example site's search page: the search box, what was found in one way or another, and where a link would lead. */

import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon, Pills } from '../parts.tsx';
import type { Found } from './shop.ts';

interface Props {
  found?: Found;
  search(query: string): void;
  /** The element that holds the shop's name. */
  Name: 'h1' | 'span';
  /** What was found. */
  children?: ComponentChildren;
}

const suggestions = ['shoes', 'winter shoes', 'Can I return shoes?', 'umbrella'];

export function SearchPage({ found, search, Name, children }: Props) {
  const [opened, open] = useState('');
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => open(''), [found?.query, found?.before]);
  useEffect(() => {
    /** What leads off the site is only told. */
    const stay = (event: Event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="https:"]');
      if (!link || !page.current?.contains(link)) return;
      event.preventDefault();
      open(link.href);
    };
    const kinds = ['click', 'auxclick'];
    for (const kind of kinds) addEventListener(kind, stay);
    return () => {
      for (const kind of kinds) removeEventListener(kind, stay);
    };
  }, []);
  return (
    <div class="p-3.5" ref={page}>
      <div class="mb-3.5 flex flex-wrap items-center gap-x-3.5 gap-y-2.5">
        <Name class="text-[16px] font-bold">Example Shoes</Name>
        <SearchBox query={found?.query ?? ''} search={search} />
      </div>
      {found ? (
        children
      ) : (
        <div class="py-7 text-center">
          <p>What are you looking for?</p>
          <div class="row mt-2.5 justify-center gap-1.5">
            <Pills of={suggestions} choose={(query) => search(query)} />
          </div>
        </div>
      )}
      <p class="dim mt-3 empty:hidden" role="status">
        {opened && `A real site would now open ${opened}`}
      </p>
    </div>
  );
}

/** @param query of the results that show; it may have come from elsewhere, such as a related search */
function SearchBox({ query, search }: { query: string; search(query: string): void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.value = query;
  }, [query]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = input.current?.value.trim();
    if (typed) search(typed);
  };
  return (
    <search class="flex-[1_1_18em]">
      <form class="search-box flex gap-1.5" onSubmit={submit}>
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
