/**
 * What a page pays for the form, beside the same form made with @lion/ui and Web Awesome: same fields, same validation and
 * words, bundled and minified in one run by what builds our own bundle. Prints gzipped kilobytes (1,000 bytes) of the first
 * load, of what ours fetches unasked right behind its first drawing (how answers are judged), and of what comes later (telephone
 * rules, the adapter, other languages). Fails when our first load is over its budget.
 *
 *   npm run size
 */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

const budget = 24_000;

interface Size {
  readonly name: string;
  readonly first: number;
  readonly behind: number;
  readonly later: number;
}

async function measure(name: string, file: string): Promise<Size> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL(`./size/${file}`, import.meta.url)), formats: ['es'], fileName: 'form' },
      // As in vite.config.ts: a library's white space is kept otherwise.
      rolldownOptions: { preserveEntrySignatures: 'allow-extension', output: { minify: true } },
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  const chunks = output.filter((item) => item.type === 'chunk');
  const entry = chunks.find((chunk) => chunk.isEntry);
  const first = loadedAtOnce(chunks, entry?.fileName ?? '');
  const rules = chunks.find((chunk) => chunk.facadeModuleId?.endsWith('/src/form/rules.ts'));
  const behind = rules ? loadedAtOnce(chunks, rules.fileName) : new Set<string>();
  const bytes = (isWanted: (file: string) => boolean) =>
    chunks.filter((chunk) => isWanted(chunk.fileName)).reduce((sum, chunk) => sum + gzipSync(chunk.code, { level: 9 }).length, 0);
  return {
    name,
    first: bytes((file) => first.has(file)),
    behind: bytes((file) => !first.has(file) && behind.has(file)),
    later: bytes((file) => !first.has(file) && !behind.has(file)),
  };
}

/** A chunk and whatever it imports statically, however deep; dynamic imports come later. */
function loadedAtOnce(chunks: readonly Rolldown.OutputChunk[], name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const imported of chunks.find((chunk) => chunk.fileName === name)?.imports ?? []) loadedAtOnce(chunks, imported, seen);
  return seen;
}

function print(sizes: readonly Size[]): void {
  const ours = sizes[0]?.first ?? 0;
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(8);
  console.log('gzipped KB                    first    behind     later     first, as a multiple of ours');
  for (const { name, first, behind, later } of sizes) {
    console.log(
      `${name.padEnd(26)}${kilobytes(first)}  ${kilobytes(behind)}  ${kilobytes(later)}     ${(first / ours).toFixed(2)}`,
    );
  }
}

const sizes = [
  await measure('citizen-id-form', 'citizen-id-form.ts'),
  await measure('@lion/ui', 'lion.ts'),
  await measure('Web Awesome', 'web-awesome.ts'),
];
print(sizes);
const first = sizes[0]?.first ?? Infinity;
console.log(`budget ${budget / 1000} KB for the first load: ${first <= budget ? 'kept' : 'broken'}`);
if (first > budget) process.exitCode = 1;
