/** How design systems with one class for each size of a title name them. Not what the sizes look like. */
import type { ClassMap } from './look.ts';

/** `legend.cif-title-m` to `…--m`, and so on; a plain title has no class of its own. */
export function sizes(tag: 'legend' | 'label', prefix: string): ClassMap {
  return Object.fromEntries(['s', 'm', 'l', 'xl'].map((size) => [`${tag}.cif-title-${size}`, `${prefix}${size}`]));
}
