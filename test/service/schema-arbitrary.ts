/**
 * Values out of a JSON Schema, for fast-check: most of them as the schema wants, some with something wrong in them. Knows as much of
 * JSON Schema as the index's own document uses. Not a validator: ajv is.
 */
import fc from 'fast-check';

export type Schema = Readonly<Record<string, unknown>>;

export interface SchemaValues {
  /** `#/components/schemas/…` by its whole text. */
  readonly resolve: (reference: string) => Schema;
  /** Likelier values of members by their name: a schema does not say what a plausible person is. */
  readonly likely: Readonly<Record<string, fc.Arbitrary<unknown>>>;
}

/** A value that the schema takes, nine times in ten; else one with junk somewhere in it. */
export function valueOf(schema: Schema, values: SchemaValues): fc.Arbitrary<unknown> {
  const good = goodValue(schema, values, 0);
  return fc.oneof({ arbitrary: good, weight: 9 }, { arbitrary: fc.tuple(good, junk, fc.nat()).map(spoil), weight: 1 });
}

const junk = fc.oneof(
  fc.constantFrom<unknown>(null, '', -1, 0.5, 1e308, true, [], {}, '\u0000', '\ud800', '__proto__', 'x'.repeat(5_000)),
  fc.string({ unit: 'grapheme' }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Puts junk in the place of one node, wherever the number leads. */
function spoil([value, wrong, number]: [unknown, unknown, number]): unknown {
  if (typeof value !== 'object' || value === null || number % 3 === 0) return wrong;
  const entries: readonly [string, unknown][] = Object.entries(value);
  const [name, member] = entries[number % Math.max(1, entries.length)] ?? ['added', undefined];
  const spoilt = spoil([member, wrong, Math.floor(number / 3)]);
  return Array.isArray(value)
    ? value.map((one: unknown, place) => (String(place) === name ? spoilt : one))
    : { ...value, [name]: spoilt };
}

function goodValue(schema: Schema, values: SchemaValues, depth: number): fc.Arbitrary<unknown> {
  const { $ref, enum: choices, const: only, anyOf, oneOf, allOf, type } = schema;
  if (typeof $ref === 'string') return goodValue(values.resolve($ref), values, depth);
  if (Array.isArray(choices)) return fc.constantFrom<unknown>(...(choices as unknown[]));
  if ('const' in schema) return fc.constant(only);
  const several = [anyOf, oneOf].find(Array.isArray) as Schema[] | undefined;
  if (several) return fc.oneof(...several.map((one) => goodValue(one, values, depth)));
  if (Array.isArray(allOf)) return goodValue(Object.assign({}, ...(allOf as object[])) as Schema, values, depth);
  switch (type) {
    case 'object':
      return goodObject(schema, values, depth);
    case 'array': {
      const items = isSchema(schema['items']) ? goodValue(schema['items'], values, depth + 1) : fc.jsonValue({ maxDepth: 1 });
      return fc.array(items, { minLength: Math.min(Number(schema['minItems'] ?? 0), 3), maxLength: 3 });
    }
    case 'string':
      return goodText(schema);
    case 'integer':
      return fc.integer({ min: bound(schema['minimum'], -2), max: bound(schema['maximum'], 10_000) });
    case 'number':
      return fc.double({ noNaN: true, min: bound(schema['minimum'], -2), max: bound(schema['maximum'], 10_000) });
    case 'boolean':
      return fc.boolean();
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);
const bound = (value: unknown, otherwise: number) => (typeof value === 'number' && Math.abs(value) < 1e9 ? value : otherwise);

function goodObject(schema: Schema, values: SchemaValues, depth: number): fc.Arbitrary<unknown> {
  const properties = isSchema(schema['properties']) ? Object.entries(schema['properties']) : [];
  const members = properties.flatMap(([name, member]) => {
    const usual = isSchema(member) && depth < 6 ? goodValue(member, values, depth + 1) : fc.constant('deep');
    const likely = values.likely[name];
    return [[name, likely === undefined ? usual : fc.oneof({ arbitrary: likely, weight: 3 }, usual)] as const];
  });
  const required = Array.isArray(schema['required']) ? (schema['required'] as string[]) : [];
  const named = fc.record(Object.fromEntries(members), { requiredKeys: required });
  const others = schema['additionalProperties'];
  if (!isSchema(others) || Object.keys(others).length === 0) return named;
  const more = fc.dictionary(fc.string({ maxLength: 12 }), goodValue(others, values, depth + 1), { maxKeys: 3 });
  return fc.tuple(more, named).map(([extra, own]) => ({ ...extra, ...own }));
}

function goodText(schema: Schema): fc.Arbitrary<string> {
  if (schema['format'] === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (schema['format'] === 'date') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  const longest = Math.min(bound(schema['maxLength'], 40), 40);
  const plain = fc.string({ unit: 'grapheme', minLength: Math.min(bound(schema['minLength'], 0), longest), maxLength: longest });
  const { pattern } = schema;
  // fast-check writes texts of most patterns; of one with a lookahead or a property of characters it cannot.
  if (typeof pattern !== 'string' || /\\p|\(\?[=!<]/.test(pattern)) return plain;
  return fc.stringMatching(new RegExp(pattern), { maxLength: 200 });
}
