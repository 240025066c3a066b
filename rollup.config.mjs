import { command } from './build/command.ts';
import { companion } from './build/companion.ts';
import { container } from './build/container.ts';
import { gallery } from './build/gallery.ts';
import { picker } from './build/picker.ts';
import { playground } from './build/playground.ts';
import { searchPage } from './build/search-page.ts';
import { searchPageTag } from './build/search-page-tag.ts';
import { tag } from './build/tag.ts';

// In this order: the container and the playground pack what comes before them.
export default [
  tag,
  searchPageTag,
  companion,
  searchPage,
  container,
  picker,
  ...gallery,
  command,
  playground,
];
