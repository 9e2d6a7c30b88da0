/**
 * Answers for the stories, out of the standard's own examples: a story shows what the standard accepts and refuses, not
 * what somebody thought it might. Not a story.
 */
import dateOfBirth from '../src/standard/conformance/date-of-birth.json' with { type: 'json' };
import emailAddress from '../src/standard/conformance/email-address.json' with { type: 'json' };
import name from '../src/standard/conformance/name.json' with { type: 'json' };
import postalAddress from '../src/standard/conformance/postal-address.json' with { type: 'json' };
import telephoneNumber from '../src/standard/conformance/telephone-number.json' with { type: 'json' };
import type { Entries } from '../src/standard/identity.ts';

interface Example {
  readonly name: string;
  readonly entries: Readonly<Record<string, string | undefined>>;
  readonly issues?: readonly unknown[];
}

const files: readonly { readonly cases: readonly Example[] }[] = [
  name,
  dateOfBirth,
  postalAddress,
  emailAddress,
  telephoneNumber,
];

/** What was typed in the cases of these names, one of each field. */
function examplesCalled(...names: string[]): Entries {
  const found = names.map((wanted) => {
    const example = files.flatMap(({ cases }) => cases).find((candidate) => candidate.name === wanted);
    if (!example) throw new Error(`the conformance files have no case "${wanted}"`);
    return Object.entries(example.entries).filter((entry): entry is [string, string] => entry[1] !== undefined);
  });
  return Object.fromEntries(found.flat());
}

/** Right in every field. */
export const rightAnswers = examplesCalled('first and last name', 'numbers', 'line 1, town and postcode', 'plain', 'mobile');

/** Wrong in every field. */
export const wrongAnswers = examplesCalled(
  'only punctuation',
  'year of two digits',
  'line 1 missing',
  'no @ sign',
  'a foreign number that is too short',
);
