/**
 * The addresses that the demo's finder knows: made up, as a council's own gazetteer would have them. In place of this, a council's proxy asks
 * its gazetteer, or a commercial one with a key that no page ever sees.
 */
import type { FoundAddress } from '../../src/protocol/address-finder.ts';

interface Street {
  readonly town: string;
  readonly postcode: string;
  /** First and second lines, in the order of the list. */
  readonly lines: readonly (readonly [string, string?])[];
}

const streets: readonly Street[] = [
  {
    town: 'Leeds',
    postcode: 'LS1 4AP',
    lines: Array.from({ length: 8 }, (_, place) => [`${place + 1} Example Street`] as const),
  },
  {
    town: 'Edinburgh',
    postcode: 'EH1 1YZ',
    lines: Array.from({ length: 6 }, (_, place) => [`Flat ${place + 1}`, '12 Example Court'] as const),
  },
];

/** Numbers of properties that nobody has given out: all begin alike. */
const firstNumber = 999_900_000_001;

const gazetteer = new Map<string, readonly FoundAddress[]>(
  streets.map(({ town, postcode, lines }, street) => [
    postcode.replace(' ', ''),
    lines.map(([line1, line2], place) => ({
      line1,
      ...(line2 === undefined ? {} : { line2 }),
      town,
      postcode,
      uprn: String(firstNumber + street * 100 + place),
    })),
  ]),
);

/** In any case and spacing; none where there are none. */
export function addressesAt(postcode: string): readonly FoundAddress[] {
  return gazetteer.get(postcode.replace(/\s/gu, '').toUpperCase()) ?? [];
}
