import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';
import { ByteView, damaged } from '../byte-view.ts';
import type { Deadline } from '../deadline.ts';
import type { Span } from './fib.ts';

/** A run of text that lies together in the WordDocument stream. */
export interface Piece {
  /** Characters of the document, from and up to. */
  readonly first: number;
  readonly end: number;
  /** Where its first character lies, in bytes. */
  readonly offset: number;
  readonly bytesPerCharacter: 1 | 2;
  /** Modifiers that a quick save hung on the whole piece. */
  readonly extra: ByteView | undefined;
}

export interface DocumentText {
  readonly pieces: readonly Piece[];
  /** All text of the file: main text, notes, headers, comments, text boxes, with Word's control characters. */
  readonly text: string;
}

const MODIFIERS = 1;
const PIECE_TABLE = 2;
const SINGLE_BYTE = 0x40000000;
const EMPTY = new ByteView(new Uint8Array(0));

/** Reads the piece table and puts the text together in the order of the document. */
export function readText(document: ByteView, table: ByteView, span: Span, deadline: Deadline): DocumentText {
  const { modifiers, plc } = splitPieceTable(table.part(span.start, span.length));
  const count = Math.floor((plc.length - 4) / 12);
  const pieces: Piece[] = [];
  const texts: string[] = [];
  const narrow = new TextDecoder('windows-1252');
  const wide = new TextDecoder('utf-16le', { ignoreBOM: true });
  for (let index = 0; index < count; index += 1) {
    deadline.check();
    const first = plc.u32(index * 4);
    const end = plc.u32(index * 4 + 4);
    if (end < first || (index === 0 && first !== 0)) throw damaged();
    if (end > LIMITS.textCharacters)
      throw new ReadFailure('too-large', '文件文字过多，超出限度，没有读取。请确认这是一份年度报告。');
    const piece = (count + 1) * 4 + index * 8;
    const place = plc.u32(piece + 2);
    const single = (place & SINGLE_BYTE) !== 0;
    const offset = single ? (place & ~SINGLE_BYTE) >>> 1 : place & 0x3fffffff;
    const bytesPerCharacter = single ? 1 : 2;
    const bytes = document.part(offset, (end - first) * bytesPerCharacter).bytes;
    texts.push((single ? narrow : wide).decode(bytes));
    pieces.push({ first, end, offset, bytesPerCharacter, extra: extraOf(plc.u16(piece + 6), modifiers) });
  }
  return { pieces, text: texts.join('') };
}

function splitPieceTable(clx: ByteView): { modifiers: ByteView[]; plc: ByteView } {
  const modifiers: ByteView[] = [];
  let at = 0;
  while (clx.u8(at) === MODIFIERS) {
    const length = clx.u16(at + 1);
    modifiers.push(clx.part(at + 3, length));
    at += 3 + length;
  }
  if (clx.u8(at) !== PIECE_TABLE) throw damaged();
  return { modifiers, plc: clx.part(at + 5, clx.u32(at + 1)) };
}

/** Only the long form matters: the short one can hold no modifier that changes text or tables here. */
function extraOf(reference: number, modifiers: readonly ByteView[]): ByteView | undefined {
  if (reference === 0) return undefined;
  return (reference & 1) === 1 ? (modifiers[reference >> 1] ?? EMPTY) : shortModifier(reference);
}

const SHORT_MODIFIERS: ReadonlyMap<number, number> = new Map([
  [0x18, 0x2416],
  [0x19, 0x2417],
  [0x41, 0x0800],
  [0x42, 0x0801],
  [0x5c, 0x083c],
]);

function shortModifier(reference: number): ByteView | undefined {
  const sprm = SHORT_MODIFIERS.get((reference >> 1) & 0x7f);
  if (sprm === undefined) return undefined;
  return new ByteView(Uint8Array.of(sprm & 0xff, sprm >> 8, reference >> 8));
}
