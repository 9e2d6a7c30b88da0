/**
 * What the default look has for further fields, and for titles of other sizes: fetched with those fields. The rest is in
 * default.ts, which says how rules are written.
 */
import { firstLook, withinLook } from './default.ts';

/** Radios look as checkboxes do, and a choice's own hint stands under its words. */
const radios = `
.cif-radio{display:flex;flex-wrap:wrap;align-items:flex-start;margin:.5em 0 0}
.cif-radio-input{flex:none;box-sizing:border-box;inline-size:24px;block-size:24px;margin:10px 0;accent-color:var(--cif-accent)}
.cif-radio-label{flex:1;box-sizing:border-box;min-block-size:44px;margin:0;padding-block:calc(22px - .75em);
  padding-inline:.75em 0;color:inherit;font-size:1em;font-weight:400}
.cif-radio-hint{flex-basis:100%;padding-inline-start:calc(24px + .75em)}
`;

export const furtherLook = withinLook(`
.cif-title-plain{font-size:1em}
.cif-title-s{font-size:1.1em}
.cif-title-l{font-size:1.5em}
.cif-title-xl{font-size:2em}
.cif-label-heading{margin:0;font:inherit}
.cif-legend-heading{margin:0;font:inherit}
.cif-note{display:block}
.cif-select{appearance:auto}
.cif-width-code{inline-size:14em}
.cif-width-month{inline-size:11em}
.cif-place{margin:0 0 1.5em}
.cif-place-title{margin:0 0 .5em;padding:0;color:inherit;font-size:1em;font-weight:650}
.cif-more{margin:0 0 .75em}
.cif-candidates{overflow-wrap:anywhere}
.cif-more:where(.cif-candidates *){padding-inline-start:calc(24px + .75em)}
.cif-more-title{inline-size:fit-content;margin-block-end:.25em;padding-block:calc(22px - .75em);color:var(--cif-accent);
  font-weight:500;cursor:pointer}
${radios}`);

/** All of the default look: on a page without JavaScript, linked or inlined by the host. */
export const defaultLook = firstLook + furtherLook;
