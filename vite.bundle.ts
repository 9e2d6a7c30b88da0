/**
 * How scripts for browsers are put into files: the bundle of this package, its tests, and what measures its size and speed beside its
 * peers. What a page needs before it shows anything is one file: where it is several, the others are asked for only once the
 * first is there, which on a slow line is most of the wait.
 */
import type { BuildOptions } from 'vite';

type RolldownOptions = NonNullable<BuildOptions['rolldownOptions']>;

/** `entry` is the first module's path from its end; what is fetched behind the first drawing is one file, and what is fetched once somebody types, too. */
export function bundledFrom(
  entry: string,
  names: { readonly entryFileNames?: string; readonly chunkFileNames?: string } = {},
): RolldownOptions {
  return {
    preserveEntrySignatures: 'allow-extension',
    output: {
      ...names,
      // A library's white space is kept otherwise.
      minify: true,
      // What Chromium then compiles while it arrives, beside the page's own work, and not each function when it is first called.
      postBanner: ({ isEntry, name }) => (isEntry || name === 'rules' ? '//# allFunctionsCalledOnLoad' : ''),
      codeSplitting: {
        groups: [
          { name: nameOf(entry), test: endingIn(entry), priority: 3 },
          // With what others take from what comes later, lest they fetch that.
          { name: 'rules', test: endingIn('form/rules.ts', 'protocol/error.ts', 'standard/email-providers.ts'), priority: 2 },
          { name: 'while-typing', test: endingIn('form/while-typing.ts'), priority: 1 },
          { name: 'http', test: endingIn('adapters/http.ts') },
        ],
      },
    },
  };
}

const nameOf = (entry: string) => entry.replace(/.*\/|\.ts$/g, '');

const endingIn = (...paths: readonly string[]) =>
  new RegExp(`(?:${paths.join('|').replaceAll('.', '\\.').replaceAll('/', '[\\\\/]')})$`);
