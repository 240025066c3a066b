/** The log for people: one table, no script, nothing loaded from anywhere. */

import { createHash } from 'node:crypto';
import type { Received } from './log.ts';

const style = `
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem; }
table { border-collapse: collapse; }
caption { text-align: left; padding: 0 0 1rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #8885; }
td { font-variant-numeric: tabular-nums; }
td:nth-child(n + 4) { overflow-wrap: anywhere; }
td:first-child { white-space: nowrap; }
.sent { font-family: ui-monospace, monospace; font-size: 13px; max-width: 60rem; }
.good { color: light-dark(#0a6b2d, #6bd68f); }
.bad { color: light-dark(#a3141c, #ff9a9a); }
`;

const hash = createHash('sha256').update(style).digest('base64');

/** Nothing may run or load; only the page's own style applies. */
export const logPageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** How many rows a browser gets to show. */
const shown = 1000;

/** @param entries what was received, oldest first; the newest are shown, on top */
export function logPage(entries: Received[]): string {
  const newest = entries.slice(-shown).reverse();
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Received</title>
<link rel="icon" href="data:,">
<style>${style}</style>
<table>
<caption>${caption(entries.length)}</caption>
<thead><tr><th>Time<th>Destination<th>Method<th>Sent<th>Answer</tr></thead>
<tbody>
${newest.map(row).join('\n')}
</tbody>
</table>
</html>
`;
}

function caption(count: number): string {
  const which = count > shown ? `, of which these are the last ${shown}` : '';
  return `${count} received${which}, the newest on top. Reload to see more.`;
}

function row(entry: Received): string {
  const sent = entry.event === undefined ? entry.url : JSON.stringify(entry.event);
  const isGood = entry.verdict === 'accepted' || entry.verdict === 'counted';
  const answer = `${entry.status || 'no answer'} ${entry.verdict}${entry.reason ? `: ${entry.reason}` : ''}`;
  return [
    `<tr><td>${entry.time.slice(11, 23)}<td>${entry.destination}<td>${escapeHtml(entry.method)}`,
    `<td class="sent">${escapeHtml(sent)}<td class="${isGood ? 'good' : 'bad'}">${escapeHtml(answer)}</tr>`,
  ].join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
