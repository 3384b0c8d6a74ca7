import { ReadFailure } from '../../read-error.ts';
import { type ByteView, damaged } from '../byte-view.ts';

/** Where the parts of a Word 97–2003 document lie ("file information block"). Lengths of text are characters. */
export interface Fib {
  readonly tableStream: '0Table' | '1Table';
  readonly mainText: number;
  /** Text between the main text and that of text boxes: notes, headers, comments. */
  readonly betweenTexts: number;
  readonly boxText: number;
  readonly styles: Span;
  readonly characterPages: Span;
  readonly paragraphPages: Span;
  readonly pieces: Span;
  readonly lists: Span;
  readonly listOverrides: Span;
}

/** Bytes of the table stream. */
export interface Span {
  readonly start: number;
  readonly length: number;
}

const WORD_97 = 0xa5ec;
/** Word 2, 6 and 95; those from 0xa697 on are the East Asian editions. */
const WORD_95 = new Set([0xa59b, 0xa59c, 0xa5db, 0xa5dc, 0xa697, 0xa698, 0xa699]);
const FIRST_97_VERSION = 101;
const ENCRYPTED = 0x0100;
const USES_TABLE_1 = 0x0200;

/** Pairs of offset and length that the block holds, by their place in it. */
const PAIR = {
  styles: 1,
  characterPages: 12,
  paragraphPages: 13,
  pieces: 33,
  lists: 73,
  listOverrides: 74,
} as const;

/**
 * Reads the block at the start of the WordDocument stream.
 *
 * @throws ReadFailure `unsupported-format` for Word 95 and before, `encrypted`, `damaged`
 */
export function readFib(document: ByteView): Fib {
  const magic = document.u16(0);
  if (WORD_95.has(magic) || (magic === WORD_97 && document.u16(2) < FIRST_97_VERSION)) {
    throw new ReadFailure(
      'unsupported-format',
      '这是 Word 95 或更早版本的文档，格式过旧，无法读取。请用 Word 或 WPS 另存为 .docx 后重试。',
    );
  }
  if (magic !== WORD_97) throw damaged();
  const flags = document.u16(10);
  if ((flags & ENCRYPTED) !== 0) {
    throw new ReadFailure(
      'encrypted',
      '文件设有打开密码，无法读取。请取消密码，用 Word 或 WPS 另存为 .docx 后重试。',
    );
  }
  const longs = 34 + document.u16(32) * 2 + 2;
  const pairs = longs + document.u16(longs - 2) * 4 + 2;
  const count = document.u16(pairs - 2);
  const pair = (index: number): Span => {
    if (index >= count) return { start: 0, length: 0 };
    return { start: document.u32(pairs + index * 8), length: document.u32(pairs + index * 8 + 4) };
  };
  const length = (index: number) => {
    const characters = document.i32(longs + index * 4);
    if (characters < 0) throw damaged();
    return characters;
  };
  return {
    tableStream: (flags & USES_TABLE_1) === 0 ? '0Table' : '1Table',
    mainText: length(3),
    betweenTexts: length(4) + length(5) + length(6) + length(7) + length(8),
    boxText: length(9),
    styles: pair(PAIR.styles),
    characterPages: pair(PAIR.characterPages),
    paragraphPages: pair(PAIR.paragraphPages),
    pieces: pair(PAIR.pieces),
    lists: pair(PAIR.lists),
    listOverrides: pair(PAIR.listOverrides),
  };
}
