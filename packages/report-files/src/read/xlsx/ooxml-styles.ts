import type { Deadline } from '../deadline.ts';
import { localName, parsePart } from './xml-part.ts';

/** For each cell style, its number format: a code, or the number of a built-in one. */
export type CellStyles = readonly (string | number)[];

export const NO_STYLES: CellStyles = [];

/** Number formats of a workbook's styles part. */
export function readStyles(bytes: Uint8Array, deadline: Deadline): CellStyles {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let inCellFormats = false;
  parsePart(bytes, deadline, {
    open(tag, attributes) {
      const name = localName(tag);
      if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'xf' && inCellFormats) styles.push(Number(attributes['numFmtId'] ?? 0));
    },
    close(tag) {
      if (localName(tag) === 'cellXfs') inCellFormats = false;
    },
  });
  return styles.map((id) => codes.get(id) ?? id);
}
