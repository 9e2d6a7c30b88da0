/** The form that the United States Postal Service writes addresses in, which matching compares by: a row per rule of Publication 28. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writePublication28 } from '../../src/standard/publication-28.ts';
import { anyText } from './any-entries.ts';

const write = (...lines: readonly (string | undefined)[]) => {
  const { urbanisation, delivery, unit } = writePublication28(lines);
  return [urbanisation && `URB ${urbanisation}`, delivery, unit].filter((text) => text !== undefined).join(' | ');
};

describe('writePublication28', () => {
  it.each([
    ['100 Example Street', '100 EXAMPLE ST', 'a kind of street'],
    ['100 example str.', '100 EXAMPLE ST', 'cut short, small letters'],
    ['100 North Example Avenue', '100 N EXAMPLE AVE', 'a direction in front'],
    ['100 Example Blvd. South West', '100 EXAMPLE BLVD SOUTH W', 'two words are not one direction'],
    ['100 Example Boulevard Southwest', '100 EXAMPLE BLVD SW', 'a direction behind'],
    ['100 North Street', '100 NORTH ST', 'a direction that is the name'],
    ['100 Avenue B', '100 AVENUE B', 'a kind that is the name'],
    ['100 Court', '100 COURT', 'a kind alone'],
    ['100 Lake View Drive', '100 LAKE VIEW DR', 'words inside a name stay'],
    ['100 Saint Example Road', '100 SAINT EXAMPLE RD', 'Saint is no street'],
    ['100 Example St Apartment 4', '100 EXAMPLE ST | APT 4', 'a unit behind'],
    ['100 Example St, Apt. #4', '100 EXAMPLE ST | APT 4', 'a unit with a sign'],
    ['100 Example St #4B', '100 EXAMPLE ST | # 4B', 'the sign alone'],
    ['100 Example St Suite B', '100 EXAMPLE ST | STE B', 'a unit with a letter'],
    ['100 Example St Penthouse', '100 EXAMPLE ST | PH', 'a unit that has no number'],
    ['100 Example St Rear', '100 EXAMPLE ST | REAR', 'the same'],
    ['100 Key Lot Road', '100 KEY LOT RD', 'words of units inside a name'],
    ['P.O. Box 123', 'PO BOX 123', 'a box with stops'],
    ['post office box 123', 'PO BOX 123', 'a box in words'],
    ['Drawer L', 'PO BOX L', 'a drawer'],
    ['P O Box 123 Suite 4', 'PO BOX 123 | STE 4', 'a box and a unit'],
    ['R.R. 2, Box 18', 'RR 2 BOX 18', 'a rural route'],
    ['Rural Route 02 #18-A', 'RR 2 BOX 18-A', 'in words, a zero in front'],
    ['RFD Route 4 Box 87A', 'RR 4 BOX 87A', 'its older name'],
    ['Highway Contract Route 68 Box 23A', 'HC 68 BOX 23A', 'a highway contract route'],
    ['Star Route 1 Box 5', 'HC 1 BOX 5', 'its older name'],
    ['PSC 802 Box 74', 'PSC 802 BOX 74', 'the Forces'],
    ['Unit 2050 Box 4190', 'UNIT 2050 BOX 4190', 'the same: no part of a building'],
    ['1 1/2 Example Ln', '1 1/2 EXAMPLE LN', 'a fraction'],
    ['Peña Lane', 'PENA LN', 'no number, an accent'],
    ['', '', 'nothing'],
    ['...', '', 'punctuation alone'],
  ])('writes %j as %j: %s', (line, expected) => {
    expect(write(line)).toBe(expected);
  });

  it('takes a Puerto Rican urbanisation apart, wherever it stands', () => {
    expect(write('Urbanización Los Ejemplos', '150 Calle A')).toBe('URB LOS EJEMPLOS | 150 CALLE A');
    expect(write('150 Calle A, Urb. Los Ejemplos')).toBe('URB LOS EJEMPLOS | 150 CALLE A');
  });

  it('reads several lines as one', () => {
    expect(write('100 Example Street', undefined, 'Unit 7')).toBe('100 EXAMPLE ST | UNIT 7');
  });

  const pieces = fc.constantFrom(
    ...[
      '100',
      'North',
      'Example',
      'Street',
      'Ave',
      'B',
      'Apt',
      '#',
      '4',
      'PO',
      'Box',
      'RR',
      'HC',
      '2',
      'Rear',
      'Urb',
      ',',
      '-',
      'Unit',
      'SW',
    ],
  );
  const anyLine = fc.oneof(
    fc.array(pieces, { maxLength: 8 }).map((words) => words.join(' ')),
    anyText,
  );

  it('changes nothing when its own answer is read, and never throws', () => {
    const property = fc.property(anyLine, anyLine, (line1, line2) => {
      const once = writePublication28([line1, line2]);
      const { urbanisation, delivery, unit } = once;
      const again = writePublication28([urbanisation === undefined ? undefined : `Urb ${urbanisation}`, delivery, unit]);
      expect(again).toEqual(once);
    });
    fc.assert(property, { numRuns: 5_000 });
  });
});
