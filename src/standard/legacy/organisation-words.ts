/**
 * Tells an organisation from a person where both stand in one name column. Not what kind of organisation it is. Legal forms decide
 * alone; words for a kind (church, school, trust) are surnames too, and decide only in company.
 */

import { titles } from './name-words.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u));

/** Legal forms, and words that no person is called by. Lower case, without full stops. */
const sure = words(
  'ltd limited llc llp inc incorporated corp corporation plc gmbh pty srl sarl cyf cyfyngedig company pllc ' +
    'association assoc associates society committee foundation university hospital mosque synagogue ministries ministry department ' +
    'dept services holdings enterprises solutions partnership partners properties investments restaurant takeaway pharmacy surgery ' +
    'nursery academy institute federation charities centre center agency authority commission library museum hotel ' +
    'motel consulting consultants logistics builders plumbing electrical catering ventures industries international systems technologies ' +
    'apartments condominium residents tenants management borough',
);

/** Kinds that are surnames as well. */
const kinds = words(
  'church chapel temple trust school college club bank group store stores shop garage farm farms homes house hall inn sons bros brothers cathedral parish union council charity service community borough',
);

/** Legal forms that are names too: only as the last of three words. */
const lastForms = words('cic cio ccc oy bv lp sa ag co');

/** Words that stand beside a kind, hardly ever beside a name. */
const company = words(
  'the of for and & st saint our holy baptist methodist catholic anglican presbyterian pentecostal primary secondary high county city national united first new family living',
);

/**
 * Whether a tidied text is an organisation's name. `isWhole` where it stands for all of a name, so that one more word counts:
 * `Ada Church` is a person, `Riverside Baptist Church` none.
 */
export function isOrganisation(text: string): boolean {
  const lower = text.toLowerCase();
  const space = lower.indexOf(' ');
  if (space < 0 && !/[/&]/.test(lower)) return false;
  if (/^[a-z]+ [a-z]+$/.test(lower)) return isOfTwo(lower.slice(0, space), lower.slice(space + 1));
  const all = lower
    .replace(/[.,()'’]+/gu, ' ')
    .replace(/\b([a-z]) (?=[a-z]\b)/g, '$1')
    .trim()
    .split(/[\s-]+/u);
  if (all.some((word) => sure.has(word)) || /\b(?:t\/a|d\/b\/a|dba)\b/.test(lower)) return true;
  if (all.length > 2 && lastForms.has(all.at(-1) ?? '')) return true;
  const kind = all.filter((word) => kinds.has(word)).length;
  // Mrs Mary Barker-Hall has four words and is a person.
  const isTitled = titles.has(all[0] ?? '');
  return kind > 1 || (kind === 1 && !isTitled && (all.length > 3 || all.some((word) => company.has(word))));
}

function isOfTwo(first: string, second: string): boolean {
  if (sure.has(first) || sure.has(second)) return true;
  return kinds.has(second) ? kinds.has(first) || company.has(first) : kinds.has(first) && company.has(second);
}

/** Whether a word of letters alone may be one of an organisation's name, as {@link isOrganisation} tells it. */
export function mayBeOrganisations(word: string): boolean {
  const lower = word.toLowerCase();
  return sure.has(lower) || kinds.has(lower) || company.has(lower);
}

/** `Example Ltd t/a Example Cafe` has both names. */
export function splitTradingName(text: string): { readonly legalName: string; readonly tradingName?: string } {
  const mark = /\s(?:t\/a|d\/b\/a|dba|trading as|doing business as)\s/iu.exec(text);
  if (!mark) return { legalName: text };
  const legalName = text.slice(0, mark.index).trim();
  const tradingName = text.slice(mark.index + mark[0].length).trim();
  return legalName === '' || tradingName === '' ? { legalName: text } : { legalName, tradingName };
}
