/**
 * One load of a page in Chromium, and what it took: milliseconds of the clock, which is what somebody waits, and of the page's own thread,
 * which the machine's other work does not come into. From the browser's own trace.
 */
import type { Browser, CDPSession, Page } from 'playwright';

/** Milliseconds, all of them. */
export interface Load {
  /** From the beginning of the navigation until the page has done its part of the first frame with an input in it, and the browser shows it. */
  readonly seen: number;
  /** Of that, what the page's thread has worked. */
  readonly seenWork: number;
  /** All that it has worked once the page has come to rest. */
  readonly wholeWork: number;
  /** The longest that it worked at a stretch, in which no key is answered. */
  readonly longestTask: number;
}

/** What an event of the trace says, as far as it is needed: times in microseconds, `tts` and `tdur` by the thread's own clock. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tts?: number;
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly documentLoaderURL?: string } };
}

/**
 * Marks the frame that has the first input in it, through shadow roots. What of the page's work comes behind that frame nobody waits
 * for who looks; a message that says "seen" would: it takes its turn behind a script that is ready to run by then.
 */
const watchForInput = `(() => {
  const find = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === 'input' && element.getClientRects().length > 0) return element;
      const inside = element.shadowRoot && find(element.shadowRoot);
      if (inside) return inside;
    }
  };
  window.findInput = () => find(document);
  window.seen = new Promise((resolve) => {
    const look = () => {
      if (!document.body || !find(document)) requestAnimationFrame(look);
      else resolve(performance.mark('input-in-frame').startTime);
    };
    requestAnimationFrame(look);
  });
})()`;

/** When the page's script has done what it does unasked. */
const atRest = `(async () => {
  await window.seen;
  await document.querySelector('citizen-id-form')?.updateComplete;
  await new Promise((resolve) => setTimeout(resolve, 300));
})()`;

/** A tab of its own with nothing in the cache, under these conditions. */
async function openTab(browser: Browser, conditions: (session: CDPSession) => Promise<unknown>): Promise<Page> {
  const tab = await (await browser.newContext()).newPage();
  await conditions(await tab.context().newCDPSession(tab));
  await tab.addInitScript(watchForInput);
  return tab;
}

const slowedDown = (slowdown: number) => (session: CDPSession) =>
  session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });

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

/** One load with a processor that many times slower. */
export async function measureLoad(browser: Browser, address: string, slowdown: number): Promise<Load> {
  const tab = await openTab(browser, slowedDown(slowdown));
  await browser.startTracing(tab, { categories: ['toplevel', 'blink.user_timing'] });
  await tab.goto(address);
  await tab.evaluate(atRest);
  const trace = await browser.stopTracing();
  await tab.context().close();
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  return loadIn(traceEvents, address);
}

function loadIn(events: readonly TraceEvent[], address: string): Load {
  const mark = events.find(({ name }) => name === 'input-in-frame');
  const ofPage = events.filter(({ pid, tid }) => pid === mark?.pid && tid === mark.tid);
  // An empty page has come first.
  const start =
    ofPage.find(({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL === address)?.ts ?? NaN;
  const tasks = ofPage.filter(({ name, ts }) => name.endsWith('RunTask') && ts >= start);
  const frame = tasks.find(({ ts, dur = 0 }) => mark && ts <= mark.ts && mark.ts <= ts + dur);
  const first = Math.min(...tasks.map(({ tts = Infinity }) => tts));
  const durations = tasks.map(({ tdur = 0 }) => tdur / 1_000);
  const { ts = NaN, dur = NaN, tts = NaN, tdur = NaN } = frame ?? {};
  return {
    seen: (ts + dur - start) / 1_000,
    seenWork: (tts + tdur - first) / 1_000,
    wholeWork: durations.reduce((sum, duration) => sum + duration, 0),
    longestTask: Math.max(...durations),
  };
}

/** Milliseconds until the first input is seen over a slow network. */
export async function measureSlowNetwork(browser: Browser, address: string): Promise<number> {
  const tab = await openTab(browser, slow3G);
  await tab.goto(address);
  const seen = await tab.evaluate<number>('window.seen');
  await tab.context().close();
  return seen;
}

/** Milliseconds of the page's own thread for each of twenty keys, drawing included. */
export async function measureTyping(browser: Browser, address: string, slowdown: number): Promise<readonly number[]> {
  const tab = await openTab(browser, slowedDown(slowdown));
  await tab.goto(address);
  await tab.evaluate(atRest);
  const session = await tab.context().newCDPSession(tab);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  await tab.evaluate('window.findInput().focus()');
  // What is fetched on focus is none of a key's.
  await tab.waitForTimeout(1_000);
  const keys: number[] = [];
  let before = await worked();
  for (const key of 'Ada-Beatrice-Cecilie') {
    await tab.keyboard.press(key);
    await tab.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))');
    const now = await worked();
    keys.push(now - before);
    before = now;
  }
  await tab.context().close();
  return keys;
}
