/** The registry: every mistake in the file is told with its place, and no secret with it. */
import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../src/protocol/error.ts';
import { authenticate, hashSecret, loadRegistry, readRegistry } from '../../src/service/registry.ts';
import { registryText, secrets } from './test-index.ts';

const good = {
  id: 'permits',
  name: 'Permits',
  profile: 'gb',
  origins: ['https://permits.example'],
  secretHash: hashSecret('secret'),
  permissions: ['submission'],
  purposes: { identity: 'to know who applies' },
};

const fileOf = (changes: object) => JSON.stringify({ authority: 'GBX', services: [{ ...good, ...changes }] });

function mistakeIn(text: string): string {
  try {
    readRegistry(text, 'registry.json');
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
  }
  return 'no mistake';
}

describe('A service registry', () => {
  it('is read', () => {
    const registry = readRegistry(fileOf({}), 'registry.json');
    expect(registry.services.get('permits')).toMatchObject({ name: 'Permits', profile: { id: 'gb' } });
    expect([...registry.origins]).toEqual(['https://permits.example']);
  });

  it.each([
    ['not JSON at all', '{', 'is not JSON'],
    ['no services', JSON.stringify({ authority: 'GBX', services: [] }), 'services: must list at least one'],
    [
      'an authority in small letters',
      JSON.stringify({ authority: 'gbx', services: [good] }),
      'authority: must be two to six capital',
    ],
    ['two services of one id', JSON.stringify({ authority: 'GBX', services: [good, good] }), 'two have the same id'],
    ['an id with capitals', fileOf({ id: 'Permits' }), 'services.0.id: must be'],
    ['an unknown profile', fileOf({ profile: 'xx' }), 'services.0.profile: must be one of: gb'],
    ['an origin with a path', fileOf({ origins: ['https://permits.example/form'] }), 'services.0.origins.0: must be an origin'],
    ['an origin with a slash', fileOf({ origins: ['https://permits.example/'] }), 'services.0.origins.0: must be an origin'],
    ['any origin', fileOf({ origins: ['*'] }), 'services.0.origins.0: must be an origin'],
    ['the null origin of sandboxed pages', fileOf({ origins: ['null'] }), 'services.0.origins.0: must be an origin'],
    ['a secret instead of its hash', fileOf({ secretHash: 'my-secret' }), 'services.0.secretHash: must be "sha256:"'],
    ['an unknown permission', fileOf({ permissions: ['everything'] }), 'services.0.permissions.0: must be some of'],
    ['no purpose', fileOf({ purposes: {} }), 'services.0.purposes: must name at least one'],
    ['an empty purpose', fileOf({ purposes: { identity: '' } }), 'services.0.purposes.identity: must say why'],
    ['a missing name', fileOf({ name: undefined }), 'services.0.name:'],
    ['a misspelt member', fileOf({ origin: 'https://permits.example' }), 'services.0:'],
  ])('with %s is refused with the place', (_, text, words) => {
    expect(mistakeIn(text)).toContain(words);
    expect(mistakeIn(text)).toContain('registry.json');
  });

  it('never quotes what stands where the hash should', () => {
    expect(mistakeIn(fileOf({ secretHash: 'my-secret' }))).not.toContain('my-secret');
  });

  it('that is not there is named', async () => {
    await expect(loadRegistry('/nowhere/registry.json')).rejects.toThrow('/nowhere/registry.json cannot be read');
  });
});

describe('Credentials', () => {
  const registry = readRegistry(registryText, 'registry.json');

  it('are those of their own service only', () => {
    const idOf = (id: string, secret: string) => authenticate(registry, { id, secret }, new Date())?.id;
    expect(idOf('permits', secrets.permits)).toBe('permits');
    expect(idOf('bins', secrets.permits)).toBeUndefined();
    expect(idOf('permits', `${secrets.permits} `)).toBeUndefined();
    expect(idOf('permits', '')).toBeUndefined();
    expect(idOf('nobody', secrets.permits)).toBeUndefined();
  });
});
