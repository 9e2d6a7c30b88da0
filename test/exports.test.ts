/** The package's doors: which subpaths there are, that each leads somewhere, and who has to install what. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly exports: Record<string, string | Record<string, string>>;
  readonly bin: Record<string, string>;
  readonly dependencies: Record<string, string>;
  readonly peerDependencies: Record<string, string>;
  readonly peerDependenciesMeta: Record<string, { optional?: boolean }>;
}

const at = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));
const manifest = JSON.parse(readFileSync(at('package.json'), 'utf8')) as Manifest;

/** dist/x.js is built from src/x.ts. */
const sourceOf = (target: string) => at(target.replace(/^\.\/dist\//, 'src/').replace(/(\.d)?\.[jt]s$/, '.ts'));

describe('The package', () => {
  it('opens exactly these doors', () => {
    expect(Object.keys(manifest.exports)).toEqual([
      '.',
      './define',
      './explanation',
      './isolated',
      './fallback',
      './react',
      './standard',
      './standard/interchange',
      './standard/conformance/*.json',
      './standard/editions/*.json',
      './messages/*',
      './protocol',
      './matching',
      './matching/model.schema.json',
      './adapters/memory',
      './adapters/address-finder',
      './adapters/http',
      './adapters/fhir',
      './host',
      './service',
      './testing',
      './partials/*',
      './citizen-id-form.js',
      './types/*',
      './custom-elements.json',
      './vscode.html-custom-data.json',
      './package.json',
    ]);
  });

  const modules = Object.entries(manifest.exports).flatMap(([door, target]) =>
    typeof target === 'string' ? [] : [[door, target['default'] ?? '', target['types'] ?? ''] as const],
  );

  it.each(modules.filter(([door]) => !door.includes('*')))('%s leads to a module of the source tree', (_door, target, types) => {
    expect(existsSync(sourceOf(target))).toBe(true);
    expect(sourceOf(types)).toBe(sourceOf(target));
  });

  it('brings one program, which is there', () => {
    expect(Object.keys(manifest.bin)).toEqual(['citizen-index']);
    expect(existsSync(sourceOf(`./${manifest.bin['citizen-index'] ?? ''}`))).toBe(true);
    expect(readFileSync(sourceOf(`./${manifest.bin['citizen-index'] ?? ''}`), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it('asks a page that drops in the tag to install nothing for servers', () => {
    const forServers = [
      'hono',
      '@hono/node-server',
      'pg',
      '@electric-sql/pglite',
      'csv-parse',
      'csv-stringify',
      'jose',
      'prom-client',
      'react',
    ];
    expect(Object.keys(manifest.dependencies).filter((name) => forServers.includes(name))).toEqual([]);
    expect(forServers.filter((name) => !manifest.peerDependencies[name])).toEqual([]);
    expect(forServers.filter((name) => manifest.peerDependenciesMeta[name]?.optional !== true)).toEqual([]);
  });

  it('has a changelog and a licence', () => {
    expect(readFileSync(at('CHANGELOG.md'), 'utf8')).toMatch(/^# Changelog/);
    expect(readFileSync(at('LICENSE'), 'utf8')).toMatch(/^MIT License/);
  });
});
