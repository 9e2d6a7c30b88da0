/**
 * Compiles the SQL condition of a Splink comparison level into a function of two records. Knows the part of SQL that Splink's own
 * comparisons are made of, in DuckDB's dialect, and refuses the rest by name; it is no SQL engine. SQL's third truth value is kept:
 * a comparison with a missing value is neither true nor false, and holds in no level.
 */
import { tokenise, type Token, type TokenKind } from './condition-tokens.ts';
import { type Call, functions } from './condition-functions.ts';

/** A column's value; undefined where it is missing, SQL's NULL. */
export type SplinkRecord = Readonly<Record<string, string | undefined>>;

export type Value = string | number | boolean | undefined;
type Term = (left: SplinkRecord, right: SplinkRecord) => Value;

export interface Condition {
  /** Whether the level holds: true alone, not unknown. */
  holds(left: SplinkRecord, right: SplinkRecord): boolean;
  /** The columns it reads, without their side. */
  readonly columns: ReadonlySet<string>;
}

/** What cannot be compiled: says what, in the words of the condition. */
export class UnsupportedCondition extends Error {
  override readonly name = 'UnsupportedCondition';
}

export interface CompileOptions {
  /** What string functions see of a text. Splink on DuckDB compares UTF-8 bytes; by default, here, UTF-16 units are compared. */
  readonly textOf: (text: string) => string;
}

/** Throws `UnsupportedCondition`. */
export function compileCondition(sql: string, options: CompileOptions): Condition {
  const parser = new ConditionParser(tokenise(sql), options);
  const term = parser.parse();
  return { holds: (left, right) => term(left, right) === true, columns: parser.columns };
}

type Operator = (a: Value, b: Value) => Value;

const comparisons: Readonly<Record<string, (a: string | number | boolean, b: string | number | boolean) => boolean>> = {
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
  '!=': (a, b) => a !== b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
};

/** One method for each precedence, loosest first: OR, AND, NOT, comparison, minus, and what stands by itself. */
class ConditionParser {
  readonly columns = new Set<string>();
  readonly #tokens: readonly Token[];
  readonly #options: CompileOptions;
  #position = 0;

  constructor(tokens: readonly Token[], options: CompileOptions) {
    this.#tokens = tokens;
    this.#options = options;
  }

  parse(): Term {
    const term = this.#parseOr();
    const rest = this.#tokens[this.#position];
    if (rest !== undefined) throw new UnsupportedCondition(`"${rest.text}" cannot stand there`);
    return term;
  }

  #parseOr(): Term {
    let term = this.#parseAnd();
    while (this.#take('word', 'OR')) term = both(term, this.#parseAnd(), or);
    return term;
  }

  #parseAnd(): Term {
    let term = this.#parseNot();
    while (this.#take('word', 'AND')) term = both(term, this.#parseNot(), and);
    return term;
  }

  #parseNot(): Term {
    if (!this.#take('word', 'NOT')) return this.#parseComparison();
    const term = this.#parseNot();
    return (left, right) => {
      const value = term(left, right);
      return value === undefined ? undefined : value !== true;
    };
  }

  #parseComparison(): Term {
    const term = this.#parseDifference();
    if (this.#take('word', 'IS')) {
      const isWanted = !this.#take('word', 'NOT');
      this.#expect('word', 'NULL');
      return (left, right) => (term(left, right) === undefined) === isWanted;
    }
    const token = this.#tokens[this.#position];
    const compare = token?.kind === 'sign' ? comparisons[token.text] : undefined;
    if (compare === undefined) return term;
    this.#position++;
    return both(term, this.#parseDifference(), whereKnown(compare));
  }

  #parseDifference(): Term {
    let term = this.#parseFactor();
    while (this.#take('sign', '-')) {
      term = both(
        term,
        this.#parseFactor(),
        whereKnown((a, b) => Number(a) - Number(b)),
      );
    }
    return term;
  }

  #parseFactor(): Term {
    const token = this.#tokens[this.#position++];
    if (token === undefined) throw new UnsupportedCondition('it ends too early');
    switch (token.kind) {
      case 'number':
        return constant(Number(token.text));
      case 'text':
        return constant(token.text);
      case 'column':
        return this.#columnTerm(token.text);
      case 'word':
        return this.#nextIs('sign', '(') ? this.#callTerm(token.text) : this.#columnTerm(token.text);
      case 'sign':
        return this.#bracketed(token.text);
    }
  }

  #bracketed(sign: string): Term {
    if (sign !== '(') throw new UnsupportedCondition(`"${sign}" cannot stand there`);
    const term = this.#parseOr();
    this.#expect('sign', ')');
    return term;
  }

  #columnTerm(name: string): Term {
    if (/^(?:TRUE|FALSE)$/i.test(name)) return constant(name.toUpperCase() === 'TRUE');
    const [, column, side] = /^(.+)_([lr])$/.exec(name) ?? [];
    if (column === undefined) throw new UnsupportedCondition(`"${name}" is a column of neither side`);
    this.columns.add(column);
    return side === 'l' ? (left) => left[column] : (_left, right) => right[column];
  }

  #callTerm(name: string): Term {
    const key = name.toLowerCase();
    const call: Call | undefined = Object.hasOwn(functions, key) ? functions[key] : undefined;
    if (call === undefined) throw new UnsupportedCondition(`the function ${name} is not supported`);
    this.#expect('sign', '(');
    const terms: Term[] = [];
    do terms.push(this.#parseOr());
    while (this.#take('sign', ','));
    this.#expect('sign', ')');
    if (terms.length !== call.length) throw new UnsupportedCondition(`${name} takes ${call.length} arguments here`);
    const { textOf } = this.#options;
    return (left, right) =>
      call.of(
        terms.map((term) => term(left, right)),
        textOf,
      );
  }

  #nextIs(kind: TokenKind, text: string): boolean {
    const token = this.#tokens[this.#position];
    return token?.kind === kind && token.text.toUpperCase() === text;
  }

  #take(kind: TokenKind, text: string): boolean {
    if (!this.#nextIs(kind, text)) return false;
    this.#position++;
    return true;
  }

  #expect(kind: TokenKind, text: string): void {
    if (!this.#take(kind, text))
      throw new UnsupportedCondition(`"${text}" is missing before "${this.#tokens[this.#position]?.text ?? 'the end'}"`);
  }
}

const constant =
  (value: Value): Term =>
  () =>
    value;

const both =
  (one: Term, other: Term, operator: Operator): Term =>
  (left, right) =>
    operator(one(left, right), other(left, right));

const whereKnown =
  (operate: (a: string | number | boolean, b: string | number | boolean) => Value): Operator =>
  (a, b) =>
    a === undefined || b === undefined ? undefined : operate(a, b);

const or: Operator = (a, b) => (a === true || b === true ? true : a === undefined || b === undefined ? undefined : false);
const and: Operator = (a, b) => (a === false || b === false ? false : a === undefined || b === undefined ? undefined : true);
