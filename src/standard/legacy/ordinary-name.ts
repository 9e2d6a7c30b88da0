/**
 * Reads the name that most records hold, a forename and a surname of one plain word each, word by word: no rule of name.ts looks at two
 * such words together. Words are remembered, as most names are many people's. What is not so plain is name.ts's.
 */
import type { CustomerKind } from '../identity.ts';
import type { Change, Normalised } from './change.ts';
import type { Columns } from './legacy-identity.ts';
import { isPlaceholder } from './legacy-text.ts';
import { fixLetterCase } from './letter-case.ts';
import type { LegacyName } from './name.ts';
import { mayBeOrganisations } from './organisation-words.ts';

const otherParts = ['name.middle', 'name.suffix', 'name.full'] as const;

/** The name of these columns; nothing where it is of another kind. */
export function readOrdinaryName(columns: Columns, kind?: CustomerKind): Normalised<LegacyName> | undefined {
  const { 'name.given': given = '', 'name.family': family = '' } = columns;
  if (given === '' || family === '' || kind === 'organisation' || otherParts.some((part) => columns[part])) return undefined;
  const name = { given: readWord(given), family: readWord(family) };
  if (name.given === undefined || name.family === undefined) return undefined;
  const changes: Change[] = [];
  if (name.given !== given) changes.push({ path: 'name.given', from: given, to: name.given, code: 'name/letter-case' });
  if (name.family !== family) changes.push({ path: 'name.family', from: family, to: name.family, code: 'name/letter-case' });
  return { value: { name: { given: name.given, family: name.family } }, changes };
}

const plainWord = /^[a-z]{1,30}$/i;

const known = new Map<string, string | undefined>();
/** Bounded: a server that runs for months must not remember every name it ever saw. */
const mostKnown = 100_000;

/** A word as names are written; nothing where rules may look at it. */
function readWord(text: string): string | undefined {
  const found = known.get(text);
  if (found !== undefined || known.has(text)) return found;
  const isOrdinary = plainWord.test(text) && !isPlaceholder(text) && !mayBeOrganisations(text);
  const written = isOrdinary ? fixLetterCase(text) : undefined;
  if (known.size >= mostKnown) known.clear();
  if (text.length <= 30) known.set(text, written);
  return written;
}
