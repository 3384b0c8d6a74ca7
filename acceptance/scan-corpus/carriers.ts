import { Buffer } from 'node:buffer';
import type { ScanPiece, ScanPlace } from '@zhaoshi/domain/disclosure/scan/piece';
import { readScanPieces } from '@zhaoshi/report-files/read/scan-pieces/read-scan-pieces';
import { cell, makeDocx, paragraph, row, run, table } from '../../packages/report-files/test/make-docx.ts';
import { cellsOf, table as drawnTable, pdfOf, text } from '../../packages/report-files/test/make-pdf.ts';
import { makeZip } from '../../packages/report-files/test/make-zip.ts';
import type { SeededDocument } from './corpus.ts';

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A line as a paragraph of Word: what breaks the line breaks it there too. */
const wordParagraph = (line: string): string =>
  line.includes('\n')
    ? `<w:p>${line
        .split('\n')
        .map((part) => run(escaped(part)))
        .join('<w:r><w:br/></w:r>')}</w:p>`
    : paragraph(escaped(line));

function docxOf({ lines, table: rows }: SeededDocument): Uint8Array {
  const cells = rows.map((words) => row(words.map((word) => cell(wordParagraph(word)))));
  const body = lines.map(wordParagraph).join('');
  return makeDocx({ body: body + (cells.length === 0 ? '' : table(cells, rows[0]?.map(() => 2_000) ?? [])) });
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function xlsxOf({ table: rows }: SeededDocument): Uint8Array {
  const data = rows
    .map((words, index) => {
      const cells = words.map(
        (word) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(word)}</t></is></c>`,
      );
      return `<row r="${index + 1}"${index % 3 === 1 ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
    })
    .join('');
  return makeZip([
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`,
    },
  ]);
}

/** Zero-width characters have no place on paper. */
const printable = (words: string): string => words.replaceAll('\u200b', '');
const LINE = 20;

function pdfFileOf({ lines, table: rows }: SeededDocument): Uint8Array {
  const printed = lines.flatMap((line) => printable(line).split('\n'));
  const flow = printed.map((line, index) => text(40, 800 - index * LINE, 8, line)).join('');
  const cells = cellsOf(rows.map((words) => words.map(printable)));
  const heights = rows.map(() => 30);
  const widths = rows[0]?.map(() => 130) ?? [];
  const drawn = drawnTable({ left: 20, top: 780, widths, heights, cells, size: 6 });
  return pdfOf(rows.length === 0 ? [{ content: flow }] : [{ content: flow }, { content: drawn }]);
}

function htmlOf({ lines, table: rows }: SeededDocument): Uint8Array {
  const broken = (words: string): string => escaped(words).replaceAll('\n', '<br>');
  const cells = rows.map((words) => `<tr>${words.map((word) => `<td>${broken(word)}</td>`).join('')}</tr>`);
  return Buffer.from(
    `<html><body>${lines.map((line) => `<p><span>${broken(line)}</span></p>`).join('')}<table>${cells.join('')}</table></body></html>`,
  );
}

const piece = (words: string, place: ScanPlace): ScanPiece => ({ kind: 'text', text: words, place });

function ownPieces({ carrier, lines, table: rows }: SeededDocument): readonly ScanPiece[] {
  return [
    ...lines.map((line, index) =>
      piece(
        line,
        carrier === 'property'
          ? { kind: 'property', name: '备注' }
          : { kind: 'paragraph', number: index + 1 },
      ),
    ),
    ...rows.flatMap((words, index) =>
      words.map((word, column) =>
        piece(word, { kind: 'tableCell', table: 1, row: index + 1, column: column + 1 }),
      ),
    ),
  ];
}

const MOST_TRIES = 3;

/** The readers watch the clock: on a busy machine a small file may need a second try. */
async function read(bytes: Uint8Array, name: string, tries = 1): Promise<readonly ScanPiece[]> {
  const result = await readScanPieces(bytes, name);
  if (result.ok) return result.value;
  if (result.error.code === 'too-complex' && tries < MOST_TRIES) return read(bytes, name, tries + 1);
  throw new Error(result.error.message);
}

/** The pieces of a document: its own texts, or what the readers give for the file it is written into. */
export async function carriedPieces(document: SeededDocument): Promise<readonly ScanPiece[]> {
  switch (document.carrier) {
    case 'docx':
      return read(docxOf(document), '文件.docx');
    case 'xlsx':
      return read(xlsxOf(document), '表格.xlsx');
    case 'pdf':
      return read(pdfFileOf(document), '文件.pdf');
    case 'html':
      return read(htmlOf(document), '网页.html');
    case 'txt':
      return read(Buffer.from(document.lines.join('\n\n')), '文本.txt');
    default:
      return ownPieces(document);
  }
}
