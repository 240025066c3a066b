import { drawing, size } from './drawing.ts';

/** How finely the edges are told: this many points across and down each pixel. */
const points = 8;

/** The drawing in pixels: red, green, blue and opacity of each, row by row from the top left. */
export function pixels(): Uint8Array {
  const bytes = new Uint8Array(size * size * 4);
  for (let index = 0; index < size * size; index++) {
    bytes.set(pixel(index % size, Math.floor(index / size)), index * 4);
  }
  return bytes;
}

function pixel(x: number, y: number): number[] {
  let sum = [0, 0, 0];
  let covered = 0;
  for (let point = 0; point < points * points; point++) {
    const across = x + ((point % points) + 0.5) / points;
    const down = y + (Math.floor(point / points) + 0.5) / points;
    const top = drawing.findLast(({ shape }) => shape([across, down]));
    if (!top) continue;
    const { colour, to = colour } = top;
    sum = sum.map((so, part) => so + mix(colour[part] ?? 0, to[part] ?? 0, down / size));
    covered++;
  }
  // Opacity stands beside the colour in a PNG, so the colour is that of the covered points alone.
  const colour = sum.map((part) => Math.round(part / (covered || 1)));
  return [...colour, Math.round((covered / points ** 2) * 255)];
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
