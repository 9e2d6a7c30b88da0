import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../src/standard/', import.meta.url));

/** What a page loads at first: parsing for `gb` and the English words. The rest comes in chunks of its own. */
async function bundle(contents: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: source, loader: 'ts' },
    bundle: true,
    splitting: true,
    outdir: 'out',
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    metafile: true,
  });
  const first = outputFiles.find(({ path }) => path.endsWith('stdin.js'));
  const chunks = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint === '<stdin>')?.imports ?? [];
  const atOnce = chunks
    .filter(({ kind }) => kind === 'import-statement')
    .map(({ path }) => outputFiles.find((file) => file.path.endsWith(path)));
  const files = [first, ...atOnce].filter((file) => file !== undefined);
  const inputs = files.flatMap((file) =>
    Object.entries(metafile.outputs)
      .filter(([path]) => file.path.endsWith(path))
      .flatMap(([, output]) => Object.keys(output.inputs)),
  );
  return { bytes: gzipSync(files.map((file) => file.text).join('\n'), { level: 9 }).length, inputs };
}

const firstLoad = `
  export { parseIdentity, formatIdentity } from './identity.ts';
  export { gb } from './profiles/gb.ts';
  export { describeIssue, loadMessages, text } from './messages.ts';
`;

describe('what a page loads of the standard at first', () => {
  it('is at most 7 KB gzipped, without any package', async () => {
    const { bytes, inputs } = await bundle(firstLoad);
    console.log(`standard, first load: ${bytes} bytes gzipped`);
    expect(inputs.filter((path) => path.includes('node_modules'))).toEqual([]);
    expect(bytes).toBeLessThanOrEqual(7_168);
  });
});
