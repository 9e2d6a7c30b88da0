/**
 * What the standard costs: microseconds to parse a whole identity, kilobytes in a page's first load, and that every parser takes
 * linear time on hostile text, timed at 1, 10 and 100 times a length. Prints figures; gates nothing on the clock.
 *
 *   npm run bench:standard
 */
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { fieldsByName } from '../../src/standard/fields/all-fields.ts';
import type { Field } from '../../src/standard/fields/field.ts';
import { parseIdentity, type Entries } from '../../src/standard/identity.ts';
import { profiles } from '../../src/standard/profiles.ts';
import type { Profile } from '../../src/standard/profiles/profile.ts';

const today = { year: 2025, month: 6, day: 15 };

const typedInUnitedKingdom: Entries = {
  'name.given': 'Zoë',
  'name.family': 'O’Example',
  'dateOfBirth.day': '27',
  'dateOfBirth.month': '3',
  'dateOfBirth.year': '1985',
  'postalAddress.line1': '1 Example Street',
  'postalAddress.town': 'Sampleton',
  'postalAddress.postcode': 'ls14ap',
  emailAddress: 'zoe@example.com',
  telephoneNumber: '07700 900123',
};

const typedInFlorida: Entries = {
  ...typedInUnitedKingdom,
  'postalAddress.region': 'Florida',
  'postalAddress.postcode': '32399-0001',
  telephoneNumber: '(850) 555-0100',
};

/** Ofcom's drama numbers are known without the library; this is the library's own example of a mobile number, which it judges. */
const withJudgedNumber: Entries = { ...typedInUnitedKingdom, telephoneNumber: '07400 123456' };

/** Median microseconds of one call, over 2,000 after a warming up of as many. */
function medianMicroseconds(run: () => unknown): number {
  const times = Array.from({ length: 4_000 }, () => {
    const start = process.hrtime.bigint();
    run();
    return Number(process.hrtime.bigint() - start) / 1_000;
  });
  return times.slice(2_000).toSorted((a, b) => a - b)[1_000] ?? NaN;
}

function printWholeIdentity(): void {
  const whole: readonly (readonly [string, Entries, Profile])[] = [
    ['gb', typedInUnitedKingdom, profiles.gb],
    ['gb, number judged by its plan', withJudgedNumber, profiles.gb],
    ['us-fl', typedInFlorida, profiles['us-fl']],
  ];
  for (const [name, entries, profile] of whole) {
    const parsed = parseIdentity(entries, profile, { today });
    const median = medianMicroseconds(() => parseIdentity(entries, profile, { today }));
    console.log(`whole identity, ${name}: median ${median.toFixed(1)} µs (${parsed.ok ? 'accepted' : 'refused'})`);
  }
}

async function printWeight(): Promise<void> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { parseIdentity, formatIdentity } from './identity.ts';
        export { gb } from './profiles/gb.ts';
        export { describeIssue, loadMessages, text } from './messages.ts';`,
      resolveDir: fileURLToPath(new URL('../../src/standard/', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    splitting: true,
    outdir: 'out',
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
  });
  const first = outputFiles.find(({ path }) => path.endsWith('stdin.js'));
  console.log(
    `share of a page's first load: ${(gzipSync(first?.text ?? '', { level: 9 }).length / 1_000).toFixed(1)} KB gzipped`,
  );
}

const hostileUnits = ['a', '1', ' ', '\u200b', '\u0316\u0300', '\ud800', 'a.', '@', 'NFA, ', '(', '+', '٣'];

/** Of the first entry of each field, the slowest unit: milliseconds at 10,000, 100,000 and 1,000,000 UTF-16 units. */
function printHostile(field: Field, profile: Profile): void {
  const time = (unit: string, length: number) => {
    const entries = { [field.entries[0]]: unit.repeat(length / unit.length) };
    const start = process.hrtime.bigint();
    field.parse(entries, { profile, today });
    return Number(process.hrtime.bigint() - start) / 1_000_000;
  };
  const rows = hostileUnits.map((unit) => ({ unit, times: [10_000, 100_000, 1_000_000].map((length) => time(unit, length)) }));
  const slowest = rows.toSorted((a, b) => (b.times[2] ?? 0) - (a.times[2] ?? 0))[0];
  const told = slowest?.times.map((milliseconds) => milliseconds.toFixed(2).padStart(9)).join('') ?? '';
  console.log(`${field.name.padEnd(28)}${told}   ${JSON.stringify(slowest?.unit)}`);
}

printWholeIdentity();
await printWeight();
console.log('\nhostile text, milliseconds at  10,000   100,000 1,000,000   slowest unit');
for (const field of Object.values(fieldsByName)) {
  field.parse({}, { profile: profiles['us-fl'], today });
  printHostile(field, profiles['us-fl']);
}
