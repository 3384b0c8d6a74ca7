import { buffer } from 'node:stream/consumers';
import { readList } from '@zhaoshi/report-files/read/xlsx/read-rows';
import { describe, expect, it } from 'vitest';
import { streamSheet } from './stream-sheet.ts';

async function* rowsOf(...rows: readonly (readonly string[])[]): AsyncGenerator<readonly string[]> {
  yield* rows;
}

describe('a sheet that is written while its rows come', () => {
  it('is read back as it was: blanks, marks of XML, line ends, what looks like a formula', async () => {
    const texts = ['=1+1', '<甲&乙> "丙"', '一\n二', '', '@x', '𠮷\u0001'];
    const bytes = await buffer(
      streamSheet({
        name: '登记<簿>',
        headings: ['甲', '乙'],
        rows: rowsOf(...texts.map((text) => ['有', text])),
      }),
    );
    const list = await readList(bytes, ['甲', '乙']);
    if (!list.ok) throw new Error(list.error.message);
    expect(list.value.rows.map(({ cells }) => cells.get('乙') ?? '')).toEqual([
      '=1+1',
      '<甲&乙> "丙"',
      '一\n二',
      '',
      '@x',
      '𠮷',
    ]);
    expect(bytes.toString('latin1')).not.toContain('<f>');
  });

  it('breaks off where the rows do', async () => {
    async function* failing(): AsyncGenerator<readonly string[]> {
      yield ['一'];
      throw new Error('the database went away');
    }
    const broken = buffer(streamSheet({ name: '簿', headings: ['甲'], rows: failing() }));
    await expect(broken).rejects.toThrow('the database went away');
  });
});
