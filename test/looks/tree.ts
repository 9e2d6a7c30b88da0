/**
 * HTML as a tree to compare: elements with their attributes, classes in any order, words without regard to white space. Of our
 * own HTML what only we know is left out: `cif-…` classes, our `data-…` attributes, and a span that has nothing else. Not a test.
 */
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

export type Tree =
  string | { readonly tag: string; readonly attributes: Readonly<Record<string, string>>; readonly children: readonly Tree[] };

const ownData = ['data-entry', 'data-when', 'data-field', 'data-code', 'data-path', 'data-question', 'data-look'];

/** What an identity form says of every input, and the examples only of some. */
const ownOfInputs = ['autocomplete', 'spellcheck', 'autocapitalize'];

export interface Naming {
  /** Gives the example’s own ids and names for ours. */
  readonly rename?: (value: string, attribute: string) => string;
  /** What the example says: of its inputs, too. */
  readonly said?: string;
}

/** The tree of what stands side by side. */
export function treeOf(html: string, { rename = (value) => value, said = html }: Naming = {}): readonly Tree[] {
  return parseFragment(html).childNodes.flatMap((node) => toTree(node, { rename, said }));
}

function toTree(node: DefaultTreeAdapterTypes.Node, naming: Required<Naming>): readonly Tree[] {
  const { rename, said } = naming;
  if ('value' in node) {
    const words = node.value.trim().replace(/\s+/g, ' ');
    return words === '' ? [] : [words];
  }
  if (!('tagName' in node)) return [];
  const children = joined(node.childNodes.flatMap((child) => toTree(child, naming)));
  const attributes = node.attrs.flatMap(({ name, value }): [string, string][] => {
    if (ownData.includes(name) || (ownOfInputs.includes(name) && !said.includes(name))) return [];
    if (name !== 'class') {
      const renamed = rename(value, name);
      return renamed === '' && (name === 'id' || name === 'for') ? [] : [[name, renamed]];
    }
    const classes = value.split(/\s+/).filter((each) => each !== '' && !each.startsWith('cif-'));
    return classes.length > 0 ? [[name, classes.sort().join(' ')]] : [];
  });
  if (node.tagName === 'span' && attributes.length === 0) return children;
  return [{ tag: node.tagName, attributes: Object.fromEntries(attributes.sort()), children }];
}

/** Words that stand beside one another are one text. */
function joined(children: readonly Tree[]): readonly Tree[] {
  return children.reduce<Tree[]>((before, child) => {
    const last = before.at(-1);
    return typeof last === 'string' && typeof child === 'string'
      ? [...before.slice(0, -1), `${last} ${child}`]
      : [...before, child];
  }, []);
}
