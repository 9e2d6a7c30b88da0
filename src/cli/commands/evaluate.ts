/** `citizen-index evaluate`: how good the engine is on a file whose truth is known. Trains without it. */
import { evaluate, type Evaluation, type StageSeconds } from '../../matching/index.ts';
import { createCommand } from '../command.ts';
import { evaluationTable } from '../evaluation-table.ts';
import { dedupeRecords, linkFiles, matchingOptions, readRecordFiles, twoFilesOptions } from '../matching-call.ts';
import { readPeakMemory } from '../resources.ts';
import { truthOf } from '../truth.ts';

export const evaluateCommand = createCommand({
  summary: 'Measures the engine on records whose truth is known. It trains without the truth.',
  positionals: ['RECORDS.csv'],
  options: {
    ...matchingOptions,
    truth: { value: 'COLUMN', help: 'the column that is equal for records of one person; empty: not known' },
    link: { value: 'B.csv', help: 'a second file: only pairs across the two files count' },
    model: { value: 'MODEL.json', help: 'a trained model; without one, it is trained on these records' },
    ...twoFilesOptions,
    json: { help: 'the figures as one JSON object' },
  },
  async run(call, terminal) {
    const truth = call.requiredText('truth');
    const second = call.text('link');
    const files = await readRecordFiles([...call.positionals, ...(second === undefined ? [] : [second])], call, {
      terminal,
      truth,
    });
    const [only] = files;
    const linkage =
      second === undefined ? await dedupeRecords(only?.records ?? [], call, terminal) : await linkFiles(files, call, terminal);
    const reading = files.reduce((sum, file) => sum + file.normaliseSeconds, 0);
    const cpuSeconds: StageSeconds = { ...linkage.cpuSeconds, normalise: linkage.cpuSeconds.normalise + reading };
    const evaluation: Evaluation = evaluate({ ...linkage, cpuSeconds }, truthOf(files));
    const figures = { ...evaluation, peakMemoryBytes: readPeakMemory() };
    terminal.print(call.flag('json') ? `${JSON.stringify(figures)}\n` : evaluationTable(figures));
    return 0;
  },
});
