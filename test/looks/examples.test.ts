/**
 * The form in the looks of GOV.UK and the NHS, beside every example that govuk-frontend and nhsuk-frontend publish of the parts
 * that it has: the same tree, made by the form's own templates. What is out of scope, and what is not equal, says why.
 */
import { describe, expect, it } from 'vitest';
import { pathsOf, readExamples, type Example, type SystemWithExamples } from './example.ts';
import { partsByComponent, renderPart, type Part } from './parts.ts';
import { different, outOfScope } from './reasons.ts';
import { treeOf } from './tree.ts';

interface Row {
  readonly name: string;
  readonly system: SystemWithExamples;
  readonly part: Part;
  readonly example: Example;
}

/** GOV.UK has legends only as a part of fieldsets. */
function rowsOf(system: SystemWithExamples): readonly Row[] {
  const components = Object.entries(partsByComponent).filter(([component]) => component !== 'legend' || system === 'nhsuk');
  return components.flatMap(([component, part]) =>
    readExamples(system, component).map((example) => ({
      name: `${system} ${component}: ${example.name}`,
      system,
      part,
      example,
    })),
  );
}

/** The parameters that the part does not know, by path alone or with that value. */
function unknownOf({ part, example }: Row): readonly string[] {
  const isKnown = (path: string) => part.knows.test(path) || part.knows.test(path.replace(/~.*/s, ''));
  return pathsOf(example.parameters).filter((path) => !isKnown(path));
}

function reasonOf(row: Row): string | undefined {
  const [path] = unknownOf(row);
  return outOfScope.find(([parameter]) => parameter.test(path ?? ''))?.[1];
}

function treesOf({ system, part, example }: Row) {
  const { template, renamed = {} } = part.draw(example.parameters, system);
  const names = Object.entries(renamed).sort(([one], [other]) => other.length - one.length);
  const rename = (value: string, attribute: string) => {
    const named = attribute === 'name' ? (renamed[`[name]${value}`] ?? renamed['[name]']) : undefined;
    return named ?? names.reduce((text, [ours, theirs]) => text.replaceAll(ours, theirs), value);
  };
  return { ours: treeOf(renderPart(template, system), { rename, said: example.html }), theirs: treeOf(example.html) };
}

function isEqual(row: Row): boolean {
  const { ours, theirs } = treesOf(row);
  return JSON.stringify(ours) === JSON.stringify(theirs);
}

describe.each([
  ['govuk', 119],
  ['nhsuk', 82],
] as const)('Of the examples of %s', (system, fewest) => {
  const rows = rowsOf(system);
  const inScope = rows.filter((row) => unknownOf(row).length === 0);
  const expected = inScope.filter(({ name }) => !different[name]);

  it.each(expected)('$name is what the form draws', (row) => {
    const { ours, theirs } = treesOf(row);
    expect(ours).toEqual(theirs);
  });

  it(`at least ${fewest} are in scope and equal; each other one has its reason`, () => {
    const outside = rows.filter((row) => !inScope.includes(row));
    expect(outside.filter((row) => !reasonOf(row)).map((row) => [row.name, unknownOf(row)])).toEqual([]);
    const others = inScope.filter(({ name }) => different[name]);
    // A reason that no longer holds is to go.
    expect(others.filter(isEqual).map(({ name }) => name)).toEqual([]);
    const equal = expected.filter(isEqual).length;
    console.log(`${system}: ${rows.length} examples, ${inScope.length} in scope, ${equal} equal, ${others.length} not equal`);
    console.log(outside.map((row) => `  out of scope: ${row.name} (${reasonOf(row) ?? ''})`).join('\n'));
    expect(equal).toBeGreaterThanOrEqual(fewest);
  });

  it('no name in the table of what differs is unknown', () => {
    const names = rows.map(({ name }) => name);
    expect(Object.keys(different).filter((name) => name.startsWith(system) && !names.includes(name))).toEqual([]);
  });
});
