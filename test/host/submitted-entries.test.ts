import { describe, expect, it } from 'vitest';
import { pickElementEntries } from '../../src/host/submitted-entries.ts';

describe("picking the element's entries", () => {
  const form = new FormData();
  form.set('customer', 'reference-1');
  form.set('customer.name.given', 'Ana');
  form.set('customer.photo', new File(['x'], 'photo.png'));
  form.set('vehicle-registration', 'AB12 CDE');
  form.set('customerNote', 'starts with the name but is not the element’s');

  it('takes the reference and the fields of a FormData, and leaves files and other questions', () => {
    expect(pickElementEntries(form, 'customer')).toEqual({ reference: 'reference-1', fields: { 'name.given': 'Ana' } });
  });

  it('takes the same from URLSearchParams and from a record', () => {
    const search = new URLSearchParams([
      ['customer', 'reference-1'],
      ['customer.name.given', 'Ana'],
    ]);
    expect(pickElementEntries(search, 'customer')).toEqual(pickElementEntries(form, 'customer'));
    expect(pickElementEntries(Object.fromEntries(search), 'customer')).toEqual(pickElementEntries(form, 'customer'));
  });

  it('tells two elements on one page apart by their names', () => {
    const entries = { 'customer.name.given': 'Ana', 'customer-partner.name.given': 'Bo', 'customer.partner.name.given': 'Cy' };
    expect(pickElementEntries(entries, 'customer-partner').fields).toEqual({ 'name.given': 'Bo' });
    expect(pickElementEntries(entries, 'customer').fields).toEqual({ 'name.given': 'Ana', 'partner.name.given': 'Cy' });
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['a list, as body parsers make of an entry that came twice', { customer: ['reference-1', 'reference-2'] }],
    ['a string', { customer: 'reference-1' }],
  ])('reads the reference from %s', (_what, entries) => {
    expect(pickElementEntries(entries, 'customer').reference).toBe('reference-1');
  });

  it('lets the first of two equal entries count', () => {
    const search = new URLSearchParams('customer=a&customer=b&customer.name.given=c&customer.name.given=d');
    expect(pickElementEntries(search, 'customer')).toEqual({ reference: 'a', fields: { 'name.given': 'c' } });
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['nothing', {}],
    ['an empty reference, as the element submits before it resolved', { customer: '' }],
    ['a reference that is no text', { customer: 7 }],
    ['an entry with nothing behind the dot', { 'customer.': 'x' }],
    ['an entry that is no text', { 'customer.name': { given: 'Ana' } }],
  ])('finds no reference and no field in %s', (_what, entries) => {
    expect(pickElementEntries(entries, 'customer')).toEqual({ reference: undefined, fields: {} });
  });

  it('keeps an entry called __proto__ as an entry, and nothing else', () => {
    const { fields } = pickElementEntries(new URLSearchParams('customer.__proto__=x'), 'customer');
    expect(Object.keys(fields)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  });
});
