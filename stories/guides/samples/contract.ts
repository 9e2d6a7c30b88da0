import { describe, it } from 'vitest';
import { customerIndexContract } from '../../../src/testing/index.ts';
import { createOwnIndex } from './own-index.ts';

describe('our index', () => {
  it.each(customerIndexContract)('$name', ({ run }) =>
    run(() => ({ index: createOwnIndex(async () => {}), service: 'your-service', discloses: false })),
  );
});
