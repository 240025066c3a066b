/** `npm run icon`: draws icon.png, which the template carries, from icon.svg, which the playground shows. */

import { readFile, writeFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-js';

const svg = await readFile(new URL('icon.svg', import.meta.url), 'utf8');
await writeFile(new URL('icon.png', import.meta.url), new Resvg(svg).render().asPng());
