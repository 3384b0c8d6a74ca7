import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { describe, expect, test } from 'vitest';
import { failureCode } from '../../../test/failure.ts';
import {
  documentXml,
  docxEntries,
  formTableXml,
  makeDocx,
  paragraph,
  table,
} from '../../../test/make-docx.ts';
import { makeZip } from '../../../test/make-zip.ts';
import { inRow, lines, read, text } from '../../../test/shown-docx.ts';
import { readDocx } from './read-docx.ts';

describe('packages', () => {
  test('properties of the file are handed on', async () => {
    const core =
      '<dc:title>年度报告</dc:title><dc:creator>某人</dc:creator><dc:subject> </dc:subject><cp:lastModifiedBy>另一人</cp:lastModifiedBy>';
    expect((await read({ body: paragraph('甲'), core })).properties).toEqual({
      title: '年度报告',
      author: '某人',
      lastModifiedBy: '另一人',
    });
  });

  test('parts are found by relationship, whatever they are called, and by content type without one', async () => {
    const moved = docxEntries({ body: paragraph('甲') }).map((entry) => ({
      ...entry,
      name: entry.name.replace('word/document.xml', 'other/正文.xml'),
      data: String(entry.data).replaceAll('word/document.xml', 'other/正文.xml'),
    }));
    expect(lines(await readDocx(makeZip(moved)))).toEqual(['甲']);
    expect(lines(await readDocx(makeZip(moved.filter((entry) => entry.name !== '_rels/.rels'))))).toEqual([
      '甲',
    ]);
  });

  test('other prefixes and the strict namespace are understood', async () => {
    const xml = documentXml(
      paragraph('甲') +
        table([inRow(text('乙', '<w:gridSpan w:val="2"/>')), inRow(text('1'), text('2'))], [900, 900]),
    );
    const strict = xml
      .replaceAll('<w:', '<x:')
      .replaceAll('</w:', '</x:')
      .replaceAll(' w:', ' x:')
      .replace('xmlns:w=', 'xmlns:x=')
      .replace(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      );
    const entries = docxEntries({ body: '' }).map((entry) =>
      entry.name === 'word/document.xml' ? { ...entry, data: strict } : entry,
    );
    expect(lines(await readDocx(makeZip(entries)))).toEqual([
      '甲',
      'table 2x2',
      '0,0 1x2 乙',
      '1,0 1',
      '1,1 2',
    ]);
  });

  test('a part in UTF-16 is read', async () => {
    const entries = docxEntries({ body: '' }).map((entry) =>
      entry.name === 'word/document.xml'
        ? {
            ...entry,
            data: Buffer.from(`\ufeff${documentXml(paragraph('甲')).replace('UTF-8', 'UTF-16')}`, 'utf16le'),
          }
        : entry,
    );
    expect(lines(await readDocx(makeZip(entries)))).toEqual(['甲']);
  });
});

describe('hostile and broken files', () => {
  const codeOf = (bytes: Uint8Array) => failureCode(() => readDocx(bytes));
  const withDocument = (data: string) =>
    makeZip(
      docxEntries({ body: '' }).map((entry) =>
        entry.name === 'word/document.xml' ? { ...entry, data } : entry,
      ),
    );

  test('an archive that is no Word document is called unsupported', async () => {
    expect(await codeOf(makeZip([{ name: 'a.txt', data: 'x' }]))).toBe('unsupported-format');
    expect(await codeOf(withDocument('<workbook/>'))).toBe('unsupported-format');
  });

  test('a document type declaration is forbidden in every part', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
    expect(await codeOf(withDocument(`${doctype}<w:document><w:body>&e;</w:body></w:document>`))).toBe(
      'forbidden-xml',
    );
    const rels = docxEntries({ body: '' }).map((entry) =>
      entry.name === '_rels/.rels' ? { ...entry, data: `${doctype}${String(entry.data)}` } : entry,
    );
    expect(await codeOf(makeZip(rels))).not.toBe('read');
  });

  test('nesting beyond all measure is too complex', async () => {
    expect(
      await codeOf(
        makeDocx({ body: '<w:sdt><w:sdtContent>'.repeat(5000) + '</w:sdtContent></w:sdt>'.repeat(5000) }),
      ),
    ).toBe('too-complex');
    const tables = 100;
    expect(
      await codeOf(
        makeDocx({
          body:
            '<w:tbl><w:tr><w:tc>'.repeat(tables) + paragraph('底') + '</w:tc></w:tr></w:tbl>'.repeat(tables),
        }),
      ),
    ).toBe('read');
  });

  test('a table of very many columns is too complex', async () => {
    expect(
      await codeOf(makeDocx({ body: table([inRow(text('宽', '<w:gridSpan w:val="100000"/>'))], []) })),
    ).toBe('too-complex');
    expect(
      await codeOf(
        makeDocx({ body: table([inRow(...Array.from({ length: 10_000 }, () => text('1')))], []) }),
      ),
    ).toBe('too-complex');
    const wide = inRow(text('宽', '<w:gridSpan w:val="900"/>'));
    expect(
      await codeOf(
        makeDocx({
          body: table(
            [
              inRow(...Array.from({ length: 900 }, () => text('1'))),
              ...Array.from({ length: 300 }, () => wide),
            ],
            [],
          ),
        }),
      ),
    ).toBe('too-complex');
  });

  test('elements in impossible places do no harm', async () => {
    const odd =
      '<w:tc><w:p/></w:tc><w:gridSpan w:val="2"/><w:tr/><w:t>散</w:t><w:fldChar w:fldCharType="end"/><w:numId w:val="1"/><w:sdtContent><w:p/></w:sdtContent><mc:Choice><w:p/></mc:Choice><w:tbl><w:tc><w:p/></w:tc><w:tr><w:tr><w:tc/></w:tr></w:tr></w:tbl><w:showingPlcHdr/>';
    expect(await codeOf(makeDocx({ body: odd + paragraph('末') }))).toBe('read');
  });

  test('a document cut at any fiftieth is damaged, and nothing else', async () => {
    const whole = makeDocx({ body: formTableXml(formTable('t3', '2021').layout, () => '1') });
    for (let part = 0; part < 50; part += 1) {
      expect(await codeOf(whole.subarray(0, Math.floor((whole.length * part) / 50)))).toBe('damaged');
    }
  });

  test('document.xml cut or bent at any fiftieth is refused or read, and nothing else', async () => {
    const xml = documentXml(formTableXml(formTable('t4', '2021').layout, () => '1') + paragraph('末'));
    for (let part = 0; part < 50; part += 1) {
      const at = Math.floor((xml.length * part) / 50);
      expect(await codeOf(withDocument(xml.slice(0, at)))).toBe('damaged');
      expect(['read', 'damaged', 'unsupported-format']).toContain(
        await codeOf(withDocument(`${xml.slice(0, at)}x${xml.slice(at + 1)}`)),
      );
    }
  });
});
