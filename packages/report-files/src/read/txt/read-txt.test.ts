import { describe, expect, it } from 'vitest';
import { millisecondsOfWork } from '../../../../domain/test/milliseconds-of-work.ts';
import type { Block } from '../../source-document.ts';
import { readTxt } from './read-txt.ts';

const read = (text: string) => readTxt(new TextEncoder().encode(text));

function rowsOf(block: Block | undefined): string[][] {
  if (block?.kind !== 'table') throw new Error('not a table');
  const rows: string[][] = [];
  for (const cell of block.grid.cells) (rows[cell.row] ??= []).push(cell.text);
  return rows;
}

describe('readTxt', () => {
  it('reads one cell a line, blank lines ending the rows', async () => {
    const { blocks } = await read('\t规章\n\t0\n\t1\n\n\t规范性文件\n\t2\n\t3\n');
    expect(rowsOf(blocks[0])).toEqual([
      ['规章', '0', '1'],
      ['规范性文件', '2', '3'],
    ]);
  });

  it('keeps a lone tab as an empty cell', async () => {
    const { blocks } = await read('\t\n\t（七）总计\n\t1\n\t\n\t\u00a0\n\t\n');
    expect(rowsOf(blocks[0])).toEqual([['', '（七）总计', '1', '', '\u00a0', '']]);
  });

  it('joins a label written one character a line', async () => {
    const { blocks } = await read('\t自\n然\n人\n\t（三）\n不予\n公开\n');
    expect(rowsOf(blocks[0])).toEqual([['自\n然\n人', '（三）\n不予\n公开']]);
  });

  it('puts a cell pushed below blank lines back and says so', async () => {
    const { blocks, notes } = await read('\t信息内容\n\t\n\n\n本年处理决定数量\n\n\t行政处罚\n\t0\n');
    expect(rowsOf(blocks[0])).toEqual([
      ['信息内容', '本年处理决定数量'],
      ['行政处罚', '0'],
    ]);
    expect(notes.map(({ code }) => code)).toContain('txt.cell-pushed');
  });

  it('reads one row a line, empty cells kept, over a page break', async () => {
    const { blocks } = await read('规章\t0\t\t1\n\n- 3 -\n规范性文件\t\t2\t\n');
    expect(rowsOf(blocks[0])).toEqual([
      ['规章', '0', '', '1'],
      ['规范性文件', '', '2', ''],
    ]);
  });

  it('reads rows between wide spaces and between bars', async () => {
    const { blocks } = await read('规章   0  1  2\n| 规范性文件 | 3 | 4 | 5 |\n|---|---|\n');
    expect(rowsOf(blocks[0])).toEqual([
      ['规章', '0', '1', '2'],
      [' 规范性文件 ', ' 3 ', ' 4 ', ' 5 '],
    ]);
  });

  it('ends the table at a heading, with or without a blank line', async () => {
    const { blocks } = await read('\t规章\n\t0\n三、收到和处理政府信息公开申请情况\n\t一、本年新收\n');
    expect(blocks.map(({ kind }) => kind)).toEqual(['table', 'paragraph', 'table']);
  });

  it('joins a paragraph cut by a page break, not headings, lists or the signature', async () => {
    const long = '我镇政府信息公开工作在县委县政府的正确领导下有序推进，释放更';
    const joined = await read(`${long}\n\n多积极信号。\n`);
    expect(joined.blocks).toHaveLength(1);
    expect(joined.notes).toContainEqual(
      expect.objectContaining({ kind: 'guessed', code: 'txt.paragraphs-joined' }),
    );
    for (const next of [
      '二、主动公开政府信息情况',
      '二是完善目录',
      '某某县某某镇人民政府',
      '2021年1月26日',
    ]) {
      expect((await read(`${long}\n${next}\n`)).blocks).toHaveLength(2);
    }
  });

  it('tells the line of every cell and paragraph', async () => {
    const { blocks } = await read('标题\r\n\r\n\t规章\r\n\t0\r\n');
    expect(blocks[0]?.place).toEqual({ line: 1 });
    expect(blocks[1]).toMatchObject({ grid: { cells: [{ place: { line: 3 } }, { place: { line: 4 } }] } });
  });

  it('refuses an empty text and a text of nothing but cells', async () => {
    await expect(read(' \n\t\n')).rejects.toMatchObject({ failure: { code: 'empty-file' } });
    await expect(read('\t1\n'.repeat(200_001))).rejects.toMatchObject({ failure: { code: 'too-complex' } });
  });

  it('reads five million characters of rubbish in time that grows with their number', async () => {
    for (const piece of [
      '无标点的文字没有结尾一直写下去还在写这一行没有完\n',
      'a\tb ',
      '1 2 3 4 5 6 ',
      '（一',
    ]) {
      const text = piece.repeat(Math.floor(4_900_000 / piece.length));
      const start = process.cpuUsage();
      await read(text).catch((error: unknown) => expect(error).toHaveProperty('failure'));
      expect(millisecondsOfWork(start)).toBeLessThan(5_000);
    }
  });
});
