/// <reference types="vitest/config" />
/**
 * How the browser bundle is built and how the tests run: Node tests, the element in real browsers, the stories with axe,
 * and the whole product end to end. `CHROME_PATH`, `FIREFOX_PATH` and
 * `WEBKIT_MINIBROWSER` name browsers; `pretest` finds or installs Chromium.
 */
import { cpSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type BuildOptions, type Plugin } from 'vite';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { builtSites } from './test/browsers/built-sites.ts';
import { chromiumArguments, findBrowser } from './test/browsers/find-browser.ts';
import { webkitgtk } from './test/browsers/webkitgtk.ts';
import { bundledFrom } from './vite.bundle.ts';

const chromium = () => {
  const executablePath = findBrowser('chromium');
  return playwright({ launchOptions: { ...(executablePath ? { executablePath } : {}), args: [...chromiumArguments] } });
};
const firefoxPath = findBrowser('firefox');
const firefox = () => playwright({ launchOptions: { channel: 'moz-firefox', executablePath: firefoxPath } as object });

const webkitgtkPath = findBrowser('webkitgtk');

/** Two copies of Lit on one page would both claim the Trusted Types policy `lit-html`, and the second would throw. */
const ownTrustedTypesPolicy: Plugin = {
  name: 'own-trusted-types-policy',
  enforce: 'pre',
  transform: (code, id) =>
    /lit-html/.test(id)
      ? { code: code.replace(/createPolicy\((["'])lit-html\1/, 'createPolicy("citizen-id-form"'), map: null }
      : null,
};

/** The self-contained bundle. */
const bundle: BuildOptions = {
  lib: { entry: { 'citizen-id-form': 'src/define.ts' }, formats: ['es'] },
  target: 'es2022',
  sourcemap: true,
  emptyOutDir: false,
  rolldownOptions: bundledFrom('src/define.ts', { chunkFileNames: 'citizen-id-form/[name]-[hash].js' }),
};

/** What tsc does not carry along: the standard's examples and editions, the models' schema, and the index's migrations. */
const copyData: Plugin = {
  name: 'copy-data',
  apply: (config, { command }) => command === 'build' && Boolean(config.build?.lib),
  closeBundle() {
    const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));
    for (const name of ['standard/conformance', 'standard/editions', 'matching/schema', 'store/migrations'])
      cpSync(folder(`src/${name}`), folder(`dist/${name}`), { recursive: true });
  },
};

const webTestRunnerCommands = fileURLToPath(new URL('./test/browsers/web-test-runner-commands.ts', import.meta.url));

/** What every browser that tests the element is given. */
const elementTests = {
  plugins: [builtSites({ plugins: [ownTrustedTypesPolicy], bundle })],
  include: ['test/form/**/*.test.ts'],
  // Named, or vite finds them while tests run, and reloads the page under them.
  optimizeDeps: {
    include: [
      '@open-wc/testing',
      'lit',
      'lit/decorators.js',
      '@lit/context',
      'libphonenumber-js/core',
      '@hotwired/turbo',
      'htmx.org',
      'idiomorph',
    ],
  },
};

/** Milliseconds that a test waits for what a browser does in a moment. */
const patience = 20_000;

/** First the browsers, a file at a time in each: their tests wait for what a page does in seconds. */
const inBrowsers = { maxWorkers: 1, sequence: { groupOrder: 0 } };
/** Then the rest, four files at a time at least: half of it is waiting for processes and databases. */
const inProcesses = { maxWorkers: Math.max(4, availableParallelism() - 1), sequence: { groupOrder: 1 } };

/** A project of its own: vitest wants one provider for all the instances of a project. Not headless: it has a screen that nobody sees. */
const webkitgtkProject = (path: string) => ({
  extends: true as const,
  plugins: elementTests.plugins,
  optimizeDeps: elementTests.optimizeDeps,
  test: {
    ...inBrowsers,
    name: 'webkit',
    include: elementTests.include,
    testTimeout: 3 * patience,
    browser: {
      enabled: true,
      headless: false,
      ui: false,
      screenshotFailures: false,
      provider: webkitgtk(path),
      // vitest knows playwright's browsers by name; this is the nearest of them.
      instances: [{ browser: 'webkit' as const, name: 'browser (webkitgtk)' }],
    },
  },
});

/** The whole product takes longest, so it starts first: the rest runs beside it. */
class EndToEndFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isEndToEnd = ({ project }: TestSpecification) => project.name === 'e2e';
    return [...sorted.filter(isEndToEnd), ...sorted.filter((file) => !isEndToEnd(file))];
  }
}

export default defineConfig({
  resolve: { alias: [{ find: /^@web\/test-runner-commands$/, replacement: webTestRunnerCommands }] },
  build: bundle,
  plugins: [ownTrustedTypesPolicy, copyData],
  test: {
    sequence: { sequencer: EndToEndFirst },
    // A busy machine is late, not wrong.
    expect: { poll: { timeout: patience } },
    projects: [
      {
        extends: true,
        test: {
          ...inProcesses,
          name: 'node',
          // To load the service anew for each file would be half of what its tests cost.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/form/**', 'test/e2e/**'],
          globalSetup: ['test/store/shared-engines.ts'],
          testTimeout: 3 * patience,
        },
      },
      {
        extends: true,
        plugins: elementTests.plugins,
        optimizeDeps: elementTests.optimizeDeps,
        test: {
          ...inBrowsers,
          name: 'browser',
          include: elementTests.include,
          testTimeout: 3 * patience,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: chromium(),
            instances: [{ browser: 'chromium' }, ...(firefoxPath ? [{ browser: 'firefox' as const, provider: firefox() }] : [])],
          },
        },
      },
      ...(webkitgtkPath ? [webkitgtkProject(webkitgtkPath)] : []),
      {
        extends: true,
        plugins: [storybookTest({ configDir: fileURLToPath(new URL('./.storybook', import.meta.url)) })],
        test: {
          ...inBrowsers,
          name: 'stories',
          // The standard's pages have hundreds of rows, and axe looks at each of them.
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: chromium(),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          ...inProcesses,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/built-demo.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
