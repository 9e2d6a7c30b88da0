/**
 * Validation corpora written by others. They are not part of the repository: `CITIZEN_ID_CORPORA` names the folder that
 * holds them, and without it the tests over them are skipped, saying so.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env['CITIZEN_ID_CORPORA'];

export const hasCorpora = folder !== undefined;

/** What to say in the name of a suite that runs only with the corpora. */
export const corporaNote = '(needs the corpora: CITIZEN_ID_CORPORA names their folder)';

/** One file of the corpora, as JSON. */
export function readCorpus(file: string): unknown {
  return JSON.parse(readFileSync(join(folder ?? '', file), 'utf8'));
}
