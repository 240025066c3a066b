import { command } from './build/command.ts';
import { companion } from './build/companion.ts';
import { container } from './build/container.ts';
import { gallery } from './build/gallery.ts';
import { playground } from './build/playground.ts';
import { tag } from './build/tag.ts';

// In this order: the container and the playground pack the tag and the companion.
export default [tag, companion, container, ...gallery, command, playground];
