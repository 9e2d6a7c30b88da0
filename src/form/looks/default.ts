/**
 * The default look: one style sheet as text. Rules have the weight of one class, all else standing in `:where()`, and no
 * `!important`: a host overrides any of them with `citizen-id-form .cif-input { … }`, and the usual things with tokens:
 *
 *   --citizen-id-font      --citizen-id-text     --citizen-id-muted        --citizen-id-accent
 *   --citizen-id-border    --citizen-id-error    --citizen-id-error-field  --citizen-id-field
 *   --citizen-id-field-text  --citizen-id-radius  --citizen-id-width
 *
 * Dark colours follow `color-scheme`, so only a page that is dark itself gets them. Lengths are in `em` of the place where
 * the element stands: some pages set `rem` to ten pixels. At rest there are two weights of type: a browser looks each one up before it
 * can lay anything out, which is a twentieth of all that it does until the questions are seen.
 */

const light = {
  muted: '#4c5763',
  border: '#5f6b77',
  accent: '#1d5bbf',
  error: '#b3201c',
  'error-field': '#fdf4f3',
  field: '#fff',
  'field-text': '#14181d',
};

const dark: typeof light = {
  muted: '#b6bfc9',
  border: '#8d98a4',
  accent: '#8db8ff',
  error: '#ff9d94',
  'error-field': '#2c1817',
  field: '#15191e',
  'field-text': '#f2f4f6',
};

/** First for browsers that know no `light-dark()`, which would throw the whole declaration away where it is used. */
function colourTokens(choose: (name: keyof typeof light) => string): string {
  const names = Object.keys(light) as (keyof typeof light)[];
  return `${root}{${names.map((name) => `--cif-${name}:var(--citizen-id-${name},${choose(name)});`).join('')}}`;
}

/** Another look says so in `data-look`, and has nothing of this one. */
const root = ':where(citizen-id-form) .cif-form:where(:not([data-look]))';
const inside = ':where(citizen-id-form .cif-form:not([data-look])) ';

/** Rules with one selector each, at the beginning of a line. What stands before it has no weight of its own. */
export function withinLook(rules: string): string {
  return rules.replace(/^(?=[.:])/gm, inside);
}

const rootRule = `${root}{--cif-radius:var(--citizen-id-radius,6px);max-inline-size:var(--citizen-id-width,34em);
  color:var(--citizen-id-text,inherit);font-family:var(--citizen-id-font,inherit);line-height:1.5;text-align:start;
  overflow-wrap:break-word}`;

const rules = `
.cif-fieldset{min-inline-size:0;margin:0;padding:0;border:0}
.cif-label{display:block;margin:0 0 .25em;padding:0;color:inherit;font-size:1em;font-weight:400}
.cif-title{display:block;float:none;inline-size:auto;margin:0 0 .35em;padding:0;border:0;color:inherit;
  font-size:1.25em;font-weight:650;line-height:1.3}
.cif-field{margin:0 0 1.25em}
.cif-field:where(:last-child){margin-block-end:0}
.cif-group{margin:0 0 2.5em}
.cif-hint{margin:0 0 .5em;color:var(--cif-muted);font-size:1em}
.cif-error{position:relative;margin:0 0 .5em;padding-inline-start:1.75em;color:var(--cif-error);font-weight:600}
.cif-error::before{content:'!'/'';position:absolute;inset-block-start:.125em;inset-inline-start:0;
  box-sizing:border-box;inline-size:1.25em;block-size:1.25em;border:1px solid var(--cif-error);border-radius:50%;
  background:var(--cif-error);color:var(--cif-error-field);font-weight:700;line-height:1.15em;text-align:center}
.cif-error-words{display:block}
.cif-input{box-sizing:border-box;inline-size:100%;max-inline-size:100%;min-block-size:max(44px,2.75em);margin:0;
  padding:.5em .7em;border:1px solid var(--cif-border);border-radius:var(--cif-radius);background:var(--cif-field);
  color:var(--cif-field-text);font:inherit;font-size:max(16px,1em);line-height:1.25;box-shadow:none;appearance:none;
  text-align:start}
.cif-input:where([aria-invalid]){border-color:var(--cif-error);background:var(--cif-error-field);
  box-shadow:inset 0 0 0 1px var(--cif-error)}
.cif-input:where(input:read-only){border-style:dashed}
.cif-input:where(:disabled){border-style:dashed;background:transparent;color:var(--cif-muted);cursor:not-allowed}
.cif-width-two-digits{inline-size:3.5em}
.cif-width-four-digits{inline-size:4.5em}
.cif-width-month-name{inline-size:clamp(5.5em,36vw,7.75em)}
.cif-width-postcode{inline-size:9em}
.cif-width-medium{inline-size:22em}
.cif-boxes{display:flex;flex-wrap:wrap;gap:.75em .5em}
.cif-box-input{padding-inline:.5em}
.cif-checkbox{display:flex;align-items:flex-start;margin:.5em 0 0}
.cif-checkbox-input{flex:none;box-sizing:border-box;inline-size:24px;block-size:24px;margin:10px 0;
  accent-color:var(--cif-accent)}
.cif-checkbox-label{flex:1;box-sizing:border-box;min-block-size:44px;margin:0;padding-block:calc(22px - .75em);
  padding-inline:.75em 0;color:inherit;font-size:1em;font-weight:400}
.cif-summary{margin:0 0 2.5em;padding:1.25em 1.5em;border:2px solid var(--cif-error);
  border-radius:var(--cif-radius);background:var(--cif-error-field);scroll-margin-block-start:1em}
.cif-summary-title{margin:0 0 .5em;color:inherit;font:inherit;font-size:1.25em;font-weight:650;line-height:1.3}
.cif-summary-list{margin:0;padding:0;list-style:none}
.cif-summary-link{display:inline-block;padding-block:.2em;color:var(--cif-error);font-weight:600;
  text-decoration:underline;text-underline-offset:.15em}
:where(.cif-form *):focus-visible{outline:3px solid var(--cif-accent);outline-offset:2px}
.cif-status{margin:0;color:var(--cif-muted)}
.cif-status:where(:not(:empty)){margin-block-end:1.5em}
.cif-unseen{position:absolute;inline-size:1px;block-size:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);
  white-space:nowrap}
`;

const adaptingColours = colourTokens((name) => `light-dark(${light[name]},${dark[name]})`);

/** Adopted by the element at once; enough for the fields that every page loads. */
export const firstLook =
  `${colourTokens((name) => light[name])}@supports (color:light-dark(red,red)){${adaptingColours}}` +
  `${rootRule}${withinLook(rules)}:where(citizen-id-form .cif-form) [hidden]{display:none}`;
