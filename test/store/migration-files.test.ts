/** The migrations as files: their numbers, and that one that has landed never changes: a database that has it would be refused. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../src/store/migrations/', import.meta.url);
const names = readdirSync(folder).sort();

/** The first 16 hexadecimal digits of each landed file's SHA-256, in order. A new migration adds its own; no line is ever changed. */
const landed = [
  'e0c644f4ceda8f80',
  '0e073c434818647b',
  '2d898d95215849d2',
  '00c01dfcb0b2e2ce',
  '8956940e8e598938',
  '55125db23ef4febd',
  '0deae5181c8cf2d2',
  'ce28c782ef4fd368',
  '29d251ee54bff2fc',
];

describe('Migration files', () => {
  it('are numbered from 1 without a gap or a number used twice', () => {
    expect(names.map((name) => Number.parseInt(name, 10))).toEqual(names.map((_, index) => index + 1));
  });

  it('that have landed are as they were', () => {
    const digests = names.map((name) =>
      createHash('sha256')
        .update(readFileSync(new URL(name, folder)))
        .digest('hex')
        .slice(0, 16),
    );
    expect(digests).toEqual(landed);
  });

  it('take nothing away that a process of the version before still uses', () => {
    const takesAway = /\b(?:drop|rename|alter\s+column)\b/i;
    // What asks for less, and the order of an index, no statement sees.
    const harmless = /\bdrop constraint \w+|\balter column \w+ type text collate "C"/gi;
    const statements = (name: string) => readFileSync(new URL(name, folder), 'utf8').replace(/--.*$/gm, '').replace(harmless, '');
    expect(names.filter((name) => takesAway.test(statements(name)))).toEqual([]);
  });
});
