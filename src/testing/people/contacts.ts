/**
 * E-mail addresses and telephone numbers nobody has: mailboxes at example.org and example.com, numbers from Ofcom's drama ranges. A
 * private one is given out once; where the ranges run out, people simply have none.
 */
import type { PersonDetails } from './person.ts';
import type { Random } from './random.ts';

/** Whose mailbox it is, as far as the address tells. */
export type MailboxOwner = Partial<Pick<PersonDetails, 'given' | 'family' | 'dateOfBirth'>>;

/** Gives out contacts; the same generator and order give the same ones. */
export interface ContactBook {
  /** A mailbox of one person, half of them made from the name; or of a household where only a surname is known. */
  readonly emailAddress: (owner: MailboxOwner) => string;
  /** Nothing once all are given out. As typed, without a pattern. */
  readonly mobile: () => string | undefined;
  readonly landline: () => string | undefined;
}

/** Ofcom's ranges for drama, in national form, each followed by three digits. */
const mobileRange = '07700 900';
const landlineRanges = [
  '0113 496 0',
  '0114 496 0',
  '0115 496 0',
  '0116 496 0',
  '0117 496 0',
  '0118 496 0',
  '0121 496 0',
  '0131 496 0',
  '0141 496 0',
  '0151 496 0',
  '0161 496 0',
  '020 7946 0',
  '0191 498 0',
  '029 2018 0',
  '01632 960',
];

const handles =
  'bluefox kitesurfer tealeaf moonpebble rustybike mapleleaf nightowl redkettle quietgarden oldharbour sunnyside pixelcat'.split(
    ' ',
  );

/** A contact book that draws from `random`. */
export function createContactBook(random: Random): ContactBook {
  const taken = new Set<string>();
  return {
    mobile: createNumbers([mobileRange], random),
    landline: createNumbers(landlineRanges, random),
    emailAddress: (owner) => {
      for (;;) {
        const address = drawAddress(owner, random);
        if (taken.has(address)) continue;
        taken.add(address);
        return address;
      }
    },
  };
}

/** The four digits keep two seeds' people of one name from sharing a mailbox by accident. */
function drawAddress({ given, family, dateOfBirth }: MailboxOwner, random: Random): string {
  const number = random.integer(1000, 9999);
  const domain = random.pick(['example.org', 'example.com']);
  const [forename, surname] = [plain(given), plain(family)];
  if (forename === '') return `${surname === '' ? 'home' : surname}.family${number}@${domain}`;
  if (random.chance(0.4)) return `${random.pick(handles)}${number}@${domain}`;
  const locals = [
    `${forename}.${surname}`,
    `${forename.slice(0, 1)}.${surname}`,
    `${forename}${surname.slice(0, 1)}`,
    `${surname}.${forename}`,
  ];
  const local = random.pick(locals).replace(/^\.|\.$/gu, '');
  return `${local}${random.chance(0.3) ? (dateOfBirth?.year ?? '') : ''}.${number}@${domain}`;
}

/** What of a name mail software takes: a to z. */
function plain(name: string | undefined): string {
  return (name ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/gu, '');
}

/** Gives out every number of the ranges once, striding through them from a drawn start: as good as shuffled, at no cost. */
function createNumbers(ranges: readonly string[], random: Random): () => string | undefined {
  const count = ranges.length * 1000;
  const start = random.integer(0, count - 1);
  // A prime that divides no number of ranges: every number comes once before any comes again.
  const stride = 7919;
  let given = 0;
  return () => {
    if (given === count) return undefined;
    const number = (start + given++ * stride) % count;
    return `${ranges[Math.floor(number / 1000)] ?? ''}${String(number % 1000).padStart(3, '0')}`;
  };
}
