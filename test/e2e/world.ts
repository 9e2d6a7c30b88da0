/** What all end-to-end scenarios share: one running demo and one browser. The demo may be restarted, so it is looked up each time. */
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import type { DemoProcess } from './demo-process.ts';

export interface World {
  demo: DemoProcess;
  readonly browser: Browser;
  /** Starts the same demo again on the same data. */
  readonly restart: (signal: NodeJS.Signals) => Promise<void>;
}

/** Milliseconds for anything that is waited for in a page: the form's own 4 seconds, and many times as long on a busy machine. */
const longestStep = 30_000;

/** A page of its own, with nothing left of another; closed when the work is done. */
export async function withPage<T>(
  world: World,
  work: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const context = await world.browser.newContext(options);
  context.setDefaultTimeout(longestStep);
  try {
    return await work(await context.newPage());
  } catch (cause) {
    throw new Error(`Shown in the end: ${(await Promise.all(context.pages().map(describePage))).join('; ')}`, { cause });
  } finally {
    await context.close();
  }
}

/** Where a page is and what it says is wrong: the first thing to know of a scenario that failed. */
async function describePage(page: Page): Promise<string> {
  const faults = await page.locator('.cif-error, .fault, .cif-status').allInnerTexts();
  return [page.url(), ...faults.filter((words) => words.trim() !== '')].join(' | ');
}
