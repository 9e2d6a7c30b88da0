/**
 * How fast the form is there and takes what is typed, beside plain HTML inputs and the same form made with @lion/ui and Web Awesome: same
 * fields, same validation and words, built by what builds our own bundle, in one browser. The pages take turns, so that whatever else the
 * machine does falls on all alike, another first in each turn, and each load is set beside the load of plain HTML in its own turn: printed are
 * the median of those multiples, with the interval in which it lies, and of the milliseconds. Prints each target beside its figure, met or
 * missed; fails nothing: a figure is the machine's too.
 *
 *   npm run bench:form -- [loads] [--only load,full-speed,typing,network] [--no-peers] [--beside another-checkout]
 */
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { chromiumArguments, findBrowser } from '../browsers/find-browser.ts';
import { measureLoad, measureSlowNetwork, measureTyping } from './form/loads.ts';
import { element, elementOf, peers, plain, plainInLook, servePages, type Contender } from './form/pages.ts';
import { spreadOf, type Spread } from './form/spread.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: 'load,full-speed,typing,network' },
    peers: { type: 'boolean', default: true },
    beside: { type: 'string' },
  },
  allowNegative: true,
});
const loads = Number(positionals[0] ?? 30);
const slowdown = 4;

const contenders = [
  plain,
  ...element,
  ...(options.beside === undefined ? [] : await elementOf(options.beside)),
  plainInLook,
  ...(options.peers ? peers : []),
];

type Figures = Readonly<Record<string, number>>;
type Measure = (address: string) => Promise<Figures>;

const { server, addressOf } = await servePages(contenders);
const executablePath = findBrowser('chromium');
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...chromiumArguments] });

const measures: Readonly<Record<string, Measure>> = {
  load: async (address) => ({ ...(await measureLoad(browser, address, slowdown)) }),
  'full-speed': async (address) => {
    const { seenWork, longestTask } = await measureLoad(browser, address, 1);
    return { seenWorkAtFullSpeed: seenWork, longestTaskAtFullSpeed: longestTask };
  },
  typing: async (address) => {
    const keys = await measureTyping(browser, address, slowdown);
    return { slowestKey: Math.max(...keys), usualKey: spreadOf(keys).median };
  },
  network: async (address) => ({ slowNetwork: await measureSlowNetwork(browser, address) }),
};

const columns: Readonly<Record<string, string>> = {
  seen: `input seen, CPU ÷ ${slowdown}`,
  seenWork: 'of that, CPU',
  wholeWork: 'CPU at rest',
  longestTask: `longest task, ÷ ${slowdown}`,
  seenWorkAtFullSpeed: 'CPU until seen, ÷ 1',
  longestTaskAtFullSpeed: 'longest task, ÷ 1',
  slowestKey: `slowest key, ÷ ${slowdown}`,
  usualKey: `usual key, ÷ ${slowdown}`,
  slowNetwork: 'input seen, slow 3G',
};

const rounds: (readonly Figures[])[] = [];
for (let round = 0; round <= loads; round += 1) {
  const figures: Figures[] = [];
  for (const turn of contenders.keys()) {
    const place = (turn + round) % contenders.length;
    figures[place] = await measureAll(contenders[place] ?? plain);
  }
  // The first warms the browser.
  if (round > 0) rounds.push(figures);
}
await browser.close();
server.close();

async function measureAll(contender: Contender): Promise<Figures> {
  let all: Figures = {};
  for (const name of options.only.split(',')) all = { ...all, ...(await measures[name]?.(addressOf(contender))) };
  return all;
}

/** Milliseconds of every round. */
const times = (place: number, figure: string) => rounds.map((figures) => figures[place]?.[figure] ?? NaN);
/** Multiples of plain HTML within each round. */
const multiples = (place: number, figure: string) => {
  const ofPlain = times(0, figure);
  return times(place, figure).map((time, round) => time / (ofPlain[round] ?? NaN));
};

const measured = Object.keys(columns).filter((figure) => rounds[0]?.[0]?.[figure] !== undefined);
console.log(
  `${loads} loads of each, in turn: median ms, median multiple of plain HTML in the same turn (where that median lies, 95 %)`,
);
console.log(''.padEnd(28) + measured.map((figure) => (columns[figure] ?? '').padEnd(29)).join(''));
for (const [place, { name }] of contenders.entries()) {
  const cells = measured.map((figure) => {
    const { median, lower, upper } = spreadOf(multiples(place, figure));
    const time = spreadOf(times(place, figure)).median.toFixed(0).padStart(5);
    return `${time} ${median.toFixed(2)}× (${lower.toFixed(2)}–${upper.toFixed(2)})`.padEnd(29);
  });
  console.log(name.padEnd(28) + cells.join(''));
}

const multiple = (place: number, figure: string) => spreadOf(multiples(place, figure));
const targets: readonly (readonly [string, Spread, number])[] = [
  ['adopted, input seen', multiple(1, 'seen'), 1.15],
  ['rendered, input seen', multiple(2, 'seen'), 1.5],
  ['adopted, slow 3G', multiple(1, 'slowNetwork'), 1.2],
  ['adopted, slowest key', multiple(1, 'slowestKey'), 1.5],
  ['rendered, slowest key', multiple(2, 'slowestKey'), 1.5],
  ['adopted, longest task in ms', spreadOf(times(1, 'longestTaskAtFullSpeed')), 50],
  ['rendered, longest task in ms', spreadOf(times(2, 'longestTaskAtFullSpeed')), 50],
];
for (const [name, { median, lower, upper }, most] of targets)
  if (!Number.isNaN(median))
    console.log(
      `${name}: ${median.toFixed(2)} (${lower.toFixed(2)}–${upper.toFixed(2)}) of at most ${most}: ${median <= most ? 'met' : 'missed'}`,
    );
