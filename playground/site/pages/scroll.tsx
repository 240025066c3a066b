/** Cards that are one link each, and more of them whenever the visitor has scrolled to the end. */

import { useEffect, useRef } from 'preact/hooks';
import { addressOf } from '../products.ts';
import type { PageProps } from './page.ts';

export function Scroll({ found, search }: PageProps) {
  const { query, page, pages, total, shown } = found;
  const end = useRef<HTMLButtonElement>(null);
  const more = () => search(query, page + 1);
  useEffect(() => {
    const observer = new IntersectionObserver(([seen]) => {
      if (seen?.isIntersecting) more();
    });
    if (end.current) observer.observe(end.current);
    return () => observer.disconnect();
  }, [found]);
  if (!total) return <p class="found-none">Nothing here is called {query}.</p>;
  return (
    <>
      <p class="found">{`${total} shoes`}</p>
      <ul class="cards">
        {shown.map((product) => (
          <li key={product.id} class="card" data-id={`SHOE-${product.id}`}>
            <h2>{product.title}</h2>
            <p>{product.text}</p>
            <a href={addressOf(product)}>Look at it</a>
          </li>
        ))}
      </ul>
      {page < pages && (
        <button type="button" class="quiet" ref={end} onClick={more}>
          More
        </button>
      )}
    </>
  );
}
