import type { ScanPiece, ScanPlace, TextPiece } from '@zhaoshi/domain/disclosure/scan/piece';
import type { Deadline } from '../deadline.ts';
import { atDoor } from '../door.ts';
import { isOle } from '../sniff-ole.ts';
import { readWorkbook } from '../xlsx/read-xlsx.ts';
import type { Sheet } from '../xlsx/sheet.ts';
import { openZip, type SafeZip } from '../zip.ts';
import { presencePiece, presencePieces, propertyPieces, textPiece, textPieces } from './make-pieces.ts';
import { elementTexts, outwardPieces, packagePieces } from './package-parts.ts';

function sheetPieces(sheet: Sheet): readonly ScanPiece[] {
  const place: ScanPlace = { kind: 'file', sheet: sheet.name };
  const cells = sheet.cells.flatMap((cell): readonly TextPiece[] => {
    const own: ScanPlace = {
      kind: 'sheetCell',
      sheet: sheet.name,
      row: cell.row + 1,
      column: cell.column + 1,
      ...(sheet.hidden || cell.hidden === true ? { hidden: true } : {}),
    };
    return [...textPieces(cell.text, own), ...textPieces(cell.stored ?? '', own)];
  });
  return [
    textPiece(sheet.name, { kind: 'sheetName', sheet: sheet.name }),
    ...cells,
    ...(sheet.hidden ? [presencePiece('hiddenSheet', 1, place)] : []),
    ...(sheet.hiddenRows > 0 ? [presencePiece('hiddenRow', sheet.hiddenRows, place)] : []),
    ...(sheet.hiddenColumns > 0 ? [presencePiece('hiddenColumn', sheet.hiddenColumns, place)] : []),
  ];
}

const COMMENTS = /^xl\/(?:comments|threadedcomments\/|comments\/)[^/]*\.xml$/i;
const COMMENT_TEXTS = new Set(['comment', 'threadedComment']);
const PIVOT_CACHE = /^xl\/pivotcache\/[^/]+\.xml$/i;
const PRINTED = new Set(['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter']);

/** What an Excel package says outside its cells: comments, names, printed headers, copies of data in pivot tables. */
async function besideCells(zip: SafeZip, deadline: Deadline): Promise<readonly ScanPiece[]> {
  const pieces: ScanPiece[] = [];
  let comments = 0;
  for (const part of zip.names) {
    if (COMMENTS.test(part)) {
      const found = await elementTexts(zip, part, { kind: 'comment', number: comments + 1 }, deadline, {
        elements: COMMENT_TEXTS,
      });
      comments += found.length;
      pieces.push(...found);
    } else if (PIVOT_CACHE.test(part)) {
      const place: ScanPlace = { kind: 'hiddenText', name: '数据透视表缓存' };
      pieces.push(...(await elementTexts(zip, part, place, deadline, { attribute: 'v' })));
    } else if (/^xl\/worksheets\/[^/]+\.xml$/i.test(part)) {
      pieces.push(...(await elementTexts(zip, part, { kind: 'header' }, deadline, { elements: PRINTED })));
      pieces.push(...(await outwardPieces(zip, part, deadline, new Map())));
    } else if (/^xl\/workbook\.xml$/i.test(part)) {
      const place: ScanPlace = { kind: 'definedName' };
      const wanted = { elements: new Set(['definedName']) };
      pieces.push(...(await elementTexts(zip, part, place, deadline, wanted)));
      pieces.push(...(await elementTexts(zip, part, place, deadline, { ...wanted, attribute: 'name' })));
    }
  }
  return [...pieces, ...presencePieces('comment', comments), ...(await packagePieces(zip, deadline))];
}

/**
 * All texts of a workbook: every sheet, hidden ones, rows and columns included and marked so, comments, defined
 * names, printed headers, properties. Old formats (.xls, .et) and .ods give sheets and properties.
 *
 * @throws ReadFailure
 */
export function xlsxPieces(bytes: Uint8Array, deadline: Deadline): Promise<readonly ScanPiece[]> {
  return atDoor('电子表格', async () => {
    const { sheets, properties } = await readWorkbook(bytes, deadline);
    const cells = sheets.flatMap(sheetPieces);
    if (isOle(bytes)) return [...cells, ...propertyPieces(properties)];
    const zip = await openZip(bytes);
    return zip.has('xl/workbook.xml')
      ? [...cells, ...(await besideCells(zip, deadline))]
      : [...cells, ...propertyPieces(properties), ...presencePieces('picture', picturesOf(zip))];
  });
}

const picturesOf = (zip: SafeZip): number => zip.names.filter((name) => /^pictures\//i.test(name)).length;
