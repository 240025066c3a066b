/** `npm run bench -- [--json FILE] [--no-browser]`: what the tag, the companion and the receiver cost, as tables and as JSON. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { startBrowser } from '../../browsers/chromium.ts';
import { readTemplate } from '../../src/sandbox/index.ts';
import { type CommandStart, measureCommandStart } from './command-start.ts';
import { type CompanionCost, measureCompanion } from './companion-cost.ts';
import { weigh } from './page-weight.ts';
import { measureReader, type ReaderCost } from './reader-cost.ts';
import { measureReceiver } from './receiver-rate.ts';
import { table } from './table.ts';
import { countFirings, measureTag } from './tag-cost.ts';

const companionFile = 'dist/companion.js';
const readerFile = 'dist/search-page.js';
const commandFile = 'dist/gtm-template.mjs';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      'no-browser': { type: 'boolean', default: false },
      template: { type: 'string', default: 'dist/template.tpl' },
    },
  });
  const template = readTemplate(readFileSync(values.template, 'utf8'), values.template);
  const least = readTemplate(readFileSync('trials/bench/least.tpl', 'utf8'), 'trials/bench/least.tpl');
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, ${process.platform}`;
  console.log(`${machine}\n`);

  const tag = await measureTag(template, least);
  console.log('One search through the stand-in, beside the least template that could send it\n');
  console.log(
    table(
      [
        'impressions',
        'tag ms',
        'least ms',
        'ratio',
        'operations',
        'of the least',
        'statements',
        'calls',
        'of them APIs',
      ],
      tag.map(({ impressions, tag: own, least: other, ratio, steps, leastSteps }) => [
        impressions,
        own.toFixed(2),
        other.toFixed(2),
        ratio.toFixed(1),
        steps.operations,
        leastSteps.operations,
        steps.statements,
        steps.calls,
        steps.apiCalls,
      ]),
    ),
  );
  const firings = countFirings(template);
  console.log('\nOther firings\n');
  console.log(
    table(
      ['firing', 'operations', 'statements', 'calls', 'of them APIs'],
      firings.map(({ firing, steps }) => [
        firing,
        steps.operations,
        steps.statements,
        steps.calls,
        steps.apiCalls,
      ]),
    ),
  );
  for (const { impressions, steps } of tag.filter((cost) => cost.impressions >= 100)) {
    const most = steps.byFunction.slice(0, 6).map(([name, count]) => `${name} ${count}`);
    console.log(`\nWhere ${impressions} impressions spend their operations: ${most.join(', ')}`);
  }

  const weight = weigh(template);
  console.log('\nWhat a page carries\n');
  console.log(
    table(
      ['', 'bytes', 'gzip'],
      [
        ["the tag's code", weight.code, weight.codeGzip],
        ["the tag's code without comments and indentation", weight.codeBare, ''],
        ['what GTM makes of it, estimated', weight.compiled, weight.compiledGzip],
      ],
    ),
  );
  console.log(
    `\nRequests: one for each event, none at page load. URL of a search: ${weight.urls
      .map(({ impressions, characters }) => `${characters} characters with ${impressions} impressions`)
      .join(', ')}.\nSearchStax's documented snippet: its size is unknown.`,
  );

  let companion: CompanionCost | undefined;
  if (!values['no-browser'] && existsSync(companionFile)) {
    const browser = await startBrowser();
    companion = await measureCompanion(browser, readFileSync(companionFile, 'utf8'));
    const version = browser.version();
    await browser.close();
    const ms = (time: number) => `${time.toFixed(1)} ms`;
    console.log(`\nThe companion in Chromium ${version}\n`);
    console.log(
      table(
        ['', 'value'],
        [
          ['bytes', companion.bytes],
          ['gzip', companion.gzip],
          ['evaluation', ms(companion.evaluation)],
          ['1,000 deliveries', ms(companion.thousandDeliveries)],
          ['longest delivery', ms(companion.longestDelivery)],
          ['longest block while sending', ms(companion.longestBlock)],
          ['longest block without the companion', ms(companion.longestBlockWithout)],
        ],
      ),
    );
  } else
    console.log(
      `\nThe companion was not measured: ${values['no-browser'] ? 'no browser' : `no ${companionFile}`}.`,
    );

  let reader: ReaderCost | undefined;
  if (!values['no-browser'] && existsSync(readerFile)) {
    const browser = await startBrowser();
    reader = await measureReader(browser, readFileSync(readerFile, 'utf8'));
    await browser.close();
    const ms = (time: number) => `${time.toFixed(1)} ms`;
    console.log(
      '\nThe search page reader, on a page that changes 1,000 times a second: more work a second\n',
    );
    console.log(
      table(
        ['changes', 'value'],
        [
          ['in the results', ms(reader.inside)],
          ['beside them', ms(reader.beside)],
          ['on another page', ms(reader.elsewhere)],
        ],
      ),
    );
  }

  const receiver = await measureReceiver();
  console.log(
    `\nThe receiver: ${Math.round(receiver)} events a second over loopback, client in the same process`,
  );

  let commandStart: CommandStart | undefined;
  if (existsSync(commandFile)) {
    commandStart = measureCommandStart(commandFile);
    const { command, node, ratio } = commandStart;
    console.log(
      `\nThe command for authors starts and ends in ${Math.round(command)} ms, Node alone in ${Math.round(node)}: ${ratio.toFixed(1)} times as long`,
    );
  }
  if (values.json) {
    writeFileSync(
      values.json,
      `${JSON.stringify({ machine, tag, firings, weight, companion, reader, receiver, commandStart }, null, 2)}
`,
    );
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
