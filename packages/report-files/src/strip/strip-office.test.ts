import { scanText } from '@zhaoshi/domain/disclosure/scan/scan-text';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { describe, expect, it } from 'vitest';
import { docxEntries } from '../../test/make-docx.ts';
import { makeZip, type ZipEntry } from '../../test/make-zip.ts';
import { readScanPieces } from '../read/scan-pieces/read-scan-pieces.ts';
import { openZip } from '../read/zip.ts';
import { stripOffice } from './strip-office.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

async function stripped(entries: readonly ZipEntry[], name = '通知.docx'): Promise<Uint8Array> {
  const clean = await stripOffice(makeZip(entries), name);
  if (!clean.ok) throw new Error(clean.error.message);
  return clean.value;
}

async function everything(bytes: Uint8Array): Promise<string> {
  const zip = await openZip(bytes);
  const texts = await Promise.all(
    zip.names.map(async (name) => `${name} ${Buffer.from(await zip.read(name)).toString('utf8')}`),
  );
  return texts.join('\n');
}

async function findings(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  const pieces = await readScanPieces(bytes, name);
  if (!pieces.ok) throw new Error(pieces.error.message);
  return scanText(pieces.value, { today: '2026-11-20' as CivilDate }).map(({ reason }) => reason);
}

const commented =
  '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>检修安排</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>';

const notice = (body = commented): ZipEntry[] => [
  ...docxEntries({
    body,
    core: '<dc:creator>钱某某</dc:creator><cp:lastModifiedBy>李某</cp:lastModifiedBy>',
  }),
  {
    name: 'docProps/app.xml',
    data: '<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>某打字社</Company><Manager>周某</Manager></Properties>',
  },
  { name: 'docProps/thumbnail.jpeg', data: Buffer.from([0xff, 0xd8, 0xff]) },
  {
    name: 'word/comments.xml',
    data: `<w:comments xmlns:w="${W}"><w:comment w:id="0" w:author="孙某" w:initials="孙"><w:p><w:r><w:t>这句是否公开？</w:t></w:r></w:p></w:comment></w:comments>`,
  },
  {
    name: 'word/people.xml',
    data: '<w15:people xmlns:w15="urn:w15"><w15:person w15:author="孙某"/></w15:people>',
  },
];

describe('a Word file without its properties', () => {
  it('names nobody any more and has no comments; its text is as it was', async () => {
    const clean = await stripped(notice());
    expect(await everything(clean)).not.toMatch(/钱某某|李某|某打字社|周某|孙某|是否公开|thumbnail/);
    expect(await everything(clean)).toContain('检修安排');
    expect(await findings(clean, '通知.docx')).toEqual([]);
  });

  it('keeps tracked changes without the names of who made them', async () => {
    const changed = `<w:p><w:ins w:id="1" w:author="孙某" w:date="2026-01-01T00:00:00Z"><w:r><w:t>新增一句</w:t></w:r></w:ins></w:p>`;
    const clean = await stripped(notice(changed));
    expect(await everything(clean)).not.toContain('孙某');
    expect(await findings(clean, '通知.docx')).toEqual([expect.stringContaining('未接受或拒绝的修订')]);
  });

  it('is not made when the words of the text would change', async () => {
    const written = '<w:p><w:r><w:t>属性 w:author="孙某" 的写法</w:t></w:r></w:p>';
    expect(await stripOffice(makeZip(notice(written)), '说明.docx')).toMatchObject({
      ok: false,
      error: { code: 'not-strippable', message: expect.stringContaining('清除会改动正文') },
    });
  });

  it('is not made of a signed one', async () => {
    const signed = [...notice(), { name: '_xmlsignatures/sig1.xml', data: '<a/>' }];
    expect(await stripOffice(makeZip(signed), '通知.docx')).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('电子签名') },
    });
  });
});

describe('an Excel file without its properties', () => {
  const sheet = `<worksheet xmlns="${S}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>东干渠</t></is></c></row></sheetData></worksheet>`;
  const workbook = (state: string): ZipEntry[] => [
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${S}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:x15ac="urn:x15ac"><fileSharing userName="孙某"/><x15ac:absPath url="C:\\Users\\孙某\\桌面\\"/><sheets><sheet name="渠道" sheetId="1" ${state} r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    { name: 'xl/worksheets/sheet1.xml', data: sheet },
    {
      name: 'xl/comments1.xml',
      data: `<comments xmlns="${S}"><authors><author>孙某</author></authors><commentList><comment ref="A1" authorId="0"><text><t>再核</t></text></comment></commentList></comments>`,
    },
    {
      name: 'xl/drawings/vmlDrawing1.vml',
      data: '<xml xmlns:v="urn:v" xmlns:x="urn:x"><v:shape id="a"><x:ClientData ObjectType="Note"/>孙某</v:shape><v:shape id="b"><x:ClientData ObjectType="Button"/></v:shape></xml>',
    },
    {
      name: 'docProps/core.xml',
      data: '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:creator>孙某</dc:creator></cp:coreProperties>',
    },
  ];

  it('names nobody any more, in properties, comments, and where it was saved', async () => {
    const clean = await stripped(workbook(''), '渠道.xlsx');
    const text = await everything(clean);
    expect(text).not.toMatch(/孙某|再核/);
    expect(text).toContain('东干渠');
    expect(text).toContain('ObjectType="Button"');
    expect(await findings(clean, '渠道.xlsx')).toEqual([]);
  });

  it('keeps a hidden sheet, which the scan goes on telling of', async () => {
    const clean = await stripped(workbook('state="hidden"'), '渠道.xlsx');
    expect(await findings(clean, '渠道.xlsx')).toEqual([expect.stringContaining('隐藏的工作表')]);
  });
});

describe('other files', () => {
  it('are refused with what to do', async () => {
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(await stripOffice(old, '旧文件.doc')).toMatchObject({
      ok: false,
      error: { code: 'not-strippable', message: expect.stringContaining('另存为 .docx、.xlsx') },
    });
  });
});
