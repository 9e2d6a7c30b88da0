/**
 * A template of questions as HTML, on a server and in a browser alike. Such templates hold words, attributes and ticks; no listener, no property
 * and no directive. Not the templates themselves (structure.ts).
 */
import { nothing, type TemplateResult } from 'lit/html.js';

/** Whatever was typed, and whatever a host says, is escaped. */
export function markupOf(part: unknown): string {
  if (Array.isArray(part)) return part.map(markupOf).join('');
  if (!isTemplate(part)) return part === nothing ? '' : escaped(part);
  const { strings, values } = part;
  return strings.map((before, place) => (place < values.length ? withValue(before, values[place]) : before)).join('');
}

function isTemplate(part: unknown): part is TemplateResult {
  return typeof part === 'object' && part !== null && 'strings' in part;
}

/** What stands before a value ends with the attribute that it is of, if it is of any: without quotes, as we write templates. */
function withValue(before: string, value: unknown): string {
  const [attribute = ''] = /\s+\??[\w-]+=$/.exec(before) ?? [];
  if (attribute === '') return before + markupOf(value);
  const outside = before.slice(0, -attribute.length);
  if (value === nothing || value === false) return outside;
  return outside + (value === true ? attribute.slice(0, -1).replace('?', '') : `${attribute}"${escaped(value)}"`);
}

const escaped = (text: unknown = '') => String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
