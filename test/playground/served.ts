import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { type Receiver, startReceiver } from '../../src/receiver/index.ts';
import { servePlayground } from '../../start/serve.ts';

/** The playground as `npm start` serves it. */
export function startPlayground(): Promise<Receiver> {
  return startReceiver({ control: true, pages: servePlayground });
}

const types: { [extension: string]: string } = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  json: 'application/json',
};

/** dist/playground on a host that knows nothing but files, in a folder of it. */
export async function startStaticHost(): Promise<{ server: Server; url: string }> {
  const folder = new URL('../../dist/playground/', import.meta.url);
  const server = createServer(async (request, response) => {
    const file = /^\/demo\/([\w.-]*)(\?|$)/.exec(request.url ?? '')?.[1];
    const content =
      file === undefined ? null : await readFile(new URL(file || 'index.html', folder)).catch(() => null);
    if (!content) return response.writeHead(404).end();
    const extension = (file || 'index.html').split('.').at(-1) ?? '';
    response.writeHead(200, { 'content-type': types[extension] ?? 'text/plain' }).end(content);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/demo/` };
}

export interface Opened {
  page: Page;
  /** What the browser complained about: errors in the console, in scripts, against the page's policy. */
  complaints: string[];
}

/** Opens the playground and waits until it can be used. */
export async function open(browser: Browser, url: string, settings = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, ...settings });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(url);
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  return { page, complaints };
}

/** Each test has a visitor of its own; this lets them go. */
export async function closePages(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}

/** Searches the shop as a visitor does. */
export async function search(page: Page, query: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search the shop' }).fill(query);
  await page.keyboard.press('Enter');
}

/** The newest row for an event. */
export function row(page: Page, event: string) {
  return page.locator('.entry', { has: page.locator('.entry-title', { hasText: event }) }).first();
}

/** Switches; without the companion the page is loaded anew. */
export async function choose(page: Page, what: string, choice: string): Promise<void> {
  const loaded = what === 'Companion' && choice === 'Off' ? page.waitForEvent('load') : undefined;
  const radio = page
    .getByRole('radiogroup', { name: what })
    .getByRole('radio', { name: choice, exact: true });
  await radio.click();
  await loaded;
  await radio.and(page.locator(':checked')).waitFor();
}
