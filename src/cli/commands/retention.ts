/** `citizen-index retention`: by source, how long records are kept and whether a law forbids to erase any. The service applies it. */
import { readConfiguration } from '../../service/configuration.ts';
import { loadDriver } from '../../service/start.ts';
import type { SourceRetention } from '../../store/data-subjects.ts';
import { createCommand, UsageError } from '../command.ts';

/** See the file's head. */
export const retentionCommand = createCommand({
  summary:
    'Sets how long a source’s records are kept, or holds them for a law ("retention set"); lists all rules ("retention list").',
  positionals: ['set|list'],
  options: {
    source: { value: 'NAME', help: 'the system, or the service whose cases they are' },
    'keep-days': {
      value: 'DAYS',
      help: 'erase records so many days after they ended, cases after they were submitted; for ever where absent',
    },
    hold: { value: 'REASON', help: 'erase nothing of the source while this stands; set it again without a hold to end it' },
  },
  async run(call, terminal) {
    const [verb] = call.positionals;
    if (verb !== 'set' && verb !== 'list')
      throw new UsageError(`"${verb ?? ''}" is not known: say "retention set" or "retention list"`);
    const days = call.number('keep-days', { least: 1, below: 40_000 });
    if (days !== undefined && !Number.isInteger(days)) throw new UsageError('--keep-days must be a whole number');
    const rule = verb === 'set' ? ruleOf(call.requiredText('source'), days, call.text('hold')) : undefined;
    const openStore = await loadDriver(readConfiguration(process.env));
    const store = await openStore();
    try {
      if (rule) await store.transaction((unit) => unit.setRetention(rule));
      for (const one of await store.singly((unit) => unit.listRetentions())) terminal.print(`${lineOf(one)}\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
});

function ruleOf(source: string, keepDays: number | undefined, holdReason: string | undefined): SourceRetention {
  return {
    source,
    ...(keepDays === undefined ? {} : { keepDays }),
    ...(holdReason === undefined ? {} : { holdReason }),
    setAt: new Date(),
  };
}

function lineOf({ source, keepDays, holdReason }: SourceRetention): string {
  const kept = keepDays === undefined ? 'kept for ever' : `kept ${keepDays} days`;
  return [source, kept, ...(holdReason === undefined ? [] : [`held: ${holdReason}`])].join('\t');
}
