import { spawn } from 'node:child_process';

/** What opens an address in the browser that somebody uses, by `process.platform`; all others are as Linux. */
const commands: { [platform: string]: string[] } = {
  darwin: ['open'],
  // start takes what stands in quotes first for a window's title: an empty one.
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens an address in the browser. Where that does not work, nothing happens: the address is printed anyway. */
export function openInBrowser(url: string): void {
  const [command = '', ...words] = commands[process.platform] ?? ['xdg-open'];
  const opened = spawn(command, [...words, url], { stdio: 'ignore', detached: true });
  opened.on('error', () => {});
  opened.unref();
}
