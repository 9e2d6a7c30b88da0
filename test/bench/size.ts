/**
 * What a page pays for the form, beside the same form made with @lion/ui and Web Awesome: same fields, same validation and
 * words, bundled and minified in one run. Prints gzipped kilobytes (1,000 bytes) of the first load and of what comes later
 * (telephone rules, other languages), with the ratio to ours. Fails when our first load is over its budget.
 *
 *   npm run size
 */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';

const budget = 24_000;

interface Size {
  readonly name: string;
  readonly first: number;
  readonly later: number;
}

async function measure(name: string, file: string): Promise<Size> {
  const entry = fileURLToPath(new URL(`./size/${file}`, import.meta.url));
  const { outputFiles, metafile } = await build({
    entryPoints: { entry },
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    outdir: 'out',
    write: false,
    metafile: true,
    absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
    legalComments: 'none',
    logLevel: 'error',
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  });
  const first = loadedAtOnce(metafile.outputs, 'out/entry.js');
  const bytes = (wanted: boolean) =>
    outputFiles
      .filter((output) => [...first].some((file) => output.path.replaceAll('\\', '/').endsWith(file)) === wanted)
      .reduce((sum, output) => sum + gzipSync(output.contents, { level: 9 }).length, 0);
  return { name, first: bytes(true), later: bytes(false) };
}

/** The entry and whatever it imports statically, however deep; dynamic imports come later. */
function loadedAtOnce(outputs: Metafile['outputs'], entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const imported of outputs[entry]?.imports ?? []) {
    if (imported.kind === 'import-statement') loadedAtOnce(outputs, imported.path, seen);
  }
  return seen;
}

function print(sizes: readonly Size[]): void {
  const ours = sizes[0]?.first ?? 0;
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(8);
  console.log('gzipped KB                    first     later     first, as a multiple of ours');
  for (const { name, first, later } of sizes) {
    console.log(`${name.padEnd(26)}${kilobytes(first)}  ${kilobytes(later)}     ${(first / ours).toFixed(2)}`);
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
