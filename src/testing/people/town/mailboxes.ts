/**
 * Gives out mailboxes and telephone numbers, a private one once only. Mailboxes are below example.com, example.org and example.net, which
 * lead nowhere. There are not enough numbers set aside for fiction for a whole town: these are drawn from 071 mobiles, from 01632, an area
 * code without an area, and from 555 exchanges. They are for machines to compare, not for anybody to dial.
 */
import type { Random } from '../random.ts';
import type { Setting } from './setting.ts';

/** Whose mailbox it is. */
export interface MailboxOwner {
  readonly given: string;
  readonly family?: string;
  readonly year: number;
}

export interface ContactBook {
  /** `isNamed`: made of the owner's name. */
  readonly mailbox: (owner: MailboxOwner, isNamed: boolean) => string;
  readonly organisationMailbox: (name: string) => string;
  /** Digits with a leading 0; ten digits in Florida. */
  readonly mobile: () => string;
  readonly landline: () => string;
}

const providers = [
  'mail.example.com',
  'post.example.org',
  'inbox.example.net',
  'web.example.com',
  'home.example.org',
  'box.example.net',
  'example.com',
];
const handles = (
  'bluefox kitesurfer tealeaf moonpebble rustybike mapleleaf nightowl redkettle quietgarden oldharbour sunnyside pixelcat dragonfly biscuit thunder ' +
  'rainbow guitarman footy gooner darkstar lilbear sweetpea ladybird captain wizard sparkle gamer crafty baker runner cyclist angler rockchick dancer'
).split(' ');
const seconds = 'lover fan girl boy star queen king 4ever mum dad uk xx one life home zone world joy'.split(' ');
const floridaAreas = [239, 305, 321, 352, 386, 407, 561, 727, 754, 772, 786, 813, 850, 863, 904, 941, 954];

/** A contact book that draws from `random`. */
export function createContactBook(setting: Setting, random: Random): ContactBook {
  const taken = new Set<string>();
  const once = (draw: (attempt: number) => string): string => {
    for (let attempt = 0; ; attempt++) {
      const value = draw(attempt);
      if (taken.has(value)) continue;
      taken.add(value);
      return value;
    }
  };
  const number = (british: string, digits: number): string =>
    once(() =>
      setting === 'florida'
        ? `${random.pick(floridaAreas)}${random.pick([555, 556, 557, 558])}${digitsOf(random, 4)}`
        : british + digitsOf(random, digits),
    );
  return {
    mailbox: (owner, isNamed) =>
      once(
        (attempt) =>
          `${isNamed ? namedLocal(owner, attempt, random) : freeLocal(attempt, random)}@${random.pickSkewed(providers, 1)}`,
      ),
    organisationMailbox: (name) =>
      once(
        (attempt) =>
          `${random.pickSkewed(['info', 'office', 'enquiries', 'admin', 'accounts', 'hello'], 1)}@${plain(name)}${attempt || ''}.example.com`,
      ),
    mobile: () => number('071', 8),
    landline: () => number('01632', 6),
  };
}

/** What of a name mail software takes: a to z. */
export function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/gu, '');
}

function namedLocal({ given, family = '', year }: MailboxOwner, attempt: number, random: Random): string {
  const [forename, surname] = [plain(given) || 'me', plain(family)];
  const initial = forename.slice(0, 1);
  const local = random
    .pickSkewed(
      [
        `${forename}.${surname}`,
        `${forename}${surname}`,
        `${initial}.${surname}`,
        `${initial}${surname}`,
        `${forename}_${surname}`,
        `${surname}.${forename}`,
        `${forename}${surname.slice(0, 1)}`,
      ],
      2,
    )
    .replace(/^[._]|[._]$/gu, '');
  const kind = random.next();
  if (attempt > 2) return local + random.integer(100, 99_999);
  if (kind < 0.3) return local;
  return local + (kind < 0.5 ? year : kind < 0.65 ? String(year).slice(2) : random.integer(1, 99));
}

function freeLocal(attempt: number, random: Random): string {
  const digits = attempt > 2 ? random.integer(1000, 999_999) : random.chance(0.7) ? random.integer(1, 999) : '';
  return random.pick(handles) + (random.chance(0.6) ? random.pick([...handles, ...seconds]) : '') + digits;
}

function digitsOf(random: Random, length: number): string {
  return String(random.integer(0, 10 ** length - 1)).padStart(length, '0');
}
