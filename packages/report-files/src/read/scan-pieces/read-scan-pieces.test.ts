import { Buffer } from 'node:buffer';
import { utils } from '@e965/xlsx';
import { placeWords, type ScanPiece } from '@zhaoshi/domain/disclosure/scan/piece';
import { scanText } from '@zhaoshi/domain/disclosure/scan/scan-text';
import { parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { describe, expect, it } from 'vitest';
import { cell, docxEntries, paragraph, row, run, table } from '../../../test/make-docx.ts';
import { cellsOf, table as drawnTable, pdfOf, text } from '../../../test/make-pdf.ts';
import { makeZip, type ZipEntry } from '../../../test/make-zip.ts';
import { workbookBytes } from '../../../test/official-sheet.ts';
import { readScanPieces } from './read-scan-pieces.ts';

// Made-up numbers whose check digits are right.
const CARD = '11010519491231002X';
const ACCOUNT = '6222021234567890128';
const PHONE = '13812341234';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

async function piecesOf(bytes: Uint8Array, name = '名单.docx'): Promise<readonly ScanPiece[]> {
  const read = await readScanPieces(bytes, name);
  return read.ok ? read.value : expect.fail(read.error.message);
}

/** "第1段 idNumber 11010519491231002X" for each finding. */
async function found(bytes: Uint8Array, name?: string): Promise<readonly string[]> {
  const today = parseCivilDate('2026-11-21') ?? expect.fail('a day');
  return scanText(await piecesOf(bytes, name), { today }).map(({ place, kind, text: matched }) =>
    `${placeWords(place)} ${kind} ${matched}`.trim(),
  );
}

const part = (name: string, root: string, content: string): ZipEntry => ({
  name: `word/${name}.xml`,
  data: `<w:${root} ${W}>${content}</w:${root}>`,
});

describe('docx', () => {
  const of = (body: string, ...more: readonly ZipEntry[]): Buffer =>
    makeZip([...docxEntries({ body }), ...more]);

  it('reads the body, tables, notes, headers, comments and properties', async () => {
    const body =
      paragraph(`身份证${CARD}`) +
      table(
        [row([cell(paragraph('手机')), cell(paragraph(PHONE.slice(0, 5)) + paragraph(PHONE.slice(5)))])],
        [9, 9],
      );
    const properties =
      '<Properties xmlns:vt="x"><property name="联系人"><vt:lpwstr>13912341234</vt:lpwstr></property></Properties>';
    const file = of(
      body,
      part('header1', 'hdr', paragraph('13712341234')),
      part('footnotes', 'footnotes', `<w:footnote>${paragraph('13612341234')}</w:footnote>`),
      part('comments', 'comments', `<w:comment w:id="1">${paragraph('13512341234')}</w:comment>`),
      { name: 'docProps/custom.xml', data: properties },
      { name: 'word/media/image1.png', data: 'x' },
    );
    expect(await found(file, '13412341234的申请.docx')).toEqual([
      '附件名称 mobile 13412341234',
      `第1段 idNumber ${CARD}`,
      '第1个表第1行第2列 mobile 13812\n341234',
      '页眉页脚 1 mobile 13712341234',
      '脚注尾注 1 mobile 13612341234',
      '批注 1 mobile 13512341234',
      '文件 hiddenContent',
      '文件属性“联系人” mobile 13912341234',
      '文件 picture',
    ]);
  });

  it('reads deletions, insertions, hidden text, text boxes, field codes and bookmarks', async () => {
    const deleted = `<w:del><w:r><w:delText>${CARD.slice(9)}</w:delText></w:r></w:del>`;
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('13612341234')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('13612341234')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const file = of(
      `<w:p>${run(CARD.slice(0, 9))}${deleted}<w:ins>${run('略')}</w:ins></w:p>` +
        `<w:p>${run('电话')}${run(PHONE, '<w:vanish/>')}</w:p>${box}` +
        `<w:p><w:r><w:instrText>MERGEFIELD 13512341234 </w:instrText></w:r></w:p>` +
        '<w:p><w:bookmarkStart w:id="0" w:name="_GoBack"/></w:p>',
    );
    expect(await found(file)).toEqual([
      `修订前的文字 1 idNumber ${CARD}`,
      `隐藏文字 2 mobile ${PHONE}`,
      '文本框 1 mobile 13612341234',
      '域代码 4 mobile 13512341234',
      '书签 leftover _GoBack',
      '文件 hiddenContent',
      '文件 hiddenContent',
    ]);
  });

  it('a link is compared with what is shown of it', async () => {
    const relations =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="http://evil.example.com/" TargetMode="External"/></Relationships>';
    const entries = docxEntries({
      body: `<w:p><w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId9">${run('https://www.gov.cn/')}</w:hyperlink></w:p>`,
    }).filter(({ name }) => name !== 'word/_rels/document.xml.rels');
    const file = makeZip([...entries, { name: 'word/_rels/document.xml.rels', data: relations }]);
    expect(await piecesOf(file)).toContainEqual({
      kind: 'link',
      text: 'http://evil.example.com/',
      shown: 'https://www.gov.cn/',
      place: { kind: 'file' },
    });
  });
});

describe('xlsx', () => {
  it('reads every sheet, hidden rows, columns and sheets, comments, names and long numbers', async () => {
    const sheet = utils.aoa_to_sheet([
      ['姓名', '手机', '账号'],
      ['张三', PHONE, ''],
      ['李四', '', ACCOUNT],
    ]);
    sheet['!rows'] = [{}, { hidden: true }];
    sheet['!cols'] = [{}, {}, { hidden: true }];
    sheet['A3'].c = [{ a: '', t: '身份证13612341234' }];
    const long = utils.aoa_to_sheet([[Number(PHONE)]]);
    long['A1'].z = '0.00E+00';
    const file = workbookBytes({ 名单: sheet, 底稿: long }, 'xlsx');
    expect(await found(file, '名单.xlsx')).toEqual([
      `工作表“名单”B2（已隐藏） mobile ${PHONE}`,
      `工作表“名单”C3（已隐藏） bankCard ${ACCOUNT}`,
      '工作表“名单”文件 hiddenContent',
      '工作表“名单”文件 hiddenContent',
      `工作表“底稿”A1 mobile ${PHONE}`,
      '批注 1 mobile 13612341234',
      '文件 hiddenContent',
    ]);
  });

  it('reads hidden sheets and old workbooks', async () => {
    const sheets = { 名单: utils.aoa_to_sheet([[`身份证${CARD}`]]) };
    for (const type of ['biff8', 'ods'] as const) {
      expect(await found(workbookBytes(sheets, type), '名单.xls')).toContain(
        `工作表“名单”A1 idNumber ${CARD}`,
      );
    }
  });
});

describe('pdf', () => {
  it('reads pages, tables, properties, and what lies beyond the paper', async () => {
    const cells = cellsOf([
      ['姓名', '身份证号'],
      ['张三', `${CARD.slice(0, 10)}\n${CARD.slice(10)}`],
    ]);
    const content =
      text(60, 700, 12, `联系人张三，${PHONE}`) +
      text(900, 700, 12, '13612341234') +
      drawnTable({ left: 60, top: 600, widths: [100, 200], heights: [40, 60], cells });
    const file = pdfOf([{ content }], '/Info<</Title(13512341234)/Secret(13412341234)>>');
    expect(await found(file, '名单.pdf')).toEqual([
      `第1页第1段 mobile ${PHONE}`,
      expect.stringMatching(/^第1页第1个表第2行第2列 idNumber /),
      '第1页隐藏文字 mobile 13612341234',
      '第1页文件 hiddenContent',
      '文件属性“Title” mobile 13512341234',
      '文件属性“Secret” mobile 13412341234',
    ]);
  });

  it('reads notes and links on the page, names of attachments, scripts and metadata', async () => {
    const metadata = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><x:a>13412341234</x:a></x:xmpmeta>';
    // Written into a finished file: pdf.js finds the objects again by itself.
    const file = Buffer.from(pdfOf([{ content: text(60, 700, 12, '正文') }]))
      .toString('latin1')
      .replace(
        '/Rotate 0',
        '/Rotate 0/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(13612341234)>><</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://192.168.1.1/)>>>>]',
      )
      .replace(
        '<</Type/Catalog',
        '<</Type/Catalog/Metadata 98 0 R/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(13512341234.xlsx)/EF<</F 99 0 R>>>>]>>/JavaScript<</Names[(x)<</S/JavaScript/JS(a)>>]>>>>',
      )
      .replace(
        'xref\n',
        `98 0 obj\n<</Type/Metadata/Subtype/XML/Length ${metadata.length}>>\nstream\n${metadata}\nendstream\nendobj\n99 0 obj\n<</Type/EmbeddedFile/Length 1>>\nstream\nx\nendstream\nendobj\nxref\n`,
      );
    expect(await found(Buffer.from(file, 'latin1'), '文.pdf')).toEqual([
      '第1页注释 1 mobile 13612341234',
      '第1页注释 2 link http://192.168.1.1/',
      '第1页文件 hiddenContent',
      '附件名称 mobile 13512341234',
      '文件 hiddenContent',
      '文件 hiddenContent',
      '文件属性“XMP” mobile 13412341234',
    ]);
  });

  it('a picture too large to be decoded here is told of: scanned pages are such', async () => {
    const file = Buffer.from(pdfOf([{ content: text(60, 700, 12, '正文') }]))
      .toString('latin1')
      .replace(
        'xref\n',
        '98 0 obj\n<</Type/XObject/Subtype /Image/Width 2000/Height 3000/Length 1>>\nstream\nx\nendstream\nendobj\nxref\n',
      );
    expect(await found(Buffer.from(file, 'latin1'), '扫描件.pdf')).toEqual(['文件 picture']);
  });

  it('a page without text is for a person to look at, not a failure', async () => {
    const file = pdfOf([{ content: '' }]);
    expect(await found(file, '空.pdf')).toEqual([]);
  });
});

describe('other files', () => {
  it('a web page: its text, and what visitors do not see', async () => {
    const html = `<html><body><p>电话${PHONE}</p><p hidden>13612341234</p><!-- 13512341234 --><a href="javascript:x">看</a><img alt="13412341234"></body></html>`;
    expect(await found(Buffer.from(html), '页.html')).toEqual([
      `第1段 mobile ${PHONE}`,
      '隐藏文字 1 mobile 13612341234',
      '批注 1 mobile 13512341234',
      '文件 link javascript:x',
      '文件属性“alt” mobile 13412341234',
      '文件 hiddenContent',
      '文件 hiddenContent',
      '文件 picture',
    ]);
  });

  it('a number broken by the end of a line of a web page is one number', async () => {
    const html = `<p>身份证${CARD.slice(0, 8)}<br>${CARD.slice(8)}</p><p>第二段</p>`;
    expect(await found(Buffer.from(html), '页.html')).toEqual([
      `第1段 idNumber ${CARD.slice(0, 8)}\n${CARD.slice(8)}`,
    ]);
  });

  it('a text: numbers broken over two lines too', async () => {
    expect(await found(Buffer.from(`甲\n\n身份证${CARD.slice(0, 8)}\r\n${CARD.slice(8)}`), '文.txt')).toEqual(
      [`第2段 idNumber ${CARD.slice(0, 8)}\n${CARD.slice(8)}`],
    );
  });

  it('a picture is left to a person, a file that cannot be read says so', async () => {
    expect(await found(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), '图.png')).toEqual(['文件 picture']);
    expect(await readScanPieces(Buffer.from('PK\x03\x04 broken', 'latin1'), '坏.docx')).toMatchObject({
      ok: false,
    });
  });
});
