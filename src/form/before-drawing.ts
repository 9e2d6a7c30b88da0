/**
 * What a drawing of the element waits for: the children that the parser still reads, what it is made of, and, where the questions stand
 * there already and work, the browser's first frame. Not the drawing itself (adoption.ts).
 */
import type { ReactiveElement } from '@lit/reactive-element';
import type { Identity } from '../standard/identity.ts';
import { childrenComplete } from './adoption.ts';
import type { MessageController } from './message-controller.ts';
import type { Prefill } from './prefill.ts';
import type { ProfileController } from './profile-controller.ts';
import type { StyleController } from './style-controller.ts';

export interface DrawingHost extends ReactiveElement {
  readonly root: HTMLElement | undefined;
  readonly initialIdentity?: Identity | undefined;
}

export interface DrawingParts {
  readonly profiles: ProfileController;
  readonly wording: MessageController;
  readonly styles: StyleController;
  readonly prefill: Prefill;
}

/** Never rejects: what cannot be fetched is done without. */
export async function readyToDraw(host: DrawingHost, { profiles, wording, styles, prefill }: DrawingParts): Promise<void> {
  if (!host.hasUpdated) {
    await childrenComplete(host);
    if (host.root) await firstFrame(host.ownerDocument);
  }
  await profiles.load();
  await wording.load();
  await styles.load();
  if (host.initialIdentity ?? host.querySelector('[data-code]')) await profiles.judge();
  await prefill.load(host.initialIdentity);
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
