/**
 * An example that a design system publishes with its templates: the parameters, and the HTML that its own template makes of
 * them. Read leniently: a parameter that we do not know is found by its path. Not a test.
 */
import { createRequire } from 'node:module';

export interface Example {
  readonly name: string;
  readonly parameters: Parameters;
  readonly html: string;
}

export type Parameters = Readonly<Record<string, unknown>>;

const resolve = createRequire(import.meta.url);

/** The folders in which the systems publish their examples. */
const published = { govuk: 'govuk-frontend/dist/govuk/components', nhsuk: 'nhsuk-frontend/dist/nhsuk/components' };

export type SystemWithExamples = keyof typeof published;

/** All examples of one component; none where the system has no such component. */
export function readExamples(system: SystemWithExamples, component: string): readonly Example[] {
  const { fixtures } = resolve(`${published[system]}/${component}/fixtures.json`) as { readonly fixtures: readonly Parameters[] };
  return fixtures.map((fixture) => ({
    name: textOf(fixture['name']),
    // The NHS keeps parameters under `context`, and under `options` how pictures of it are taken.
    parameters: partOf(system === 'nhsuk' ? fixture['context'] : fixture['options']),
    html: textOf(fixture['html']),
  }));
}

/** Where each parameter stands, as `items[].hint.text`, and behind `~` its value, if that is no object. */
export function pathsOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsOf(item, `${path}[]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, path === '' ? name : `${path}.${name}`));
  return value === undefined || value === null ? [] : [`${path}~${JSON.stringify(value).replace(/^"|"$/g, '')}`];
}

export function partOf(value: unknown): Parameters {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

export function listOf(value: unknown): readonly Parameters[] {
  return Array.isArray(value) ? value.map(partOf) : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Words are given as they are, or as `{ text }`; the NHS has headings as `{ heading }`. */
export function wordsOf(value: unknown): string {
  const { text, heading } = partOf(value);
  return (textOf(value) || textOf(text) || textOf(heading)).trim();
}
