/** `citizen-index link`: which records of one file are of the same people as those of another. */
import { createCommand, UsageError } from '../command.ts';
import { writeCsv } from '../csv-writing.ts';
import { linkRows, pairRows } from '../linkage-output.ts';
import { linkageOptions, linkFiles, matchingOptions, readRecordFiles, twoFilesOptions } from '../matching-call.ts';
import { sidesOf } from '../truth.ts';

export const linkCommand = createCommand({
  summary: 'Finds the people of one file in another. Both have the columns of the map.',
  positionals: ['A.csv', 'B.csv'],
  options: { ...matchingOptions, ...linkageOptions, ...twoFilesOptions },
  async run(call, terminal) {
    const out = call.requiredText('out');
    const pairs = call.text('pairs');
    const precision = call.number('precision', { least: 0.5, below: 1 }) ?? 0.999;
    const isRead = (file: string | undefined) => file !== undefined && call.positionals.includes(file);
    if (isRead(out) || isRead(pairs)) throw new UsageError('--out and --pairs must not be a file that is read');
    const files = await readRecordFiles(call.positionals, call, { terminal });
    const records = {
      recordIds: files.flatMap((file) => file.records.recordIds),
      sources: files.flatMap((file) => file.records.sources),
    };
    const linkage = await linkFiles(files, call, terminal);
    const clusters = linkage.clustersFor(precision);
    await writeCsv(out, linkRows(files, clusters));
    const sides = sidesOf(files);
    if (pairs !== undefined) await writeCsv(pairs, pairRows(linkage, records, sides));
    const both = countInBoth(clusters, sides);
    terminal.note(
      `${sides.length.toLocaleString('en-GB')} records, ${both.toLocaleString('en-GB')} people in both files: ${out}`,
    );
    return 0;
  },
});

function countInBoth(clusters: Int32Array, sides: Uint8Array): number {
  const seen = [new Set<number>(), new Set<number>()];
  for (const [record, cluster] of clusters.entries()) seen[sides[record] ?? 0]?.add(cluster);
  return [...(seen[0] ?? [])].filter((cluster) => seen[1]?.has(cluster) === true).length;
}
