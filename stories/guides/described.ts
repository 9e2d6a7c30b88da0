/**
 * Tables of what the element has, drawn from the custom-elements manifest: nothing about an attribute, a property or an event is written
 * down here, and nothing can go stale. React, as Storybook's guides are. Not a story.
 */
import { createElement as draw, Fragment, type ReactNode } from 'react';
import manifest from 'virtual:element-manifest';

interface Described {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly kind?: string;
  readonly attribute?: string;
  readonly readonly?: boolean;
}

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly Described[];
  readonly members?: readonly Described[];
  readonly events?: readonly Described[];
  readonly cssProperties?: readonly Described[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

function declarationOf(tag: string): Declaration {
  const { modules }: Manifest = manifest;
  const found = modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName === tag);
  if (!found) throw new Error(`the manifest does not know ${tag}`);
  return found;
}

/** Text with what stands between backticks as code. */
function words(text = ''): ReactNode {
  const parts = text.split('`').map((part, place) => (place % 2 === 1 ? draw('code', null, part) : part));
  return draw(Fragment, null, ...parts);
}

function table(heads: readonly string[], rows: readonly (readonly ReactNode[])[]): ReactNode {
  const head = heads.map((each) => draw('th', { key: each, scope: 'col' }, each));
  const body = rows.map((cells, row) => draw('tr', { key: row }, ...cells.map((cell) => draw('td', null, cell))));
  return draw('table', null, draw('thead', null, draw('tr', null, ...head)), draw('tbody', null, ...body));
}

const code = (text: string) => draw('code', null, text);

/** The words that an attribute may be, where it may be no others. */
function allowed({ type: { text } = { text: '' } }: Described): ReactNode {
  if (text === 'boolean') return 'present or not';
  const literals = text.split(' | ').filter((word) => /^'.*'$/u.test(word));
  return literals.length < 2 ? '' : words(literals.map((word) => `\`${word.slice(1, -1)}\``).join(', '));
}

const usually = ({ default: value = '' }: Described): ReactNode =>
  value === '' || value === 'false' ? '–' : code(value.replaceAll("'", ''));

export function Attributes({ of: tag }: { readonly of: string }): ReactNode {
  const { attributes = [] } = declarationOf(tag);
  return table(
    ['attribute', 'what it does', 'allowed', 'where absent'],
    attributes.map((each) => [code(each.name), words(each.description), allowed(each), usually(each)]),
  );
}

/** Those without an attribute of their own. */
export function Properties({ of: tag }: { readonly of: string }): ReactNode {
  const { members = [] } = declarationOf(tag);
  const own = members.filter(({ kind, attribute }) => kind === 'field' && attribute === undefined);
  return table(
    ['property', 'what it is', 'to'],
    own.map((each) => [
      code(each.name),
      words(each.description ?? 'As on any form control.'),
      each.readonly ? 'read' : 'set and read',
    ]),
  );
}

export function Methods({ of: tag }: { readonly of: string }): ReactNode {
  const { members = [] } = declarationOf(tag);
  const own = members.filter(({ kind }) => kind === 'method');
  return table(
    ['method', 'what it does'],
    own.map((each) => [code(`${each.name}()`), words(each.description)]),
  );
}

export function Events({ of: tag }: { readonly of: string }): ReactNode {
  const { events = [] } = declarationOf(tag);
  return table(
    ['event', 'when'],
    events.map((each) => [code(each.name), words(each.description)]),
  );
}

export function CssProperties({ of: tag }: { readonly of: string }): ReactNode {
  const { cssProperties = [] } = declarationOf(tag);
  return table(
    ['property', 'what it is'],
    cssProperties.map((each) => [code(each.name), words(each.description)]),
  );
}
