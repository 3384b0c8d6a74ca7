import { copyMark } from '@zhaoshi/domain/annual-report/work/copy-mark';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { describe, expect, it } from 'vitest';
import { cellsHash } from '../src/cells-hash.ts';
import { readReportFile } from '../src/read/read-file.ts';
import { openZip } from '../src/read/zip.ts';
import { WRITE_FORMATS, writeReportFile } from '../src/write/write-file.ts';
import { sampleReport } from './sample-reports.ts';

const report = sampleReport();
const read = { format: 'json', report, provenance: {}, notes: [] } as const;
const mark = copyMark(
  { kind: 'inSignature', submission: 2 },
  { today: '2026-01-20' as CivilDate, cellsSha256: cellsHash(report) },
);

const words = (texts: readonly string[]): string => texts.join('').replaceAll(/\s/g, '');

describe('a copy that is not the published report', () => {
  it.each(WRITE_FORMATS)('as %s reads back as the report itself, without its mark', async (format) => {
    const marked = await readReportFile(await writeReportFile(read, format, mark), { name: `a.${format}` });
    const plain = await readReportFile(await writeReportFile(read, format), { name: `a.${format}` });
    if (!marked.ok || !plain.ok) throw new Error('it cannot be read');
    const [one, other] = [marked.value.report, plain.value.report];
    expect(one.cells).toEqual(other.cells);
    expect(one.title).toBe(other.title);
    expect(words(one.preamble)).toBe(words(other.preamble));
    expect(words(one.sections.s1?.paragraphs ?? [])).toBe(words(other.sections.s1?.paragraphs ?? []));
    expect(words(one.sections.s6?.paragraphs ?? [])).toBe(words(other.sections.s6?.paragraphs ?? []));
  });

  it('says so at the head of every page of Word, above the text of the page and of JSON', async () => {
    const docx = await openZip(await writeReportFile(read, 'docx', mark));
    const heads = docx.names.filter((name) => /^word\/header\d+\.xml$/.test(name));
    expect(heads).toHaveLength(2);
    for (const name of heads) {
      const text = new TextDecoder().decode(await docx.read(name));
      for (const line of mark) expect(text).toContain(line);
    }
    const html = new TextDecoder().decode(await writeReportFile(read, 'html', mark));
    expect(html.indexOf(mark[0] ?? '?')).toBeLessThan(html.indexOf('<h1>'));
    expect(html.indexOf(mark[0] ?? '?')).toBeGreaterThan(0);
    const json: unknown = JSON.parse(new TextDecoder().decode(await writeReportFile(read, 'json', mark)));
    expect(json).toMatchObject({ mark });
  });

  it('says so in every sheet of a workbook, on the screen and on paper', async () => {
    const xlsx = await openZip(await writeReportFile(read, 'xlsx', mark));
    const part = async (name: string): Promise<string> => new TextDecoder().decode(await xlsx.read(name));
    const sheets = xlsx.names.filter((name) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(4);
    for (const name of sheets) expect(await part(name)).toContain(`<oddHeader>&amp;C${mark[0]}`);
    const names = [...(await part('xl/workbook.xml')).matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual([
      '正文',
      '表二（不是公布的文本）',
      '表三（不是公布的文本）',
      '表四（不是公布的文本）',
    ]);
  });
});
