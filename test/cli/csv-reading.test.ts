/** Files as programs really write them, and the broken ones: read right, or refused with the row. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandError } from '../../src/cli/command.ts';
import { describeOddities, openCsv } from '../../src/cli/csv-reading.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'citizen-id-csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string | Uint8Array) {
  const file = path.join(folder, 'in.csv');
  await writeFile(file, content);
  const { header, rows, oddities } = await openCsv(file);
  const cells: (readonly string[])[] = [];
  for await (const row of rows) cells.push(row);
  return { header, cells, oddities };
}

describe('A CSV file', () => {
  it.each([
    ['a,b\n1,2\n'],
    ['a,b\r\n1,2\r\n'],
    ['a,b\r1,2\r'], // old Macintosh
    ['a,b\r\n1,2\n'], // mixed
    ['a,b\n1,2'], // no end of the last line
    ['\uFEFFa,b\n1,2\n'], // a byte order mark
    ['\n\na,b\n\n1,2\n\n'], // empty lines
    [' a ,b\n1,2\n'], // spaces around a name of the header
    ['"a","b"\n"1","2"\n'],
    ['a,b\n1,2,,\n'], // a spreadsheet's empty cells
  ])('is read from %j', async (content) => {
    const { header, cells } = await read(content);
    expect(header).toEqual(['a', 'b']);
    expect(cells).toEqual([['1', '2']]);
  });

  it.each([
    ['a,b\n"1, High Street","he said ""no"""\n', ['1, High Street', 'he said "no"']],
    ['a,b\n"line 1\nline 2",x\n', ['line 1\nline 2', 'x']], // a line break within quotes
    ['a,b\nRobert "Bob" Example,x\n', ['Robert "Bob" Example', 'x']], // quotes that are none
    ['a,b\nŻółć,李\n', ['Żółć', '李']],
    ['a,b\n1\n', ['1', '']], // a row that stops early
  ])('%j has the row %j', async (content, row) => {
    expect((await read(content)).cells).toEqual([row]);
  });

  it('may have no rows', async () => {
    expect((await read('a,b\n')).cells).toEqual([]);
  });

  it('may have a cell of ten million characters', async () => {
    const long = 'x'.repeat(10_000_000);
    const { cells } = await read(`a,b\n${long},2\n`);
    expect(cells[0]?.[0]).toHaveLength(long.length);
  });

  it('tells of rows that stop early, and of bytes that are not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n1\n'), Buffer.from([0x4a, 0x6f, 0x73, 0xe9]), Buffer.from(',x\n2,3\n')]);
    const { cells, oddities } = await read(bytes);
    expect(cells[1]).toEqual(['Jos\uFFFD', 'x']);
    expect(oddities).toEqual({ shortRows: 1, firstShortRow: 2, unreadableRows: 1, firstUnreadableRow: 3 });
    expect(describeOddities('in.csv', oddities)).toHaveLength(2);
    expect(describeOddities('in.csv', { shortRows: 0, unreadableRows: 0 })).toEqual([]);
  });

  it('reads half of a surrogate pair as unreadable, as UTF-8 has no such thing', async () => {
    const { oddities } = await read(Buffer.concat([Buffer.from('a,b\n'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(',x\n')]));
    expect(oddities.unreadableRows).toBe(1);
  });

  it.each([
    ['', /in\.csv is empty/],
    ['\n\n\n', /in\.csv is empty/],
    ['\uFEFF', /in\.csv is empty/],
    ['a,b\n1,2\n3,4,5\n', /3 cells in row 3 and 2 in its header/], // a value outside of all columns
    ['a,b\n1,2\n"3,4\n', /quotation mark/], // never closed
  ])('%j is refused', async (content, words) => {
    const failure = read(content);
    await expect(failure).rejects.toThrow(CommandError);
    await expect(failure).rejects.toThrow(words);
  });

  it('that is not there is told', async () => {
    await expect(openCsv(path.join(folder, 'other.csv'))).rejects.toThrow(/other\.csv is not there/);
    await expect(openCsv(folder)).rejects.toThrow(/is a folder/);
  });

  it('tells how far it is', async () => {
    const file = path.join(folder, 'long.csv');
    await writeFile(file, `a,b\n${'1,2\n'.repeat(100_000)}`);
    const told: [number, number][] = [];
    const { rows } = await openCsv(file, { onProgress: (bytes, total) => void told.push([bytes, total]) });
    let count = 0;
    for await (const row of rows) count += row.length / 2;
    expect(count).toBe(100_000);
    expect(told.at(-1)).toEqual([400_004, 400_004]);
  });
});
