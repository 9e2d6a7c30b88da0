/**
 * `citizen-index customer`: what people may ask for of what is held about them, for whoever answers letters: everything as one JSON
 * document, and erasure. Says in the audit trail who did so and why, as the API does.
 */
import { actAs } from '../../service/acting.ts';
import { readConfiguration } from '../../service/configuration.ts';
import type { Work } from '../../service/customer-changes.ts';
import { parseCustomerId } from '../../service/customer-id.ts';
import { eraseCustomer, exportCustomer } from '../../service/data-subjects.ts';
import { createLog } from '../../service/log.ts';
import { openContext } from '../../service/open-context.ts';
import { loadDriver } from '../../service/start.ts';
import { CommandError, createCommand, UsageError } from '../command.ts';

type Verb = (work: Work, customerId: string) => Promise<unknown>;

const verbs: Readonly<Record<string, Verb>> = {
  export: exportCustomer,
  erase: async (work, customerId) => {
    const customer = await work.unit.findSurvivor(customerId);
    return customer && eraseCustomer(work, customer);
  },
};

/** See the file's head. */
export const customerCommand = createCommand({
  summary: 'Prints all that is held about a customer ("customer export ID"), or erases it for good ("customer erase ID").',
  positionals: ['export|erase', 'ID'],
  options: {
    staff: { value: 'NAME', help: 'who does this: it stands in the audit trail' },
    reason: { value: 'TEXT', help: 'why, such as the number of the letter' },
  },
  async run(call, terminal) {
    const [verb = '', asked = ''] = call.positionals;
    const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (run === undefined) throw new UsageError(`"${verb}" is not known: say export or erase`);
    const customerId = parseCustomerId(asked);
    // The ID is not repeated: what was typed by mistake may be a name.
    if (customerId === undefined) throw new UsageError('The ID is no customer ID');
    const actor = {
      operation: `citizen-index customer ${verb}`,
      staff: call.requiredText('staff'),
      reason: call.requiredText('reason'),
    };
    const configuration = readConfiguration(process.env);
    const openStore = await loadDriver(configuration);
    const log = createLog(() => undefined);
    const context = await openContext(openStore(), configuration, log);
    try {
      const answer = await actAs(actor, () => context.store.transaction((unit) => run({ context, unit }, customerId)));
      await context.audit.seal();
      if (answer === undefined) throw new CommandError('Nobody has this ID');
      terminal.print(`${JSON.stringify(answer, undefined, 2)}\n`);
      return 0;
    } finally {
      await context.store.close();
    }
  },
});
