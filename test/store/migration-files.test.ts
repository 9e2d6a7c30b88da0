/** The migrations as files: their numbers, and that one that has landed never changes: a database that has it would be refused. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../src/store/migrations/', import.meta.url);
const names = readdirSync(folder).sort();

/** The first 16 hexadecimal digits of each landed file's SHA-256, in order. A new migration adds its own; no line is ever changed. */
const landed = [
DIGESTS
];

describe('Migration files', () => {
  it('are numbered from 1 without a gap or a number used twice', () => {
    expect(names.map((name) => Number.parseInt(name, 10))).toEqual(names.map((_, index) => index + 1));
  });

  it('that have landed are as they were', () => {
    const digests = names.map((name) => createHash('sha256').update(readFileSync(new URL(name, folder))).digest('hex').slice(0, 16));
    expect(digests).toEqual(landed);
  });

  it('take nothing away that a process of the version before still uses', () => {
    const takesAway = /\b(?:drop|rename|alter\s+column)\b/i;
    const statements = (name: string) => readFileSync(new URL(name, folder), 'utf8').replace(/--.*$/gm, '');
    expect(names.filter((name) => takesAway.test(statements(name)))).toEqual([]);
  });
});
