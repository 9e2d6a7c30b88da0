/**
 * The public API of the index: to start it inside another process, or to mount its app there. As a process of its own it is
 * main.ts.
 */
export { createApp } from './app.ts';
export { readConfiguration, readSecrets, type Configuration } from './configuration.ts';
export type { Matching, ServiceContext } from './context.ts';
export { createCustomerId, parseCustomerId } from './customer-id.ts';
export { deriveKeys, type IndexKeys } from './keys.ts';
export { createLog, type Log, type LogEntry } from './log.ts';
export { builtInPolicy, loadPolicy, readPolicy, type Policy, type Use, type ValueInQuestion } from './policy.ts';
export { hashSecret, loadRegistry, readRegistry, type Permission, type Registry, type Service } from './registry.ts';
export { builtInMatching } from './open-context.ts';
export { startIndex, type RunningIndex } from './start.ts';
