/**
 * How fast the form is there and takes what is typed, beside plain HTML inputs and the same form made with @lion/ui and Web Awesome: same fields, same
 * validation and words, built by what builds our own bundle, in one browser and one run. Each figure is a median over several page loads,
 * printed as milliseconds and as a multiple of plain HTML. Prints each target beside its figure, met or missed; fails nothing: a figure is the machine's too.
 *
 *   npm run bench:form [loads]
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { build, type Rolldown } from 'vite';
import { renderFallback } from '../../src/form/fallback.ts';
import { defaultLook } from '../../src/form/looks/default-further.ts';
import { enGB } from '../../src/standard/messages/en-GB.ts';
import { gb } from '../../src/standard/profiles/gb.ts';
import { chromiumArguments, findBrowser } from '../browsers/find-browser.ts';
import { bundledFrom } from '../../vite.bundle.ts';

const loads = Number(process.argv[2] ?? 7);
const slowdown = 4;

interface Contender {
  readonly name: string;
  /** The script, of test/bench/size; none for plain HTML. */
  readonly file?: string;
  readonly body: string;
}

const fallback = renderFallback({ profile: gb, messages: enGB });

const contenders: readonly Contender[] = [
  { name: 'plain HTML', body: fallback },
  { name: 'citizen-id-form, adopted', file: 'citizen-id-form.ts', body: `<citizen-id-form>${fallback}</citizen-id-form>` },
  { name: 'citizen-id-form, rendered', file: 'citizen-id-form.ts', body: '<citizen-id-form></citizen-id-form>' },
  { name: '@lion/ui', file: 'lion.ts', body: '' },
  { name: 'Web Awesome', file: 'web-awesome.ts', body: '' },
];

/** Chunks of every contender's script, by path. */
const files = new Map<string, Buffer>();

async function bundle(file: string): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['module', 'browser', 'production'] },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL(`./size/${file}`, import.meta.url)), formats: ['es'], fileName: 'form' },
      rolldownOptions: bundledFrom(`size/${file}`),
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  for (const item of output)
    if (item.type === 'chunk') files.set(`/${file}/${item.isEntry ? 'form.js' : item.fileName}`, gzipSync(item.code));
}

const page = ({
  file,
  body,
}: Contender): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title>
<style>${defaultLook}</style>${file ? `<script type="module" src="/${file}/form.js"></script>` : ''}</head>
<body><form action="/" method="post">${body}<button>Continue</button></form></body></html>`;

/** When the first input that can be seen is there, in frames; through shadow roots. */
const watchForInput = `(() => {
  const find = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === 'input' && element.getClientRects().length > 0) return element;
      const inside = element.shadowRoot && find(element.shadowRoot);
      if (inside) return inside;
    }
  };
  const look = () => {
    const input = document.body && find(document);
    // A component's input is usable once its script is there; a server's at once.
    if (input) window.seenAt = performance.now();
    else requestAnimationFrame(look);
  };
  look();
  window.findInput = () => find(document);
  window.longTasks = [];
  new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: 'longtask', buffered: true });
})()`;

interface Figures {
  readonly seen: number;
  readonly slowestKey: number;
  readonly longestTask: number;
  readonly slowNetwork: number;
}

async function open(browser: Browser, url: string, conditions: (session: CDPSession) => Promise<unknown>): Promise<Page> {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await conditions(session);
  await tab.addInitScript(watchForInput);
  await tab.goto(url);
  await tab.waitForFunction('window.seenAt !== undefined');
  return tab;
}

const seenAt = (tab: Page): Promise<number> => tab.evaluate('window.seenAt');

const throttled = (session: CDPSession) => session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });

/** As Chromium's own tools have it: 400 kbit/s, 400 ms. */
const slow3G = async (session: CDPSession) => {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
};

/** Milliseconds of the page's own thread for the slowest of twenty keys, drawing included: not of the clock, which others' work would be in. */
async function typeInto(tab: Page): Promise<number> {
  const session = await tab.context().newCDPSession(tab);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const used = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  await tab.evaluate('window.findInput().focus()');
  // What is fetched on focus is none of a key's.
  await tab.waitForTimeout(1_000);
  let slowest = 0;
  let before = await used();
  for (const key of 'Ada-Beatrice-Cecilie') {
    await tab.keyboard.press(key);
    await tab.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))');
    const now = await used();
    slowest = Math.max(slowest, now - before);
    before = now;
  }
  return slowest;
}

async function measure(browser: Browser, url: string): Promise<Figures> {
  const slow = await open(browser, url, throttled);
  const seen = await seenAt(slow);
  const slowestKey = await typeInto(slow);
  await slow.context().close();
  const usual = await open(browser, url, async () => undefined);
  await usual.waitForTimeout(300);
  const tasks = await usual.evaluate<readonly number[]>('window.longTasks');
  await usual.context().close();
  const far = await open(browser, url, slow3G);
  const slowNetwork = await seenAt(far);
  await far.context().close();
  return { seen, slowestKey, longestTask: Math.max(0, ...tasks), slowNetwork };
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

for (const file of new Set(contenders.flatMap((contender) => contender.file ?? []))) await bundle(file);
const server = createServer(({ url = '' }, response) => {
  const script = files.get(url);
  const contender = contenders[Number(url.slice(1))];
  if (script) response.writeHead(200, { 'content-type': 'text/javascript', 'content-encoding': 'gzip' }).end(script);
  else if (contender) response.writeHead(200, { 'content-type': 'text/html' }).end(page(contender));
  else response.writeHead(404).end();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
const executablePath = findBrowser('chromium');
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...chromiumArguments] });

/** One load of each after another, so that what else the machine does falls on all alike. */
const rounds: Figures[][] = [];
for (let round = 0; round <= loads; round += 1) {
  const figures: Figures[] = [];
  for (const place of contenders.keys()) figures.push(await measure(browser, `http://127.0.0.1:${port}/${place}`));
  // The first warms the browser.
  if (round > 0) rounds.push(figures);
}
await browser.close();
server.close();

const of = (place: number, figure: keyof Figures): number => median(rounds.map((figures) => figures[place]?.[figure] ?? 0));
/** The median of the ratios within each round. */
const ratio = (place: number, figure: keyof Figures): number =>
  median(rounds.map((figures) => (figures[place]?.[figure] ?? 0) / (figures[0]?.[figure] ?? 1)));
const cell = (place: number, figure: keyof Figures): string =>
  `${of(place, figure).toFixed(0).padStart(6)} ms ${ratio(place, figure).toFixed(2).padStart(5)}×`;

console.log(`medians of ${loads} loads; multiples of plain HTML within each round`);
console.log(`${''.padEnd(28)}input seen, CPU ÷ ${slowdown}  slowest key, CPU ÷ ${slowdown}  input seen, slow 3G   longest task`);
for (const [place, { name }] of contenders.entries()) {
  const cells = (['seen', 'slowestKey', 'slowNetwork'] as const).map((figure) => cell(place, figure).padEnd(22));
  console.log(`${name.padEnd(28)}${cells.join('')}${of(place, 'longestTask').toFixed(0).padStart(6)} ms`);
}

const targets: readonly (readonly [string, number, number])[] = [
  ['adopted, input seen', ratio(1, 'seen'), 1.15],
  ['rendered, input seen', ratio(2, 'seen'), 1.5],
  ['adopted, slow 3G', ratio(1, 'slowNetwork'), 1.2],
  ['adopted, slowest key', ratio(1, 'slowestKey'), 1.5],
  ['rendered, slowest key', ratio(2, 'slowestKey'), 1.5],
  ['adopted, longest task in ms', of(1, 'longestTask'), 50],
  ['rendered, longest task in ms', of(2, 'longestTask'), 50],
];
for (const [name, figure, most] of targets)
  console.log(`${name}: ${figure.toFixed(2)} of at most ${most}: ${figure <= most ? 'met' : 'missed'}`);
