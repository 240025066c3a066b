/** WebKitGTK's small browser, driven by WebKitWebDriver. It is on Linux only, and has no headless mode. */

import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';
import { guarded } from './guarded.ts';
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
  const port = await freePort();
  const driver = await startProgram(path, [`--port=${port}`], display);
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
        await driver.close();
      },
    };
  } catch (error) {
    await driver.close();
    throw error;
  }
}

/** An X server without a screen, which finds a free display by itself. */
async function startScreen(): Promise<{ display: string; close: () => Promise<void> }> {
  const options = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const server = await startProgram('Xvfb', options);
  const output = server.process.stdio[3] as Readable;
  const number = await new Promise<string>((resolve, reject) => {
    output.once('data', (data) => resolve(String(data).trim()));
    output.once('end', () => reject(new Error('Xvfb ended before it had a display.')));
  });
  return { display: `:${number}`, close: server.close };
}

interface Program {
  process: ChildProcess;
  alive: () => boolean;
  /** Ends it, and all that it started. */
  close: () => Promise<void>;
}

/** Starts a program that keeps whatever it keeps in a folder of its own. */
async function startProgram(program: string, args: string[], display?: string): Promise<Program> {
  const { path, env, folder } = await guarded(program);
  const names = ['HOME', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_RUNTIME_DIR'];
  const shell = spawn(path, args, {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    env: { ...env, ...Object.fromEntries(names.map((name) => [name, folder])), DISPLAY: display },
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
