import { describe, expect, it } from 'vitest';
import { isDramaNumber } from '../../src/standard/telephone-drama-ranges.ts';

describe('isDramaNumber', () => {
  it.each(['+447700900000', '+447700900999', '+441632960000', '+441632960999', '+442896496000', '+442896496999'])(
    'knows %s',
    (e164) => {
      expect(isDramaNumber(e164)).toBe(true);
    },
  );

  it.each([
    ['+447700901000', 'one after the last'],
    ['+447700899999', 'one before the first'],
    ['+4477009000000', 'a digit too many'],
    ['+44770090000', 'a digit too few'],
    ['+17700900000', 'of another country'],
    ['', 'nothing'],
  ])('does not take %s for one: %s', (e164) => {
    expect(isDramaNumber(e164)).toBe(false);
  });
});
