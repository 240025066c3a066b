/** What the tag writes into cookies. */

import {
  olderSessionCookie,
  sessionAge,
  sessionCookie,
  visitorAge,
  visitorCookie,
} from '../../src/catalogue/identity.ts';
import { countedGoalsCookie } from '../../src/catalogue/sitecore.ts';
import { code, table } from './markdown.ts';

export function cookieTable(): string {
  return table(
    ['Cookie', 'Holds', 'Written when', 'Lives'],
    [
      [
        code(sessionCookie),
        `the session ID: 25 random letters and digits`,
        'a SearchStax event is sent, cookies may be used, and neither it nor the older ' +
          `${code(olderSessionCookie)} is there`,
        duration(sessionAge),
      ],
      [
        code(visitorCookie),
        'the visitor ID: a random UUID',
        'a SearchStax event is sent, cookies may be used, and it is not there',
        duration(visitorAge),
      ],
      [
        code(countedGoalsCookie),
        'the goals that were counted, by the name or ID typed into the tag',
        '**A goal counts** is **Once a session**, a goal is sent, and cookies may be used',
        'until the browser is closed',
      ],
    ],
  );
}

const units: [name: string, seconds: number][] = [
  ['day', 86400],
  ['hour', 3600],
];

function duration(seconds: number): string {
  const [name, size] = units.find(([, size]) => seconds % size === 0) ?? ['second', 1];
  const count = seconds / size;
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
