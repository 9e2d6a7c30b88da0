/**
 * Types for templates that hold the tags themselves: JSX of React, Vue, Svelte. What an element takes is written once, in
 * elements.d.ts, from the manifest; each framework's file hangs it where that framework looks.
 *
 *   import type {} from 'citizen-id-form/types/react';
 */
import { elementsOf } from './elements.js';

/** File names and texts. */
export function templateTypes(manifest) {
  const elements = elementsOf(manifest);
  const perElement = (write) => elements.map(write).join('\n');
  return {
    'elements.d.ts': [
      ...elements.map(
        ({ name, path }) => `import type { ${name} } from '../${path.replace(/^src\//, '').replace(/\.ts$/, '.js')}';`,
      ),
      `import type { ${eventClasses(elements).join(', ')} } from '../form/events.js';`,
      ...elements.map(attributesInterface),
      ...elements.map(eventsInterface),
      `export type { ${elements.map(({ name }) => name).join(', ')} };`,
      '',
    ].join('\n'),
    'react.d.ts': `${header(elements)}import type { DetailedHTMLProps, HTMLAttributes } from 'react';
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${perElement(({ name, tagName }) => `      '${tagName}': DetailedHTMLProps<HTMLAttributes<${name}>, ${name}> & ${name}Attributes & { [Name in keyof ${name}Events as \`on\${Name}\`]?: (event: ${name}Events[Name]) => void };`)}
    }
  }
}
`,
    'vue.d.ts': `${header(elements)}declare module 'vue' {
  interface GlobalComponents {
${perElement(({ name, tagName }) => `    '${tagName}': new () => { $props: ${name}Attributes & { [Name in keyof ${name}Events as \`on\${Capitalize<Name>}\`]?: (event: ${name}Events[Name]) => void } };`)}
  }
}
`,
    'svelte.d.ts': `${header(elements)}import type { HTMLAttributes } from 'svelte/elements';
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${perElement(({ name, tagName }) => `    '${tagName}': HTMLAttributes<${name}> & ${name}Attributes & { [Name in keyof ${name}Events as \`on\${Name}\`]?: (event: ${name}Events[Name]) => void };`)}
  }
}
`,
  };
}

const header = (elements) =>
  `import type { ${elements.flatMap(({ name }) => [name, `${name}Attributes`, `${name}Events`]).join(', ')} } from './elements.js';\n`;

const eventClasses = (elements) => [...new Set(elements.flatMap(({ events = [] }) => events.map((event) => event.type.text)))];

/** Attributes as written in HTML, and properties by their own names; a property that is an attribute too takes its text as well. */
function attributesInterface({ name, attributes = [], members = [] }) {
  const isSettable = ({ kind, readonly, static: isStatic }) => kind === 'field' && !readonly && !isStatic;
  const alsoAttribute = new Set(attributes.map((attribute) => attribute.name));
  const lines = [
    ...attributes.map((attribute) => [attribute.name, attributeType(name, attribute), attribute.description]),
    ...members
      .filter((member) => isSettable(member) && !alsoAttribute.has(member.name))
      .map((member) => [member.name, `${name}['${member.name}'] | undefined`, member.description]),
  ];
  const body = lines.map(([key, type, description]) => `${description ? `  /** ${description} */\n` : ''}  '${key}'?: ${type};`);
  return `export interface ${name}Attributes {\n${body.join('\n')}\n}`;
}

function attributeType(name, { fieldName, type }) {
  if (type?.text === 'boolean') return 'boolean | undefined';
  if (type?.text.startsWith("'")) return `${type.text} | undefined`;
  return fieldName && !/^string\b/.test(type?.text ?? '') ? `string | ${name}['${fieldName}'] | undefined` : 'string | undefined';
}

function eventsInterface({ name, events = [] }) {
  return `export interface ${name}Events {\n${events.map((event) => `  /** ${event.description} */\n  '${event.name}': ${event.type.text};`).join('\n')}\n}`;
}
