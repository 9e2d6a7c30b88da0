/** Splits a SQL condition into tokens. No meaning: that is condition.ts. */
import { UnsupportedCondition } from './condition.ts';

/** `column`: in double quotes. `word`: a keyword, a function, or a column without quotes. `sign`: an operator, bracket or comma. */
export type TokenKind = 'column' | 'text' | 'number' | 'word' | 'sign';

/** `text` is without its quotes. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const pattern = /\s*(?:"((?:[^"]|"")+)"|'((?:[^']|'')*)'|(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([a-z_]\w*)|(<=|>=|<>|!=|[=<>(),-]))/iy;

/** Throws `UnsupportedCondition` for a character that none of ours begins with. */
export function tokenise(sql: string): readonly Token[] {
  const text = sql.trim();
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const from = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) throw new UnsupportedCondition(`"${text.slice(from, from + 20).trim()}" is not supported`);
    tokens.push(tokenOf(match));
  }
  return tokens;
}

function tokenOf([, column, text, number, word, sign]: RegExpExecArray): Token {
  if (column !== undefined) return { kind: 'column', text: column.replaceAll('""', '"') };
  if (text !== undefined) return { kind: 'text', text: text.replaceAll("''", "'") };
  if (number !== undefined) return { kind: 'number', text: number };
  return word === undefined ? { kind: 'sign', text: sign ?? '' } : { kind: 'word', text: word };
}
