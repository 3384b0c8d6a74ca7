import { type ByteView, damaged } from '../byte-view.ts';

/** Property modifiers ("sprms") that decide which text is on the page and how tables are built. */
export const SPRM = {
  paragraphLevel: 0x260a,
  paragraphList: 0x460b,
  paragraphInTable: 0x2416,
  paragraphRowEnd: 0x2417,
  paragraphDepth: 0x6649,
  paragraphDepthChange: 0x664a,
  paragraphInnerCell: 0x244b,
  paragraphInnerRowEnd: 0x244c,
  paragraphHuge: 0x6646,
  paragraphHugeOld: 0x6645,
  paragraphTable: 0x646b,
  tableDefinition: 0xd608,
  tableVerticalMerge: 0xd62b,
  tableMerge: 0x5624,
  tableSplit: 0x5625,
  characterDeleted: 0x0800,
  characterInserted: 0x0801,
  characterSymbol: 0x6a09,
  characterHidden: 0x083c,
  characterStruck: 0x0837,
  characterStruckTwice: 0x2a53,
  characterRaised: 0x2a48,
  characterSpecial: 0x0855,
} as const;

const TABLE_DEFINITION_OLD = 0xd606;
const TAB_CHANGES = 0xc615;
const LONG_TAB_CHANGES = 255;
/** Operand bytes by the top three bits of a modifier; the sixth kind tells its own length. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, -1, 3] as const;

/**
 * Goes through a list of modifiers in order. A list cut short ends where it is cut: Word pads lists by a byte.
 *
 * @param visit gets the modifier and its operand, for modifiers of variable length without the length
 */
export function eachSprm(list: ByteView, visit: (sprm: number, operand: ByteView) => void): void {
  let at = 0;
  while (at + 2 <= list.length) {
    const sprm = list.u16(at);
    at += 2;
    let length: number = OPERAND_BYTES[sprm >> 13] ?? 1;
    if (length < 0) {
      if (at >= list.length) return;
      if (sprm === SPRM.tableDefinition || sprm === TABLE_DEFINITION_OLD) {
        // Counts one byte more than follow the two of its length.
        length = list.u16(at) - 1;
        at += 2;
      } else {
        length = list.u8(at);
        at += 1;
        if (sprm === TAB_CHANGES && length === LONG_TAB_CHANGES) length = tabChangesLength(list, at);
      }
    }
    if (length < 0) throw damaged();
    if (at + length > list.length) return;
    visit(sprm, list.part(at, length));
    at += length;
  }
}

function tabChangesLength(list: ByteView, at: number): number {
  const deleted = list.u8(at);
  const added = list.u8(at + 1 + deleted * 4);
  return 2 + deleted * 4 + added * 3;
}
