import { styleText } from 'node:util';

/** Coloured where somebody looks at a terminal and has not said no (https://no-color.org). */
export function colour(name: 'bold' | 'dim' | 'red' | 'green', text: string): string {
  return process.stdout.isTTY && !process.env.NO_COLOR ? styleText(name, text) : text;
}
