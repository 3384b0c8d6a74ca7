import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';
import { describe, expect, test } from 'vitest';
import { makeZip } from '../../test/make-zip.ts';
import { officialSheet, workbookBytes } from '../../test/official-sheet.ts';
import { sampleReport } from '../../test/sample-reports.ts';
import { toJsonReport } from '../json-report.ts';
import { LIMITS } from '../limits.ts';
import { writeHtml } from '../write/html/write-html.ts';
import { readReportFile } from './read-file.ts';

const SEEDS = new URL('../../../../acceptance/fixtures/seeds/', import.meta.url);

async function readOk(bytes: Uint8Array, name?: string) {
  const result = await readReportFile(bytes, name === undefined ? {} : { name });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

async function refusal(bytes: Uint8Array, name?: string): Promise<string> {
  const result = await readReportFile(bytes, name === undefined ? {} : { name });
  return result.ok ? 'read' : `${result.error.code}: ${result.error.message}`;
}

describe('every cell of a report comes back with its figure', () => {
  const report = sampleReport();

  test('from a web page', async () => {
    const read = await readOk(Buffer.from(writeHtml(report)));
    expect(read.format).toBe('html');
    expect(read.report.cells).toEqual(report.cells);
  });

  test.each(['xlsx', 'biff8', 'ods'] as const)('from a workbook: %s', async (bookType) => {
    const cells = TABLE_IDS.flatMap((id) =>
      formTable(id, '2021')
        .layout.rows.flat()
        .flatMap((cell) => cell.cell ?? []),
    );
    const bytes = workbookBytes({ 年报: officialSheet('2021', (index) => index) }, bookType);
    const read = await readOk(bytes);
    expect(read.report.reportYear).toBe(2023);
    expect(cells.map((id) => read.report.cells[id]?.value)).toEqual(cells.map((_, index) => index));
    expect(read.provenance['t3.granted/total']?.sheet).toBe('年报');
  });

  test('from JSON, with the note that its name promised something else', async () => {
    const json = JSON.stringify(toJsonReport({ format: 'docx', report, provenance: {}, notes: [] }));
    const read = await readOk(Buffer.from(json), '年报.docx');
    expect(read.report).toEqual(report);
    expect(read.notes.map((note) => note.code)).toEqual(['file.extension']);
  });
});

test('what the caller knows goes before what the file says', async () => {
  const result = await readReportFile(Buffer.from(writeHtml(sampleReport({ year: 2023 }))), {
    reportYear: 2022,
    organKind: 'township',
  });
  expect(result.ok && [result.value.report.reportYear, result.value.report.organKind]).toEqual([
    2022,
    'township',
  ]);
});

test.each(readdirSync(SEEDS).filter((name) => name.endsWith('.txt')))(
  '%s is read as flattened text',
  async (name) => {
    const read = await readOk(readFileSync(new URL(name, SEEDS)), name);
    expect(read.format).toBe('txt');
    expect(read.report.reportYear).toBe(Number(/\d{4}/.exec(name)?.[0]));
  },
);

describe('refusals are values with a code and Chinese words', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty-file: 文件是空的'],
    ['too much', new Uint8Array(LIMITS.fileBytes + 1), 'too-large: 文件超过 50 MB'],
    ['far too many paragraphs', Buffer.from('<p>甲</p>'.repeat(60_000)), 'too-large: 文件内容过多'],
    ['far too much text', Buffer.from(`<p>${'甲'.repeat(1_100_000)}</p>`), 'too-large: 文件内容过多'],
    ['rubbish', Buffer.from([1, 2, 0, 3]), 'unknown-format: 无法识别文件格式'],
    ['a cut .docx', makeZip([{ name: 'word/document.xml', data: 'x' }]).subarray(0, 40), 'damaged: '],
    ['broken JSON', Buffer.from('{"cells": '), 'damaged: JSON 语法有误'],
    ['an image', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), 'unsupported-format: 这是图片'],
  ])('%s', async (_, bytes, beginning) => {
    const found = await refusal(bytes);
    expect(found.startsWith(beginning), found).toBe(true);
  });
});
