/** What lint holds: no escape from the types, no big library variants in a browser, no DOM in Node folders, small files. */
import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';

const small = "Use the lean variant ('zod/mini', 'libphonenumber-js/core'): a browser loads this.";
const bigVariants = ['zod', 'libphonenumber-js', 'libphonenumber-js/min', 'libphonenumber-js/max', 'libphonenumber-js/mobile'];
const browserGlobals = ['document', 'window', 'navigator', 'localStorage', 'sessionStorage', 'HTMLElement', 'customElements'];
const nodeGlobals = ['process', 'Buffer', '__dirname', '__filename', 'setImmediate'];

const browserFolders = ['src/form/**', 'src/react/**', 'src/index.ts', 'src/define.ts', 'src/explanation.ts'];
const nodeFolders = ['src/store/**', 'src/service/**', 'src/host/**', 'src/cli/**'];
const neutralFolders = ['src/standard/**', 'src/protocol/**', 'src/matching/**', 'src/adapters/**', 'src/testing/**'];

export default tseslint.config(
  { ignores: ['dist/', 'storybook-static/', 'coverage/', '.data/', '.reports/'] },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Ports are asynchronous by contract; an implementation that needs no await is still one.
      '@typescript-eslint/require-await': 'off',
      // Standards are matched by their control characters; that is what the rules are about.
      'no-control-regex': 'off',
      'no-irregular-whitespace': ['error', { skipStrings: true, skipRegExps: true, skipTemplates: true }],
      eqeqeq: ['error', 'smart'],
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: 'TSEnumDeclaration', message: 'A union of literals says the same and costs nothing.' },
      ],
      'no-restricted-imports': ['error', { paths: bigVariants.map((name) => ({ name, message: small })) }],
    },
  },
  { files: nodeFolders, rules: { 'no-restricted-globals': ['error', ...browserGlobals] } },
  { files: browserFolders, rules: { 'no-restricted-globals': ['error', ...nodeGlobals] } },
  { files: neutralFolders, rules: { 'no-restricted-globals': ['error', ...browserGlobals, ...nodeGlobals] } },
  { files: ['src/form/**'], ...lit['flat/recommended'] },
  // A form builder who sets a wrong attribute is told so in the console; nothing else is ever written there.
  { files: ['src/form/**'], rules: { 'no-console': ['error', { allow: ['warn'] }] } },
  {
    files: ['test/**', 'stories/**', 'demo/**'],
    rules: {
      // Chai's assertions are property reads.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  { files: ['**/*.js', '**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
);
