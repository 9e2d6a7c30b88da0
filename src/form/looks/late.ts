/**
 * What the default look says of what comes late (features.ts, while-typing.ts): buttons, offers, the address finder. Made as the rest
 * of it is: rules of one class's weight, and the same tokens.
 */
import { withinLook } from './default.ts';

/** Adopted beside the default look, once there is something of it to be seen. */
export const lateLook = withinLook(`
.cif-button{box-sizing:border-box;min-block-size:max(44px,2.75em);margin:0;padding:.5em 1.1em;border:1px solid var(--cif-accent);
  border-radius:var(--cif-radius);background:var(--cif-accent);color:var(--cif-field);font:inherit;font-weight:600;line-height:1.25;
  text-align:center;overflow-wrap:anywhere;cursor:pointer;appearance:none}
.cif-button-secondary{background:var(--cif-field);color:var(--cif-accent)}
.cif-button:where(:disabled){border-style:dashed;color:var(--cif-muted);background:transparent;cursor:not-allowed}
.cif-button:focus-visible{outline:3px solid var(--cif-accent);outline-offset:2px}
.cif-offer:where(:not(:empty)){display:flex;flex-wrap:wrap;align-items:center;gap:.5em 1em;margin-block-start:.6em}
.cif-offer-words{overflow-wrap:anywhere}
.cif-finder{margin:0 0 1.75em}
.cif-together{display:flex;flex-wrap:wrap;gap:.6em}
.cif-one-more:where(:not(:empty)){margin:0 0 2.5em;padding:1.25em 1.5em;border:1px solid var(--cif-border);border-radius:var(--cif-radius)}
.cif-part-title{margin:0 0 .5em;color:inherit;font-size:1.25em;font-weight:650;line-height:1.3;scroll-margin-block-start:1em}
.cif-part-title:focus{outline:none}
.cif-words{margin:0 0 .75em}
.cif-list{margin:0 0 1em;padding-inline-start:1.25em}
.cif-link{display:inline-block;padding-block:.3em;color:var(--cif-accent);text-decoration:underline;text-underline-offset:.15em}
.cif-link:focus-visible{outline:3px solid var(--cif-accent);outline-offset:2px}
.cif-progress{scroll-margin-block-start:1em}
.cif-back{margin-block-end:.75em}
.cif-step{margin:0 0 1em;color:var(--cif-muted);font:inherit}
.cif-step:focus{outline:none}
.cif-foot{margin-block-end:2.5em}
.cif-answers{margin:0}
.cif-answer{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,2fr) auto;gap:.25em 1em;padding-block:.75em;
  border-block-end:1px solid var(--cif-border)}
.cif-answer :where(dt){font-weight:600}
.cif-answer :where(dd){margin:0;overflow-wrap:anywhere}
.cif-line{display:block}
@media (max-width:30em){
.cif-answer{grid-template-columns:minmax(0,1fr) auto}
.cif-answer :where(dt){grid-column:1/-1}
}
.cif-input:where(select){appearance:auto}
.cif-answer :where(dd) .cif-link{margin-block-start:-.3em}
.cif-clear{margin-block:0 2.5em}
.cif-more{margin:.75em 0 0}
.cif-more-title{padding-block:calc(22px - .75em);color:var(--cif-accent);font-weight:500;cursor:pointer}
.cif-more-title:focus-visible{outline:3px solid var(--cif-accent);outline-offset:2px}
.cif-more-body{padding-inline-start:1em;border-inline-start:3px solid var(--cif-border)}
.cif-said{margin:0;color:var(--cif-muted)}
.cif-said:where(:not(:empty)){margin-block:.75em}
`);
