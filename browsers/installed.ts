import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The browsers that tests run in, one for each engine that visitors use. */
export type BrowserName = 'Chromium' | 'Firefox' | 'WebKitGTK';

interface Where {
  /** The variable that names the executable. */
  variable: string;
  /** What may be installed, in words. */
  any: string;
  /** Commands on the search path. */
  commands: string[];
  /** Files elsewhere, by `process.platform`. */
  files: Partial<Record<NodeJS.Platform, string[]>>;
}

/** The folders that programs of Windows are installed to. */
const programs = (file: string) =>
  ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder ? [join(folder, file)] : [];
  });

const browsers: Record<BrowserName, Where> = {
  Chromium: {
    variable: 'CHROME_PATH',
    any: 'Chrome, Chromium or Edge',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
      'chrome',
    ],
    files: {
      darwin: [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ],
      win32: [
        ...programs('Google\\Chrome\\Application\\chrome.exe'),
        ...programs('Microsoft\\Edge\\Application\\msedge.exe'),
      ],
    },
  },
  Firefox: {
    variable: 'FIREFOX_PATH',
    any: 'Firefox',
    commands: ['firefox-esr', 'firefox'],
    files: {
      darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
      win32: programs('Mozilla Firefox\\firefox.exe'),
    },
  },
  // Its driver; the browser itself is below.
  WebKitGTK: {
    variable: 'WEBKIT_DRIVER_PATH',
    any: 'WebKitWebDriver with the MiniBrowser of WebKitGTK (and Xvfb, without a display)',
    commands: ['WebKitWebDriver'],
    files: {},
  },
};

/** The path of an installed browser, of WebKitGTK that of its driver: its variable, the usual places, the search path. */
export function find(name: BrowserName): string | undefined {
  const { variable, commands, files } = browsers[name];
  const found = [process.env[variable], ...(files[process.platform] ?? []), ...onSearchPath(commands)].find(
    (path) => path && existsSync(path),
  );
  return name === 'WebKitGTK' && !(findMiniBrowser() && hasDisplay()) ? undefined : found;
}

/** Says what to do where a browser is not found. */
export function missing(name: BrowserName): Error {
  const { variable, any } = browsers[name];
  return new Error(`No ${any} was found. Install one, or set ${variable} to its executable.`);
}

/** WebKitGTK's own small browser, which distributions keep apart from their commands; `WEBKIT_PATH` names another. */
export function findMiniBrowser(): string | undefined {
  const folders = ['/usr/lib', '/usr/lib64', '/usr/libexec', ...inside('/usr/lib')];
  const versions = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'];
  const files = versions.flatMap((version) => folders.map((folder) => join(folder, version, 'MiniBrowser')));
  return [process.env.WEBKIT_PATH, ...files].find((path) => path && existsSync(path));
}

/** What X display there is, or the server that makes one without a screen. */
function hasDisplay(): boolean {
  return Boolean(process.env.DISPLAY) || onSearchPath(['Xvfb']).some((path) => existsSync(path));
}

function onSearchPath(commands: string[]): string[] {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => commands.map((command) => join(folder, command)));
}

function inside(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}
