import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { makeZip } from '../../test/make-zip.ts';
import { officialSheet, workbookBytes } from '../../test/official-sheet.ts';
import { ReadFailure } from '../read-error.ts';
import { extensionNotes, sniffFormat } from './sniff.ts';

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const zip = (...names: string[]): Uint8Array => makeZip(names.map((name) => ({ name, data: 'x' })));
const stored = (name: string, data: string): Uint8Array => makeZip([{ name, data, store: true }]);
/** 自然人 in GBK. */
const GBK = Buffer.from([0xd7, 0xd4, 0xc8, 0xbb, 0xc8, 0xcb]);

/** An OLE2 file of which only the directory is real. */
function ole(names: readonly string[], magic?: number): Uint8Array {
  const file = Buffer.alloc(512 + 128 * (names.length + 1) + 4096);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file);
  file.writeUInt16LE(9, 30);
  names.forEach((name, index) => {
    const at = 512 + 128 * index;
    file.write(`${name}\0`, at, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
    file[at + 66] = 2;
    file.writeUInt32LE(2, at + 116);
    file.writeUInt32LE(4096, at + 120);
  });
  if (magic !== undefined) file.writeUInt16LE(magic, 512 * 3);
  return file;
}

describe('a format is told by its content', () => {
  test.each<[string, Uint8Array, string]>([
    ['docx', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
    ['docx with backslashes in its names', zip('word\\document.xml'), 'docx'],
    ['docx cut off after its first entry', zip('word/document.xml').subarray(0, 60), 'docx'],
    ['xlsx', zip('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
    ['ods', stored('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'), 'xlsx'],
    ['doc, wps', ole(['WordDocument'], 0xa5ec), 'doc'],
    ['doc with an embedded sheet', ole(['ObjectPool', 'Workbook', 'WordDocument']), 'doc'],
    ['xls, et', ole(['Workbook']), 'xlsx'],
    ['pdf', latin1('%PDF-1.7\n%\xe2\xe3'), 'pdf'],
    ['pdf behind junk', latin1('\0\0\n%PDF-1.4'), 'pdf'],
    ['html', utf8('\uFEFF <!DOCTYPE html><p>年报'), 'html'],
    ['html without a head', utf8('<table><tr><td>1</table>'), 'html'],
    ['html in GBK', Buffer.concat([latin1('<p>'), GBK]), 'html'],
    ['html inside XML', utf8('<?xml version="1.0"?><html xmlns="x">'), 'html'],
    [
      'a page packed as a message',
      utf8('MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="x"\r\n'),
      'html',
    ],
    ['json', utf8('\n{\n  "title": null }'), 'json'],
    ['text', utf8('一、总体情况'), 'txt'],
    ['text in GBK', GBK, 'txt'],
    ['text in UTF-16', Buffer.from('\uFEFF一、总体情况', 'utf16le'), 'txt'],
    ['text that speaks of tags', utf8('请用 <table> 标签'), 'html'],
  ])('%s', (_, bytes, format) => {
    expect(sniffFormat(bytes)).toBe(format);
  });

  test.each(['biff8', 'ods'] as const)('a workbook as SheetJS writes it: %s', (bookType) => {
    expect(sniffFormat(workbookBytes({ a: officialSheet('2021', () => 1) }, bookType))).toBe('xlsx');
  });

  test('the name decides only what the content leaves open', () => {
    expect(sniffFormat(utf8('请用 <table> 标签'), '说明.txt')).toBe('txt');
    expect(sniffFormat(utf8('<html>'), '年报.doc')).toBe('html');
    expect(sniffFormat(zip('[Content_Types].xml'), '年报.xlsx')).toBe('xlsx');
  });
});

describe('what is known but cannot be read is named', () => {
  const refusal = (bytes: Uint8Array): string => {
    try {
      return sniffFormat(bytes);
    } catch (error) {
      if (error instanceof ReadFailure) return `${error.failure.code}: ${error.failure.message}`;
      throw error;
    }
  };

  test.each<[Uint8Array, string]>([
    [utf8(''), 'empty-file: 文件是空的'],
    [utf8('\uFEFF \r\n'), 'empty-file: 文件是空的'],
    [zip('OFD.xml', 'Doc_0/Document.xml'), 'unsupported-format: 这是 OFD 版式文件'],
    [stored('mimetype', 'application/vnd.oasis.opendocument.text'), 'unsupported-format: 这是 ODT 文档'],
    [zip('ppt/presentation.xml'), 'unsupported-format: 这是演示文稿'],
    [zip('年报.docx', 'b.docx'), 'unsupported-format: 这是压缩包（ZIP）'],
    [utf8('{\\rtf1\\ansi'), 'unsupported-format: 这是 RTF 文档'],
    [
      utf8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>'),
      'unsupported-format: 这是 Word XML 文档',
    ],
    [latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'unsupported-format: 这是图片'],
    [latin1('\xff\xd8\xff\xe0\0\x10JFIF\0'), 'unsupported-format: 这是图片'],
    [latin1('BM\x36\0\x0c\0\0\0\0\0'), 'unsupported-format: 这是图片'],
    [latin1('Rar!\x1a\x07\x01\0'), 'unsupported-format: 这是压缩包'],
    [latin1('MZ\x90\0\x03\0\0\0'), 'unsupported-format: 这是程序文件'],
    [ole(['CONTENTS']), 'unsupported-format: 这是微软 Works 文档'],
    [ole(['WordDocument'], 0xa5dc), 'unsupported-format: 这是 Word 6.0/95 格式'],
    [ole(['EncryptedPackage']), 'encrypted: 文件设有打开密码'],
    [ole([]), 'damaged: 文件是旧版 Office 格式，但已残缺'],
    [latin1('\x01\x02\0\x03\x04\xff\xfe'), 'unknown-format: 无法识别文件格式'],
    [new Uint8Array(4096), 'unknown-format: 无法识别文件格式'],
  ])('%#: %s', (bytes, beginning) => {
    expect(refusal(bytes).startsWith(beginning), refusal(bytes)).toBe(true);
  });
});

test('an extension that promised another format is said; a fitting or unknown one is not', () => {
  expect(extensionNotes('html', '年报.DOC').map((note) => note.message)).toEqual([
    '文件扩展名是 .doc，内容实为网页（HTML），已按内容读取。',
  ]);
  expect([
    ...extensionNotes('doc', 'a.wps'),
    ...extensionNotes('xlsx', 'a.et'),
    ...extensionNotes('txt', 'a.0'),
  ]).toEqual([]);
});
