/**
 * Changes to the file of the service registry, as `citizen-index service` makes them. Works on the file's text, so that what an
 * operator wrote by hand stays; every result is checked as the index itself checks it (registry.ts) before it is given back.
 */
import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import { ConfigurationError } from '../protocol/error.ts';
import { hashSecret, readRegistry } from './registry.ts';

/** A public key as the file has it (RFC 7517). */
export type PublicKey = JWK;

/** A service as the file has it, without credentials. */
export interface ServiceEntry {
  readonly id: string;
  readonly name: string;
  readonly profile: string;
  readonly origins: readonly string[];
  readonly permissions: readonly string[];
  readonly purposes: Readonly<Record<string, string>>;
  readonly staffed?: true;
}

/** `file` is only named in errors. */
export interface RegistryText {
  readonly text: string;
  readonly file: string;
}

/** `secret` where the index made one: it stands nowhere else. */
export interface Changed {
  readonly text: string;
  readonly secret?: string;
}

/** A registry without services yet; no index starts with it. */
export function emptyRegistry(authority: string): string {
  return JSON.stringify({ authority, services: [] });
}

/** Registers a service, by its public key or else with a new secret. Throws `ConfigurationError`. */
export function addService(registry: RegistryText, entry: ServiceEntry, publicKey: JWK | undefined): Changed {
  const content = parse(registry);
  if (content.services.some(({ id }) => id === entry.id)) {
    throw new ConfigurationError(`"${entry.id}" is registered already: rotate gives it other credentials`);
  }
  const secret = publicKey === undefined ? createSecret() : undefined;
  const credentials = secret === undefined ? { publicKeys: [publicKey] } : { secretHash: hashSecret(secret) };
  const services = [...content.services, { ...entry, ...credentials }];
  return { text: written(registry, { ...content, services }), ...(secret === undefined ? {} : { secret }) };
}

export interface Rotation {
  readonly id: string;
  /** In place of a new secret. */
  readonly publicKey?: JWK;
  /** Until when the credentials of before count too; not at all where absent. A public key of before counts until it is taken out. */
  readonly keepUntil?: Date;
}

/** Gives a service new credentials. Throws `ConfigurationError`. */
export function rotateService(registry: RegistryText, { id, publicKey, keepUntil }: Rotation): Changed {
  const content = parse(registry);
  const service = content.services.find((one) => one.id === id);
  if (service === undefined) throw new ConfigurationError(`No service "${id}" is registered`);
  const secret = publicKey === undefined ? createSecret() : undefined;
  const { formerSecret: _, ...kept } = service;
  const former =
    keepUntil === undefined || typeof service.secretHash !== 'string' || secret === undefined
      ? {}
      : { formerSecret: { hash: service.secretHash, until: keepUntil.toISOString() } };
  const keys = keepUntil === undefined ? [] : (service.publicKeys ?? []);
  const credentials = secret === undefined ? { publicKeys: [publicKey, ...keys] } : { secretHash: hashSecret(secret), ...former };
  const services = content.services.map((one) => (one === service ? { ...kept, ...credentials } : one));
  return { text: written(registry, { ...content, services }), ...(secret === undefined ? {} : { secret }) };
}

interface Content {
  readonly services: readonly RawService[];
}

interface RawService {
  readonly id?: unknown;
  readonly secretHash?: unknown;
  readonly formerSecret?: unknown;
  readonly publicKeys?: readonly unknown[];
}

function parse({ text, file }: RegistryText): Content {
  try {
    const content: unknown = JSON.parse(text);
    if (isContent(content)) return content;
  } catch {
    // Told below: the parser's own message would quote the text.
  }
  throw new ConfigurationError(`The service registry ${file} is not a JSON object with a list of services`);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function isContent(value: unknown): value is Content {
  if (!isObject(value) || !('services' in value)) return false;
  const { services } = value;
  return Array.isArray(services) && services.every(isObject);
}

function written({ file }: RegistryText, content: object): string {
  const text = `${JSON.stringify(content, undefined, 2)}\n`;
  readRegistry(text, file);
  return text;
}

function createSecret(): string {
  return randomBytes(32).toString('base64url');
}
