import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { sampleReport, troubledReport } from '../../../test/sample-reports.ts';
import { cellsHash } from '../../cells-hash.ts';
import { createPdfWriter, writePdf } from './write-pdf.ts';

const writer = createPdfWriter();

async function open(bytes: Uint8Array) {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await loading.promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push({
      text: items.map((item) => ('str' in item ? item.str : '')).join(''),
      tags: JSON.stringify(await page.getStructTree()),
      height: Math.min(...items.flatMap((item) => ('str' in item && item.str ? [item.transform[5]] : []))),
    });
  }
  const { info } = await document.getMetadata();
  const markInfo = await document.getMarkInfo();
  await loading.destroy();
  return {
    pages,
    info: new Map(Object.entries(info)),
    markInfo,
    text: pages.map((page) => page.text).join(''),
  };
}

describe('writePdf', () => {
  it('holds title, parts, figures and signature as selectable text on A4', async () => {
    const { text, info, pages } = await open(await writePdf(troubledReport()));
    expect(info.get('Title')).toBe('昭和县人民政府办公室2023年政府信息公开工作年度报告');
    expect(info.get('Subject')).toBe(`表格数据校验值（SHA-256）：${cellsHash(troubledReport())}`);
    expect(info.get('Author')).toBeUndefined();
    expect(text).toContain('昭和县人民政府办公室2023年政府信息公开工作年度报告根据《');
    for (const part of ['一、总体情况', '六、其他需要报告的事项', '16.877万元', '2024年1月20日', '— 1 —']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('注：行政规范性文件“本年制发件数”：其中修订16件。');
    expect(pages.length).toBeLessThanOrEqual(5);
  });

  it('is tagged with headings, tables and header cells', async () => {
    const { pages, markInfo } = await open(await writer.write(sampleReport()));
    const tags = pages.map((page) => page.tags).join('');
    expect(markInfo).toEqual(
      new Map([
        ['Marked', true],
        ['UserProperties', false],
        ['Suspects', false],
      ]),
    );
    expect(tags.match(/"role":"Table"/g)).toHaveLength(3);
    expect(tags.match(/"role":"H1"/g)).toHaveLength(6);
    expect(tags.match(/"role":"TH"/g)?.length).toBeGreaterThan(40);
  });

  it.each([2019, 2023])('keeps table three whole on one page: %i', async (year) => {
    const { pages } = await open(await writer.write(sampleReport({ year })));
    const page = pages.find(({ text }) => text.includes('本年新收政府信息公开申请数量'));
    expect(page?.text).toContain('结转下年度继续办理');
  });

  it('cuts nothing off when a table is longer than a page', async () => {
    const report = sampleReport();
    const cells = Object.keys(report.cells)
      .filter((id) => id.startsWith('t3.'))
      .map((id, index) => [
        id,
        { state: 'text', value: null, raw: `详见说明${'甲乙丙丁'.repeat(6)}${index}` },
      ]);
    const { text, pages } = await open(
      await writer.write({ ...report, cells: { ...report.cells, ...Object.fromEntries(cells) } }),
    );
    expect(text.match(/详见/g)).toHaveLength(175);
    for (const page of pages) expect(page.height).toBeGreaterThan(40);
  });

  it('gives the same bytes for the same report, whatever was written before', async () => {
    const report = troubledReport();
    const first = await createPdfWriter().write(report);
    await writer.write(sampleReport({ seed: 9, year: 2020 }));
    expect(Buffer.from(await writer.write(report)).equals(first)).toBe(true);
    expect(Buffer.from(await writer.write(sampleReport({ seed: 2 }))).equals(first)).toBe(false);
  });

  it('stays below 1 MB', async () => {
    expect((await writer.write(troubledReport())).length).toBeLessThan(1_000_000);
  });

  it('writes what the typesetter would take for markup as plain text', async () => {
    const paragraph =
      '#set page(width: 1cm) *粗* _斜_ $x^2$ @ref `code` \\ // 注释 = 标题 <a> "引号" #panic("x")';
    const { text } = await open(await writer.write({ ...sampleReport(), preamble: [paragraph] }));
    expect(text.replaceAll(' ', '')).toContain(paragraph.replaceAll(' ', ''));
  });

  it('still writes a report with characters that no font can show, and one with hardly anything', async () => {
    const report = sampleReport();
    const { text } = await open(
      await writer.write({ ...report, preamble: ['联系人：\u{2CEB0}\u{10FFFD}同志'] }),
    );
    expect(text).toContain('同志');
    const bare = await writer.write({
      ...report,
      title: null,
      preamble: [],
      sections: {},
      signature: null,
      tableForms: {},
      cells: {},
    });
    expect(Buffer.from(bare).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
