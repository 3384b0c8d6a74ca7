import { Buffer } from 'node:buffer';
import { deflateRawSync } from 'node:zlib';
import { cell, documentXml, docxEntries, paragraph } from '../make-docx.ts';
import { makeZip, type ZipEntry } from '../make-zip.ts';

/** A .docx with this document part, stored so that a repetitive one is not refused for its ratio. */
function docxOf(document: string, more: readonly ZipEntry[] = []): Uint8Array {
  const entries = docxEntries({ body: '' }).map((entry) =>
    entry.name === 'word/document.xml' ? { name: entry.name, data: document, store: true } : entry,
  );
  return makeZip([...entries, ...more]);
}

const figure = (properties = ''): string => cell(paragraph('1'), properties);

function bomb(name: string, mebibytes: number, claimedSize?: number): Uint8Array {
  const data = Buffer.alloc(mebibytes * 1024 * 1024, 0x20);
  const entry: ZipEntry = { name, data, deflated: deflateRawSync(data, { level: 9 }) };
  return docxOf(documentXml(''), [claimedSize === undefined ? entry : { ...entry, claimedSize }]);
}

const nested = (open: string, close: string, times: number): string =>
  documentXml(open.repeat(times) + close.repeat(times));

const xlsxOf = (sheet: string): Uint8Array =>
  makeZip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      data: '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: '<Relationships><Relationship Id="1" Type="x/worksheet" Target="s.xml"/></Relationships>',
    },
    { name: 'xl/s.xml', data: sheet, store: true },
  ]);

const XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i} "&a${i - 1};&a${i - 1};">`).join('')}]>`;

/** Files made to take memory or time, by name; built only when asked for. */
export const HOSTILE: Readonly<Record<string, () => Uint8Array>> = {
  'docx bomb of 120 MB': () => bomb('word/document2.xml', 120),
  'docx bomb of 38 MB': () => bomb('word/document2.xml', 38),
  'docx bomb as its document': () =>
    makeZip([{ name: 'word/document.xml', data: Buffer.alloc(39 * 1024 * 1024, 0x20) }]),
  'docx that lies about a size': () => bomb('word/styles.xml', 39, 1_000),
  'docx that lies about its document': () =>
    makeZip([
      ...docxEntries({ body: '' }).slice(0, 2),
      { name: 'word/document.xml', data: ' '.repeat(39 * 1024 * 1024), claimedSize: 1_000 },
    ]),
  'docx with 100,000 nested sdt': () =>
    docxOf(nested('<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>', 50_000)),
  'docx with 5,000 nested tables': () =>
    docxOf(nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 5_000)),
  'docx with 160 nested tables': () => docxOf(nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 160)),
  'docx with 10,000 columns': () =>
    docxOf(documentXml(`<w:tbl><w:tr>${figure().repeat(10_000)}</w:tr></w:tbl>`)),
  'docx with wide spans': () =>
    docxOf(
      documentXml(
        `<w:tbl>${`<w:tr>${figure('<w:gridSpan w:val="100000000"/>')}</w:tr>`.repeat(500)}</w:tbl>`,
      ),
    ),
  'docx with 60,000 rows': () =>
    docxOf(documentXml(`<w:tbl>${`<w:tr>${figure()}</w:tr>`.repeat(60_000)}</w:tbl>`)),
  'docx with 200,000 paragraphs': () =>
    docxOf(documentXml('<w:p><w:r><w:t>三、1</w:t></w:r></w:p>'.repeat(200_000))),
  'docx of a million paragraphs': () =>
    docxOf(documentXml('<w:p><w:r><w:t>1</w:t></w:r></w:p>'.repeat(1_000_000))),
  'docx with one endless paragraph': () =>
    docxOf(documentXml(`<w:p><w:r><w:t>${'一、总体情况3件'.repeat(300_000)}</w:t></w:r></w:p>`)),
  'docx with an external entity': () => docxOf(XXE + documentXml('&e;')),
  'docx with a billion laughs': () => docxOf(LAUGHS + documentXml('&a29;')),
  'docx that leaves its archive': () => docxOf(documentXml(''), [{ name: '../../evil.txt', data: 'x' }]),
  'zip of 3,000 entries': () =>
    makeZip(Array.from({ length: 3_000 }, (_, index) => ({ name: `word/${index}.xml`, data: '' }))),
  'xlsx with an external entity': () => xlsxOf(`${XXE}<worksheet>&e;</worksheet>`),
  'xlsx with 10,000 columns': () =>
    xlsxOf(`<worksheet><sheetData><row>${'<c><v>1</v></c>'.repeat(10_000)}</row></sheetData></worksheet>`),
  'xlsx with a million cells': () =>
    xlsxOf(
      `<worksheet><sheetData>${`<row>${'<c/>'.repeat(1_000)}</row>`.repeat(1_000)}</sheetData></worksheet>`,
    ),
  'xlsx of a million shared strings': () =>
    xlsxOf(`<worksheet>${'<si><t>1</t></si>'.repeat(1_000_000)}</worksheet>`),
  'xlsx of a million rows': () =>
    xlsxOf(`<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(1_000_000)}</sheetData></worksheet>`),
  'xlsx merged as a whole': () =>
    xlsxOf(
      '<worksheet><sheetData><row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
    ),
  'xlsx bomb': () => xlsxOf(`<worksheet>${' '.repeat(39 * 1024 * 1024)}</worksheet>`),
  'html with 10,000 columns': () => Buffer.from(`<table><tr>${'<td>1'.repeat(10_000)}</table>`),
  'html with wide spans': () =>
    Buffer.from(`<table>${'<tr><td colspan=1000 rowspan=65534>1'.repeat(50_000)}`),
  'html nested 300,000 deep': () => Buffer.from('<div>'.repeat(300_000)),
  'html with 20,000 nested tables': () => Buffer.from('<table><tr><td>1'.repeat(20_000)),
  'html with rebuilt formatting': () =>
    Buffer.from(Array.from({ length: 60_000 }, (_, i) => `<b id=${i}><p>`).join('')),
  'html of 400,000 paragraphs': () => Buffer.from('<p>三、本年1'.repeat(400_000)),
  'html of one endless cell': () => Buffer.from(`<table><tr><td>1<td>${'1 '.repeat(1_500_000)}`),
  'html of many attributes': () =>
    Buffer.from(`<p ${Array.from({ length: 300_000 }, (_, i) => `a${i}`).join(' ')}>`),
  'text of one endless line': () => Buffer.from('总计0'.repeat(1_000_000)),
  'text of digits': () => Buffer.from('0'.repeat(3_000_000)),
  'text of blanks': () => Buffer.from(`一${' '.repeat(3_000_000)}二`),
  'text of 500,000 rows': () => Buffer.from('1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0\n'.repeat(200_000)),
  'text of headings': () => Buffer.from('三、收到和处理政府信息公开申请情况\n'.repeat(100_000)),
  'text of open brackets': () => Buffer.from('（'.repeat(500_000)),
  'text of table rows that never end': () =>
    Buffer.from(
      `三、收到和处理政府信息公开申请情况\n${'（三）不予公开\n1.属于国家秘密\n0\n0\n0\n'.repeat(9_000)}`,
    ),
  'text of glued digits': () =>
    Buffer.from(
      `三、收到和处理政府信息公开申请情况\n${'一、本年新收政府信息公开申请数量1513000015411122233344455566677788899900012345678901234567890\n（一）予以公开10101010101010101010101010101\n'.repeat(3_000)}`,
    ),
  'html of 1,000 tables three': () =>
    Buffer.from(
      `<p>三、收到和处理政府信息公开申请情况${'<table><tr><td>一、本年新收政府信息公开申请数量<td>1<td>2<td>3<td>4<td>5<td>6<td>21<tr><td>（一）予以公开<td>1513000015<tr><td>总计<td>1</table>'.repeat(5_000)}`,
    ),
  'html of headings and sentences': () =>
    Buffer.from(
      '<p>一、总体情况<p>本年收到申请3件，其中自然人2件、商业企业1件，比上年增长50%。'.repeat(20_000),
    ),
  'text of line ends': () => Buffer.from('\n'.repeat(5_000_000)),
  'json nested 1,000,000 deep': () => Buffer.from('['.repeat(1_000_000)),
  'json with a prototype': () =>
    Buffer.from('{"cells":{"__proto__":{"value":1}},"sections":{"constructor":1}}'),
  'json of many cells': () =>
    Buffer.from(
      `{"cells":{${Array.from({ length: 200_000 }, (_, i) => `"t3.x/${i}":{"value":1,"raw":"1","state":"value"}`).join(',')}}}`,
    ),
  'pdf of references in a circle': () =>
    Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>',
    ),
  'pdf that claims 10⁹ pages': () =>
    Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 1000000000>>endobj\ntrailer<</Root 1 0 R>>',
    ),
  'ole of zero sectors': () =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4 * 1024 * 1024)]),
  'ole that points at itself': () =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(22),
      Buffer.from([9, 0, 6, 0]),
      Buffer.alloc(30_000, 1),
    ]),
  'zero bytes': () => Buffer.alloc(10 * 1024 * 1024),
  'more than may be read': () => Buffer.alloc(50 * 1024 * 1024 + 1, 0x20),
};
