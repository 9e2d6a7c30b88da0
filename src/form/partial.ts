/**
 * The questions as a partial of Nunjucks or Twig, for a host whose pages are made by one of those: made from the very HTML that
 * `renderFallback` gives, once with nothing wrong and once with everything wrong, so that there is no second set of templates.
 * Only what both languages understand is written: `{{ … }}` and `if`; to Twig, `0` is nothing. Both must escape, as they do by default.
 *
 * Not the rendering of a page: that is the host's, at run time, with two variables:
 *   values     what was typed, by entry: values['name.given']
 *   problems   what is wrong, by path: problems['name.given'].code and .words; `problemsByPath` makes it of issues
 */
import type { Issue } from '../standard/issue.ts';
import type { Messages } from '../standard/messages.ts';
import type { Entries } from '../standard/identity.ts';
import { actingEntry, helperPrefix, someoneElse } from './acting/helper.ts';
import type { Problem } from './problem.ts';
import {
  actingProblems,
  renderActing,
  renderWith,
  type ActingOptions,
  type FallbackOptions,
  type RenderOptions,
} from './render-html.ts';

/** As the tag's attributes say; what is typed and wrong comes when the partial is rendered. */
export type PartialOptions = Omit<FallbackOptions, 'values' | 'issues'>;

/** Text for a file `….njk` or `….twig`, to stand between `<citizen-id-form …>` and its end tag. */
export function renderPartial(options: PartialOptions): string {
  const { helperFields } = options;
  if (!helperFields) return mergedPartial(options);
  const page = (isForAnother: boolean) => actingPartial({ ...options, helperFields }, isForAnother);
  return `{% if values['${actingEntry}'] == '${someoneElse}' %}${page(true)}{% else %}${page(false)}{% endif %}`;
}

/** The helper's questions are a partial of their own, whose variables stand behind the helper's prefix. */
function actingPartial(options: ActingOptions, isForAnother: boolean): string {
  let theirs: readonly string[] = [];
  return renderActing(options, isForAnother, (each, whose) => {
    if (whose === 'person') return mergedPartial(each, theirs);
    theirs = pathsOf(renderWith(each, {}, []), each.name ?? '').map((path) => helperPrefix + path);
    return mergedPartial(each).replace(/\b(values|problems)\['/g, `$1['${helperPrefix}`);
  });
}

/** `others` are paths of problems that only the summary has. */
function mergedPartial(options: RenderOptions, others: readonly string[] = []): string {
  const { name = 'customer' } = options;
  const blank = renderWith(options, {}, []);
  const paths = [...pathsOf(blank, name), ...others];
  const values = Object.fromEntries(entriesOf(blank, name).map((entry) => [entry, mark('value', entry)]));
  const problems = paths.map((path) => ({ path, code: mark('code', path), words: mark('words', path) }));
  const right = renderWith(options, values, []);
  const wrong = renderWith(options, values, problems);
  return new Merge({ name, paths }).merge(split(right), split(wrong));
}

/**
 * What the variable `problems` holds: the first problem of each path, in the order of the questions. Where somebody may act for
 * another, `values` as well: the words depend on whom the form is for.
 */
export function problemsByPath(
  issues: readonly Issue[],
  messages: Messages,
  values: Entries = {},
): Readonly<Record<string, Omit<Problem, 'path'>>> {
  const problems = actingProblems(issues, messages, values).toReversed();
  return Object.fromEntries(
    problems.map(({ path, code, words }): [string, Omit<Problem, 'path'>] => [path, { code, words }]).toReversed(),
  );
}

/** Stands for something that comes later; of letters that nobody types and no escaping changes. */
function mark(kind: 'value' | 'code' | 'words', key: string): string {
  return `\uE000${kind}:${key}\uE001`;
}

function entriesOf(html: string, name: string): readonly string[] {
  const names = [...html.matchAll(/<(?:input|select)\b[^>]*\sname="([^"]*)"[^>]*>/g)];
  // What is ticked is told by its value.
  const filled = names.filter(([tag]) => !/type="(?:checkbox|radio)"/.test(tag) && tag.startsWith('<input'));
  return [...new Set(filled.map(([, each = '']) => each.slice(name.length + 1)))];
}

/** Where a problem may be: at a place, or at one of several inputs in it. */
function pathsOf(html: string, name: string): readonly string[] {
  const found = [...html.matchAll(/\sdata-entry="([^"]*)"|<(?:input|select)\s+class="cif-input[^>]*\sname="([^"]*)"/g)];
  return [...new Set(found.map(([, place, input]) => place ?? (input ?? '').slice(name.length + 1)))];
}

/** Tags and what stands between them. */
function split(html: string): readonly string[] {
  return html.split(/(<[^>]*>)/).filter((token) => token !== '');
}

interface Setting {
  readonly name: string;
  readonly paths: readonly string[];
}

/** Walks both renderings side by side: what only the wrong one has, and what it has otherwise, becomes a condition. */
class Merge {
  private readonly setting: Setting;
  private place = '';
  private list = '';

  constructor(setting: Setting) {
    this.setting = setting;
  }

  merge(right: readonly string[], wrong: readonly string[]): string {
    // White space stands otherwise around what only one of them has.
    const inRight = right.filter((token) => token.trim() !== '').values();
    let text = '';
    for (let next = 0; next < wrong.length; next += 1) {
      const token = wrong[next] ?? '';
      if (/class="cif-(?:error|summary)[ "]/.test(token)) {
        const end = endOf(wrong, next);
        text += this.onlyWhenWrong(wrong.slice(next, end + 1));
        next = end;
      } else {
        text += token.trim() === '' ? token : this.mergeToken(inRight.next().value ?? '', token, wrong.slice(next, next + 12));
      }
    }
    return text;
  }

  private mergeToken(right: string, wrong: string, ahead: readonly string[]): string {
    if (!wrong.startsWith('<')) return wrong;
    this.place = /\sdata-entry="([^"]*)"/.exec(wrong)?.[1] ?? this.place;
    const [one, other] = [this.write(right), this.write(wrong)];
    if (right === wrong) return one;
    return `{% if ${this.conditionOf(wrong, ahead)} %}${other}{% else %}${one}{% endif %}`;
  }

  /** Of an input: something is wrong with it, or with all it belongs to; of a place: with anything in it. */
  private conditionOf(tag: string, ahead: readonly string[]): string {
    const isBox = tag.includes('cif-box-field');
    const input = isBox
      ? ahead.find((token) => /^<(?:input|select)\b/.test(token))
      : /^<(?:input|select)\b/.test(tag)
        ? tag
        : undefined;
    const entry = /\sname="([^"]*)"/.exec(input ?? '')?.[1]?.slice(this.setting.name.length + 1);
    const { paths } = this.setting;
    const counted =
      entry === undefined
        ? paths.filter((path) => path === this.place || path.startsWith(`${this.place}.`))
        : paths.filter((path) => path === entry || entry.startsWith(`${path}.`));
    return counted.map((path) => `problems['${path}']`).join(' or ');
  }

  /** The error beside a field, or the summary: each line of it while there is that problem. */
  private onlyWhenWrong(tokens: readonly string[]): string {
    const isSummary = (tokens[0] ?? '').includes('cif-summary');
    const condition = isSummary ? this.setting.paths.map((path) => `problems['${path}']`).join(' or ') : this.conditionOf('', []);
    const lines = isSummary ? /<li>.*?<\/li>/gs : /<span class="cif-error-words[^>]*>.*?<\/span>/gs;
    const text = tokens.join('').replace(lines, (line) => {
      const path = /\uE000words:(.*?)\uE001/.exec(line)?.[1] ?? '';
      return `{% if problems['${path}'] %}${line}{% endif %}`;
    });
    return `{% if ${condition} %}${written(text)}{% endif %}`;
  }

  /** A tag with what depends on the values. */
  private write(tag: string): string {
    const entry = /\sname="([^"]*)"/.exec(tag)?.[1]?.slice(this.setting.name.length + 1) ?? '';
    const value = /\svalue="([^"]*)"/.exec(tag)?.[1] ?? '';
    if (tag.startsWith('<select')) this.list = entry;
    // Whom the form is for is decided for the page as a whole.
    if (entry === actingEntry) return tag;
    if (/type="(?:checkbox|radio)"/.test(tag)) return chosenWhen(tag, { entry, value, word: 'checked' });
    if (tag.startsWith('<option') && value !== '') return chosenWhen(tag, { entry: this.list, value, word: 'selected' });
    if (tag.startsWith('<details')) return tag;
    return written(
      tag.replace(/\svalue="(\uE000value:(.*?)\uE001)"/, `{% if values['$2'] or values['$2'] == '0' %} value="$1"{% endif %}`),
    );
  }
}

interface Chosen {
  readonly entry: string;
  readonly value: string;
  readonly word: 'checked' | 'selected';
}

function chosenWhen(tag: string, { entry, value, word }: Chosen): string {
  return tag.replace(/\s*\/?>$/, `{% if values['${entry}'] == '${value}' %} ${word}{% endif %}>`);
}

/** Marks as what the languages print, escaped. */
function written(text: string): string {
  return text
    .replace(/\uE000value:(.*?)\uE001/g, `{{ values['$1'] }}`)
    .replace(/\uE000(code|words):(.*?)\uE001/g, `{{ problems['$2'].$1 }}`);
}

/** The place of the end tag of the element that begins at `start`. */
function endOf(tokens: readonly string[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    if (token.startsWith('</')) depth -= 1;
    else if (token.startsWith('<') && !/^<(?:input|br|img)\b/.test(token)) depth += 1;
    if (depth === 0) return at;
  }
  return tokens.length - 1;
}
