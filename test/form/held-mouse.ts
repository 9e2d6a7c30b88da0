/** A mouse whose button is down for as long as a test wants, over Chromium's debugging protocol: userEvent only clicks. Not a test. */
import { cdp } from 'vitest/browser';

/** Presses in the middle of what stands still; what is returned lets go at the same place, wherever the page has moved meanwhile. */
export async function pressDown(target: HTMLElement): Promise<() => Promise<void>> {
  target.scrollIntoView({ block: 'center' });
  const at = middleOf(target);
  await cdp().send('Input.dispatchMouseEvent', { type: 'mousePressed', button: 'left', clickCount: 1, ...at });
  return async () => {
    await cdp().send('Input.dispatchMouseEvent', { type: 'mouseReleased', button: 'left', clickCount: 1, ...at });
  };
}

/** In pixels of the whole window: the tests' frame has a place in it, and may be drawn smaller. */
function middleOf(target: HTMLElement): { x: number; y: number } {
  const { left, top, width, height } = target.getBoundingClientRect();
  const frame = window.frameElement?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
  const scale = frame.width / innerWidth;
  return { x: frame.left + (left + width / 2) * scale, y: frame.top + (top + height / 2) * scale };
}
