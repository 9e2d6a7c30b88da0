/**
 * Compares postal addresses, postcode included, as ONE place: taken apart they would count one agreement twice. Numbers are
 * compared as a set ("Flat 2, 14 High Street" is "14 High St, Flat 2"), words leniently, the town hardly. Not geocoding.
 */
import type { PostalAddress } from '../../standard/identity.ts';
import type { LevelLabel } from '../model.ts';
import { alignmentDistance } from '../string-distance.ts';
import { beginningOf, wordsIn } from '../words.ts';

/** `words` name the street or house, `extraWords` the town and region, which may be missing or stand in a line. */
export interface PreparedPlace {
  readonly postcode: string | undefined;
  /** House, flat and lettered parts, sorted: 14A is `14` and `a`. */
  readonly numbers: readonly string[];
  readonly words: readonly string[];
  readonly extraWords: readonly string[];
  readonly uprn: string | undefined;
  /** The same for places written alike: postcode, numbers and words. */
  readonly key: string;
  /** Words that tell streets apart: kinds of street and the town left out; and the kinds. */
  readonly telling: readonly string[];
  readonly kinds: readonly string[];
}

type Nearness = 'same' | 'near' | 'other' | 'unknown';

/** Long forms to short ones. Saint and street both end as `st`, on both sides alike, so that neither has to be told apart. */
const abbreviations = new Map(
  (
    'road rd,street st,str st,saint st,avenue ave,av ave,lane ln,drive dr,drv dr,close cl,court ct,crescent cres,cresc cres,crt ct,place pl,' +
    'gardens gdns,garden gdns,gdn gdns,grove gr,grv gr,square sq,terrace ter,terr ter,park pk,mount mt,north n,south s,east e,west w,' +
    'green grn,hill hl,house hse,building bldg,buildings bldg,mews ms,parade pde,walk wlk,way wy,view vw,rise rs,row rw,upper up,lower lr,' +
    'cottage cott,cottages cott,apartments apts,mansions mans,estate est,industrial ind,heights hts,villas vlls,yard yd,and n'
  )
    .split(',')
    .map((pair): [string, string] => {
      const [long = '', short = ''] = pair.split(' ');
      return [long, short];
    }),
);

/** Words for "a part of the house", which people write or leave out; the number beside them stays. */
const unitWords = new Set('flat flt fl apartment apt unit room rm no number house hse floor the of at'.split(' '));
const floorWords = new Set('ground first second third top basement gf gff tff upstairs downstairs'.split(' '));

/** Kinds of street: two streets that agree in these alone do not agree. */
const streetKinds = new Set([...abbreviations.values()]);

export function preparePostalAddress(address: PostalAddress | undefined): PreparedPlace | undefined {
  // People without an address do not live together for it.
  if (address === undefined || address.kind === 'no-fixed-address') return undefined;
  const [lineNumbers, lineWords]: [string[], string[]] = [[], []];
  for (const line of [address.line1, address.line2]) sortWords(line, lineNumbers, lineWords);
  const extraWords = held([...placeWords(address.town), ...placeWords(address.region)]);
  const postcode = address.postcode === undefined ? undefined : compactPostcode(address.postcode);
  const [numbers, words] = [held(lineNumbers.sort()), held(lineWords)];
  const place = {
    postcode: postcode === '' ? undefined : postcode,
    numbers,
    words,
    extraWords,
    uprn: address.uprn,
    key: `${postcode ?? ''}|${numbers.join('.')}|${words.join(' ')}|${address.uprn ?? ''}`,
    telling: held(words.filter((word) => !streetKinds.has(word) && !extraWords.includes(word))),
    kinds: heldKinds(words.filter((word) => streetKinds.has(word))),
  };
  const isEmpty = place.postcode === undefined && words.length === 0 && numbers.length === 0 && place.uprn === undefined;
  return isEmpty ? undefined : place;
}

const none: readonly string[] = [];

/** A list to be kept: one that was put together word by word has room for seventeen. */
function held(list: readonly string[]): readonly string[] {
  return list.length === 0 ? none : list.slice();
}

const singleKinds = new Map([...streetKinds].map((kind): [string, readonly string[]] => [kind, [kind]]));

/** Most streets are of one kind, and there are few of those. */
function heldKinds(kinds: readonly string[]): readonly string[] {
  const [only] = kinds;
  return (kinds.length === 1 && only !== undefined ? singleKinds.get(only) : undefined) ?? held(kinds);
}

export function comparePlaces(a: PreparedPlace, b: PreparedPlace): LevelLabel<'place'> | undefined {
  if (a.uprn !== undefined && a.uprn === b.uprn) return 'exact';
  if (a === b) return a.words.length + a.numbers.length === 0 ? 'postcode' : a.postcode === undefined ? 'address' : 'exact';
  const postcode = comparePostcodes(a.postcode, b.postcode);
  const address = compareLines(a, b);
  if (address === 'unknown')
    return postcode === 'unknown' ? undefined : postcode === 'same' ? 'postcode' : postcode === 'near' ? 'weak' : 'differ';
  if (postcode === 'same') return address === 'same' ? 'exact' : address === 'near' ? 'strong' : 'postcode';
  if (address === 'same') return postcode === 'near' ? 'strong' : 'address';
  if (address === 'near') return postcode === 'other' ? 'differ' : 'weak';
  return postcode === 'near' ? 'weak' : 'differ';
}

/** Near: one character wrong, or the same sector (all but the last two letters). */
function comparePostcodes(left: string | undefined, right: string | undefined): Nearness {
  if (left === undefined || right === undefined) return 'unknown';
  if (left === right) return 'same';
  return left.slice(0, -2) === right.slice(0, -2) || alignmentDistance(left, right, 1) <= 1 ? 'near' : 'other';
}

/** The lines without postcode: numbers as a set, and the share of the shorter side's words that the other has too. */
function compareLines(a: PreparedPlace, b: PreparedPlace): Nearness {
  if (a.words.length + a.numbers.length === 0 || b.words.length + b.numbers.length === 0) return 'unknown';
  const numbers = compareNumbers(a.numbers, b.numbers);
  if (numbers === 'other') return 'other';
  const shared = shareOfWords(a, b);
  if (shared === 1) return numbers === 'same' || numbers === 'unknown' ? 'same' : 'near';
  // Where neither has a number (a named house), the name is all there is.
  return shared >= (numbers === 'unknown' ? 0.7 : 0.5) ? 'near' : 'other';
}

/** Near: one side leaves out the flat, or the lettered part. */
function compareNumbers(left: readonly string[], right: readonly string[]): Nearness {
  if (left.length === 0 && right.length === 0) return 'unknown';
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
  if (shorter.some((number) => !longer.includes(number))) return 'other';
  return shorter.length === longer.length ? 'same' : 'near';
}

/** 0 to 1; kinds of street count for nothing, so that Oak Road and Oak Close are near and Oak Road and Elm Road are not. */
function shareOfWords(a: PreparedPlace, b: PreparedPlace): number {
  const [ours, theirs] = [a.telling.length, b.telling.length];
  if (Math.min(ours, theirs) === 0) return ours === theirs ? 1 : 0;
  // Of two equally long, each is looked for in the other: the same share from either side.
  const found = Math.max(ours <= theirs ? shareFound(a, b) : 0, theirs <= ours ? shareFound(b, a) : 0);
  if (found < 1) return found;
  return kindsContradict(a.kinds, b.kinds) ? 0.75 : 1;
}

function shareFound(shorter: PreparedPlace, longer: PreparedPlace): number {
  let found = 0;
  for (const word of shorter.telling) if (hasWord(longer.telling, word) || hasWord(longer.extraWords, word)) found++;
  return found / shorter.telling.length;
}

/** Oak Road and Oak Close are two streets; Oak Road and Oak may be one. */
function kindsContradict(ours: readonly string[], theirs: readonly string[]): boolean {
  return ours.length > 0 && theirs.length > 0 && !ours.some((kind) => theirs.includes(kind));
}

function hasWord(words: readonly string[], word: string): boolean {
  for (const other of words) if (other === word || areNearWords(word, other)) return true;
  return false;
}

/** One edit from four letters up, two where either has seven. */
function areNearWords(word: string, other: string): boolean {
  if (word.length < 4 || other.length < 4) return false;
  const limit = Math.max(word.length, other.length) >= 7 ? 2 : 1;
  return alignmentDistance(word, other, limit) <= limit;
}

function compactPostcode(postcode: string): string {
  if (/^[A-Z\d ]*$/.test(postcode)) return postcode.replaceAll(' ', '');
  return beginningOf(postcode)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toUpperCase();
}

function placeWords(text: string | undefined): readonly string[] {
  return text === undefined ? [] : wordsIn(text).map((word) => abbreviations.get(word) ?? word);
}

/** Sorts the words of a line into numbers (with their letters), each once, and words; words for "flat" go. */
function sortWords(line: string | undefined, numbers: string[], words: string[]): void {
  if (line === undefined) return;
  for (const word of wordsIn(line)) {
    const sorted = sortWord(word);
    if (sorted.word !== undefined) words.push(sorted.word);
    for (const number of sorted.numbers) if (!numbers.includes(number)) numbers.push(number);
  }
}

/** What a word of a line is. */
interface SortedWord {
  readonly word?: string;
  readonly numbers: readonly string[];
}

const sortedWords = new Map<string, SortedWord>();
/** Bounded: a server that runs for months must not remember every street it ever saw. */
const mostSortedWords = 50_000;

function sortWord(text: string): SortedWord {
  const known = sortedWords.get(text);
  if (known) return known;
  const sorted = sortAnew(abbreviations.get(text) ?? text);
  if (sortedWords.size >= mostSortedWords) sortedWords.clear();
  if (text.length <= 30) sortedWords.set(text, sorted);
  return sorted;
}

function sortAnew(word: string): SortedWord {
  if (unitWords.has(word)) return { numbers: [] };
  const number = /^([a-z]?)(\d+)([a-z]?)$/u.exec(word);
  if (number) return { numbers: number.slice(1).filter((part) => part !== '') };
  if (/^[a-z]$/u.test(word) && !['n', 's', 'e', 'w'].includes(word)) return { numbers: [word] };
  return floorWords.has(word) ? { numbers: [] } : { word, numbers: [] };
}
