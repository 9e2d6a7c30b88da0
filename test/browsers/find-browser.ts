/**
 * Finds the browsers that the tests drive, and with `--install` fetches the missing ones: by apt as root on Debian,
 * else by playwright. Not a test.
 *
 *   tsx test/browsers/find-browser.ts --install chromium
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium as playwrightChromium, firefox as playwrightFirefox } from 'playwright';

export type BrowserKind = 'chromium' | 'firefox' | 'webkitgtk';

interface Whereabouts {
  readonly variable: string;
  readonly commands: readonly string[];
  readonly usualPlaces: readonly string[];
  /** Commands without which it cannot be driven. */
  readonly needs?: readonly string[];
  /** Told by `--version`; an older one cannot be driven. */
  readonly leastVersion?: number;
  readonly debianPackages: readonly string[];
  /** Where playwright keeps a build of its own, if it has one that we can drive. */
  readonly playwrightPath?: () => string;
}

const whereabouts: Record<BrowserKind, Whereabouts> = {
  chromium: {
    variable: 'CHROME_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable'],
    usualPlaces: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:/Program Files/Google/Chrome/Application/chrome.exe',
      'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
    ],
    debianPackages: ['chromium'],
    playwrightPath: () => playwrightChromium.executablePath(),
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    usualPlaces: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    // Playwright asks for `network.addDataCollector`, which came with it.
    leastVersion: 143,
    debianPackages: ['firefox-esr'],
    playwrightPath: () => playwrightFirefox.executablePath(),
  },
  // WebKit as Debian builds it: the browser itself, to be driven by WebKitWebDriver on a virtual screen (webkitgtk.ts).
  webkitgtk: {
    variable: 'WEBKIT_MINIBROWSER',
    commands: [],
    usualPlaces: ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`),
    needs: ['WebKitWebDriver', 'xvfb-run'],
    debianPackages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
  },
};

/** What Chromium needs to run as root, in a container, and without calling home. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/** The browser's executable, or undefined. Throws when the environment names one that cannot be run or driven. */
export function findBrowser(kind: BrowserKind): string | undefined {
  const { variable, commands, usualPlaces, needs = [], leastVersion = 0, playwrightPath } = whereabouts[kind];
  if (!needs.every((command) => onPath(command).some(isExecutable))) return undefined;
  const named = process.env[variable];
  if (named) {
    if (!isExecutable(named)) throw new Error(`${variable} names something that cannot be run`);
    if (!isRecent(named, leastVersion)) throw new Error(`${variable} names a version before ${leastVersion}`);
    return named;
  }
  return [...commands.flatMap(onPath), ...usualPlaces, playwrightPath && safely(playwrightPath)].find(
    (file) => file !== undefined && isExecutable(file) && isRecent(file, leastVersion),
  );
}

/** Whether it says so itself, as `Mozilla Firefox 153.7.0esr`. */
function isRecent(file: string, leastVersion: number): boolean {
  if (leastVersion === 0) return true;
  const words = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 30_000 }).stdout;
  return Number(/\d+/.exec(words ?? '')?.[0] ?? 0) >= leastVersion;
}

/** Where a command may be. */
function onPath(command: string): readonly string[] {
  return (process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, command));
}

/** All in one go where apt knows them all: by lists of today, as those of an old image bring an old browser, or none. */
function installBrowsers(kinds: readonly BrowserKind[]): void {
  if (kinds.length === 0) return;
  if (isDebianRoot()) {
    apt('update');
    if (aptInstall(kinds)) return;
  }
  for (const kind of kinds) installBrowser(kind);
}

function installBrowser(kind: BrowserKind): void {
  if (isDebianRoot() && aptInstall([kind])) return;
  if (whereabouts[kind].playwrightPath === undefined) return;
  const playwrightCommand = fileURLToPath(new URL('../../node_modules/playwright/cli.js', import.meta.url));
  const what = kind === 'chromium' ? 'chromium-headless-shell' : kind;
  spawnSync(process.execPath, [playwrightCommand, 'install', what], { stdio: 'inherit', timeout: 300_000 });
}

const aptInstall = (kinds: readonly BrowserKind[]) =>
  apt('install', '-y', '--no-install-recommends', ...kinds.flatMap((kind) => whereabouts[kind].debianPackages));

function apt(...words: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...words], { stdio: 'inherit', env }).status === 0;
}

function isDebianRoot(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  return /debian|ubuntu/i.test(readFileSync('/etc/os-release', 'utf8'));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Playwright throws on platforms it has no build for; that is only "not found" here. */
function safely(find: () => string): string | undefined {
  try {
    return find();
  } catch {
    return undefined;
  }
}

function main(words: readonly string[]): void {
  const kinds = (Object.keys(whereabouts) as BrowserKind[]).filter((kind) => words.includes(kind));
  const wanted = kinds.length > 0 ? kinds : (['chromium'] as const);
  if (words.includes('--install')) installBrowsers(wanted.filter((kind) => !findBrowser(kind)));
  for (const kind of wanted) {
    const found = findBrowser(kind);
    const { variable, leastVersion } = whereabouts[kind];
    const least = leastVersion === undefined ? '' : ` in version ${leastVersion} or later`;
    console.log(`${kind}: ${found ?? `not found${least}; set ${variable}`}`);
    if (!found && kind === 'chromium') process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
