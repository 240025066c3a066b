const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39] } as const;

export type Colour = keyof typeof codes;

/** Coloured where somebody looks at a terminal and has not said no (https://no-color.org). */
export function colour(name: Colour, text: string): string {
  if (!process.stdout.isTTY || process.env.NO_COLOR) return text;
  const [on, off] = codes[name];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}
