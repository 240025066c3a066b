import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../button.tsx';

interface Props {
  search(query: string): void;
}

/** @param query of the results that show; it may have come from elsewhere, such as a related search */
export function SearchBox({ query, search }: Props & { query: string }) {
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

const suggestions = ['shoes', 'winter shoes', 'Can I return shoes?', 'umbrella'];

export function Welcome({ search }: Props) {
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
