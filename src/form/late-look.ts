/** Has the look of what comes late adopted where the element stands. Fetched late. */
import { lateLook } from './looks/late.ts';
import { adoptSheet, type StyledHost } from './style-controller.ts';

export function adoptLateLook(host: Element & Pick<StyledHost, 'appearance' | 'css'>): void {
  if (host.appearance === 'default') adoptSheet(host, lateLook);
}
