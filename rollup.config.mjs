import { container } from './build/container.ts';
import { gallery } from './build/gallery.ts';
import { tag } from './build/tag.ts';
import companion from './rollup.companion.mjs';

// In this order: the container packs the tag and the companion.
export default [tag, companion, container, ...gallery];
