/** `npm run icon`: draws icon.png. The picture is kept, since Node's versions do not compress alike. */

import { writeFile } from 'node:fs/promises';
import { size } from './drawing.ts';
import { pixels } from './pixels.ts';
import { toPng } from './png.ts';

await writeFile(new URL('icon.png', import.meta.url), toPng(pixels(), size, size));
