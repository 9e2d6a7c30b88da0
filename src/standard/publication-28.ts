/**
 * Writes the lines of an address in the United States in the form of the Postal Service's Publication 28, so that two spellings of one
 * place become one text. For matching only: never shown to anybody, never stored in place of what was given. Not a check that the
 * place exists; numbered highways (appendix F) are left as they are written.
 */
import { foldText } from './fold.ts';
import { directions, namedUnits, numberedUnits, streetSuffixes } from './publication-28-words.ts';

/** `delivery` is the street, box or route; all in capitals, one space between words, no punctuation. */
export interface Publication28Lines {
  readonly delivery: string;
  /** `APT 4`, `REAR`, `# 12`. */
  readonly unit?: string;
  /** Of Puerto Rico, without `URB`: it tells two streets of one name apart. */
  readonly urbanisation?: string;
}

/** UTF-16 units of each line that are read: a line of the wire has at most so many. */
const longestRead = 256;

/** Reads the lines in their order, joined; never throws, and reading its own answer again changes nothing. */
export function writePublication28(lines: readonly (string | undefined)[]): Publication28Lines {
  const parts = lines.flatMap((line) => (line ?? '').slice(0, longestRead).split(','));
  const segments = parts
    .map(wordsOf)
    .filter(([first = '', ...rest]) => first !== '' && (rest.length > 0 || !urbanisationMarks.has(first)));
  const place = segments.findIndex(([first = '']) => urbanisationMarks.has(first));
  const urbanisation = place < 0 ? [] : (segments.splice(place, 1)[0] ?? []).slice(1);
  // A sign with nothing to mark says nothing.
  const words = segments.flat().filter((word, index, all) => word !== '#' || (all[index + 1] ?? '#') !== '#');
  const whole = findBox(words);
  const { street, unit } = whole === undefined ? takeUnit(words) : { street: [], unit: undefined };
  const written = writeStreet(street);
  return {
    delivery: whole ?? findBox(written) ?? written.join(' '),
    ...(unit === undefined ? {} : { unit }),
    ...(urbanisation.length === 0 ? {} : { urbanisation: urbanisation.join(' ') }),
  };
}

const urbanisationMarks = new Set(['URB', 'URBANIZACION', 'URBANIZATION', 'URBANISATION']);

/** Letters one by one (`P.O.`, `R.R.`) become a word; `#` stands apart. */
function wordsOf(part: string): string[] {
  return foldText(part)
    .toUpperCase()
    .replace(/['.]/gu, '')
    .replaceAll('#', ' # ')
    .split(/[^\p{L}\p{M}\p{N}#/-]+/u)
    .filter((word) => /[\p{L}\p{N}#]/u.test(word));
}

/** What a box or a rural route is called at the beginning of a line, to its short form. What follows is a number. */
const carriers: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:P ?O|POST OFFICE|POSTAL|CALLER|FIRM|BIN|LOCKBOX|DRAWER)(?: ?BOX| ?DRAWER| ?BIN)? (?:# )?((?=[A-Z-]*\d)[A-Z\d-]+|[A-Z])$/u,
    'PO BOX $1',
  ],
  [
    /^(?:RR|R R|RURAL(?: ROUTE| RTE| RT)?|RFD(?: ROUTE| RTE| RT)?|RD ROUTE|RT|RTE|ROUTE) (?:NO )?(?:# )?(\d+[A-Z]?) (?:BOX|BX|#) (?:# )?([A-Z0-9-]+)$/u,
    'RR $1 BOX $2',
  ],
  [
    /^(?:HC|H C|HIGHWAY CONTRACT(?: ROUTE)?|STAR ROUTE|STAR RTE|SR) (?:# )?(\d+[A-Z]?) (?:BOX|BX|#) (?:# )?([A-Z0-9-]+)$/u,
    'HC $1 BOX $2',
  ],
  [/^(PSC|CMR|UNIT|OMC) (\d+) (?:BOX|BX|#) ([A-Z0-9-]+)$/u, '$1 $2 BOX $3'],
];

function findBox(words: readonly string[]): string | undefined {
  const text = words.join(' ');
  const carrier = carriers.find(([pattern]) => pattern.test(text));
  return carrier && text.replace(...carrier).replace(/^(RR|HC) 0+(?=\d)/u, '$1 ');
}

/** The last word that names a part of a building, with what follows it; never the whole line, and never the number in front. */
function takeUnit(words: readonly string[]): { readonly street: readonly string[]; readonly unit: string | undefined } {
  const place = words.findLastIndex((word, index) => index > 1 && isUnit(words, word, index));
  if (place < 0) return { street: words, unit: undefined };
  const [mark = '', ...rest] = words.slice(place);
  const short = numberedUnits.get(mark) ?? namedUnits.get(mark) ?? mark;
  // APT # 4 is APT 4.
  const marked = rest.filter((word) => word !== '#').map((word) => directions.get(word) ?? word);
  return { street: words.slice(0, place), unit: [short, ...marked].join(' ') };
}

function isUnit(words: readonly string[], word: string, index: number): boolean {
  const after = words.slice(index + 1).filter((next) => next !== '#');
  if (word === '#' && numberedUnits.has(words[index - 1] ?? '') && index > 2) return false;
  if (numberedUnits.has(word))
    return after.length === 1 && (directions.has(after[0] ?? '') || /\d|^[A-Z]$/u.test(after[0] ?? ''));
  return namedUnits.has(word) && after.length === 0;
}

/** Number, direction, name, kind, direction: words in the middle of the name stay, as Publication 28 wants it. */
function writeStreet(words: readonly string[]): readonly string[] {
  const start = /\d/u.test(words[0] ?? '') ? 1 : 0;
  const written = [...words];
  let end = written.length - 1;
  const shorten = (place: number, table: ReadonlyMap<string, string>): boolean => {
    const short = table.get(written[place] ?? '');
    if (short !== undefined) written[place] = short;
    return short !== undefined;
  };
  // A name needs a word of its own: North Street is no direction, and Avenue B no kind.
  if (end - start >= 2 && shorten(end, directions)) end -= 1;
  if (end - start >= 1 && shorten(end, streetSuffixes)) end -= 1;
  if (end - start >= 1) shorten(start, directions);
  return written;
}
