/** The guides are true in what a machine can tell: what they name is there, and whoever reads the README finds each of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const at = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const guides = readdirSync(at('stories/guides')).filter((file) => file.endsWith('.mdx'));
const readme = readFileSync(at('README.md'), 'utf8');
const manifest = JSON.parse(readFileSync(at('package.json'), 'utf8')) as {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly scripts: Readonly<Record<string, string>>;
};

describe.each(guides)('The guide %s', (guide) => {
  const text = readFileSync(at(`stories/guides/${guide}`), 'utf8');

  it('is linked from the README', () => {
    expect(readme).toContain(`(stories/guides/${guide})`);
  });

  it('names files, doors and commands that are there', () => {
    const files = [...text.matchAll(/`((?:test|stories|src|demo)\/[\w./-]+)`/gu)].map(([, file = '']) => file);
    expect(files.filter((file) => !existsSync(at(file)))).toEqual([]);
    const doors = [...text.matchAll(/['`]citizen-id-form\/([\w/-]+)['`]/gu)].map(([, door = '']) => `./${door}`);
    expect(doors.filter((door) => !(door in manifest.exports))).toEqual([]);
    const commands = [...text.matchAll(/npm run ([\w:-]+)/gu)].map(([, command = '']) => command);
    expect(commands.filter((command) => !(command in manifest.scripts))).toEqual([]);
  });

  // Storybook shows a block of a language that it does not know as nothing at all.
  it('marks code with languages that Storybook shows', () => {
    const languages = [...text.matchAll(/^ *```(\w+)/gmu)].map(([, language = '']) => language);
    expect(languages.filter((language) => !['html', 'css', 'js', 'json', 'sh', 'ts'].includes(language))).toEqual([]);
  });
});
