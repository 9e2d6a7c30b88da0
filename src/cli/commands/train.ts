/** `citizen-index train`: learns a model from records, without labels. */
import { createCommand } from '../command.ts';
import { matchingOptions, readRecordFiles, train, writeText } from '../matching-call.ts';

export const trainCommand = createCommand({
  summary: 'Learns from a file how to tell people apart. Needs no labels.',
  positionals: ['RECORDS.csv'],
  options: { ...matchingOptions, out: { value: 'MODEL.json', help: 'the model, for dedupe, link and the index' } },
  async run(call, terminal) {
    const out = call.requiredText('out');
    const [source] = await readRecordFiles(call.positionals, call, { terminal });
    if (source === undefined) return 1;
    const model = train(source.records, call, { terminal, on: source.file });
    await writeText(out, `${JSON.stringify(model, undefined, 1)}\n`);
    terminal.note(`${source.records.length.toLocaleString('en-GB')} records read: ${out}`);
    return 0;
  },
});
