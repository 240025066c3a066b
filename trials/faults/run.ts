/** `npm run faults -- --events 10000 --navigations 50 [--hang]`: prints a table; exit status 1 if an event was lost, doubled or late. */
import { parseArgs } from 'node:util';
import { startBrowser } from '../../browsers/chromium.ts';
import { buildCompanion } from '../../test/companion/build.ts';
import { faults, hanging } from './faults.ts';
import { runTrial } from './trial.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      events: { type: 'string', default: '10000' },
      navigations: { type: 'string', default: '50' },
      hang: { type: 'boolean', default: false },
    },
  });
  const [events, navigations] = [Number(values.events), Number(values.navigations)];
  console.log(
    `${events} events on ${navigations} pages; the companion sends at most 16 a second: ${Math.ceil(events / 960)} minutes or more`,
  );
  const browser = await startBrowser();
  const result = await runTrial({
    companion: await buildCompanion(),
    browser,
    events,
    navigations,
    faults: values.hang ? [...faults, ...hanging] : faults,
    progress: (line) => console.log(line),
  });
  await browser.close();
  console.log('\nfault                          pages  events  requests');
  for (const name of new Set(result.pages.map(({ fault }) => fault))) {
    const pages = result.pages.filter(({ fault }) => fault === name);
    const sum = (key: 'handedOver' | 'requests') => pages.reduce((total, page) => total + page[key], 0);
    console.log(
      `${name.padEnd(30)} ${String(pages.length).padStart(5)} ${String(sum('handedOver')).padStart(7)} ${String(sum('requests')).padStart(9)}`,
    );
  }
  const { lost, doubled, late, pages: _pages, ...rest } = result;
  console.log(`\n${JSON.stringify(rest)}`);
  for (const [name, list] of Object.entries({ lost, doubled, late })) {
    console.log(`${name}: ${list.length}${list.length ? ` (${list.slice(0, 30).join(', ')})` : ''}`);
  }
  if (lost.length + doubled.length + late.length > 0) process.exitCode = 1;
}

await main();
