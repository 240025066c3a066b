/** The shop's Smart Answers: what its search has to say when it is asked a question. */

export interface SmartAnswer {
  answer: string;
  sources: { title: string; href: string }[];
}

const rows: { words: RegExp; smart: SmartAnswer }[] = [
  {
    words: /return|send back|refund/i,
    smart: {
      answer: 'You can return shoes free of charge within 30 days, also from abroad. Wear them indoors only.',
      sources: [
        { title: 'Returns and refunds', href: 'https://www.example.com/help/returns' },
        { title: 'Terms', href: 'https://www.example.com/terms' },
      ],
    },
  },
  {
    words: /size|fit/i,
    smart: {
      answer: 'Measure your foot in the evening and add 5 mm. Between two sizes, take the larger.',
      sources: [{ title: 'Size guide', href: 'https://www.example.com/help/sizes' }],
    },
  },
];

/** @returns undefined for what is no question, and for questions that nobody has an answer to */
export function smartAnswer(query: string): SmartAnswer | undefined {
  if (!isQuestion(query)) return undefined;
  return rows.find(({ words }) => words.test(query))?.smart;
}

function isQuestion(query: string): boolean {
  return /\?\s*$|^(how|can|what|which|when|where|do|does|is)\b/i.test(query.trim());
}
