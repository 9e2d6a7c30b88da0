/**
 * The design systems whose look the form takes on, by the words of the attribute `appearance`, and how one is put on: all that
 * a browser fetches for any look but the default one. Data only in the files it lists.
 */
import { bootstrap } from './bootstrap.ts';
import type { Appearance } from '../options.ts';
import { govuk } from './govuk.ts';
import type { Look } from './look.ts';
import { nhsuk } from './nhsuk.ts';
import { uswds } from './uswds.ts';
import { dressTree } from './wear.ts';

export const systems: Readonly<Partial<Record<Appearance, Look>>> = { govuk, nhsuk, uswds, bootstrap };

/** Whether errors are spans where this is the appearance. */
export function isErrorSpan(appearance: Appearance): boolean | undefined {
  return systems[appearance]?.isErrorSpan;
}

export interface Wearer extends HTMLElement {
  readonly appearance: Appearance;
  readonly form: HTMLFormElement | null;
  readonly root: HTMLElement | undefined;
}

interface Worn {
  readonly root: Element;
  readonly look: Look;
  readonly takeOff: () => void;
}

const wardrobe = new WeakMap<Wearer, Worn>();

/** Puts on the look that the appearance names, and takes off another; does nothing where it is on already. */
export function wear(host: Wearer): void {
  const { root, form } = host;
  const look = systems[host.appearance];
  if (look?.isNoValidate && form) form.noValidate = true;
  const worn = wardrobe.get(host);
  if (!root || (worn?.root === root && worn.look === look)) return;
  worn?.takeOff();
  if (look) wardrobe.set(host, { root, look, takeOff: dressTree(root, look) });
  else wardrobe.delete(host);
}

/**
 * What no system's sheet can know of: that hidden stays hidden (some of their classes say how a part is displayed), that a
 * second error has a line of its own, that a status without words takes no room, that a button which belongs to a box keeps to it,
 * that what is said of a candidate stands under the candidate's name, and that a button behind the last question, of which USWDS spaces
 * only the beginning, does not touch it.
 */
export const systemSheet = `
citizen-id-form .cif-form [hidden]{display:none}
:where(citizen-id-form .cif-form[data-look]) .cif-error-words{display:block}
:where(citizen-id-form .cif-form[data-look]) .cif-note{display:block}
:where(citizen-id-form .cif-form[data-look]) .cif-line{display:block}
:where(citizen-id-form .cif-form[data-look]) :is(.cif-step,.cif-part-title):focus{outline:none}
:where(citizen-id-form .cif-form[data-look]) .cif-status:empty{margin:0}
:where(citizen-id-form .cif-form[data-look]) .cif-said:empty{margin:0}
:where(citizen-id-form .cif-form[data-look]) .cif-together{display:flex;flex-wrap:wrap;gap:.6em}
:where(citizen-id-form .cif-form:is([data-look=govuk],[data-look=nhsuk])) .cif-together{display:grid;justify-items:start;gap:20px}
:where(citizen-id-form .cif-form:is([data-look=govuk],[data-look=nhsuk])) .cif-together .cif-button{margin-block-end:4px}
:where(citizen-id-form .cif-form[data-look]) .cif-candidates{overflow-wrap:anywhere}
:where(citizen-id-form .cif-form[data-look=govuk]) .cif-candidates .cif-more{margin-inline-start:59px}
:where(citizen-id-form .cif-form[data-look=nhsuk]) .cif-candidates .cif-more{margin-block-start:.5rem;margin-inline-start:3.5rem}
:where(citizen-id-form .cif-form[data-look=uswds]) .cif-candidates .cif-more{margin-block:.5rem 1.25rem;margin-inline-start:2rem}
:where(citizen-id-form .cif-form[data-look=uswds]) .cif-candidates .cif-hint{margin-inline-start:2rem}
:where(citizen-id-form .cif-form[data-look=bootstrap]) .cif-candidates .cif-more{margin-block-start:.5rem;margin-inline-start:1.5em}
:where(citizen-id-form .cif-form[data-look=bootstrap]) .cif-said:not(:empty){margin-block-start:.5rem}
:where(citizen-id-form .cif-form[data-look]) .cif-offer{display:flex;flex-wrap:wrap;align-items:center;gap:.5em 1em}
:where(citizen-id-form) .cif-form:where([data-look=uswds]){margin-block-end:1.5rem}
:where(citizen-id-form .cif-form[data-look=uswds]) .cif-group{margin-block-start:2rem}
:where(citizen-id-form .cif-form[data-look=uswds]) .cif-wrong>.cif-label:where(:not(.cif-box-label)){font-weight:700}
:where(citizen-id-form .cif-form[data-look=uswds]) .cif-together{align-items:end}
:where(citizen-id-form .cif-form[data-look=uswds]) :is(.cif-together,.cif-candidates) .cif-button{margin:0}
:where(citizen-id-form .cif-form[data-look=uswds]) :is(.cif-foot,.cif-clear){margin-block-start:1.5rem}
:where(citizen-id-form .cif-form:is([data-look=uswds],[data-look=bootstrap])) .cif-answer{padding-block:.75rem;border-block-end:1px solid var(--bs-border-color,#dfe1e2)}
:where(citizen-id-form .cif-form[data-look]) .cif-offer:not(:empty){margin-block-start:.6em}
:where(citizen-id-form .cif-form[data-look=uswds]) .cif-more{margin-block-start:.75rem}
:where(citizen-id-form .cif-form:is([data-look=uswds],[data-look=bootstrap])) .cif-more-title{inline-size:fit-content}
:where(citizen-id-form .cif-form:is([data-look=uswds],[data-look=bootstrap])) .cif-more-body{margin-block-start:.5rem}
:where(citizen-id-form .cif-form[data-look=uswds]) .cif-more-title:focus{outline:.25rem solid #2491ff}
:where(citizen-id-form .cif-form[data-look=uswds]) .cif-boxes{display:flex;flex-wrap:wrap;gap:0 1rem}
:where(citizen-id-form .cif-form[data-look=uswds]) .cif-width-two-digits{max-inline-size:3rem}
:where(citizen-id-form .cif-form[data-look=uswds]) .cif-width-month-name{max-inline-size:7rem}
:where(citizen-id-form .cif-form[data-look=uswds]) .cif-width-four-digits{max-inline-size:4.5rem}
:where(citizen-id-form .cif-form[data-look=bootstrap]) :where(.cif-width-two-digits){max-inline-size:3.5em}
:where(citizen-id-form .cif-form[data-look=bootstrap]) :where(.cif-width-month-name){max-inline-size:7.75em}
:where(citizen-id-form .cif-form[data-look=bootstrap]) :where(.cif-width-four-digits){max-inline-size:4.5em}
:where(citizen-id-form .cif-form[data-look=bootstrap]) :where(.cif-width-postcode){max-inline-size:10em}
:where(citizen-id-form .cif-form[data-look=bootstrap]) :where(.cif-width-code){max-inline-size:16em}
:where(citizen-id-form .cif-form[data-look=bootstrap]) .cif-box-input.is-invalid{padding-inline-end:.75rem;background-image:none}
`;
