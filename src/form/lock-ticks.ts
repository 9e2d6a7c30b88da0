/** Keeps what is ticked as it is where nothing may be changed: there is no `readonly` for a checkbox. */
import { isTick } from './inputs.ts';

export interface LockableHost extends HTMLElement {
  readonly readonly: boolean;
}

/** From now on, while the element says so. */
export function lockTicks(host: LockableHost): void {
  host.addEventListener('click', (event) => {
    const { target } = event;
    if (host.readonly && target instanceof HTMLInputElement && isTick(target)) event.preventDefault();
  });
}
