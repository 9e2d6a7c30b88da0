/** The environment: every mistake is told by the variable's name, and no secret with it. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfiguration, readSecrets } from '../../src/service/configuration.ts';

const secret = Buffer.alloc(32, 9).toString('base64');
const good = { CITIZEN_ID_REGISTRY: '/registry.json', CITIZEN_ID_DATA: '/data' };

describe('The configuration', () => {
  it('is an embedded database in a folder, with its secret beside it, on this machine only', () => {
    expect(readConfiguration(good)).toEqual({
      registryFile: '/registry.json',
      database: { kind: 'pglite', folder: '/data' },
      secret: { kind: 'file', file: '/data/secret' },
      host: '127.0.0.1',
      port: 8080,
      drainTime: 0,
    });
  });

  it('is PostgreSQL where its URL is given', () => {
    const environment = { ...good, DATABASE_URL: 'postgresql://db/index', CITIZEN_ID_SECRET: secret, PORT: '0', HOST: '0.0.0.0' };
    expect(readConfiguration(environment)).toMatchObject({
      database: { kind: 'postgres', url: 'postgresql://db/index', preparesStatements: true },
      secret: { kind: 'given' },
      host: '0.0.0.0',
      port: 0,
    });
  });

  it.each([
    ['no registry', { CITIZEN_ID_REGISTRY: '' }, 'CITIZEN_ID_REGISTRY'],
    ['no database', { CITIZEN_ID_DATA: '' }, 'DATABASE_URL'],
    ['another database', { DATABASE_URL: 'mysql://db' }, 'DATABASE_URL'],
    [
      'a pooler of no kind',
      { DATABASE_URL: 'postgres://db', CITIZEN_ID_SECRET: secret, CITIZEN_ID_PREPARED_STATEMENTS: 'no' },
      'CITIZEN_ID_PREPARED_STATEMENTS',
    ],
    ['PostgreSQL without a secret', { DATABASE_URL: 'postgres://db', CITIZEN_ID_DATA: '' }, 'CITIZEN_ID_SECRET'],
    ['a short secret', { CITIZEN_ID_SECRET: 'c2hvcnQ=' }, 'CITIZEN_ID_SECRET'],
    ['a secret that is no base64', { CITIZEN_ID_SECRET: '*'.repeat(60) }, 'CITIZEN_ID_SECRET'],
    ['a port that is none', { PORT: 'http' }, 'PORT'],
    ['a port too high', { PORT: '65536' }, 'PORT'],
    ['metrics on no port', { CITIZEN_ID_METRICS_PORT: 'yes' }, 'CITIZEN_ID_METRICS_PORT'],
    ['a drain without end', { CITIZEN_ID_DRAIN_SECONDS: '-1' }, 'CITIZEN_ID_DRAIN_SECONDS'],
    ['an address that is none', { CITIZEN_ID_URL: 'index' }, 'CITIZEN_ID_URL'],
    ['a secret file that is not there', { CITIZEN_ID_SECRET_FILE: '/nowhere' }, 'CITIZEN_ID_SECRET_FILE'],
    ['two secrets', { CITIZEN_ID_SECRET: secret, CITIZEN_ID_SECRET_FILE: '/nowhere' }, 'CITIZEN_ID_SECRET_FILE'],
  ])('with %s is refused by name', (_, changes, name) => {
    const read = () => readConfiguration({ ...good, ...changes });
    expect(read).toThrow(name);
    expect(read).not.toThrow('c2hvcnQ=');
  });
});

describe('The file of settings', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'citizen-settings-'));
    file = join(folder, 'settings.json');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const readWith = (content: unknown, environment: object = {}) => {
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return readConfiguration({ CITIZEN_ID_CONFIG: file, ...environment });
  };

  it('holds the same settings by the same names, and the environment stands above it', () => {
    const content = { ...good, PORT: 9000, CITIZEN_ID_METRICS_PORT: 9100, CITIZEN_ID_URL: 'https://index.example/' };
    expect(readWith(content, { PORT: '9001' })).toMatchObject({
      registryFile: '/registry.json',
      port: 9001,
      metricsPort: 9100,
      publicUrl: 'https://index.example',
    });
  });

  it('may point to the secret in a file of its own', () => {
    const secretFile = join(folder, 'secret');
    writeFileSync(secretFile, `${secret}\n`);
    const { secret: read } = readWith({ ...good, CITIZEN_ID_SECRET_FILE: secretFile });
    expect(read).toEqual({ kind: 'given', secrets: [Buffer.alloc(32, 9)] });
  });

  it('may hold a new secret above the one of before', () => {
    const former = Buffer.alloc(32, 8);
    const { secret: read } = readWith({ ...good, CITIZEN_ID_SECRET: `${secret}\n${former.toString('base64')}\n` });
    expect(read).toEqual({ kind: 'given', secrets: [Buffer.alloc(32, 9), former] });
    expect(() => readWith({ ...good, CITIZEN_ID_SECRET: `${secret} short` })).toThrow('CITIZEN_ID_SECRET must hold');
  });

  it.each<readonly [string, unknown, string]>([
    ['is no JSON', '{', 'cannot be read as JSON'],
    ['is a list', [], 'one JSON object'],
    ['has a setting that is misspelt', { ...good, CITIZEN_ID_REGISTERY: 'x' }, 'no setting CITIZEN_ID_REGISTERY'],
    ['has a setting that is no text', { ...good, CITIZEN_ID_POLICY: ['x'] }, 'CITIZEN_ID_POLICY must be text or a number'],
  ])('that %s is refused with its name', (_, content, words) => {
    expect(() => readWith(content)).toThrow(words);
    expect(() => readWith(content)).toThrow(file);
  });

  it('that is not there is refused with its name', () => {
    expect(() => readConfiguration({ CITIZEN_ID_CONFIG: '/nowhere.json' })).toThrow('/nowhere.json');
  });
});

describe('The secret file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'citizen-secret-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once, for this user only, in a folder that is made too', async () => {
    const file = join(folder, 'data', 'secret');
    const [first, ...others] = await readSecrets({ kind: 'file', file });
    expect([first.length, others]).toEqual([32, []]);
    expect(await readSecrets({ kind: 'file', file })).toEqual([first]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toEqual(first);
  });

  it('that was emptied is refused, not made anew: its database could not be read with another', async () => {
    const file = join(folder, 'secret');
    writeFileSync(file, '');
    await expect(readSecrets({ kind: 'file', file })).rejects.toThrow(file);
  });
});
