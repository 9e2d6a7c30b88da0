/** The log's list, and what is told of an error. */
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/protocol/error.ts';
import { createLog, describeError, type LogEntry } from '../../src/service/log.ts';

function written(entry: LogEntry): unknown {
  const lines: string[] = [];
  createLog(
    (line) => lines.push(line),
    () => new Date('2026-01-02T03:04:05Z'),
  )(entry);
  return JSON.parse(lines.join());
}

describe('The log', () => {
  it('writes what is on the list, with the time', () => {
    expect(written({ event: 'request', method: 'GET', route: '/healthz', status: 200, milliseconds: 3 })).toEqual({
      event: 'request',
      method: 'GET',
      route: '/healthz',
      status: 200,
      milliseconds: 3,
      time: '2026-01-02T03:04:05.000Z',
    });
  });

  it('leaves out what is not, whatever a wider object brings along', () => {
    const wide = { event: 'failed' as const, givenName: 'Plantagenista', message: 'Plantagenista', ['__proto__']: 'x' };
    expect(written(wide)).toEqual({ event: 'failed', time: '2026-01-02T03:04:05.000Z' });
  });

  it.each([
    ['an error', new Error('Plantagenista'), { errorName: 'Error' }],
    ['an error of several lines', new Error('x\n    at Plantagenista (/Plantagenista.ts:1:1)'), { errorName: 'Error' }],
    ['an error whose stack was replaced', Object.assign(new Error('x'), { stack: 'Plantagenista' }), { errorName: 'Error' }],
    ['a text', 'Plantagenista', { errorName: 'string' }],
    ['nothing', undefined, { errorName: 'undefined' }],
    [
      'an error of the store',
      new StoreError('STORE_FAILED', 'Plantagenista', { sqlState: '23514', constraint: 'c', table: 't' }),
      { errorName: 'StoreError', code: 'STORE_FAILED', sqlState: '23514', constraint: 'c', table: 't' },
    ],
  ])('tells of %s where it happened and not what it says', (_, thrown, told) => {
    const description = describeError(thrown);
    expect(description).toMatchObject(told);
    expect(JSON.stringify(description)).not.toContain('Plantagenista');
  });

  it('tells the places of an error', () => {
    expect(describeError(new Error('x')).frames?.[0]).toMatch(/^log\.test\.ts:\d+:\d+$/);
  });
});
