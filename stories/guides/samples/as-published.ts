/**
 * The samples are files of this repository, checked and tested as such; a guide shows them with the package's doors instead of its
 * folders. Not a sample.
 */
const doors: Readonly<Record<string, string>> = {
  '../../../src/protocol/index.ts': 'citizen-id-form/protocol',
  '../../../src/testing/index.ts': 'citizen-id-form/testing',
  '../../../src/host/index.ts': 'citizen-id-form/host',
  '../../../src/standard/index.ts': 'citizen-id-form/standard',
  '../../../src/form/fallback.ts': 'citizen-id-form/fallback',
};

/** The text of a sample, as it stands in a project of yours. */
export function asPublished(sample: string): string {
  return Object.entries(doors).reduce((text, [folder, door]) => text.replaceAll(`'${folder}'`, `'${door}'`), sample);
}
