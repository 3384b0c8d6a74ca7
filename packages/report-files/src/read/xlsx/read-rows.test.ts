import { describe, expect, it } from 'vitest';
import { readList } from './read-rows.ts';

const NEEDED = ['标题', '级别'];

/** “标题,级别” and a row, as Excel in Chinese saves a .csv: GB18030, with line ends of Windows. */
const GB = Buffer.from('b1eacce22cbcb6b1f00d0acda3cbae2cc6e4cbfb0d0a', 'hex');

describe('a list in a text with commas', () => {
  it('is read by its headings, with quotes, line ends in a cell and a mark of what must be filled in', async () => {
    const text = '\ufeff标题*,级别*,摘要\r\n"停水，""东街""",其他,"一\n二"\r\n\r\n积水,重大,\r\n';
    const list = await readList(Buffer.from(text), NEEDED);
    expect(list.ok && list.value.headings).toEqual(['标题', '级别', '摘要']);
    const rows = list.ok ? list.value.rows : [];
    expect(rows.map(({ number, cells }) => [number, Object.fromEntries(cells)])).toEqual([
      [2, { 标题: '停水，"东街"', 级别: '其他', 摘要: '一\n二' }],
      [4, { 标题: '积水', 级别: '重大' }],
    ]);
  });

  it('is read in the encoding of Chinese systems too', async () => {
    const list = await readList(GB, NEEDED);
    expect(list.ok && list.value.rows.map(({ cells }) => cells.get('标题'))).toEqual(['停水']);
  });

  it.each([
    ['a letter', '您好：请查收。', '这不是电子表格'],
    ['another list', '姓名,电话\n甲,1\n', '没有找到表头'],
  ])('%s is none', async (_words, text, message) => {
    const list = await readList(Buffer.from(text), NEEDED);
    expect(list.ok ? '' : list.error.message).toContain(message);
  });
});
