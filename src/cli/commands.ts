/** The table of commands: what follows `citizen-index`. Each is loaded only when it is called. To add one, add its file and its row. */
import type { Command } from './command.ts';

/** By name, in the order of the help. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  train: async () => (await import('./commands/train.ts')).trainCommand,
  dedupe: async () => (await import('./commands/dedupe.ts')).dedupeCommand,
  link: async () => (await import('./commands/link.ts')).linkCommand,
  audit: async () => (await import('./commands/audit.ts')).auditCommand,
  evaluate: async () => (await import('./commands/evaluate.ts')).evaluateCommand,
  service: async () => (await import('./commands/service.ts')).serviceCommand,
  customer: async () => (await import('./commands/customer.ts')).customerCommand,
  keys: async () => (await import('./commands/keys.ts')).keysCommand,
  retention: async () => (await import('./commands/retention.ts')).retentionCommand,
  load: async () => (await import('./commands/load.ts')).loadCommand,
};
