/** What candidates of one identity take from each other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { againstRivals } from '../../src/matching/rivals.ts';

const surelyTwo = (): number => -40;
const surelyOne = (): number => 40;

describe('candidates of one identity', () => {
  it('leave a candidate alone as it is', () => {
    expect(againstRivals([], surelyTwo)).toEqual([]);
    expect(againstRivals([7], surelyTwo)).toEqual([7]);
  });

  it('that fit alike and are two people share what is certain', () => {
    const [one = NaN, other = NaN] = againstRivals([9, 9], surelyTwo);
    expect(one).toBeCloseTo(0, 3);
    expect(other).toBe(one);
  });

  it('that are one person under two IDs take nothing from each other', () => {
    const [one, other] = againstRivals([9, 8], surelyOne);
    expect(one).toBeCloseTo(9, 9);
    expect(other).toBeCloseTo(8, 9);
  });

  it('take the less the less likely they are', () => {
    const left = [6, 2, -1].map((rival) => againstRivals([8, rival], surelyTwo)[0] ?? NaN);
    expect(left).toEqual([...left].sort((a, b) => a - b));
    expect(left.at(-1)).toBeGreaterThan(7.6);
  });

  it('that hardly fit take nothing, and are compared with nobody', () => {
    const refuse = (): number => {
      throw new Error('compared');
    };
    expect(againstRivals([8, -3, -Infinity], refuse)).toEqual([8, -3, -Infinity]);
  });

  it('never add up to more than one, however many there are, and keep their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -10, max: 60, noNaN: true }), { maxLength: 12 }), (scores) => {
        const left = againstRivals(scores, surelyTwo);
        const sure = left.filter((score) => score > 0.01);
        expect(sure.length).toBeLessThanOrEqual(1);
        const best = scores.indexOf(Math.max(...scores));
        expect(scores.length === 0 || left[best] === Math.max(...left)).toBe(true);
      }),
    );
  });
});
