import { PassThrough, Readable } from 'node:stream';
import { safeCell } from '@zhaoshi/report-files/write/xlsx/plain-cell';
import { ZipFile } from 'yazl';

/** A sheet of texts that is written while its rows come: memory holds a piece at a time, however many there are. */
export interface StreamedSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: AsyncIterable<readonly string[]>;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const escaped = (text: string): string =>
  text
    .toWellFormed()
    // Characters that XML 1.0 does not know.
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (character) => ('\n\t'.includes(character) ? character : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A cell holds 32,767 characters at most. */
const LONGEST = 32_000;

/** Always text, and marked as such where a program could take it for a formula. */
const cell = (text: string): string =>
  text === ''
    ? '<c/>'
    : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(safeCell(text.slice(0, LONGEST)))}</t></is></c>`;

const row = (cells: readonly string[]): string => `<row>${cells.map(cell).join('')}</row>`;

async function* sheetXml({ headings, rows }: StreamedSheet): AsyncGenerator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>${row(headings)}`;
  for await (const cells of rows) yield row(cells);
  yield '</sheetData></worksheet>';
}

const PARTS = ({ name }: StreamedSheet): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
});

/** The workbook as bytes that come while they are asked for; a fault in the rows breaks the stream off. */
export function streamSheet(sheet: StreamedSheet): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  // Zip knows no zone; a fixed moment keeps the same rows the same bytes.
  const options = { mtime: new Date(2020, 0, 1) };
  for (const [path, xml] of Object.entries(PARTS(sheet)))
    zip.addBuffer(Buffer.from(XML + xml), path, options);
  const content = Readable.from(sheetXml(sheet), { objectMode: true });
  const bytes = content.pipe(new PassThrough());
  content.once('error', (error) => out.destroy(error));
  out.once('close', () => content.destroy());
  zip.addReadStream(bytes, 'xl/worksheets/sheet1.xml', options);
  zip.end();
  zip.outputStream.pipe(out);
  return out;
}
