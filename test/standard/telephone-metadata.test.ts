import { readFileSync } from 'node:fs';
import everyPlan from 'libphonenumber-js/max/metadata';
import { expect, it } from 'vitest';

/** The countries whose plans a browser loads first. */
const countries = ['GB', 'GG', 'IE', 'IM', 'JE', 'US'];
const file = new URL('../../src/standard/telephone-metadata.ts', import.meta.url);

function cutToCountries() {
  const callingCodes = Object.entries(everyPlan.country_calling_codes)
    .map(([callingCode, sharing]) => [callingCode, sharing.filter((country) => countries.includes(country))] as const)
    .filter(([, sharing]) => sharing.length > 0);
  return {
    version: everyPlan.version,
    country_calling_codes: Object.fromEntries(callingCodes),
    countries: Object.fromEntries(Object.entries(everyPlan.countries).filter(([country]) => countries.includes(country))),
    nonGeographic: {},
  };
}

it('the telephone metadata are those of the installed library, cut to six countries', async () => {
  const head = readFileSync(file, 'utf8').split('// prettier-ignore')[0] ?? '';
  const expected = `${head}// prettier-ignore\nexport const telephoneMetadata: MetadataJson = ${JSON.stringify(cutToCountries())};\n`;
  await expect(expected).toMatchFileSnapshot('../../src/standard/telephone-metadata.ts');
});
