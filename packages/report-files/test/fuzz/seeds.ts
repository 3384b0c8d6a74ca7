import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import type { TableLayout } from '@zhaoshi/domain/annual-report/forms/form';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { type FormVersion, TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';
import { toJsonReport } from '../../src/json-report.ts';
import { makeZip, type ZipEntry } from '../make-zip.ts';
import { officialSheet, workbookBytes } from '../official-sheet.ts';
import { sampleReport } from '../sample-reports.ts';
import { documentXml, docxEntries, docxOf } from './hostile.ts';

const SEED_FOLDER = new URL('../../../../acceptance/fixtures/seeds/', import.meta.url);

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

function wordTable(layout: TableLayout, figure: () => number): string {
  const rows = layout.rows.map((cells) =>
    cells
      .map(
        (cell) =>
          `<w:tc><w:tcPr><w:gridSpan w:val="${cell.colSpan}"/>${cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ''}</w:tcPr><w:p><w:r><w:t>${cell.text ?? figure()}</w:t></w:r></w:p></w:tc>`,
      )
      .join(''),
  );
  return `<w:tbl><w:tr>${rows.join('</w:tr><w:tr>')}</w:tr></w:tbl>`;
}

function wordDocument(tables: readonly TableLayout[]): string {
  const paragraph = (text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  return documentXml(
    HEADINGS.map(paragraph).join('') + tables.map((layout) => wordTable(layout, () => 0)).join(''),
  );
}

const NUMBERING: ZipEntry = {
  name: 'word/numbering.xml',
  data: '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
};

function docxParts(tables: readonly TableLayout[]): Parts {
  const relations: ZipEntry = {
    name: 'word/_rels/document.xml.rels',
    data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>',
  };
  return [...docxEntries(wordDocument(tables)), NUMBERING, relations];
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

/** A page of figures between ruled lines, with a font that needs no embedding. */
function pdf(): Uint8Array {
  const lines = [100, 150, 200, 250].flatMap((x) => `${x} 600 m ${x} 700 l S`);
  const rules = [600, 650, 700].map((y) => `100 ${y} m 250 ${y} l S`);
  const texts = [110, 160, 210].flatMap((x) =>
    [610, 660].map((y) => `BT /F1 10 Tf ${x} ${y} Td (${x}) Tj ET`),
  );
  const content = [...lines, ...rules, ...texts].join('\n');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj${object}endobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size 6>>\n%%EOF`, 'latin1');
}

const layouts = TABLE_IDS.map((id) => formTable(id, '2021').layout);

/** What the mutators start from; all made here or committed with the project. */
export const SEEDS = {
  texts: readdirSync(SEED_FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(name, SEED_FOLDER), 'utf8')),
  pages: [page('2019'), page('2021')],
  json: JSON.stringify(toJsonReport({ format: 'txt', report: sampleReport(), provenance: {}, notes: [] })),
  packages: [docxParts(layouts.slice(0, 1)), docxParts(layouts.slice(2)), XLSX_PARTS] satisfies Parts[],
  files: [
    makeZip(docxParts(layouts.slice(2))),
    docxOf(wordDocument(layouts)),
    makeZip(XLSX_PARTS),
    workbookBytes({ 年报: officialSheet('2021', (index) => index) }, 'ods'),
  ] satisfies Uint8Array[],
  xls: workbookBytes({ 年报: officialSheet('2021', (index) => index) }, 'biff8'),
  pdf: pdf(),
};
