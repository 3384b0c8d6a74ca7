import type { ByteView } from '../byte-view.ts';
import { eachSprm, SPRM } from './sprm.ts';
import { type MutableTableRow, readTableRow } from './table-row.ts';

/** What a paragraph's formatting says about its place in tables and lists. */
export interface ParagraphFormat {
  style: number;
  /** List by its place among the list instances, from 1; 0 for none. */
  list: number | undefined;
  level: number | undefined;
  inTable: boolean;
  /** Its mark ends a table row. */
  rowEnd: boolean;
  /** How many tables it stands in, when the file says so. */
  depth: number;
  innerCell: boolean;
  innerRowEnd: boolean;
  row: MutableTableRow | undefined;
}

export function newParagraphFormat(style: number): ParagraphFormat {
  return {
    style,
    list: undefined,
    level: undefined,
    inTable: false,
    rowEnd: false,
    depth: 0,
    innerCell: false,
    innerRowEnd: false,
    row: undefined,
  };
}

/**
 * Applies modifiers to a paragraph.
 *
 * @param data the Data stream, where lists of modifiers that are too long for their page lie
 */
export function applySprms(format: ParagraphFormat, sprms: ByteView, data: ByteView | undefined): void {
  eachSprm(sprms, (sprm, operand) => {
    switch (sprm) {
      case SPRM.paragraphHuge:
      case SPRM.paragraphHugeOld:
      case SPRM.paragraphTable: {
        // A list in the Data stream cannot send on to another one, so circles cannot arise.
        const place = operand.u32(0);
        if (data !== undefined) applySprms(format, data.part(place + 2, data.u16(place)), undefined);
        break;
      }
      case SPRM.paragraphLevel:
        format.level = operand.u8(0);
        break;
      case SPRM.paragraphList:
        format.list = operand.u16(0);
        break;
      case SPRM.paragraphInTable:
        format.inTable = operand.u8(0) !== 0;
        break;
      case SPRM.paragraphRowEnd:
        format.rowEnd = operand.u8(0) !== 0;
        break;
      case SPRM.paragraphDepth:
        format.depth = operand.i32(0);
        break;
      case SPRM.paragraphDepthChange:
        format.depth += operand.i32(0);
        break;
      case SPRM.paragraphInnerCell:
        format.innerCell = operand.u8(0) !== 0;
        break;
      case SPRM.paragraphInnerRowEnd:
        format.innerRowEnd = operand.u8(0) !== 0;
        break;
      default:
        format.row = readTableRow(format.row, sprm, operand);
    }
  });
}
