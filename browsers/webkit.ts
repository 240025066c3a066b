/** WebKitGTK's small browser, driven by WebKitWebDriver. It is on Linux only, and has no headless mode. */

import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { findMiniBrowser, missing } from './installed.ts';
import type { Profile, RunningBrowser } from './page.ts';
import { pageOf } from './page.ts';
import { openSession, whenReady } from './webdriver.ts';

export async function startWebKit(driver: string): Promise<RunningBrowser> {
  const screen = process.env.DISPLAY ? undefined : await startScreen();
  const display = screen?.display ?? (process.env.DISPLAY as string);
  return {
    newProfile: () => startProfile(driver, display),
    close: async () => screen?.close(),
  };
}

/** A profile is a session, and a session a driver: nothing is left of one that crashed. */
async function startProfile(path: string, display: string): Promise<Profile> {
  const binary = findMiniBrowser();
  if (!binary) throw missing('WebKitGTK');
  const home = await mkdtemp(join(tmpdir(), 'webkit-'));
  const port = await freePort();
  const driver = startGroup(path, [`--port=${port}`], {
    HOME: home,
    XDG_CACHE_HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    XDG_RUNTIME_DIR: home,
    DISPLAY: display,
  });
  const end = async () => {
    await driver.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const address = `http://127.0.0.1:${port}`;
    await whenReady(address, driver.alive);
    const session = await openSession(address, {
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    });
    return {
      newPage: async () => pageOf(await session.newTab()),
      async close() {
        await session.close().catch(() => undefined);
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** An X server without a screen, which finds a free display by itself. */
async function startScreen(): Promise<{ display: string; close: () => Promise<void> }> {
  const server = startGroup('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
  const output = server.process.stdio[3] as Readable;
  const number = await new Promise<string>((resolve, reject) => {
    output.once('data', (data) => resolve(String(data).trim()));
    output.once('end', () => reject(new Error('Xvfb ended before it had a display.')));
  });
  return { display: `:${number}`, close: server.close };
}

interface Group {
  process: ChildProcess;
  alive: () => boolean;
  /** Ends the program and all that it started. */
  close: () => Promise<void>;
}

/** Starts a program in a process group that ends with it, and with us, however we end: then its input is closed. */
function startGroup(program: string, args: string[], variables: NodeJS.ProcessEnv = {}): Group {
  const script = '("$@" </dev/null; kill -KILL 0) & read -r _; kill -KILL 0';
  const shell = spawn('/bin/sh', ['-c', script, 'sh', program, ...args], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...variables },
  });
  const ended = new Promise<void>((resolve) => {
    shell.once('exit', () => resolve());
    shell.once('error', () => resolve());
  });
  return {
    process: shell,
    alive: () => shell.exitCode === null && shell.signalCode === null,
    close: async () => {
      shell.stdin?.end();
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
