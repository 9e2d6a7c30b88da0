/**
 * Pages with the element as it is built, each in a frame of its own origin's and under headers of its own (test/browsers/built-sites.ts
 * serves them). Not a test.
 */
import { fixture, html } from '@open-wc/testing';
import type { Asked, BuiltSite } from '../browsers/built-sites.ts';
import type { CitizenIdForm } from '../../src/form/citizen-id-form.ts';
import { inputOf, settled, the, until } from './page.ts';
import type { Entries } from '../../src/standard/identity.ts';

export interface OpenSite {
  readonly document: Document;
  readonly window: Window & typeof globalThis;
  readonly form: HTMLFormElement;
  readonly element: CitizenIdForm;
  /** From now on the site is so. */
  change(site: Partial<BuiltSite>): Promise<void>;
  log(): Promise<readonly Asked[]>;
  /** What the form has sent, each time that it was let go. */
  sent(): Promise<readonly Entries[]>;
}

/** A page with one form, as a service writes it; `attributes` are the tag's. */
export function pageWith(attributes = '', head = '<script type="module" async src="citizen-id-form.js"></script>'): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A service</title>${head}</head><body>
    <form method="post" action="sent"><citizen-id-form ${attributes}></citizen-id-form><button>Continue</button></form></body></html>`;
}

/** What the index of a site answers. */
export const answeringIndex = { 'v1/resolutions': { reference: 'reference-1', expiresAt: '2999-01-01T00:00:00.000Z' } };

let opened = 0;

/** Resolves once the questions stand there. */
export async function openSite(site: BuiltSite): Promise<OpenSite> {
  const address = `/built/${performance.timeOrigin.toFixed(0)}-${(opened += 1)}/`;
  const change = async (now: BuiltSite) => void (await fetch(address, { method: 'PUT', body: JSON.stringify(now) }));
  await change(site);
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="A service" width="600" height="900"></iframe>`);
  frame.src = address;
  await until('the page', () => frame.contentDocument?.readyState === 'complete' && frame.contentDocument.forms.length > 0);
  const { contentDocument: document, contentWindow: window } = frame;
  if (!document || !window) throw new Error('the frame has no page');
  const element = the<CitizenIdForm>(document, 'citizen-id-form');
  await until('the questions', () => element.querySelector('input') !== null);
  await settled(element);
  const log = async () => (await (await fetch(`${address}?log`)).json()) as readonly Asked[];
  return {
    document,
    window: window as Window & typeof globalThis,
    form: the<HTMLFormElement>(document, 'form'),
    element,
    change: (now) => change({ ...site, ...now }),
    log,
    sent: async () =>
      (await log()).filter(({ path }) => path === 'sent').map(({ body }) => Object.fromEntries(new URLSearchParams(body))),
  };
}

/** As a browser fills. */
export function write({ element }: OpenSite, entries: Entries): void {
  for (const [entry, value] of Object.entries(entries)) {
    const input = inputOf(element, entry);
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** Presses the page's button, and waits for what the form sends. */
export async function send(site: OpenSite): Promise<Entries> {
  const before = (await site.sent()).length;
  the(site.form, ':scope > button').click();
  const end = performance.now() + 20_000;
  while (performance.now() < end) {
    const sent = await site.sent();
    if (sent.length > before) return sent.at(-1) ?? {};
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the form sent nothing');
}
