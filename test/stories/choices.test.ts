/** What the builder says and writes for choices: the HTML that is copied, and what a form builder should know first. */
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { htmlOf, placed, usualChoices, warningsOf, withField, type Choices } from '../../stories/builder/choices.ts';

const gb = usualChoices('gb');
const [name, dateOfBirth, address] = ['name', 'date-of-birth', 'postal-address'] as const;

function find(node: Tree.ParentNode, tag: string): Tree.Element | undefined {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    const found = child.tagName === tag ? child : find(child, tag);
    if (found) return found;
  }
  return undefined;
}

const attributesIn = (choices: Choices, tag: string) =>
  Object.fromEntries(find(parseFragment(htmlOf(choices)), tag)?.attrs.map(({ name, value }) => [name, value]) ?? []);

/** Of the tag, without those that are always there. */
function attributesOf(choices: Choices): Record<string, string> {
  const { service, index, ...rest } = attributesIn(choices, 'citizen-id-form');
  expect([service, index]).toEqual(['your-service', 'https://index.example.org']);
  return rest;
}

describe('The HTML that the builder writes', () => {
  const rows: readonly (readonly [what: string, change: Partial<Choices>, attributes: Record<string, string>])[] = [
    ['nothing that is usual', {}, {}],
    [
      'fields in their order',
      { fields: [name, address] },
      { fields: 'name postal-address', 'required-fields': 'name postal-address' },
    ],
    // The element asks what is usual where nothing is asked.
    ['no empty list of fields', { fields: [] }, { 'required-fields': '' }],
    ['an empty list where nothing must be answered', { requiredFields: [] }, { 'required-fields': '' }],
    // What was required before its field was taken out.
    [
      'nothing as required that is not asked',
      { fields: [name], requiredFields: [name, dateOfBirth] },
      { fields: 'name', 'required-fields': 'name' },
    ],
    [
      'a purpose as it was written',
      { fields: [...gb.fields, 'nhs-number'], purposes: { 'nhs-number': 'A "b" <c> & d' } },
      { fields: `${gb.fields.join(' ')} nhs-number`, 'purpose-nhs-number': 'A "b" <c> & d' },
    ],
    ['no purpose of what is not asked', { purposes: { 'nhs-number': 'why' } }, {}],
    [
      'no blank purpose',
      { fields: [name, 'nhs-number'], requiredFields: [name], purposes: { 'nhs-number': ' ' } },
      { fields: 'name nhs-number', 'required-fields': 'name' },
    ],
    [
      'language, look and layout',
      { language: 'cy', appearance: 'govuk', layout: 'steps' },
      { lang: 'cy', appearance: 'govuk', layout: 'steps' },
    ],
    ['another profile', usualChoices('us-fl'), { profile: 'us-fl' }],
    [
      'the shape of name and address, and a button that clears',
      { nameParts: 'full', addressAbroad: true, clearButton: true },
      { 'name-parts': 'full', 'address-abroad': '', 'clear-button': '' },
    ],
    [
      'no shape of what is not asked',
      { fields: [dateOfBirth], requiredFields: [], nameParts: 'full', addressAbroad: true },
      { fields: 'date-of-birth', 'required-fields': '' },
    ],
    [
      'fields in an order of their own',
      { fields: [dateOfBirth, name], requiredFields: [name] },
      { fields: 'date-of-birth name', 'required-fields': 'name' },
    ],
  ];
  it.each(rows)('says %s', (_what, change, attributes) => {
    expect(attributesOf({ ...gb, ...change })).toEqual(attributes);
  });

  it('keeps the button for the end where there are steps', () => {
    expect(attributesIn({ ...gb, layout: 'steps' }, 'button')).toEqual({ 'data-citizen-id': 'last' });
    expect(attributesIn(gb, 'button')).toEqual({});
  });
});

describe('The order of the fields', () => {
  it('is changed by giving one another place', () => {
    expect(placed([name, dateOfBirth, address], address, 0)).toEqual([address, name, dateOfBirth]);
    expect(placed([name, dateOfBirth, address], name, 1)).toEqual([dateOfBirth, name, address]);
  });

  it('stays where one more is ticked, which goes behind the one before it in the profile', () => {
    expect(withField([address, name], dateOfBirth, 'gb')).toEqual([address, name, dateOfBirth]);
    expect(withField([address], name, 'gb')).toEqual([name, address]);
  });
});

describe('The builder warns', () => {
  const rows: readonly (readonly [when: string, change: Partial<Choices>, warnings: readonly RegExp[]])[] = [
    ['of nothing that is usual', {}, []],
    [
      'where nobody can be found, and of what is missing',
      { fields: [name, dateOfBirth] },
      [/\(5 of 9\).*Add postal-address or email-address or telephone-number\.$/],
    ],
    ['where one more field is not enough', { fields: [name] }, [/\(3 of 9\).*Add more than one field\.$/]],
    ['where nothing is ticked', { fields: [] }, [/usual/]],
    [
      'of an identifier without a purpose, which counts nothing',
      { fields: [name, dateOfBirth, 'nhs-number'] },
      [/\(5 of 9\)/, /^nhs-number is not asked/],
    ],
    [
      'of nothing where an identifier with a purpose is enough',
      { fields: [name, dateOfBirth, 'nhs-number'], purposes: { 'nhs-number': 'why' } },
      [],
    ],
    [
      'of nothing where a driver license is enough',
      { profile: 'us-fl', fields: [name, dateOfBirth, 'driver-license'], purposes: { 'driver-license': 'why' } },
      [],
    ],
    ['of nothing where organisations are asked', { profile: 'us-fl', fields: ['organisation'] }, []],
    ['of unreviewed words, and of whose look it is', { language: 'cy', appearance: 'nhsuk' }, [/native speaker/, /NHS identity/]],
  ];
  it.each(rows)('%s', (_when, change, warnings) => {
    expect(warningsOf({ ...gb, ...change })).toEqual(warnings.map((warning) => expect.stringMatching(warning) as unknown));
  });
});
