/** How large a family is at an address. */
import { describe, expect, it } from 'vitest';
import { builtInModel } from '../../src/matching/index.ts';
import { codeOf } from '../../src/matching/compare.ts';
import { compileKind } from '../../src/matching/compiled-model.ts';
import { groupRows, valueColumnsOf } from '../../src/matching/frequencies.ts';
import { prepareRecords } from '../../src/matching/record-table.ts';
import { areOfOneHome, relativesOf } from '../../src/matching/relatives.ts';

const model = compileKind(builtInModel.kinds.person);
const row = (given: string, family: string | undefined, line1: string | undefined) => ({
  recordId: '',
  identity: {
    name: { given, ...(family !== undefined && { family }) },
    ...(line1 !== undefined && { postalAddress: { kind: 'written' as const, line1, postcode: 'BX21 4AD' } }),
  },
});

describe('the relatives of a row', () => {
  it('are the customers of its surname at its address, each once, beside how many are usual', () => {
    const rows = [
      row('Ada', 'Featherby', '8 Tallow Lane'),
      row('A', 'Featherby', '8 Tallow Lane'),
      row('Ben', 'Featherby', '8 Tallow Lane'),
      row('Cato', 'Featherby', '9 Tallow Lane'),
      row('Dora', 'Hallow', '8 Tallow Lane'),
      row('Eve', undefined, undefined),
    ];
    const [table] = prepareRecords(rows).tables;
    if (table === undefined) throw new Error('no rows');
    const customers = Int32Array.of(0, 0, 1, 2, 3, 4);
    const relatives = relativesOf(valueColumnsOf(table, model), model, groupRows(customers)) ?? [];
    // Two in three rows, one in two rows, and one that tells nothing: 8/5 are usual.
    const [family, alone] = [Math.log(2 / 1.6), Math.log(1 / 1.6)];
    expect([...relatives].map((nats) => nats.toFixed(6))).toEqual(
      [family, family, family, alone, alone, 0].map((nats) => nats.toFixed(6)),
    );
  });

  it('are of one home where surname and address agree, be it with a slip', () => {
    const levels = (family: string, place: string): Uint8Array => {
      const codes = new Uint8Array(model.fields.length);
      codes[model.family] = codeOf('family', family);
      codes[model.place] = codeOf('place', place);
      return codes;
    };
    expect(areOfOneHome(model, levels('exact', 'strong'))).toBe(true);
    expect(areOfOneHome(model, levels('typo', 'address'))).toBe(true);
    expect(areOfOneHome(model, levels('differ', 'exact'))).toBe(false);
    expect(areOfOneHome(model, levels('exact', 'postcode'))).toBe(false);
    expect(areOfOneHome(model, new Uint8Array(model.fields.length))).toBe(false);
  });
});
