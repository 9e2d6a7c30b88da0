/** `citizen-index audit`: whether the audit trail is whole. Told where the database and the secret are as the service is, through its environment. */
import { checkAudit, type Finding } from '../../service/audit-check.ts';
import { readConfiguration, readSecrets } from '../../service/configuration.ts';
import { ringOf } from '../../service/key-ring.ts';
import { loadDriver } from '../../service/start.ts';
import { createCommand, UsageError } from '../command.ts';

export const auditCommand = createCommand({
  summary: 'Checks that nothing in the audit trail was edited, removed or cut off ("audit verify").',
  positionals: ['verify'],
  options: { checkpoint: { value: 'NUMBER:CODE', help: 'one from the log, kept elsewhere: all up to it must be there' } },
  async run(call, terminal) {
    const [verb] = call.positionals;
    if (verb !== 'verify') throw new UsageError(`"${verb ?? ''}" is not known: say "audit verify"`);
    const checkpoint = call.text('checkpoint');
    if (checkpoint !== undefined && !/^\d{1,9}:[\w-]{22}$/.test(checkpoint)) {
      throw new UsageError('--checkpoint must be NUMBER:CODE, as in the log');
    }
    const configuration = readConfiguration(process.env);
    const openStore = await loadDriver(configuration);
    const store = await openStore();
    try {
      const keys = ringOf(await readSecrets(configuration.secret));
      const report = await checkAudit(store, keys, checkpoint);
      for (const finding of report.findings) terminal.print(`${lineOf(finding)}\n`);
      const { entries, seals, unsealed, lastCheckpoint = 'none' } = report;
      terminal.note(`${entries} entries, ${unsealed} of them not sealed; ${seals} seals; last checkpoint ${lastCheckpoint}`);
      return report.findings.length === 0 ? 0 : 1;
    } finally {
      await store.close();
    }
  },
});

function lineOf({ what, table, chain, number }: Finding): string {
  return [what, table, ...(chain === undefined ? [] : [chain]), number].join(' ');
}
