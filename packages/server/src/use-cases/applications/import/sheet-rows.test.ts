import { performance } from 'node:perf_hooks';
import { SHEET_COLUMN_IDS, SHEET_COLUMNS } from '@zhaoshi/domain/application/register-sheet/columns';
import { afterAll, describe, expect, it } from 'vitest';
import { makeZip } from '../../../../../report-files/test/make-zip.ts';
import { READERS } from '../../files/file-readers.ts';
import { readSheetRows } from './sheet-rows.ts';

afterAll(() => READERS.close());

const TITLES = SHEET_COLUMN_IDS.map((id) => SHEET_COLUMNS[id].title);

const rowXml = (texts: readonly string[], row: number): string => {
  const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  return `<row r="${row}">${cells.join('')}</row>`;
};

/** A register with the right headings and so many rows of a few bytes each. */
function register(rows: number): Uint8Array {
  const xml = [TITLES, ...Array.from({ length: rows }, () => TITLES.map(() => '甲'))].map((texts, index) =>
    rowXml(texts, index + 1),
  );
  return makeZip([
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: 'xl/workbook.xml',
      data: '<workbook xmlns:r="urn:r"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: '<Relationships><Relationship Id="r1" Type="urn:x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet><sheetData>${xml.join('')}</sheetData></worksheet>`,
      store: true,
    },
  ]);
}

describe('an old register that somebody uploads', () => {
  it('is read by its headings', async () => {
    const read = await readSheetRows(register(2));
    expect(read.ok && read.value.rows.map(({ number }) => number)).toEqual([2, 3]);
  });

  it('that is made to keep the reader busy is refused, and the server goes on meanwhile', async () => {
    const bomb = register(15_000);
    const before = performance.eventLoopUtilization();
    const read = await readSheetRows(bomb);
    const { utilization } = performance.eventLoopUtilization(before);
    expect(read).toMatchObject({ ok: false, error: { detail: expect.stringContaining('表格内容过多') } });
    // One that reads in its own turn has no turn left.
    expect(utilization).toBeLessThan(0.9);
  });

  it('is read in a process of its own: ended in the middle, the file counts as too much', async () => {
    // Long work: no answer can be under way when the process is ended.
    const reading = readSheetRows(register(4900));
    await new Promise((resolve) => setImmediate(resolve));
    READERS.close();
    expect(await reading).toMatchObject({ ok: false });
    expect((await readSheetRows(register(1))).ok).toBe(true);
  });
});
