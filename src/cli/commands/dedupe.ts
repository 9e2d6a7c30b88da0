/** `citizen-index dedupe`: which records of one file are the same person's. */
import { createCommand, UsageError } from '../command.ts';
import { writeCsv } from '../csv-writing.ts';
import { clusterRows, pairRows } from '../linkage-output.ts';
import { linkageOptions, dedupeRecords, matchingOptions, readRecordFiles } from '../matching-call.ts';

export const dedupeCommand = createCommand({
  summary: 'Finds the records of one file that are the same person.',
  positionals: ['RECORDS.csv'],
  options: { ...matchingOptions, ...linkageOptions },
  async run(call, terminal) {
    const out = call.requiredText('out');
    const pairs = call.text('pairs');
    const precision = call.number('precision', { least: 0.5, below: 1 }) ?? 0.999;
    if ([out, pairs].includes(call.positionals[0])) throw new UsageError('--out and --pairs must not be the file that is read');
    const files = await readRecordFiles(call.positionals, call, { terminal });
    const [source] = files;
    if (source === undefined) return 1;
    const linkage = await dedupeRecords(source.records, call, terminal);
    const clusters = linkage.clustersFor(precision);
    await writeCsv(out, clusterRows(source, clusters));
    if (pairs !== undefined) await writeCsv(pairs, pairRows(linkage, source.records));
    const people = new Set(clusters).size;
    terminal.note(`${source.records.length.toLocaleString('en-GB')} records, ${people.toLocaleString('en-GB')} people: ${out}`);
    return 0;
  },
});
