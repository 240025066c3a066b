import type { Found } from '../search.ts';

/** What a search page of any kind is given to show. */
export interface PageProps {
  found: Found;
  /** The address of another list. */
  at(query: string, page: number): string;
  search(query: string, page: number): void;
}
