import { describe, expect, it } from 'vitest';
import { sampleReport, troubledReport } from '../../../test/sample-reports.ts';
import { parseXml } from '../../read/xml.ts';
import { openZip } from '../../read/zip.ts';
import { writeDocx } from './write-docx.ts';

async function parts(report = troubledReport()) {
  const zip = await openZip(await writeDocx(report));
  const part = async (name: string): Promise<string> => new TextDecoder().decode(await zip.read(name));
  const document = await part('word/document.xml');
  return { names: zip.names, part, document, tables: document.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [] };
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

describe('writeDocx', () => {
  it('is a package whose every part is well-formed XML', async () => {
    const { names, part } = await parts();
    expect(names).toContain('word/document.xml');
    for (const name of names.filter((name) => /\.(xml|rels)$/.test(name))) {
      const bytes = new TextEncoder().encode(await part(name));
      expect(() => parseXml(bytes, { open: () => {}, close: () => {}, text: () => {} })).not.toThrow();
    }
  });

  it('follows the official page and type: A4, margins, fonts, 28.95 pt', async () => {
    const { document, part } = await parts();
    const page = document.slice(document.indexOf('<w:sectPr'));
    for (const part of ['w:w="11906"', 'w:h="16838"', 'w:top="2097"', 'w:right="1474"', 'w:bottom="1984"']) {
      expect(page).toContain(part);
    }
    const styles = await part('word/styles.xml');
    expect(styles).toContain('w:eastAsia="方正小标宋简体"');
    expect(styles).toContain('w:eastAsia="仿宋_GB2312"');
    expect(styles).toContain('w:eastAsia="黑体"');
    expect(styles).toMatch(/w:line="579"[^>]*w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="579"/);
    const fonts = await part('word/fontTable.xml');
    expect(fonts).toContain(
      '<w:font w:name="仿宋_GB2312"><w:altName w:val="FangSong_GB2312,仿宋,FangSong"/>',
    );
    const settings = await part('word/settings.xml');
    expect(settings).toContain('<w:evenAndOddHeaders/>');
  });

  it.each([
    [2023, 28, 4],
    [2020, 26, 4],
  ])('merges table three as the form does and repeats its header: %i', async (year, rows, t4rows) => {
    const { tables } = await parts(sampleReport({ year }));
    expect(tables).toHaveLength(3);
    const [, three = '', four = ''] = tables;
    expect(count(three, /<w:tr>/g)).toBe(rows);
    expect(count(three, /<w:tblHeader\/>/g)).toBe(3);
    expect(count(three, /<w:cantSplit\/>/g)).toBe(rows);
    expect(count(three, /<w:gridCol /g)).toBe(10);
    expect(three).toMatch(/<w:gridSpan w:val="3"\/>.*?勾稽关系/s);
    // The corner, 自然人, 总计, 三、, and the groups: each goes on in the rows below.
    expect(count(three, /<w:vMerge w:val="restart"\/>/g)).toBe(year === 2023 ? 8 : 7);
    expect(count(four, /<w:tr>/g)).toBe(t4rows);
    expect(count(four, /<w:gridCol /g)).toBe(15);
  });

  it('keeps nobody in its properties', async () => {
    const { names, part } = await parts();
    const core = await part('docProps/core.xml');
    expect(core).toContain('<dc:title>昭和县人民政府办公室2023年政府信息公开工作年度报告</dc:title>');
    expect(core).toContain('2024-01-20T00:00:00Z');
    expect(core).toContain('<dc:description>表格数据校验值（SHA-256）：');
    expect(core).not.toMatch(/creator|lastModifiedBy/);
    expect(names).not.toContain('docProps/thumbnail.jpeg');
    expect(await part('docProps/app.xml')).not.toMatch(/<Company>|<Manager>/);
  });

  it('keeps signs of markup as text', async () => {
    const text = '<w:p>&amp; "引号" </w:t>';
    const { document, part } = await parts({ ...sampleReport(), title: text, preamble: [text] });
    expect(document).toContain('&lt;w:p&gt;&amp;amp; ');
    expect(await part('docProps/core.xml')).toContain('<dc:title>&lt;w:p&gt;&amp;amp; ');
  });

  it('writes a report that holds nothing', async () => {
    const { document } = await parts({
      ...sampleReport(),
      title: null,
      preamble: [],
      sections: {},
      tableForms: {},
      cells: {},
      signature: null,
    });
    expect(document).toContain('<w:sectPr');
  });
});
