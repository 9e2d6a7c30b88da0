/** What the build writes down of the elements for editors and templates: complete, documented, and of use to a type checker. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLook } from '../src/form/looks/default-further.ts';

interface Described {
  readonly name: string;
  readonly description?: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly Described[];
  readonly events?: readonly Described[];
  readonly cssProperties?: readonly Described[];
  readonly members?: readonly Described[];
}

const root = fileURLToPath(new URL('..', import.meta.url));
let folder: string;
let form: Declaration;

beforeAll(() => {
  // Inside the tree, so that the types of the frameworks are found from it.
  mkdirSync(path.join(root, '.reports'), { recursive: true });
  folder = mkdtempSync(path.join(root, '.reports/manifest-'));
  const analyzer = path.join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
  const env = { ...process.env, CITIZEN_ID_MANIFEST: path.relative(root, folder) };
  execFileSync(process.execPath, [analyzer, 'analyze', '--config', '.cem/config.js', '--quiet'], { cwd: root, env });
  symlinkSync(path.join(root, 'src/form'), path.join(folder, 'form'));
  const { modules } = JSON.parse(readFileSync(path.join(folder, 'custom-elements.json'), 'utf8')) as {
    modules: { declarations?: Declaration[] }[];
  };
  const found = modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName === 'citizen-id-form');
  if (!found) throw new Error('the manifest does not know the element');
  form = found;
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = (all: readonly Described[] | undefined) => (all ?? []).map(({ name }) => name);

describe('The manifest', () => {
  it('knows every attribute that the element heeds, and says what each means', () => {
    const source = readFileSync(path.join(root, 'src/form/citizen-id-form.ts'), 'utf8');
    const properties = /static override properties = \{([\s\S]*?)\n {2}\};/.exec(source)?.[1] ?? '';
    const attributes = [...properties.matchAll(/^ {4}(\w+): \{(.*)\},$/gm)].flatMap(([, property = '', options = '']) =>
      options.includes('attribute: false') ? [] : [/attribute: '([^']+)'/.exec(options)?.[1] ?? property],
    );
    expect(attributes.length).toBeGreaterThan(10);
    expect(names(form.attributes).sort()).toEqual([...attributes, 'lang', 'form'].sort());
    expect(form.attributes?.filter(({ description }) => !description)).toEqual([]);
  });

  it('knows the events and every property of the look, and says what each means', () => {
    expect(names(form.events)).toEqual([
      'citizen-id-cleared',
      'citizen-id-changed',
      'citizen-id-invalid',
      'citizen-id-issues-shown',
      'citizen-id-deferred',
      'citizen-id-resolved',
      'citizen-id-candidate-chosen',
      'citizen-id-step',
    ]);
    const used = new Set([...defaultLook.matchAll(/var\((--citizen-id-[a-z-]+)/g)].map(([, name = '']) => name));
    expect(names(form.cssProperties).sort()).toEqual([...used].sort());
    expect([...(form.events ?? []), ...(form.cssProperties ?? [])].filter(({ description }) => !description)).toEqual([]);
  });

  it('leaves out what is not for hosts', () => {
    expect(names(form.members)).toContain('identity');
    expect(
      names(form.members).filter((name) => /^(_|#)|Callback$|^(participant|update|refresh|setReference)$/.test(name)),
    ).toEqual([]);
  });

  it('offers the values of an attribute to editors', () => {
    const { tags } = JSON.parse(readFileSync(path.join(folder, 'vscode.html-custom-data.json'), 'utf8')) as {
      tags: { name: string; attributes: { name: string; values?: Described[] }[] }[];
    };
    const attributes = tags.find(({ name }) => name === 'citizen-id-form')?.attributes;
    expect(names(attributes?.find(({ name }) => name === 'resolve')?.values)).toEqual(['submit', 'never']);
  });
});

/** A file that uses the tag, for each framework, with a value of `resolve`. */
const uses = {
  'react.tsx': (value: string) => `
    import type {} from './types/react.js';
    export const page = <citizen-id-form required-fields="name" resolve="${value}" initialIdentity={{ emailAddress: 'jo@example.org' }}
      oncitizen-id-invalid={(event) => event.detail.issues.map(({ code }) => code)} />;`,
  'vue.ts': (value: string) => `
    import type { GlobalComponents } from 'vue';
    import type {} from './types/vue.js';
    export const props: InstanceType<GlobalComponents['citizen-id-form']>['$props'] = { resolve: '${value}' };`,
  'svelte.ts': (value: string) => `
    import type { SvelteHTMLElements } from 'svelte/elements';
    import type {} from './types/svelte.js';
    export const props: SvelteHTMLElements['citizen-id-form'] = { 'required-fields': 'name', resolve: '${value}' };`,
};

describe('Types for templates', () => {
  it('let JSX of React, Vue and Svelte use the tag, and refuse a value that the attribute does not know', () => {
    const wrongOnes = Object.entries(uses).map(([name, use]) => write(`wrong-${name}`, use('later')));
    const rightOnes = Object.entries(uses).map(([name, use]) => write(`right-${name}`, use('never')));
    const generated = ['elements', 'react', 'vue', 'svelte'].map((name) => path.join(folder, 'types', `${name}.d.ts`));
    const complaints = check([...wrongOnes, ...rightOnes, ...generated]);
    for (const file of [...rightOnes, ...generated]) expect(complaints(file)).toEqual([]);
    for (const file of wrongOnes) expect(complaints(file).join(), file).toMatch(/"later"/);
  }, 60_000);
});

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** What the type checker says of a file; of these alone, for the frameworks' own types take long. */
function check(files: readonly string[]): (file: string) => string[] {
  const compilerOptions = {
    ...{ strict: true, noEmit: true, jsx: 'react-jsx', module: 'nodenext', target: 'es2022', types: [] },
    ...{ allowImportingTsExtensions: true, experimentalDecorators: true, useDefineForClassFields: false },
    lib: ['es2023', 'dom', 'dom.iterable'],
  };
  const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, folder);
  const program = ts.createProgram(files, options);
  return (file) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}
