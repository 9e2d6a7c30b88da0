/** `citizen-index train`: learns a model from records, without labels; and draws its card. */
import path from 'node:path';
import { evaluate, type Linkage, recallByGroup } from '../../matching/index.ts';
import { createCommand, UsageError } from '../command.ts';
import { matchingOptions, readRecordFiles, train, trainAndLink, writeText } from '../matching-call.ts';
import { modelCard } from '../model-card.ts';
import type { RecordFile } from '../record-file.ts';
import { truthOf } from '../truth.ts';

export const trainCommand = createCommand({
  summary: 'Learns from a file how to tell people apart. Needs no labels.',
  positionals: ['RECORDS.csv'],
  options: {
    ...matchingOptions,
    out: { value: 'MODEL.json', help: 'the model, for dedupe, link and the index' },
    card: { value: 'CARD.html', help: 'a page that shows what was learned: weights, thresholds, blocking' },
    truth: { value: 'COLUMN', help: 'for the card: the column that is equal for records of one person' },
    origin: { value: 'COLUMN', help: 'for the card: where a name comes from, to tell recall by it; needs --truth' },
  },
  async run(call, terminal) {
    const [out, card, truth, origin] = [call.requiredText('out'), call.text('card'), call.text('truth'), call.text('origin')];
    if (card === undefined && [truth, origin].some((one) => one !== undefined))
      throw new UsageError('--truth and --origin are for the card: name it with --card');
    if (origin !== undefined && truth === undefined) throw new UsageError('--origin needs --truth');
    const [source] = await readRecordFiles(call.positionals, call, { terminal, truth, group: origin });
    if (source === undefined) return 1;
    if (card === undefined) {
      await writeText(
        out,
        `${JSON.stringify(train(source.records, call, { terminal, on: path.basename(source.file) }), undefined, 1)}\n`,
      );
    } else {
      const linkage = trainAndLink(source.records, call, { terminal, on: path.basename(source.file) });
      await writeText(out, `${JSON.stringify(linkage.model, undefined, 1)}\n`);
      await writeText(card, drawCard(linkage, source, { hasTruth: truth !== undefined, hasOrigin: origin !== undefined }));
    }
    terminal.note(`${source.records.length.toLocaleString('en-GB')} records read: ${out}`);
    return 0;
  },
});

function drawCard(
  linkage: Linkage,
  source: RecordFile,
  known: { readonly hasTruth: boolean; readonly hasOrigin: boolean },
): string {
  if (!known.hasTruth) return modelCard({ linkage });
  const truth = truthOf([source]);
  return modelCard({
    linkage,
    truth,
    evaluation: evaluate(linkage, truth),
    ...(known.hasOrigin && { recallByOrigin: recallByGroup(linkage.clustersAt(0.5), truth, source.groups) }),
  });
}
