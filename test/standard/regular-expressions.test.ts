/**
 * Every regular expression of the standard is analysed for backtracking: none may take more than linear time on any text, for
 * residents, and whoever pretends to be one, type what they like.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyse, type Report } from 'scslre';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../src/standard/', import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** The literals of one file, with their place. */
function literalsIn(file: string): readonly { readonly place: string; readonly literal: string }[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(folder, file), 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: { place: string; literal: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ place: `${file}:${line + 1}`, literal: node.text });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

function slowPartsOf(literal: string): readonly Report[] {
  const end = literal.lastIndexOf('/');
  return analyse({ source: literal.slice(1, end), flags: literal.slice(end + 1) }).reports;
}

/** Legacy values are cut to 256 UTF-16 units before anything else looks at them: there quadratic is at most 65,536 steps. */
const isCutShort = (place: string) => place.startsWith('legacy/');

/** Built at run time: one class each, in which nothing repeats; and one over legacy text, which is cut short. */
const builtAtRunTime = new Set(['fold.ts', 'identity-schema.ts', 'legacy/legacy-text.ts']);

describe('a regular expression of the standard', () => {
  const literals = sources.flatMap(literalsIn);

  it('is found wherever there is one', () => {
    expect(literals.length).toBeGreaterThan(50);
    const built = sources.filter((file) => readFileSync(path.join(folder, file), 'utf8').includes('new RegExp('));
    expect(built.filter((file) => !builtAtRunTime.has(file))).toEqual([]);
  });

  it.each(literals)('takes linear time at $place: $literal', ({ place, literal }) => {
    const slow = slowPartsOf(literal).filter(({ exponential }) => exponential || !isCutShort(place));
    expect(slow.map(({ type, character }) => `${type} in ${character.pick}`)).toEqual([]);
  });

  it.each([
    ['/^(?:a+)+$/u', 'exponential'],
    ['/\\d*\\d*x/u', 'polynomial'],
  ])('would be told of if it were %s', (literal) => {
    expect(slowPartsOf(literal)).not.toEqual([]);
  });
});
