/**
 * What the build writes down of the elements, all from their source: the custom-elements manifest, completion data for
 * VS Code (vs-code.js) and types for templates (template-types.js).
 *
 * The analyzer reads one file at a time, so three things are added here that stand elsewhere: the tag names (src/define.ts
 * registers), the events (a class each, with its own `type`), and what the union of an attribute's type is.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import ts from 'typescript';
import { templateTypes } from './template-types.js';
import { vsCodeData } from './vs-code.js';

const outdir = process.env['CITIZEN_ID_MANIFEST'] ?? 'dist';
const registries = ['src/define.ts', 'src/explanation.ts'];
/** Our own, with all types: the analyzer's TypeScript is another, and reads each file alone. */
const { options } = ts.convertCompilerOptionsFromJson(
  ts.readConfigFile('tsconfig.json', ts.sys.readFile).config.compilerOptions,
  '.',
);
const program = ts.createProgram(registries, options);

/** Tag names by class name, from `customElements.define('tag', Class)`. */
function readTagNames() {
  const texts = registries.map((registry) => program.getSourceFile(registry)?.text ?? '');
  const calls = texts.flatMap((text) => [...text.matchAll(/customElements\.define\('([a-z-]+)', (\w+)\)/g)]);
  return new Map(calls.map(([, tag, name]) => [name, tag]));
}

/** An event class carries the name of its event as a static `type`. */
function readEvent({ name: className, superclass, members = [], description }) {
  const type = members.find((member) => member.static && member.name === 'type');
  if (superclass?.name !== 'CustomEvent' || !type) return [];
  return [{ name: type.default.replaceAll("'", ''), type: { text: className }, description }];
}

/** The strings that a member may hold, as a union: `'submit' | 'never'`. Nothing where it may hold others. */
function spellOut(file, className, memberName) {
  const named = (statement) => ts.isClassDeclaration(statement) && statement.name?.text === className;
  const member = program
    .getSourceFile(file)
    ?.statements.find(named)
    ?.members.find((one) => one.name?.text === memberName);
  const type = member && program.getTypeChecker().getTypeAtLocation(member);
  const kinds = type?.isUnion() ? type.types.filter((one) => !(one.flags & ts.TypeFlags.Undefined)) : [];
  if (kinds.length === 0 || !kinds.every((one) => one.isStringLiteral())) return undefined;
  return kinds.map((one) => `'${one.value}'`).join(' | ');
}

/** Lifecycle callbacks are the browser's and Lit's to call, and what is marked internal is for our own controllers. */
const notForHosts =
  /Callback$|^(update|scheduleUpdate|createRenderRoot|observedAttributes|properties|formAssociated|constructor)$/;

const complete = {
  name: 'complete',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    const tagNames = readTagNames();
    const events = modules.flatMap(({ declarations = [] }) => declarations.flatMap(readEvent));
    for (const module of modules) {
      for (const declaration of module.declarations ?? []) {
        const tagName = tagNames.get(declaration.name);
        if (!tagName) continue;
        Object.assign(declaration, { customElement: true, tagName, ...(tagName === 'citizen-id-form' ? { events } : {}) });
        for (const attribute of declaration.attributes ?? []) {
          const text = spellOut(module.path, declaration.name, attribute.fieldName);
          if (text) attribute.type = { text };
        }
        declaration.members = declaration.members?.filter(
          ({ name, privacy, description = '' }) =>
            privacy !== 'private' && privacy !== 'protected' && !notForHosts.test(name) && !/@internal/.test(description),
        );
      }
    }
  },
};

const writeDown = {
  name: 'write-down',
  packageLinkPhase({ customElementsManifest }) {
    const types = path.join(outdir, 'types');
    mkdirSync(types, { recursive: true });
    writeFileSync(path.join(outdir, 'vscode.html-custom-data.json'), vsCodeData(customElementsManifest));
    for (const [name, text] of Object.entries(templateTypes(customElementsManifest))) writeFileSync(path.join(types, name), text);
  },
};

export default {
  globs: ['src/form/**/*.ts'],
  outdir,
  litelement: true,
  packagejson: false,
  plugins: [complete, writeDown],
};
