import { companion } from './build/companion.ts';
import { container } from './build/container.ts';
import { gallery } from './build/gallery.ts';
import { playground } from './build/playground.ts';
import { searchPage } from './build/search-page.ts';
import { tag } from './build/tag.ts';

// In this order: the container and the playground pack the tag, the companion and the search page reader.
export default [tag, companion, searchPage, container, ...gallery, playground];
