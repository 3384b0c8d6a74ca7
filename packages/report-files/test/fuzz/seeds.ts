import { readdirSync, readFileSync } from 'node:fs';
import type { TableLayout } from '@zhaoshi/domain/annual-report/forms/form';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { type FormVersion, TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';
import { toJsonReport } from '../../src/json-report.ts';
import { docxEntries, formTableXml, paragraph } from '../make-docx.ts';
import { cellsOf, pdfOf, table, text } from '../make-pdf.ts';
import { makeZip, type ZipEntry } from '../make-zip.ts';
import { officialSheet, workbookBytes } from '../official-sheet.ts';
import { sampleReport } from '../sample-reports.ts';

const SEED_FOLDER = new URL('../../../../acceptance/fixtures/seeds/', import.meta.url);

const FIXTURES = new URL('../../fixtures/', import.meta.url);

/** A package of XML parts, kept open so that its parts can be changed before it is packed. */
export type Parts = readonly ZipEntry[];

const HEADINGS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
];

function htmlTable(layout: TableLayout, figure: () => number): string {
  const rows = layout.rows.map((cells) =>
    cells
      .map((cell) => `<td colspan="${cell.colSpan}" rowspan="${cell.rowSpan}">${cell.text ?? figure()}</td>`)
      .join(''),
  );
  return `<table border="1"><tr>${rows.join('</tr><tr>')}</tr></table>`;
}

function page(version: FormVersion): string {
  let index = 0;
  const tables = TABLE_IDS.map(
    (id, at) => `<p>${HEADINGS[at + 1]}</p>${htmlTable(formTable(id, version).layout, () => index++ % 10)}`,
  );
  return `<html><head><meta charset="utf-8"><title>年报</title></head><body><h1>示例镇2023年政府信息公开工作年度报告</h1><p>${HEADINGS[0]}</p><p>本年收到申请3件。</p>${tables.join('')}<p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项</p></body></html>`;
}

const NUMBERING =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';

function wordParts(tables: readonly TableLayout[]): Parts {
  const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const body = [
    ...HEADINGS.map((heading) => paragraph(heading, numbered)),
    ...tables.map((layout) => formTableXml(layout, () => '0')),
  ].join('');
  return docxEntries({ body, numbering: NUMBERING, core: '<dc:creator>某</dc:creator>' });
}

const XLSX_PARTS: Parts = [
  { name: '[Content_Types].xml', data: '<Types/>' },
  {
    name: 'xl/workbook.xml',
    data: '<workbook xmlns:r="r"><sheets><sheet name="表" r:id="1"/></sheets></workbook>',
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    data: '<Relationships><Relationship Id="1" Type="x/worksheet" Target="s.xml"/><Relationship Id="2" Type="x/sharedStrings" Target="t.xml"/><Relationship Id="3" Type="x/styles" Target="y.xml"/></Relationships>',
  },
  {
    name: 'xl/s.xml',
    data: '<worksheet><cols><col min="1" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2" hidden="1"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>70.8</v></c><c r="C2"><f>B2*2</f></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>总计</t></is></c><c r="B3"/></row></sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells></worksheet>',
  },
  {
    name: 'xl/t.xml',
    data: '<sst><si><t>三、收到和处理政府信息公开申请情况</t></si><si><r><t>规</t></r><r><t>章</t></r></si></sst>',
  },
  {
    name: 'xl/y.xml',
    data: '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
  },
];

/** A page of a few cells between ruled lines. */
function pdf(): Uint8Array {
  const rows = [
    ['信息内容', '本年制发件数', '本年废止件数'],
    ['规章', '0', '3'],
  ];
  const drawn = table({
    left: 60,
    top: 700,
    widths: [120, 120, 120],
    heights: [24, 24],
    cells: cellsOf(rows),
  });
  return pdfOf([{ content: `${text(60, 760, 12, '二、主动公开政府信息情况')}\n${drawn}` }]);
}

/** A seed of OLE2 with the streams that hold its content, which are changed apart from the container. */
export interface OleSeed {
  readonly bytes: Uint8Array;
  readonly streams: readonly string[];
}

function word(name: string): OleSeed {
  return { bytes: readFileSync(new URL(name, FIXTURES)), streams: ['/WordDocument', '/1Table'] };
}

const layouts = TABLE_IDS.map((id) => formTable(id, '2021').layout);

/** What the mutators start from; all made here or committed with the project. */
export const SEEDS = {
  texts: readdirSync(SEED_FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(name, SEED_FOLDER), 'utf8')),
  pages: [page('2019'), page('2021')],
  json: JSON.stringify(toJsonReport({ format: 'txt', report: sampleReport(), provenance: {}, notes: [] })),
  packages: [wordParts(layouts.slice(0, 1)), wordParts(layouts.slice(2)), XLSX_PARTS] satisfies Parts[],
  files: [
    makeZip(wordParts(layouts.slice(2))),
    makeZip(wordParts(layouts)),
    makeZip(XLSX_PARTS),
    workbookBytes({ 年报: officialSheet('2021', (index) => index) }, 'ods'),
  ] satisfies Uint8Array[],
  oles: [
    {
      bytes: workbookBytes({ 年报: officialSheet('2021', (index) => index) }, 'biff8'),
      streams: ['/Workbook'],
    },
    word('report-2021.doc'),
    word('lists-and-changes.doc'),
  ] satisfies OleSeed[],
  pdf: pdf(),
};
