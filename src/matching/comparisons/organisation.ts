/**
 * Compares organisations by their names, legal form apart: "Featherby & Sons Ltd" is "FEATHERBY AND SONS LIMITED". Legal and trading
 * name are either's name. Not the organisation's numbers: those are identifiers.
 */
import type { MatchIdentity } from '../match-record.ts';
import type { LevelLabel } from '../model.ts';
import { alignmentDistance, jaroWinklerSimilarity } from '../string-distance.ts';
import { beginningOf, createWords, toWords, type Words } from '../words.ts';
import { domainOfRole } from './email-address.ts';

/** Every name it goes by, the legal one first, without legal forms. */
export interface PreparedOrganisation {
  readonly key: string;
  readonly names: readonly Words[];
}

const legalForms = new Set(
  (
    'ltd limited plc llp lp llc inc incorporated corp corporation co company cic cio gmbh pllc pa pc trust charity cyf ' +
    'dba ta trading as and the of uk'
  ).split(' '),
);

/** Forms that hardly any person's name ends in: a record without a kind that carries one is an organisation's. */
const tellingForms = new Set('ltd limited plc llp llc inc incorporated corp corporation cic pllc cyf gmbh'.split(' '));

/** The organisation of an identity; nothing where it is a person's. */
export function prepareOrganisation(identity: MatchIdentity): PreparedOrganisation | undefined {
  const texts = organisationNames(identity);
  const names = texts.flatMap((text) => {
    const words = toWords(text);
    return words ? [withoutLegalForms(words)] : [];
  });
  return names.length === 0 ? undefined : { key: names.map(({ form }) => form).join('|'), names };
}

/** Trades and kinds of place that hardly any surname is: words of a firm's name, where its legal form was left out too. */
const trades = new Set(
  (
    'plumbing heating plumbers electrical electricals joinery roofing scaffolding landscapes landscaping flooring glazing windows kitchens bathrooms ' +
    'motors tyres autos taxis cabs haulage transport logistics removals catering cafe restaurant pizza tandoori takeaway bakery bakers butchers ' +
    'newsagents stores supermarket pharmacy opticians florist florists jewellers furnishings bookshop hairdressers barbers salon nails beauty ' +
    'fitness gym cleaning laundry laundrette lettings properties developments construction constructions builders contractors holdings investments ' +
    'accountants accountancy solicitors recruitment consulting consultants consultancy marketing software systems solutions services events ' +
    'nursery academy school council trust association club society centre studio practice surgery clinic foundation ministries ' +
    'garage design designs property management residents housing dental charitable t/a'
  ).split(' '),
);

/** `Thornmere & Lockwood`: partners. A couple has a surname besides. */
const partners = /^\p{L}{3,} (?:&|and) \p{L}{3,}$/iu;

/** What follows a name or several: `& Sons`, `and Co`. */
const following = /(?:&|\band) (?:co|company|sons?|daughters?|partners|associates)\b/iu;
/** Two words of which each alone may be a surname. */
const phrases = /\b(?:food bank|(?:nail|fish|wine|coffee|sandwich) bar|(?:baptist|methodist|parish|community) church)\b/iu;

/**
 * Whether a name holds a legal form, a trade or what follows a firm's name, which people's names do not, or is two partners'. Not the first
 * word, which may be anything. Asked of every record: no folding.
 */
export function looksLikeOrganisation(name: string): boolean {
  const text = beginningOf(name).trim();
  let from = text.indexOf(' ');
  if (from < 0) return false;
  while (from >= 0) {
    const to = text.indexOf(' ', from + 1);
    const word = text
      .slice(from + 1, to < 0 ? text.length : to)
      .toLowerCase()
      .replace(/[.,()]/g, '');
    if (tellingForms.has(word) || trades.has(word)) return true;
    from = to;
  }
  if (/&|and /i.test(text) && (following.test(text) || partners.test(text))) return true;
  return /ba[rn]|church/i.test(text) && phrases.test(text);
}

/** Shorter beginnings of a domain are like many a name's. */
const leastStem = 4;

/**
 * Whether a role's mailbox is at the domain of this name, which ends in a trade or a legal form: `Golde nAcademy` at
 * `info@goldenacademy.example.com`. Then the name is an organisation's however it is spelled.
 */
export function hasOwnDomain(name: string, emailAddress: string): boolean {
  const [label = ''] = (domainOfRole(emailAddress) ?? '').split('.', 1);
  const stem = stemOf(label.replaceAll('-', ''));
  const form = stem.length < leastStem ? undefined : toWords(name)?.form;
  return form !== undefined && alignmentDistance(form.slice(0, stem.length), stem, 1) <= 1;
}

/** What stands before the trade or legal form that a label ends in; empty where it ends in none. */
function stemOf(label: string): string {
  for (let from = leastStem; from < label.length - 2; from++) {
    const ending = label.slice(from);
    if (tellingForms.has(ending) || trades.has(ending)) return label.slice(0, from);
  }
  return '';
}

/** Where a source keeps an organisation as it keeps people, its name stands in the parts of a person's. */
function organisationNames({ name, organisation }: MatchIdentity): readonly string[] {
  const asPerson = name?.full ?? [name?.given, name?.middle, name?.family].filter((part) => part !== undefined).join(' ');
  return [organisation?.legalName ?? '', organisation?.tradingName ?? '', asPerson].filter((text) => text !== '');
}

function withoutLegalForms(words: Words): Words {
  const telling = words.words.filter((word) => !legalForms.has(word));
  return telling.length === 0 ? words : createWords([telling.join('')], telling);
}

/** The best level of any name of one with any of the other. */
export function compareOrganisations(a: PreparedOrganisation, b: PreparedOrganisation): LevelLabel<'organisation-name'> {
  let best = 4;
  for (const left of a.names) for (const right of b.names) best = Math.min(best, compareOrganisationNames(left, right));
  return levels[best] ?? 'differ';
}

const levels = ['exact', 'near', 'part', 'weak', 'differ'] as const;

function compareOrganisationNames(left: Words, right: Words): number {
  if (left.form === right.form) return 0;
  const length = Math.max(left.form.length, right.form.length);
  const limit = length >= 12 ? 3 : length >= 6 ? 2 : 1;
  if (alignmentDistance(left.form, right.form, limit) <= limit) return 1;
  const shared = countShared(left.words, right.words);
  const [shorter, longer] = [left.words.length, right.words.length].sort((a, b) => a - b);
  if (shared === longer || (shared === shorter && shared > 1)) return shared === longer ? 1 : 2;
  if (isAcronym(left, right) || isAcronym(right, left) || (shared === shorter && shared > 0)) return 2;
  return shared > 0 || jaroWinklerSimilarity(left.form, right.form) >= 0.88 ? 3 : 4;
}

/** Words of one that the other has too, one slip in a longer word allowed. */
function countShared(words: readonly string[], others: readonly string[]): number {
  return words.filter((word) =>
    others.some((other) => other === word || (word.length > 4 && alignmentDistance(word, other, 1) <= 1)),
  ).length;
}

function isAcronym({ form }: Words, { words }: Words): boolean {
  return words.length > 2 && form === words.map((word) => word.charAt(0)).join('');
}
