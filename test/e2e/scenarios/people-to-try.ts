/** The people whom `npm start` prints: typed as printed, each is one whom the index knows. */
import { describe, expect, it } from 'vitest';
import type { Entries } from '../../../src/standard/identity.ts';
import { missedBin, openCase, seeCase } from '../pages.ts';
import { withPage, type World } from '../world.ts';

const line =
  /^ {2}(?<given>.+) (?<family>\S+), born (?<day>\d+) (?<month>\w+) (?<year>\d{4}), (?<address>.+), (?<town>[^,\n]+), (?<postcode>[^,\n]+)$/gm;

function readPrinted(printed: string): readonly Entries[] {
  return [...printed.matchAll(line)].map(({ groups = {} }) => ({
    'name.given': groups['given'] ?? '',
    'name.family': groups['family'] ?? '',
    'dateOfBirth.day': groups['day'] ?? '',
    'dateOfBirth.month': groups['month'] ?? '',
    'dateOfBirth.year': groups['year'] ?? '',
    'postalAddress.line1': groups['address'] ?? '',
    'postalAddress.town': groups['town'] ?? '',
    'postalAddress.postcode': groups['postcode'] ?? '',
  }));
}

export function describePeopleToTry(world: () => World): void {
  describe('what npm start prints', () => {
    it('names three synthetic people, whom the index finds when they are typed in as printed', async () => {
      const { url, printed } = world().demo;
      const text = await printed();
      expect(text).toMatch(/synthetic people to try/);
      const people = readPrinted(text);
      expect(people).toHaveLength(3);
      for (const entries of people) {
        const caseNumber = await withPage(world(), (page) => openCase(page, { url, service: missedBin, entries }));
        expect((await seeCase(url, caseNumber)).state).toBe('existing');
      }
    });
  });
}
