import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { sampleReport, troubledReport } from '../../../test/sample-reports.ts';
import { writeHtml } from './write-html.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

function elements(node: Node): Element[] {
  const inner = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  return 'tagName' in node ? [node, ...inner] : inner;
}

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

function page(report = troubledReport()) {
  const errors: string[] = [];
  const all = elements(parse(writeHtml(report), { onParseError: ({ code }) => errors.push(code) }));
  return { all, errors, tags: (name: string) => all.filter((element) => element.tagName === name) };
}

describe('writeHtml', () => {
  it.each([2019, 2023])('is well-formed HTML in Chinese with one heading of each part: %i', (year) => {
    const { errors, tags } = page(troubledReport({ year }));
    expect(errors).toEqual([]);
    expect(attribute(tags('html')[0]!, 'lang')).toBe('zh-CN');
    expect(tags('h1').map(textOf)).toEqual([`昭和县人民政府办公室${year}年政府信息公开工作年度报告`]);
    expect(tags('h2')).toHaveLength(6);
    expect(tags('caption').map(textOf)).toEqual([
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
    ]);
    expect(tags('script')).toEqual([]);
  });

  it('gives a table a caption of its own where text stands between it and the heading', () => {
    const report = sampleReport();
    const { tags } = page({
      ...report,
      sections: { ...report.sections, s2: { heading: '二、主动公开', paragraphs: ['有关数据如下：'] } },
    });
    expect(textOf(tags('caption')[0]!)).toBe('主动公开政府信息情况');
    expect(textOf(tags('h2')[1]!)).toBe('二、主动公开');
  });

  it.each([
    ['30号', 2023, [10, 175, 15]],
    ['60号', 2020, [22, 161, 15]],
  ])('tells every figure its headers: form of %s', (_, year, counts) => {
    const { tags, all } = page(sampleReport({ year }));
    const names = new Map(tags('th').map((th) => [attribute(th, 'id'), textOf(th)]));
    expect(names.size).toBe(tags('th').length);
    const figures = tags('table').map((table) =>
      elements(table).filter((cell) => cell.tagName === 'td' && attribute(cell, 'headers') !== undefined),
    );
    expect(figures.map((cells) => cells.length)).toEqual(counts);
    for (const cell of figures.flat()) {
      const ids = attribute(cell, 'headers')?.split(' ') ?? [];
      expect(ids.length).toBeGreaterThan(1);
      expect(ids.every((id) => names.has(id))).toBe(true);
    }
    expect(all.filter((element) => attribute(element, 'id') !== undefined).length).toBe(names.size + 6);
  });

  it('names the headers of a figure from the outermost to the row', () => {
    const { tags } = page(sampleReport());
    const names = new Map(tags('th').map((th) => [attribute(th, 'id'), textOf(th)]));
    const headers = (table: number, figure: number): string[] =>
      (
        attribute(
          elements(tags('table')[table]!).filter((cell) => attribute(cell, 'headers') !== undefined)[figure]!,
          'headers',
        ) ?? ''
      )
        .split(' ')
        .map((id) => names.get(id) ?? '');
    expect(headers(0, 6)).toEqual(['第二十条第（五）项', '本年处理决定数量', '行政许可']);
    expect(headers(1, 4 * 7 + 2)).toEqual([
      '申请人情况',
      '法人或其他组织',
      '科研机构',
      '三、本年度办理结果',
      '（三）不予公开',
      '1.属于国家秘密',
    ]);
    expect(headers(2, 12)).toEqual(['行政诉讼', '复议后起诉', '其他结果']);
  });

  it('gives each column a width by class, together never more than the whole', () => {
    for (const table of page().tags('table')) {
      const widths = elements(table)
        .filter(({ tagName }) => tagName === 'col')
        .map((column) => Number(/^w(\d+)$/.exec(attribute(column, 'class') ?? '')?.[1]));
      const sum = widths.reduce((total, width) => total + width, 0);
      expect(sum).toBeLessThanOrEqual(100);
      expect(sum).toBeGreaterThan(85);
    }
  });

  it('escapes everything that comes from the report', () => {
    const report = sampleReport();
    const evil = `"><img src=x onerror=alert(1)>'&amp;<script>alert(2)</script>`;
    const { tags, errors } = page({
      ...report,
      title: evil,
      preamble: [evil],
      sections: { s1: { heading: evil, paragraphs: [evil] }, s2: { heading: '二', paragraphs: [] } },
      signature: { organ: evil, date: null, raw: evil },
      cells: { 't2.fees/amountWan': { state: 'text', value: null, raw: evil, footnote: evil } },
    });
    expect(errors).toEqual([]);
    expect(tags('script')).toEqual([]);
    expect(tags('img')).toEqual([]);
    expect(textOf(tags('h1')[0]!)).toBe(evil);
    expect(tags('td').map(textOf)).toContain(evil);
  });

  it('loads nothing from outside', () => {
    expect(writeHtml(troubledReport())).not.toMatch(/https?:|url\(|@import|\son\w+=/);
  });
});
