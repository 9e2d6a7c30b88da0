/** Freezes the present edition of the standard: `npm run standard:edition`. An edition that is frozen already stays as it is. */
import { existsSync, writeFileSync } from 'node:fs';
import { describePresentEdition } from './present-edition.ts';

const edition = describePresentEdition();
const file = new URL(`../../src/standard/editions/${edition.standardVersion}.json`, import.meta.url);
if (existsSync(file)) {
  console.error(`Edition ${edition.standardVersion} is frozen. Give src/standard/version.ts a new version first.`);
  process.exitCode = 1;
} else {
  writeFileSync(file, `${JSON.stringify(edition, undefined, 2)}\n`);
}
