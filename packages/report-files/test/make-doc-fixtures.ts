import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { type CellId, type FormVersion, TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';
import { cell, formTableXml, makeDocx, paragraph, row, run, table } from './make-docx.ts';
import { sampleReport } from './sample-reports.ts';

/** Writes the documents of which `fixtures/*.doc` were made (see the README there); the folder is the argument. */
const folder = process.argv[2] ?? '.';
writeFileSync(join(folder, 'report-2019.docx'), formReport('2019'));
writeFileSync(join(folder, 'report-2021.docx'), formReport('2021'));
writeFileSync(join(folder, 'lists-and-changes.docx'), listsAndChanges());

function formReport(version: FormVersion): Uint8Array {
  const report = sampleReport({ year: version === '2019' ? 2019 : 2023 });
  const figure = (id: CellId) => report.cells[id]?.raw ?? '';
  const body = TABLE_IDS.map((id) => {
    const form = formTable(id, version);
    return paragraph(form.title) + formTableXml(form.layout, figure);
  });
  return makeDocx({
    body: paragraph(report.title ?? '') + body.join('') + paragraph('六、其他需要报告的事项'),
  });
}

function listsAndChanges(): Uint8Array {
  const level = (index: number, format: string, label: string) =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${label}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%2.%3.')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>${level(0, 'decimalEnclosedCircle', '%1')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>';
  const numbered = (text: string, list: number, level = 0) =>
    paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
  const change = 'w:author="某" w:date="2024-01-01T00:00:00Z"';
  const changed = `<w:p>${run('全年受理申请')}<w:del w:id="1" ${change}><w:r><w:delText>9</w:delText></w:r></w:del><w:ins w:id="2" ${change}>${run('12')}</w:ins>${run('件')}${run('（内部）', '<w:vanish/>')}${run('。')}</w:p>`;
  const field = `<w:p>${run('共')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "http://example.org/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('88')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('项\t完')}</w:p>`;
  const inner = table([row([cell(paragraph('内一')), cell(paragraph('内二'))])], [900, 900]);
  const outer = table(
    [
      row([
        cell(paragraph('外'), '<w:tcW w:w="3000" w:type="dxa"/><w:vMerge w:val="restart"/>'),
        cell(paragraph('前') + inner + paragraph('后'), '<w:tcW w:w="6000" w:type="dxa"/>'),
      ]),
      row([
        cell(paragraph(''), '<w:tcW w:w="3000" w:type="dxa"/><w:vMerge/>'),
        cell(numbered('受理', 2) + numbered('办理', 2), '<w:tcW w:w="6000" w:type="dxa"/>'),
      ]),
    ],
    [3000, 6000],
  );
  const body =
    numbered('总体情况', 1) +
    numbered('主动公开', 1, 1) +
    numbered('依申请公开', 1, 1) +
    numbered('细目', 1, 2) +
    numbered('主动公开政府信息情况', 1) +
    numbered('其他', 1, 1) +
    changed +
    field +
    outer +
    paragraph('末');
  return makeDocx({ body, numbering, core: '<dc:title>测试文档</dc:title><dc:creator>某人</dc:creator>' });
}
