/**
 * What the process is told through its environment, or through a file that holds the same settings by the same names. Every mistake is
 * told with the setting's name and what is allowed.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConfigurationError } from '../protocol/error.ts';
import { secretLength } from './keys.ts';

export interface Configuration {
  readonly registryFile: string;
  /** The built-in policy where absent. */
  readonly policyFile?: string;
  /** PostgreSQL where `DATABASE_URL` is set; else PGlite in the data folder. */
  readonly database:
    | { readonly kind: 'postgres'; readonly url: string; readonly preparesStatements: boolean }
    | { readonly kind: 'pglite'; readonly folder: string };
  /** One or several; the first is the one to be used. */
  readonly secret: { readonly kind: 'given'; readonly secrets: Secrets } | { readonly kind: 'file'; readonly file: string };
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Where services reach the index, without a slash at the end. */
  readonly publicUrl?: string;
  /** Of Prometheus's metrics, on the same host; none are counted where absent. */
  readonly metricsPort?: number;
  /** Milliseconds between the word to stop and no longer listening, in which `/readyz` says so. */
  readonly drainTime: number;
}

/** Master secrets: the one to be used, and those of before that things were made with. */
export type Secrets = readonly [Uint8Array, ...(readonly Uint8Array[])];

/** Every setting, by the name that it has in the environment and in the file. */
export const settingNames = [
  'CITIZEN_ID_REGISTRY',
  'CITIZEN_ID_POLICY',
  'CITIZEN_ID_DATA',
  'CITIZEN_ID_SECRET',
  'CITIZEN_ID_SECRET_FILE',
  'CITIZEN_ID_URL',
  'CITIZEN_ID_METRICS_PORT',
  'CITIZEN_ID_DRAIN_SECONDS',
  'CITIZEN_ID_PREPARED_STATEMENTS',
  'DATABASE_URL',
  'HOST',
  'PORT',
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment, and where `CITIZEN_ID_CONFIG` names a file what that says beside it. Throws `ConfigurationError`. */
export function readConfiguration(environment: Environment): Configuration {
  const file = environment['CITIZEN_ID_CONFIG'] || undefined;
  const inFile = file === undefined ? {} : readFileOfSettings(file);
  const read = (name: (typeof settingNames)[number]) => environment[name] || inFile[name] || undefined;
  const registryFile = read('CITIZEN_ID_REGISTRY');
  if (registryFile === undefined) throw new ConfigurationError('CITIZEN_ID_REGISTRY must name the service registry, a JSON file');
  const folder = read('CITIZEN_ID_DATA');
  const policyFile = read('CITIZEN_ID_POLICY');
  return {
    registryFile,
    ...(policyFile === undefined ? {} : { policyFile }),
    database: databaseOf({ url: read('DATABASE_URL'), prepared: read('CITIZEN_ID_PREPARED_STATEMENTS') ?? 'on' }, folder),
    secret: secretOf({ text: read('CITIZEN_ID_SECRET'), file: read('CITIZEN_ID_SECRET_FILE') }, folder),
    host: read('HOST') ?? '127.0.0.1',
    port: portOf('PORT', read('PORT') ?? '8080'),
    ...metricsPortOf(read('CITIZEN_ID_METRICS_PORT')),
    drainTime: drainTimeOf(read('CITIZEN_ID_DRAIN_SECONDS') ?? '0'),
    ...publicUrlOf(read('CITIZEN_ID_URL')),
  };
}

/** The master secrets; where they are in a file that is not there yet, makes one that only this user can read. */
export async function readSecrets(secret: Configuration['secret']): Promise<Secrets> {
  if (secret.kind === 'given') return secret.secrets;
  try {
    await mkdir(dirname(secret.file), { recursive: true, mode: 0o700 });
    await writeFile(secret.file, `${randomBytes(secretLength).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!isThere) throw new ConfigurationError(`The secret file ${secret.file} cannot be written`);
  }
  const text = await readFile(secret.file, 'utf8').catch(() => {
    throw new ConfigurationError(`The secret file ${secret.file} cannot be read`);
  });
  return decodeSecrets(text, `The secret file ${secret.file}`);
}

interface GivenDatabase {
  readonly url: string | undefined;
  readonly prepared: string;
}

function databaseOf({ url, prepared }: GivenDatabase, folder: string | undefined): Configuration['database'] {
  if (url !== undefined) {
    if (!/^postgres(ql)?:\/\//.test(url))
      throw new ConfigurationError('DATABASE_URL must begin with postgres:// or postgresql://');
    if (prepared !== 'on' && prepared !== 'off') {
      throw new ConfigurationError('CITIZEN_ID_PREPARED_STATEMENTS must be on, or off for a pooler that knows none');
    }
    return { kind: 'postgres', url, preparesStatements: prepared === 'on' };
  }
  if (folder === undefined) {
    throw new ConfigurationError(
      'Set DATABASE_URL for PostgreSQL, or CITIZEN_ID_DATA to a folder for the embedded database of a pilot',
    );
  }
  return { kind: 'pglite', folder };
}

/** A JSON object: every setting is text, or a number where it is one. */
function readFileOfSettings(file: string): Environment {
  const name = `The file ${file} that CITIZEN_ID_CONFIG names`;
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new ConfigurationError(`${name} cannot be read as JSON`);
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new ConfigurationError(`${name} must hold one JSON object`);
  }
  const entries = Object.entries(content);
  const unknown = entries.find(([setting]) => !settingNames.some((known) => known === setting));
  if (unknown) throw new ConfigurationError(`${name} has no setting ${unknown[0]}; it may have: ${settingNames.join(', ')}`);
  const mistaken = entries.find(([, value]) => typeof value !== 'string' && typeof value !== 'number');
  if (mistaken) throw new ConfigurationError(`${name}: ${mistaken[0]} must be text or a number`);
  return Object.fromEntries(entries.map(([setting, value]) => [setting, String(value)]));
}

interface GivenSecret {
  readonly text: string | undefined;
  /** Such as a container's secret. */
  readonly file: string | undefined;
}

function secretOf({ text, file }: GivenSecret, folder: string | undefined): Configuration['secret'] {
  if (text !== undefined && file !== undefined) {
    throw new ConfigurationError('Set CITIZEN_ID_SECRET or CITIZEN_ID_SECRET_FILE, not both');
  }
  if (file !== undefined) return { kind: 'given', secrets: decodeSecrets(readSecretFile(file), 'CITIZEN_ID_SECRET_FILE') };
  if (text !== undefined) return { kind: 'given', secrets: decodeSecrets(text, 'CITIZEN_ID_SECRET') };
  if (folder === undefined) {
    throw new ConfigurationError(
      `CITIZEN_ID_SECRET must hold at least ${secretLength} random bytes in base64 (openssl rand -base64 32)`,
    );
  }
  return { kind: 'file', file: join(folder, 'secret') };
}

/** One in each line, or with spaces between. */
function decodeSecrets(text: string, name: string): Secrets {
  const [first = '', ...others] = text.trim().split(/\s+/);
  return [decodeSecret(first, name), ...others.map((other) => decodeSecret(other, name))];
}

function decodeSecret(text: string, name: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  const isBase64 = /^[A-Za-z0-9+/_-]+={0,2}$/.test(text);
  if (!isBase64 || bytes.length < secretLength) {
    throw new ConfigurationError(`${name} must hold at least ${secretLength} random bytes in base64 (openssl rand -base64 32)`);
  }
  return bytes;
}

function publicUrlOf(text: string | undefined): { readonly publicUrl?: string } {
  if (text === undefined) return {};
  if (!URL.canParse(text) || !/^https?:/.test(text)) {
    throw new ConfigurationError(
      'CITIZEN_ID_URL must be the address that services reach the index by, such as https://index.example',
    );
  }
  return { publicUrl: text.replace(/\/+$/, '') };
}

function readSecretFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new ConfigurationError(`CITIZEN_ID_SECRET_FILE: ${file} cannot be read`);
  }
}

function metricsPortOf(text: string | undefined): { readonly metricsPort?: number } {
  return text === undefined ? {} : { metricsPort: portOf('CITIZEN_ID_METRICS_PORT', text) };
}

function drainTimeOf(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new ConfigurationError('CITIZEN_ID_DRAIN_SECONDS must be a number of seconds from 0 to 999');
  return Number(text) * 1000;
}

function portOf(name: string, text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new ConfigurationError(`${name} must be a number from 0 (any free one) to 65535`);
  return port;
}
