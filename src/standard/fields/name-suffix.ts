/**
 * The name as the United States write it: with a suffix that tells a father from his son. Written in many ways and meaning few
 * things, so the usual ones have one spelling; any other is kept as typed.
 */
import type { PersonName } from '../identity.ts';
import { withoutPunctuation } from '../text.ts';
import type { Field } from './field.ts';
import { nameField } from './name.ts';

const spellings: Readonly<Record<string, string>> = {
  JR: 'JR',
  JNR: 'JR',
  JUNIOR: 'JR',
  SR: 'SR',
  SNR: 'SR',
  SENIOR: 'SR',
  II: 'II',
  '2ND': 'II',
  III: 'III',
  '3RD': 'III',
  IV: 'IV',
  '4TH': 'IV',
};

/** The suffixes that have one spelling, for a list to choose from. */
export const usualSuffixes: readonly string[] = [...new Set(Object.values(spellings))];

function withUsualSuffix(name: PersonName): PersonName {
  const key = name.suffix === undefined ? '' : withoutPunctuation(name.suffix).toUpperCase();
  const suffix = Object.hasOwn(spellings, key) ? spellings[key] : undefined;
  return suffix === undefined ? name : { ...name, suffix };
}

/** As the name (name.ts), with `name.suffix` in one spelling where it is `JR`, `SR`, `II`, `III` or `IV`. */
export const suffixedNameField: Field = {
  ...nameField,
  parse: (entries, context) => {
    const parsed = nameField.parse(entries, context);
    return parsed.ok && parsed.value.name ? { ...parsed, value: { name: withUsualSuffix(parsed.value.name) } } : parsed;
  },
};
