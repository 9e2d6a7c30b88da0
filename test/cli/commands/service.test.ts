/** `citizen-index service`: what it writes is a registry that the index takes, and nothing secret stands where it should not. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../src/cli/commands.ts';
import { runCommandLine } from '../../../src/cli/run.ts';
import { authenticate, readRegistry } from '../../../src/service/registry.ts';
import { createTestTerminal } from '../test-terminal.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'citizen-registry-'));
  file = join(folder, 'registry.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = async (...argv: readonly string[]) => {
  const terminal = createTestTerminal();
  const code = await runCommandLine(['service', ...argv, '--registry', file], commands, terminal);
  return { code, printed: terminal.printed(), noted: terminal.notes().join('\n') };
};
const usual = ['--id', 'parking', '--name', 'Parking', '--purposes', 'identity: to know whose permit it is; nhs-number: none'];
const add = (...more: readonly string[]) => run('add', ...usual, '--authority', 'GBX', ...more);
const registry = () => readRegistry(readFileSync(file, 'utf8'), file);
const idOf = (secret: string, now = new Date()) => authenticate(registry(), { id: 'parking', secret }, now)?.id;

describe('citizen-index service', () => {
  it('adds a service to a new registry, which only its owner reads, and prints its secret once', async () => {
    const { code, printed } = await add(
      '--origins',
      'https://parking.example https://www.parking.example',
      '--permissions',
      'submission match',
      '--staffed',
    );
    const secret = printed.trim();
    expect([code, idOf(secret)]).toEqual([0, 'parking']);
    expect(registry().services.get('parking')).toMatchObject({
      name: 'Parking',
      origins: ['https://parking.example', 'https://www.parking.example'],
      permissions: ['submission', 'match'],
      purposes: { identity: 'to know whose permit it is', 'nhs-number': 'none' },
      isStaffed: true,
    });
    expect(readFileSync(file, 'utf8')).not.toContain(secret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('changes a secret while the old one still counts for some days', async () => {
    const first = (await add()).printed.trim();
    const second = (await run('rotate', '--id', 'parking', '--keep-old', '2')).printed.trim();
    expect(second).not.toBe(first);
    expect([idOf(first), idOf(second)]).toEqual(['parking', 'parking']);
    const later = new Date(Date.now() + 3 * 86_400_000);
    expect([idOf(first, later), idOf(second, later)]).toEqual([undefined, 'parking']);
  });

  it('changes a secret at once where it was lost', async () => {
    const first = (await add()).printed.trim();
    await run('rotate', '--id', 'parking', '--keep-old', '0');
    expect(idOf(first)).toBeUndefined();
  });

  it('registers a public key, and gives no secret; a private one it refuses without a word of it', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const keyFile = join(folder, 'key.json');
    writeFileSync(keyFile, JSON.stringify(publicKey.export({ format: 'jwk' })));
    expect((await add('--public-key', keyFile)).printed).toBe('');
    expect(registry().services.get('parking')).toMatchObject({ publicKeys: [publicKey.export({ format: 'jwk' })] });
    const secret = privateKey.export({ format: 'jwk' });
    writeFileSync(keyFile, JSON.stringify(secret));
    const { code, noted } = await run('rotate', '--id', 'parking', '--public-key', keyFile);
    expect([code, noted.includes('must be a public key'), noted.includes(secret.d ?? 'none')]).toEqual([1, true, false]);
  });

  it('lists services with what they may, and nothing secret', async () => {
    await add('--origins', 'https://parking.example');
    await run('rotate', '--id', 'parking');
    const { printed } = await run('list');
    expect(printed).toMatch(
      /^parking\tParking\tgb\tsubmission\tidentity nhs-number\tsecret, former secret until \S+\thttps:\/\/parking\.example\n$/,
    );
    expect(printed).not.toContain('sha256');
  });

  it.each<readonly [string, readonly string[], RegExp]>([
    ['an id that is there', ['add', ...usual], /registered already/],
    ['an id that is not there', ['rotate', '--id', 'bins'], /No service "bins"/],
    [
      'a permission that nobody has',
      ['add', '--id', 'bins', '--name', 'Bins', '--purposes', 'identity: why', '--permissions', 'all'],
      /must be some of/,
    ],
    [
      'an origin with a path',
      ['add', '--id', 'bins', '--name', 'Bins', '--purposes', 'identity: why', '--origins', 'https://bins.example/form'],
      /must be an origin/,
    ],
    ['purposes without reasons', ['add', '--id', 'bins', '--name', 'Bins', '--purposes', 'identity'], /"name: why; name: why"/],
    ['another verb', ['remove', '--id', 'parking'], /say add, rotate or list/],
  ])('refuses %s, and leaves the registry as it was', async (_, argv, words) => {
    await add();
    const before = readFileSync(file, 'utf8');
    const { code, noted } = await run(...argv);
    expect(code).toBeGreaterThan(0);
    expect(noted).toMatch(words);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});
