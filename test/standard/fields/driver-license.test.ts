import { describe, expect, it } from 'vitest';
import { formatDriverLicense, maskDriverLicense, parseDriverLicense } from '../../../src/standard/fields/driver-license.ts';

describe('a driver license', () => {
  it('is written as it is printed, and read the same again', () => {
    const printed = formatDriverLicense('A123456789012');
    expect([printed, parseDriverLicense(printed)]).toEqual([
      'A123-456-78-901-2',
      { ok: true, value: 'A123456789012', warnings: [] },
    ]);
  });

  it('shows neither name, nor birthday, nor sex when it is masked', () => {
    expect(maskDriverLicense('A123456789012')).toBe('A•••-•••-••-•••-2');
  });

  it('cannot be read back from its mask', () => {
    expect(parseDriverLicense(maskDriverLicense('A123456789012')).ok).toBe(false);
  });
});
