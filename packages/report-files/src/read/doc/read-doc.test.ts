import { readFileSync } from 'node:fs';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { type FormVersion, TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';
import CFB from 'cfb';
import { describe, expect, test } from 'vitest';
import { millisecondsOfWork } from '../../../../domain/test/milliseconds-of-work.ts';
import { failureCode } from '../../../test/failure.ts';
import { placedCells } from '../../../test/official-sheet.ts';
import { sampleReport } from '../../../test/sample-reports.ts';
import type { Grid, SourceDocument } from '../../source-document.ts';
import { readDoc } from './read-doc.ts';

const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url));
const codeOf = (bytes: Uint8Array) => failureCode(() => readDoc(bytes));
const grids = (document: SourceDocument): Grid[] =>
  document.blocks.flatMap((block) => (block.kind === 'table' ? [block.grid] : []));
const paragraphs = (document: SourceDocument) =>
  document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));

/** A compound file of the given streams. */
function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams))
    CFB.utils.cfb_add(file, `/${name}`, Buffer.from(content));
  return new Uint8Array(CFB.write(file, { type: 'buffer' }));
}

/** The fixture with one of its streams changed. */
function bent(name: string, stream: string, change: (content: Buffer) => void): Uint8Array {
  const file = CFB.read(fixture(name), { type: 'buffer' });
  const streams: Record<string, Uint8Array> = {};
  for (const entry of file.FileIndex) {
    if (entry.type !== 2 || entry.size === 0 || entry.name.startsWith('\u0001')) continue;
    const content = Buffer.from(entry.content);
    if (entry.name === stream) change(content);
    streams[entry.name] = content;
  }
  return compound(streams);
}

test.each<FormVersion>(['2019', '2021'])(
  'the official forms of %s come out as the form lays them out',
  async (version) => {
    const report = sampleReport({ year: version === '2019' ? 2019 : 2023 });
    const document = await readDoc(fixture(`report-${version}.doc`));
    const tables = grids(document);
    expect(tables.length).toBe(3);
    TABLE_IDS.forEach((id, index) => {
      const { layout } = formTable(id, version);
      const grid = tables[index]!;
      expect([grid.rows, grid.columns]).toEqual([layout.rows.length, layout.columns]);
      expect(
        grid.cells.map(({ text, row, column, rowSpan, colSpan }) => ({
          text,
          row,
          column,
          rowSpan,
          colSpan,
        })),
      ).toEqual(
        placedCells(layout).map(({ row, column, cell }) => ({
          text: cell.cell === undefined ? (cell.text ?? '') : (report.cells[cell.cell]?.raw ?? ''),
          row,
          column,
          rowSpan: cell.rowSpan,
          colSpan: cell.colSpan,
        })),
      );
    });
    expect(paragraphs(document)[0]).toBe(report.title);
    expect(paragraphs(document).at(-1)).toBe('六、其他需要报告的事项');
    expect(document.notes).toEqual([]);
  },
);

test('lists, changes, hidden text, fields and tables in cells are read as printed', async () => {
  const document = await readDoc(fixture('lists-and-changes.doc'));
  expect(paragraphs(document)).toEqual([
    '一、总体情况',
    '（一）主动公开',
    '（二）依申请公开',
    '二.1.细目',
    '二、主动公开政府信息情况',
    '（一）其他',
    '全年受理申请12件。',
    '共88项\t完',
    '末',
  ]);
  const [outer, inner] = grids(document);
  expect(
    outer?.cells.map(({ text, row, column, rowSpan, place }) => ({ text, row, column, rowSpan, place })),
  ).toEqual([
    { text: '外', row: 0, column: 0, rowSpan: 2, place: { table: 1, row: 1, column: 1 } },
    { text: '前\n后', row: 0, column: 1, rowSpan: 1, place: { table: 1, row: 1, column: 2 } },
    { text: '①受理\n②办理', row: 1, column: 1, rowSpan: 1, place: { table: 1, row: 2, column: 2 } },
  ]);
  expect(inner?.cells.map((cell) => cell.text)).toEqual(['内一', '内二']);
  expect(document.notes.map((note) => note.code)).toEqual([
    'doc.tracked-changes',
    'doc.hidden-text',
    'word.nested-table',
  ]);
  expect(document.properties).toEqual({ title: '测试文档', author: '某人' });
});

test('a raised digit is the mark of a note, struck text is taken back and told', async () => {
  const hidden = Buffer.from('3c0801', 'hex');
  const deleted = Buffer.from('000801', 'hex');
  const document = await readDoc(
    bent('lists-and-changes.doc', 'WordDocument', (content) => {
      content.set(Buffer.from('370801', 'hex'), content.indexOf(hidden));
      content.set(Buffer.from('482a01', 'hex'), content.indexOf(deleted));
    }),
  );
  expect(paragraphs(document)).toContain('全年受理申请⁹12件。');
  expect(document.notes.map((note) => note.code)).toContain('doc.struck-text');
});

describe('files that are something else', () => {
  test.each([
    [
      'Word 95',
      bent('lists-and-changes.doc', 'WordDocument', (content) => content.writeUInt16LE(0xa5dc, 0)),
      'unsupported-format',
    ],
    [
      'a document with a password',
      bent('lists-and-changes.doc', 'WordDocument', (content) =>
        content.writeUInt16LE(content.readUInt16LE(10) | 0x100, 10),
      ),
      'encrypted',
    ],
    [
      'a .docx with a password',
      compound({ EncryptedPackage: Buffer.alloc(5000), EncryptionInfo: Buffer.alloc(100) }),
      'encrypted',
    ],
    ['Microsoft Works', compound({ CONTENTS: Buffer.alloc(5000) }), 'unsupported-format'],
    ['a workbook', compound({ Workbook: Buffer.alloc(5000) }), 'unsupported-format'],
    ['no compound file', Buffer.from('PK not at all'), 'damaged'],
    ['nothing', new Uint8Array(0), 'damaged'],
    ['an empty document stream', compound({ WordDocument: Buffer.alloc(5000) }), 'damaged'],
  ])('%s is told from the rest', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  test('what cannot be read says what to do', async () => {
    const old = bent('lists-and-changes.doc', 'WordDocument', (content) => content.writeUInt16LE(0xa5dc, 0));
    await expect(readDoc(old)).rejects.toThrow('请用 Word 或 WPS 另存为 .docx 后重试');
  });
});

describe('damaged files', () => {
  test('a document cut at any fiftieth is damaged or read, and nothing else', async () => {
    for (const name of ['report-2021.doc', 'lists-and-changes.doc']) {
      const whole = fixture(name);
      const codes = new Set<string>();
      for (let part = 0; part < 50; part += 1)
        codes.add(await codeOf(whole.subarray(0, Math.floor((whole.length * part) / 50))));
      expect([...codes].filter((code) => code !== 'damaged' && code !== 'read')).toEqual([]);
      expect(codes).toContain('damaged');
    }
  });

  test('bytes changed anywhere end as a document or a typed refusal, in time', async () => {
    let state = 7;
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const whole = fixture('lists-and-changes.doc');
    for (let step = 0; step < 3000; step += 1) {
      const bytes = Uint8Array.from(whole);
      for (let change = random(6); change >= 0; change -= 1) {
        const at = random(2) === 0 ? random(bytes.length) : random(2048);
        bytes[at] = [0, 1, 0x7f, 0x80, 0xff, random(256)][random(6)] ?? 0;
      }
      const start = process.cpuUsage();
      await codeOf(bytes);
      expect(millisecondsOfWork(start)).toBeLessThan(2000);
    }
  });

  test('a directory tree and sector chains that go round in circles end', async () => {
    const whole = fixture('lists-and-changes.doc');
    const directory = (whole.readUInt32LE(48) + 1) * 512;
    const circle = Buffer.from(whole);
    for (let entry = 0; entry < 4; entry += 1) {
      for (const link of [68, 72, 76]) circle.writeUInt32LE((entry + 1) % 4, directory + entry * 128 + link);
    }
    expect(['damaged', 'unsupported-format', 'read']).toContain(await codeOf(circle));
    const chain = Buffer.from(whole);
    const table = (whole.readUInt32LE(76) + 1) * 512;
    for (let at = 0; at < 512; at += 4) chain.writeUInt32LE(at / 4, table + at);
    expect(await codeOf(chain)).toBe('damaged');
  });

  test('a length beyond the text is damaged', async () => {
    expect(
      await codeOf(
        bent('lists-and-changes.doc', 'WordDocument', (content) => content.writeUInt32LE(0x7fffffff, 76)),
      ),
    ).toBe('damaged');
  });

  test('a damaged summary does not keep the document from being read', async () => {
    const document = await readDoc(
      bent('lists-and-changes.doc', '\u0005SummaryInformation', (content) => content.fill(0xff, 44)),
    );
    expect(document.properties).toEqual({});
    expect(paragraphs(document)[0]).toBe('一、总体情况');
  });
});
