import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeZip } from '../../../../../report-files/test/make-zip.ts';
import { officialSheet, workbookBytes } from '../../../../../report-files/test/official-sheet.ts';
import { makeOle } from '../../../../test/make-ole.ts';
import { docx, docxEntries, jpeg, ofd, pdf, png, xlsx } from '../../../../test/sample-files.ts';
import { inspectFile } from './inspect-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspect-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function inspect(bytes: Uint8Array, extension: string, name = 'file') {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return await inspectFile({ path, size: bytes.length, sha256: '' }, extension);
}

const outcome = async (bytes: Uint8Array, extension: string, name?: string): Promise<string> => {
  const result = await inspect(bytes, extension, name);
  if (!result.ok) return result.error.code;
  return result.value.isEncrypted ? 'encrypted' : 'taken';
};

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const fixture = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../../../../../report-files/fixtures', name));
const sheets = (): Uint8Array => workbookBytes({ 表: officialSheet('2021', () => 1) }, 'biff8');
const OLD_WORD = { name: 'WordDocument', content: Buffer.from('eca5c100', 'hex') };

/** BIFF8 records: number and data. */
const biff = (...records: readonly (readonly [number, string])[]): Buffer =>
  Buffer.concat(
    records.map(([number, hex]) => {
      const data = Buffer.from(hex, 'hex');
      const head = Buffer.alloc(4);
      head.writeUInt16LE(number, 0);
      head.writeUInt16LE(data.length, 2);
      return Buffer.concat([head, data]);
    }),
  );

describe('files that a disclosure office works with are taken', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['a PDF', pdf, 'pdf'],
    ['a PDF behind a byte order mark', () => Buffer.concat([Buffer.from('efbbbf', 'hex'), pdf()]), 'pdf'],
    ['a Word document', docx, 'docx'],
    ['a Word document under the name of WPS', docx, 'wps'],
    ['an old Word document', () => fixture('report-2021.doc'), 'doc'],
    ['one that WPS wrote', () => fixture('report-2021.doc'), 'wps'],
    ['a workbook', xlsx, 'xlsx'],
    ['an old workbook', sheets, 'xls'],
    ['one that WPS wrote', sheets, 'et'],
    ['an OFD', ofd, 'ofd'],
    ['text in UTF-8', () => utf8('一、总体情况\n'), 'txt'],
    ['text in GBK', () => Buffer.from([0xd2, 0xbb, 0xa1, 0xa2, 0xd7, 0xdc]), 'txt'],
    ['text in UTF-16', () => Buffer.from('\uFEFF一、总体情况', 'utf16le'), 'txt'],
    ['text that begins like a picture', () => utf8('BM 编号说明：见附件'), 'txt'],
    ['a list', () => utf8('序号,名称\n1,河东县\n'), 'csv'],
    ['a photograph', () => jpeg(4000, 3000), 'jpg'],
    ['a photograph', () => jpeg(4000, 3000), 'jpeg'],
    ['a page of A3 at 600 dpi', () => png(7016, 9921), 'png'],
  ])('%s: %#', async (_, bytes, extension) => {
    expect(await outcome(bytes(), extension)).toBe('taken');
  });

  it.each<[string, () => Uint8Array, string]>([
    ['a PDF with a password', () => pdf('<< /Root 1 0 R /Encrypt 9 0 R >>'), 'pdf'],
    [
      'a PDF of which the trailer lies far behind',
      () => pdf(`${'% \n'.repeat(700_000)}<< /Encrypt << /V 4 >> >>`),
      'pdf',
    ],
    [
      'a Word document with a password',
      () => makeOle([{ name: 'EncryptedPackage', content: utf8('x') }]),
      'docx',
    ],
    [
      'an old one',
      () => makeOle([{ name: 'WordDocument', content: Buffer.from(`eca5c100${'00'.repeat(6)}0011`, 'hex') }]),
      'doc',
    ],
    [
      'an old workbook',
      () => makeOle([{ name: 'Workbook', content: biff([0x809, '0006'], [0x2f, '0100']) }]),
      'xls',
    ],
  ])('%s is taken and marked', async (_, bytes, extension) => {
    expect(await outcome(bytes(), extension)).toBe('encrypted');
  });

  it('many at once are taken, and a broken one among them holds up none', async () => {
    const broken = fixture('report-2021.doc').subarray(0, 3000);
    const whole = fixture('report-2021.doc');
    const outcomes = await Promise.all(
      [whole, broken, whole, broken, whole].map((bytes, index) => outcome(bytes, 'doc', `file-${index}`)),
    );
    expect(outcomes).toEqual(['taken', 'damaged', 'taken', 'damaged', 'taken']);
  });

  it('gives the media type of the table', async () => {
    expect(await inspect(ofd(), 'ofd')).toEqual({
      ok: true,
      value: { mediaType: 'application/ofd', isEncrypted: false },
    });
  });
});

describe('content that is not what the extension says is refused', () => {
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  it.each<[string, () => Uint8Array, string]>([
    ['a page named .pdf', () => utf8('<!DOCTYPE html><p>x'), 'pdf'],
    ['a page named .doc', () => utf8('<html><table></table>'), 'doc'],
    ['a page named .txt', () => utf8(' \n<script>alert(1)</script>'), 'txt'],
    ['a page named .txt, in UTF-16', () => Buffer.from('\uFEFF<script>alert(1)</script>', 'utf16le'), 'txt'],
    ['a tag further down', () => utf8('一、总体情况\n<iframe src=x>'), 'csv'],
    ['a drawing with a script', () => utf8(SVG), 'png'],
    ['a drawing named .txt', () => utf8(SVG), 'txt'],
    ['a drawing behind an XML declaration', () => utf8(`<?xml version="1.0"?>${SVG}`), 'txt'],
    ['RTF named .doc', () => utf8('{\\rtf1\\ansi}'), 'doc'],
    ['a shell script', () => utf8('#!/bin/sh\nrm -rf /'), 'txt'],
    ['a PHP script', () => utf8('<?php system($_GET[0]);'), 'txt'],
    ['a program', () => Buffer.concat([utf8('MZ'), Buffer.alloc(2000, 144)]), 'pdf'],
    ['a program named .txt', () => Buffer.concat([utf8('MZ'), Buffer.alloc(2000)]), 'txt'],
    ['a program behind text', () => Buffer.concat([Buffer.alloc(70_000, 65), Buffer.alloc(9)]), 'txt'],
    ['an archive', () => makeZip([{ name: 'a.pdf', data: 'x' }]), 'docx'],
    [
      'a presentation',
      () =>
        makeZip([
          { name: '[Content_Types].xml', data: '<Types/>' },
          { name: 'ppt/presentation.xml', data: '' },
        ]),
      'docx',
    ],
    [
      'an installer in the container of Office',
      () => makeOle([{ name: 'SummaryInformation', content: utf8('x') }]),
      'doc',
    ],
    ['a 7z', () => Buffer.from('377abcaf271c00040000000000000000', 'hex'), 'pdf'],
    ['a GIF', () => Buffer.concat([utf8('GIF89a'), Buffer.alloc(60)]), 'png'],
    [
      'a moving PNG',
      () => {
        const picture = png();
        const control = Buffer.from('000000086163544c000000010000000000000000', 'hex');
        return Buffer.concat([picture.subarray(0, 33), control, picture.subarray(33)]);
      },
      'png',
    ],
    ['a Word document named .xlsx', docx, 'xlsx'],
    ['a Word document named .doc', docx, 'doc'],
    ['a workbook named .docx', xlsx, 'docx'],
    ['an old workbook named .doc', sheets, 'doc'],
    ['a PNG named .jpg', png, 'jpg'],
    ['a PDF named .txt', pdf, 'txt'],
    ['noise', () => Buffer.from('0102000304fffe', 'hex'), 'pdf'],
  ])('%s', async (_, bytes, extension) => {
    expect(await outcome(bytes(), extension)).toBe('content-differs');
  });

  it('says what it is and what to do', async () => {
    const refused = await inspect(docx(), 'doc');
    expect(refused.ok ? '' : refused.error.message).toBe(
      '文件扩展名是“.doc”，内容实际是Word 文档（.docx），没有接收。请改用正确的扩展名，或另存为 .doc 后重新上传。',
    );
    const rar = await inspect(Buffer.from('526172211a070100', 'hex'), 'pdf');
    expect(rar.ok ? '' : rar.error.message).toContain('RAR 格式');
  });
});

describe('one file in another is refused (polyglots)', () => {
  const archive = () => makeZip([{ name: 'evil.class', data: 'x' }]);
  it.each<[string, () => Uint8Array, string]>([
    ['an archive behind a PDF', () => Buffer.concat([pdf(), archive()]), 'pdf'],
    ['an archive behind a PDF and junk behind it', () => Buffer.concat([pdf(), archive(), pdf()]), 'pdf'],
    ['an archive behind a picture', () => Buffer.concat([png(), archive()]), 'png'],
    ['an archive behind a photograph', () => Buffer.concat([jpeg(), archive()]), 'jpg'],
    ['an archive behind text', () => Buffer.concat([utf8('说明\n'), archive()]), 'txt'],
    ['a PDF behind text', () => Buffer.concat([utf8('说明\n'), pdf()]), 'txt'],
    [
      'a PDF in the first entry of a document',
      () => makeZip([{ name: 'a.pdf', data: pdf(), store: true }, ...docxEntries()]),
      'docx',
    ],
    [
      'a PDF in an old document',
      () => {
        const file = makeOle([OLD_WORD]);
        file.write('%PDF-1.7', 600, 'latin1');
        return file;
      },
      'doc',
    ],
  ])('%s', async (_, bytes, extension) => {
    expect(await outcome(bytes(), extension)).toBe('hidden-content');
  });

  it('a document of WPS Office, which begins with a folder, is taken', async () => {
    expect(await outcome(makeZip([{ name: 'docProps/', data: '' }, ...docxEntries()]), 'docx')).toBe('taken');
  });

  it('a document in front of which another file stands, or behind which something hangs, is refused', async () => {
    const inFront = makeZip([{ name: 'x', data: 'x' }]);
    expect(await outcome(Buffer.concat([inFront, docx()]), 'docx')).toBe('damaged');
    expect(await outcome(Buffer.concat([docx(), utf8('<script>')]), 'docx')).toBe('damaged');
  });
});

describe('programs inside documents are refused', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['VBA', () => docx([{ name: 'word/vbaProject.bin', data: 'x' }]), 'docx'],
    ['VBA by its type', () => makeZip(docxEntries('ms-word.document.macroEnabled.main+xml')), 'docx'],
    ['a control', () => docx([{ name: 'word/activeX/activeX1.bin', data: 'x' }]), 'docx'],
    ['an Excel 4.0 macro sheet', () => xlsx([{ name: 'xl/macrosheets/sheet1.xml', data: 'x' }]), 'xlsx'],
    ['VBA in an old document', () => makeOle([OLD_WORD, { name: 'Macros' }]), 'doc'],
    [
      'VBA in an old workbook',
      () => makeOle([{ name: 'Workbook', content: biff([0x809, '']) }, { name: '_VBA_PROJECT_CUR' }]),
      'xls',
    ],
    [
      'an Excel 4.0 macro sheet in an old workbook',
      () => makeOle([{ name: 'Workbook', content: biff([0x809, '0006'], [0x85, '000000000001014d']) }]),
      'xls',
    ],
  ])('%s', async (_, bytes, extension) => {
    expect(await outcome(bytes(), extension)).toBe('macro');
  });
});

describe('files that would hurt whoever opens them are refused', () => {
  const zeros = deflateRawSync(new Uint8Array(100 * 1024 * 1024));
  it('a bomb, by its directory', async () => {
    const bomb = { name: 'word/media/a.bmp', data: '', deflated: zeros, claimedSize: 100 * 1024 * 1024 };
    expect(await outcome(docx([bomb]), 'docx')).toBe('archive-limits');
    const many = Array.from({ length: 5_001 }, (_, index) => ({
      name: `word/${index}`,
      data: '',
      store: true,
    }));
    expect(await outcome(docx(many), 'docx')).toBe('archive-limits');
  });

  it('a bomb that lies, without ever being unpacked', async () => {
    const bomb = { name: 'word/media/a.bmp', data: '', deflated: zeros, claimedSize: 1_000 };
    const before = process.memoryUsage.rss();
    expect(await outcome(docx([bomb]), 'docx')).toBe('damaged');
    expect(process.memoryUsage.rss() - before).toBeLessThan(40 * 1024 * 1024);
  });

  it.each(['../../evil.sh', '/etc/passwd', 'C:/evil.bat', 'a\\..\\b'])(
    'an entry outside: %s',
    async (name) => {
      expect(await outcome(docx([{ name, data: 'x' }]), 'docx')).toBe('damaged');
    },
  );

  it('an archive with a password, which nothing can look into', async () => {
    expect(await outcome(docx([{ name: 'word/x', data: 'x', flags: 1 }]), 'docx')).toBe('damaged');
  });

  it.each<[string, Uint8Array, string]>([
    ['a PNG', png(60_000, 60_000), 'png'],
    ['a long PNG', png(10, 1_000_000), 'png'],
    ['a JPEG', jpeg(65_000, 65_000), 'jpg'],
  ])('a flood of pixels: %s', async (_, bytes, extension) => {
    expect(await outcome(bytes, extension)).toBe('picture-too-big');
  });

  it.each<[string, Uint8Array, string]>([
    ['a cut PDF', pdf().subarray(0, 60), 'pdf'],
    ['a cut document', docx().subarray(0, -30), 'docx'],
    ['a cut old document', fixture('report-2021.doc').subarray(0, 3000), 'doc'],
    ['a JPEG without a frame', Buffer.from('ffd8ffe000104a46494600', 'hex'), 'jpg'],
    ['a PNG of no size', png(0, 0), 'png'],
  ])('%s is damaged', async (_, bytes, extension) => {
    expect(await outcome(bytes, extension)).toBe('damaged');
  });
});
