/**
 * What a drawing of the element waits for: the children that the parser still reads, what it is made of, though not for ever, and, where
 * the questions stand there already and work, the browser's first frame. Not the drawing itself (adoption.ts).
 */
import type { ReactiveElement } from '@lit/reactive-element';
import type { Identity } from '../standard/identity.ts';
import { childrenComplete } from './adoption.ts';
import { inTime, timeLimit } from './in-time.ts';
import type { MessageController } from './message-controller.ts';
import type { Prefill } from './prefill.ts';
import type { ProfileController } from './profile-controller.ts';
import type { StyleController } from './style-controller.ts';

export interface DrawingHost extends ReactiveElement {
  readonly root: HTMLElement | undefined;
  readonly initialIdentity?: Identity | undefined;
}

/** Who fetch what it is made of. */
export type DrawingParts = readonly [ProfileController, MessageController, StyleController, Prefill];

/** Those that have waited in vain, and go on as they are until what they are made of has come. */
const waiting = new WeakSet<DrawingHost>();

/** Never rejects: what cannot be fetched is done without, and what comes late has the element drawn anew. */
export async function readyToDraw(host: DrawingHost, parts: DrawingParts): Promise<void> {
  if (!host.hasUpdated) {
    await childrenComplete(host);
    if (host.root) await firstFrame(host.ownerDocument);
  }
  const coming = fetchParts(host, parts).then(() => waiting.delete(host));
  if ((await inTime(coming, waiting.has(host) ? 0 : timeLimit)) !== undefined || waiting.has(host)) return;
  waiting.add(host);
  void coming.then(() => host.requestUpdate());
}

async function fetchParts(host: DrawingHost, [profiles, wording, styles, prefill]: DrawingParts): Promise<void> {
  const { initialIdentity } = host;
  const isToJudge = initialIdentity ?? host.querySelector('[data-code]');
  await Promise.all([
    // In which language, the profile says.
    profiles.load().then(() => wording.load()),
    styles.load(),
    isToJudge && profiles.judge(),
    prefill.load(initialIdentity),
  ]);
}

/** Milliseconds after which nobody waits for a frame: none comes in a page that nobody looks at. */
const longestFrame = 500;

/** Resolves once the browser has drawn what it has read; at once where the page is there for long. */
export async function firstFrame(document: Document): Promise<void> {
  if (document.readyState !== 'complete') await nextFrame();
}

/** Resolves behind the browser's next frame. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, longestFrame);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
