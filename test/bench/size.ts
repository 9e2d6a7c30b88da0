/**
 * What a page pays for the form, beside the same form made with @lion/ui and Web Awesome: same fields, same validation and
 * words, bundled and minified in one run by what builds our own bundle. Prints gzipped kilobytes (1,000 bytes) of the first
 * load, of what ours fetches unasked right behind its first drawing (how answers are judged), of all that a page of profile gb loads
 * whose resident fills everything in and sends it, of the rules for telephone numbers on top of that, and of what comes only where
 * more is asked (other languages, looks, parts, numbers abroad). Fails when our first load is over its budget.
 *
 *   npm run size
 */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { bundledFrom } from '../../vite.bundle.ts';

const budget = 24_000;
const goal = 36_000;

interface Size {
  readonly name: string;
  readonly first: number;
  readonly behind: number;
  /** First, behind, and while somebody types and sends. */
  readonly whole: number;
  readonly telephone: number;
  readonly later: number;
}

/** Where the files begin that a page of gb's five usual fields loads once somebody fills it in and sends it. */
const whenUsed = ['src/form/while-typing.ts', 'src/adapters/http.ts'];
/** And once somebody goes to the box of the telephone number: a library with the number plans of the profile's countries. */
const telephone = ['src/standard/telephone-plans.ts'];

async function measure(name: string, file: string): Promise<Size> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL(`./size/${file}`, import.meta.url)), formats: ['es'], fileName: 'form' },
      rolldownOptions: bundledFrom(`size/${file}`),
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  const chunks = output.filter((item) => item.type === 'chunk');
  const fileOf = (module: string) => chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)))?.fileName;
  const allOf = (modules: readonly string[]) =>
    modules.reduce((loaded, module) => loadedAtOnce(chunks, fileOf(module) ?? '', loaded), new Set<string>());
  const first = allOf([`size/${file}`]);
  const behind = allOf([`size/${file}`, 'src/form/rules.ts']);
  const whole = allOf([`size/${file}`, 'src/form/rules.ts', ...whenUsed]);
  const withTelephone = allOf([`size/${file}`, 'src/form/rules.ts', ...whenUsed, ...telephone]);
  const bytes = (isWanted: (file: string) => boolean) =>
    chunks.filter((chunk) => isWanted(chunk.fileName)).reduce((sum, chunk) => sum + gzipSync(chunk.code, { level: 9 }).length, 0);
  return {
    name,
    first: bytes((file) => first.has(file)),
    behind: bytes((file) => !first.has(file) && behind.has(file)),
    whole: bytes((file) => whole.has(file)),
    telephone: bytes((file) => !whole.has(file) && withTelephone.has(file)),
    later: bytes((file) => !withTelephone.has(file)),
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
  console.log('gzipped KB                    first    behind  all of gb  telephone     later     first, as a multiple of ours');
  for (const { name, first, behind, later, ...size } of sizes) {
    const figures = `${kilobytes(first)}  ${kilobytes(behind)}   ${kilobytes(size.whole)}   ${kilobytes(size.telephone)}  ${kilobytes(later)}`;
    console.log(`${name.padEnd(26)}${figures}     ${(first / ours).toFixed(2)}`);
  }
}

const sizes = [
  await measure('citizen-id-form', 'citizen-id-form.ts'),
  await measure('@lion/ui', 'lion.ts'),
  await measure('Web Awesome', 'web-awesome.ts'),
];
print(sizes);
const first = sizes[0]?.first ?? Infinity;
const whole = sizes[0]?.whole ?? Infinity;
console.log(`budget ${budget / 1000} KB for the first load: ${first <= budget ? 'kept' : 'broken'}`);
console.log(`goal ${goal / 1000} KB for all of gb but the telephone rules: ${whole <= goal ? 'met' : 'missed'}`);
if (first > budget) process.exitCode = 1;
