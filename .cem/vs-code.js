/**
 * Completion for HTML files in VS Code, and in editors that read its custom data format
 * (`"html.customData": ["./node_modules/citizen-id-form/dist/vscode.html-custom-data.json"]`).
 */
import { elementsOf } from './elements.js';

/** The manifest's elements as VS Code's custom data, version 1.1: tags, attributes, and the values that an attribute may take. */
export function vsCodeData(manifest) {
  const tags = elementsOf(manifest).map(({ tagName, description, attributes = [] }) => ({
    name: tagName,
    description,
    attributes: attributes.map((attribute) => ({
      name: attribute.name,
      ...(attribute.description ? { description: attribute.description } : {}),
      ...(isSwitch(attribute) ? { valueSet: 'v' } : {}),
      ...(valuesOf(attribute).length > 0 ? { values: valuesOf(attribute).map((name) => ({ name })) } : {}),
    })),
  }));
  return `${JSON.stringify({ version: 1.1, tags }, null, 2)}\n`;
}

const isSwitch = (attribute) => attribute.type?.text === 'boolean';

const valuesOf = (attribute) => [...(attribute.type?.text ?? '').matchAll(/'([^']+)'/g)].map(([, value]) => value);
