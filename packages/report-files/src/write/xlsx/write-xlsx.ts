import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import { cellsHashWords } from '../../cells-hash.ts';
import { type DocumentSection, type ReportDocument, reportToDocument } from '../report-to-document.ts';
import { printedOnA4 } from './print-setup.ts';
import { withProperties } from './properties.ts';
import { PAGE_WIDTH, wrappedHeight } from './row-height.ts';
import { columnWidths, tableSheet } from './table-sheet.ts';

interface WorkSheet {
  readonly sheet: string;
  readonly data: SheetData;
  readonly columns: { readonly width: number }[];
}

type TextKind = 'mark' | 'title' | 'heading' | 'paragraph' | 'note' | 'signature';

const TEXT_STYLES: Readonly<Record<TextKind, Partial<CellObject> & { readonly fontSize: number }>> = {
  mark: { fontFamily: '黑体', fontSize: 10, textColor: '#C00000' },
  title: { fontFamily: '宋体', fontSize: 18, fontWeight: 'bold', align: 'center' },
  heading: { fontFamily: '黑体', fontSize: 14 },
  paragraph: { fontFamily: '仿宋', fontSize: 12 },
  note: { fontFamily: '仿宋', fontSize: 10 },
  signature: { fontFamily: '仿宋', fontSize: 12, align: 'right' },
};

/** A cell holds 32,767 characters at most; a longer paragraph goes on in the next row. */
const LONGEST_CELL = /[\s\S]{1,16000}/gu;

/** Always string cells: a paragraph that begins with "=" or "+" must not become a formula. */
function textRows(kind: TextKind, text: string): CellObject[][] {
  return (text.match(LONGEST_CELL) ?? []).map((piece) => [textCell(kind, piece)]);
}

function textCell(kind: TextKind, text: string): CellObject {
  const style = TEXT_STYLES[kind];
  const charactersPerLine = (PAGE_WIDTH * 11) / style.fontSize;
  return {
    ...style,
    value: text,
    type: String,
    wrap: true,
    alignVertical: 'top',
    height: wrappedHeight(text, charactersPerLine, style.fontSize),
  };
}

function sectionRows(section: DocumentSection): SheetData {
  return [
    ...(section.heading === null ? [] : textRows('heading', section.heading)),
    ...section.paragraphs.flatMap((text) => textRows('paragraph', text)),
    ...(section.table?.notes ?? []).flatMap((text) => textRows('note', text)),
    ...section.closing.flatMap((text) => textRows('note', text)),
  ];
}

/** Everything but the tables, one paragraph a row; notes to a table stand under the heading of its part. */
function textSheet(document: ReportDocument, mark: readonly string[]): WorkSheet {
  return {
    sheet: '正文',
    data: [
      ...mark.flatMap((text) => textRows('mark', text)),
      ...(document.title === null ? [] : textRows('title', document.title)),
      ...document.preamble.flatMap((text) => textRows('paragraph', text)),
      ...document.sections.flatMap(sectionRows),
      ...document.signature.flatMap((text) => textRows('signature', text)),
    ],
    columns: [{ width: PAGE_WIDTH }],
  };
}

const TABLE_SHEETS = { t2: '表二', t3: '表三', t4: '表四' } as const;

/** Who opens a table first sees by the name of its sheet that it is not the published one. */
const MARKED_SHEET = '（不是公布的文本）';

function tableSheets(document: ReportDocument, mark: readonly string[]): readonly WorkSheet[] {
  return document.sections.flatMap(({ table }) =>
    table === null
      ? []
      : {
          sheet: `${TABLE_SHEETS[table.table]}${mark.length > 0 ? MARKED_SHEET : ''}`,
          data: tableSheet(table),
          columns: columnWidths(table).map((width) => ({ width })),
        },
  );
}

/**
 * The report as a workbook: sheet 正文 with the text, then one sheet a table with the merged header of the form.
 * Figures are numbers, blanks are blank, and no text is ever taken for a formula.
 *
 * @param mark said above the text and on every printed page of a copy that is not the published report
 */
export async function writeXlsx(report: AnnualReport, mark: readonly string[] = []): Promise<Uint8Array> {
  const document = reportToDocument(report);
  const options = withProperties(printedOnA4(mark), {
    title: document.title ?? '',
    remark: cellsHashWords(report),
  });
  return writeExcelFile([textSheet(document, mark), ...tableSheets(document, mark)], options).toBuffer();
}
