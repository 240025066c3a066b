/** The brand icon: a magnifier that has found the goal. On a grid of 96, later shapes over earlier ones. */

import { capsule, circle, polygon, roundedSquare, type Shape } from './shapes.ts';

export const size = 96;

type Colour = [red: number, green: number, blue: number];

const white: Colour = [255, 255, 255];
const lens: Colour = [234, 241, 255];
const night: Colour = [18, 58, 150];
const day: Colour = [30, 96, 224];
const flag: Colour = [240, 82, 45];

/** `to`: the colour at the bottom, where it changes downwards. */
export const drawing: { shape: Shape; colour: Colour; to?: Colour }[] = [
  { shape: roundedSquare(size, 20), colour: day, to: night },
  { shape: capsule([60, 60], [78, 78], 6), colour: white },
  { shape: circle([42, 42], 29), colour: white },
  { shape: circle([42, 42], 22.5), colour: lens },
  { shape: capsule([35, 29], [35, 57], 2.2), colour: night },
  {
    shape: polygon([
      [37, 28],
      [57, 28],
      [52, 35.5],
      [57, 43],
      [37, 43],
    ]),
    colour: flag,
  },
];
