/**
 * Who may import whom, as one table; every source file is held to it. Types count as imports too: a folder that knows
 * another's types knows the other.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

interface Allowance {
  readonly folders: readonly string[];
  /** Package names; a trailing `/` allows every path below. `node:` stands for Node's own modules. */
  readonly packages: readonly string[];
}

// Not 'lit' itself: its index brings LitElement along, which nothing here extends.
const lit = ['lit/', '@lit/reactive-element', '@lit/context', '@lit/task'];

const allowed: Record<string, Allowance> = {
  standard: { folders: [], packages: ['zod/mini', 'libphonenumber-js/core'] },
  // Every country's numbering plan: too much for a page, loaded when a foreign number is typed.
  'standard/telephone-every-plan.ts': { folders: [], packages: ['libphonenumber-js/core', 'libphonenumber-js/max/metadata'] },
  protocol: { folders: ['standard'], packages: ['zod/mini'] },
  matching: { folders: ['standard'], packages: ['double-metaphone'] },
  adapters: { folders: ['standard', 'protocol'], packages: [] },
  'adapters/memory.ts': { folders: ['standard', 'protocol', 'matching'], packages: [] },
  form: { folders: ['standard', 'protocol'], packages: lit },
  react: { folders: ['form'], packages: ['react'] },
  host: { folders: ['standard', 'protocol'], packages: ['jose'] },
  testing: { folders: ['standard', 'protocol', 'matching'], packages: [] },
  store: { folders: ['standard', 'protocol'], packages: ['node:', 'pg', '@electric-sql/pglite', '@electric-sql/pglite/'] },
  service: {
    folders: ['standard', 'protocol', 'matching', 'store'],
    packages: ['node:', 'hono', 'hono/', '@hono/node-server', '@hono/node-server/', 'jose', 'prom-client', 'zod/mini'],
  },
  cli: {
    folders: ['standard', 'protocol', 'matching', 'adapters', 'host', 'testing', 'store', 'service'],
    packages: ['node:', 'csv-parse', 'csv-stringify/sync', 'zod/mini'],
  },
  'index.ts': { folders: ['standard', 'protocol', 'adapters', 'form'], packages: [] },
  'explanation.ts': { folders: ['form'], packages: [] },
  'isolated.ts': { folders: ['form', 'define.ts'], packages: [] },
  'define.ts': { folders: ['standard', 'protocol', 'adapters', 'form'], packages: [] },
};

const source = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.(ts|js)$/.test(file));

/** The most particular rule wins: a file's own, else its folder's. */
function allowanceFor(file: string): Allowance | undefined {
  return allowed[file] ?? allowed[file.split('/')[0] ?? ''];
}

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(source, file), 'utf8');
  return ts.preProcessFile(text, true, true).importedFiles.map((imported) => imported.fileName);
}

function isAllowed(file: string, imported: string): boolean {
  const allowance = allowanceFor(file);
  if (!allowance) return false;
  if (imported.startsWith('.')) {
    const folder = path.posix.join(path.posix.dirname(file), imported).split('/')[0] ?? '';
    return folder === file.split('/')[0] || allowance.folders.includes(folder);
  }
  return allowance.packages.some((name) => imported === name || (/[/:]$/.test(name) && imported.startsWith(name)));
}

describe('Architecture', () => {
  it('reads a source tree that is there', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(files)('src/%s imports only what its folder may know', (file) => {
    expect(importsOf(file).filter((imported) => !isAllowed(file, imported))).toEqual([]);
  });

  it('keeps SQL in store', () => {
    const statement = /\b(select\s+[\w*(].*\bfrom|insert\s+into|delete\s+from|update\s+\w+\s+set)\b/i;
    const offenders = files.filter(
      (file) => !file.startsWith('store/') && statement.test(withoutComments(readFileSync(path.join(source, file), 'utf8'))),
    );
    expect(offenders).toEqual([]);
  });

  it('refuses what the table does not name', () => {
    expect(isAllowed('standard/issue.ts', '../protocol/error.ts')).toBe(false);
    expect(isAllowed('form/citizen-id-form.ts', '../adapters/http.ts')).toBe(false);
    expect(isAllowed('adapters/http.ts', '../matching/index.ts')).toBe(false);
    expect(isAllowed('service/app.ts', 'pg')).toBe(false);
    expect(isAllowed('form/citizen-id-form.ts', 'lit/html.js')).toBe(true);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
