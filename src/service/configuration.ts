/** What the process is told through its environment. Every mistake is told with the variable's name and what is allowed. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConfigurationError } from '../protocol/error.ts';
import { secretLength } from './keys.ts';

export interface Configuration {
  readonly registryFile: string;
  /** The built-in policy where absent. */
  readonly policyFile?: string;
  /** PostgreSQL where `DATABASE_URL` is set; else PGlite in the data folder. */
  readonly database: { readonly kind: 'postgres'; readonly url: string } | { readonly kind: 'pglite'; readonly folder: string };
  readonly secret: { readonly kind: 'given'; readonly bytes: Uint8Array } | { readonly kind: 'file'; readonly file: string };
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Where services reach the index, without a slash at the end. */
  readonly publicUrl?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment. Throws `ConfigurationError`. */
export function readConfiguration(environment: Environment): Configuration {
  const read = (name: string) => environment[name] || undefined;
  const registryFile = read('CITIZEN_ID_REGISTRY');
  if (registryFile === undefined) throw new ConfigurationError('CITIZEN_ID_REGISTRY must name the service registry, a JSON file');
  const folder = read('CITIZEN_ID_DATA');
  const policyFile = read('CITIZEN_ID_POLICY');
  return {
    registryFile,
    ...(policyFile === undefined ? {} : { policyFile }),
    database: databaseOf(read('DATABASE_URL'), folder),
    secret: secretOf(read('CITIZEN_ID_SECRET'), folder),
    host: read('HOST') ?? '127.0.0.1',
    port: portOf(read('PORT') ?? '8080'),
    ...publicUrlOf(read('CITIZEN_ID_URL')),
  };
}

/** The master secret's bytes; where it is a file that is not there yet, makes one that only this user can read. */
export async function readSecret(secret: Configuration['secret']): Promise<Uint8Array> {
  if (secret.kind === 'given') return secret.bytes;
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
  return decodeSecret(text.trim(), `The secret file ${secret.file}`);
}

function databaseOf(url: string | undefined, folder: string | undefined): Configuration['database'] {
  if (url !== undefined) {
    if (!/^postgres(ql)?:\/\//.test(url))
      throw new ConfigurationError('DATABASE_URL must begin with postgres:// or postgresql://');
    return { kind: 'postgres', url };
  }
  if (folder === undefined) {
    throw new ConfigurationError(
      'Set DATABASE_URL for PostgreSQL, or CITIZEN_ID_DATA to a folder for the embedded database of a pilot',
    );
  }
  return { kind: 'pglite', folder };
}

function secretOf(text: string | undefined, folder: string | undefined): Configuration['secret'] {
  if (text !== undefined) return { kind: 'given', bytes: decodeSecret(text, 'CITIZEN_ID_SECRET') };
  if (folder === undefined) {
    throw new ConfigurationError(
      `CITIZEN_ID_SECRET must hold at least ${secretLength} random bytes in base64 (openssl rand -base64 32)`,
    );
  }
  return { kind: 'file', file: join(folder, 'secret') };
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

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new ConfigurationError('PORT must be a number from 0 (any free one) to 65535');
  return port;
}
