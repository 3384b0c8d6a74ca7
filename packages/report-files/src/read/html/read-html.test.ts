import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { millisecondsOfWork } from '../../../../domain/test/milliseconds-of-work.ts';
import type { SourceDocument, TableBlock } from '../../source-document.ts';
import { createDeadline } from '../deadline.ts';
import { readHtml } from './read-html.ts';

const read = (html: string): Promise<SourceDocument> => readHtml(Buffer.from(html));

/** Each block as a reader of the page sees it: a paragraph, or the rows of a table with the spans of its cells. */
const shown = async (html: string): Promise<(string | string[])[]> =>
  (await read(html)).blocks.map((block) => (block.kind === 'paragraph' ? block.text : rows(block)));

function rows({ grid }: TableBlock): string[] {
  return Array.from({ length: grid.rows }, (_, row) =>
    grid.cells
      .filter((cell) => cell.row === row)
      .map((cell) => {
        const span = cell.rowSpan * cell.colSpan > 1 ? `[${cell.rowSpan}×${cell.colSpan}]` : '';
        return `${cell.column}${span}:${cell.text}`;
      })
      .join(' | '),
  );
}

describe('text', () => {
  test('blocks and line breaks make paragraphs, white space is folded, indents are cut', async () => {
    expect(
      await shown('<div>甲<p>　　乙\n  丙<br>&nbsp;&nbsp;丁&nbsp;戊</p>己</div><pre>一行\n  二行</pre>'),
    ).toEqual(['甲', '乙丙', '丁 戊', '己', '一行', '二行']);
  });

  test('one span a character, as Word pastes it', async () => {
    const title = '2023年政府信息公开'
      .split('')
      .map((c) => `<font><span lang="ZH-CN"\nstyle="mso-x:y">${c}</span></font>`);
    expect(await shown(`<p class=MsoNormal>${title.join('')}<o:p></o:p></p>`)).toEqual([
      '2023年政府信息公开',
    ]);
  });

  test('list numbers that the page shows are text: Word writes them, the browser counts them', async () => {
    expect(
      await shown(
        "<p><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp; </span></span><![endif]>总体情况</p>" +
          '<ol start="2"><li>甲<li>乙</ol><ol style="list-style-type: cjk-ideographic"><li>丙</ol><ul><li>丁</ul>',
      ),
    ).toEqual(['一、  总体情况', '2.甲', '3.乙', '一、丙', '丁']);
  });

  test('what no visitor sees is not read', async () => {
    const source = await read(
      '<head><title>标题</title><style>p{}</style><meta name="author" content="张"></head><!--[if gte mso 9]><xml>x</xml><![endif]-->' +
        '<script>var a</script><nav>首页</nav><p hidden>甲</p><p style="DISPLAY : none">乙</p><xml>丙</xml><p>丁<del>旧</del></p>',
    );
    expect(source.blocks.map((block) => block.kind === 'paragraph' && block.text)).toEqual(['丁']);
    expect(source.notes.map((note) => note.code)).toEqual(['html.hidden', 'html.deleted']);
    expect(source.properties).toEqual({ title: '标题', author: '张' });
  });

  test('a page in GBK', async () => {
    const page = Buffer.concat([
      Buffer.from('<meta charset=gb2312><p>'),
      Buffer.from([0xd7, 0xd4, 0xc8, 0xbb, 0xc8, 0xcb]),
    ]);
    const source = await readHtml(page);
    expect(source.blocks).toEqual([{ kind: 'paragraph', text: '自然人', place: {} }]);
    expect(source.notes.map((note) => note.code)).toEqual(['text.encoding']);
  });
});

describe('tables', () => {
  test('spans are kept; a rowspan ends with its row group, 0 means to its end', async () => {
    expect(
      await shown(
        '<table><thead><tr><td rowspan=9>甲<td colspan=2>乙<tr><td>丙<td>丁</thead><tbody><tr><th rowspan=0>戊<td>1<td>2<tr><td>3<td>4</table>',
      ),
    ).toEqual([['0[2×1]:甲 | 1[1×2]:乙', '1:丙 | 2:丁', '0[2×1]:戊 | 1:1 | 2:2', '1:3 | 2:4']]);
  });

  test('an empty row keeps its place under a rowspan', async () => {
    expect(
      await shown(
        '<table><tr><td rowspan=3>甲<td>1<tr><tr style="display:none"><td>旧<tr><td>2<td>3</table>',
      ),
    ).toEqual([['0[3×1]:甲 | 1:1', '', '', '0:2 | 1:3']]);
  });

  test('paragraphs and breaks inside a cell are lines of it; blanks are blank', async () => {
    expect(await shown('<table><tr><td>自<br>然<p>人</p></td><td>&nbsp;　</td></table>')).toEqual([
      ['0:自\n然\n人 | 1:'],
    ]);
  });

  test('a column in which no cell starts does not exist', async () => {
    expect(await shown('<table><tr><td colspan=2>甲<td>乙<tr><td colspan=2>1<td>2</table>')).toEqual([
      ['0:甲 | 1:乙', '0:1 | 1:2'],
    ]);
  });

  test('tables that lay out the page are looked through, however many there are', async () => {
    expect(
      await shown(
        '<table><tr><td>索引号<td><table><tr><td>头</table><table><caption>表二</caption><tr><td>规章<td>0</table>尾</table>',
      ),
    ).toEqual(['索引号', '头', '表二', ['0:规章 | 1:0'], '尾']);
    expect(
      await shown(`<table><tr><td>左<td><p>${'长'.repeat(800)}</p><p>${'文'.repeat(800)}</p></table>`),
    ).toHaveLength(3);
  });

  test('places count from one in the order of the page', async () => {
    const source = await read('<table><tr><td>a<td>b</table><table><tr><td>c<td>d</table>');
    const last = source.blocks[1] as TableBlock;
    expect(last.grid.cells[1]!.place).toEqual({ table: 2, row: 1, column: 2 });
  });
});

test('readings above characters and text too small or clear to see are no text', async () => {
  const page =
    '<p><ruby>12<rp>(<rt>3<rp>)</ruby><p>4<span style="font-size:0px">5</span><span style="opacity: 0">6</span><span style="font-size:0.9em;opacity:0.5">7</span>';
  expect(await shown(page)).toEqual(['12', '47']);
});

test('a raised digit is the mark of a note, struck text is taken back and told', async () => {
  const page =
    '<table><tr><td>12<sup>1</sup><td><sup>34</sup><td>5<span style="vertical-align: super">2</span><td><s>5</s>6<strike>7</strike><td><span style="text-decoration:underline line-through">8</span>9</table>';
  expect(await shown(page)).toEqual([['0:12¹ | 1:34 | 2:5² | 3:6 | 4:9']]);
  expect((await read(page)).notes.map(({ code }) => code)).toEqual(['html.deleted']);
});

describe('a page saved as a single file', () => {
  const message = (type: string, encoding: string, body: string) =>
    `From: <Saved by>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--b"; type="text/html"\r\n\r\n----b\r\nContent-Type: image/png\r\n\r\nxx\r\n----b\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n----b--\r\n`;

  test('quoted-printable in GBK', async () => {
    const body = '<p>=D7=D4=C8=BB=\r\n=C8=CB</p>';
    expect(await shown(message('text/html; charset="gb2312"', 'quoted-printable', body))).toEqual(['自然人']);
  });

  test('base64 in UTF-8', async () => {
    const body = Buffer.from('<p>自然人</p>').toString('base64');
    expect(await shown(message('text/html', 'base64', body))).toEqual(['自然人']);
  });

  test('without a page it is damaged', async () => {
    await expect(read(message('text/css', '7bit', 'a'))).rejects.toThrow(/damaged.*\.mht/);
  });
});

describe('hostile pages', () => {
  const timed = async (html: string): Promise<string> => {
    const start = process.cpuUsage();
    // By the clock of the wall it would end whatever a busy machine is slow at.
    const outcome = await readHtml(Buffer.from(html), createDeadline(60_000)).then(
      () => 'read',
      (error: unknown) => String(error),
    );
    expect(millisecondsOfWork(start)).toBeLessThan(4_000);
    return outcome;
  };

  test('a million slots from one row', async () => {
    expect(await timed(`<table>${'<tr><td colspan=1000 rowspan=65534>1'.repeat(2_000)}</table>`)).toMatch(
      /too-complex/,
    );
  });

  test('10,000 columns', async () => {
    expect(await timed(`<table><tr>${'<td>1'.repeat(10_000)}</table>`)).toMatch(/too-complex.*1000 列/);
  });

  test('100,000 nested elements, tables, formatting tags, unknown end tags', async () => {
    expect(await timed('<div>'.repeat(100_000))).toBe('read');
    expect(await timed('<table><tr><td>'.repeat(20_000))).toMatch(/read|too-complex/);
    const tags = Array.from({ length: 100_000 }, (_, index) => `<b id=${index}><p>`).join('');
    expect(await timed(tags)).toMatch(/too-complex/);
    expect(await timed('<span>'.repeat(100_000) + '</x>'.repeat(300_000))).toMatch(/read|too-complex/);
  });

  test('more tags than a report can have', async () => {
    expect(await timed('<br>'.repeat(1_200_000))).toMatch(/too-complex/);
  });
});
