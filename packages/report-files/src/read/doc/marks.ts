import type { ByteView } from '../byte-view.ts';
import type { Deadline } from '../deadline.ts';
import { symbolText } from '../symbols.ts';
import { type FormatRun, firstRunAfter } from './format-pages.ts';
import type { Piece } from './pieces.ts';
import { eachSprm, SPRM } from './sprm.ts';

/** Characters of the document whose formatting decides what is printed. */
export interface Mark {
  readonly first: number;
  readonly end: number;
  readonly deleted: boolean;
  readonly inserted: boolean;
  readonly hidden: boolean;
  /** Struck out: visible, but taken back. */
  readonly struck: boolean;
  /** Set above the line, as the mark of a note is. */
  readonly raised: boolean;
  /** Control characters here are signs of Word's own (a picture, a note's number), not damaged text. */
  readonly special: boolean;
  /** The sign of a symbol font that stands here; empty when it is known only to its font. */
  readonly symbol: string | undefined;
}

type Flags = Omit<Mark, 'first' | 'end'>;

/** Toggles: 1 is on, 0x81 the opposite of the style, which hides or deletes nothing itself. */
const ON = new Set([1, 0x81]);
/** Of the two ways off the line, the one above it. */
const RAISED = 1;

/** Finds the marked characters, in the order of the document. */
export function readMarks(pieces: readonly Piece[], runs: readonly FormatRun[], deadline: Deadline): Mark[] {
  const flags = runs.map((run) => flagsOf([run.sprms]));
  const marks: Mark[] = [];
  for (const piece of pieces) {
    const end = piece.offset + (piece.end - piece.first) * piece.bytesPerCharacter;
    for (let index = firstRunAfter(runs, piece.offset); index < runs.length; index += 1) {
      deadline.check();
      const run = runs[index];
      if (run === undefined || run.start >= end) break;
      const found = piece.extra === undefined ? flags[index] : flagsOf([run.sprms, piece.extra]);
      if (found === undefined) continue;
      const character = (offset: number) =>
        piece.first + Math.ceil((offset - piece.offset) / piece.bytesPerCharacter);
      marks.push({
        first: Math.max(character(run.start), piece.first),
        end: Math.min(character(run.end), piece.end),
        ...found,
      });
    }
  }
  return marks;
}

function flagsOf(lists: readonly ByteView[]): Flags | undefined {
  let deleted = false;
  let inserted = false;
  let hidden = false;
  let struck = false;
  let raised = false;
  let special = false;
  let symbol: string | undefined;
  for (const list of lists) {
    eachSprm(list, (sprm, operand) => {
      switch (sprm) {
        case SPRM.characterDeleted:
          deleted = ON.has(operand.u8(0));
          break;
        case SPRM.characterInserted:
          inserted = ON.has(operand.u8(0));
          break;
        case SPRM.characterHidden:
          hidden = ON.has(operand.u8(0));
          break;
        case SPRM.characterStruck:
        case SPRM.characterStruckTwice:
          struck = ON.has(operand.u8(0));
          break;
        case SPRM.characterRaised:
          raised = operand.u8(0) === RAISED;
          break;
        case SPRM.characterSpecial:
          special = operand.u8(0) !== 0;
          break;
        case SPRM.characterSymbol:
          symbol = symbolText(operand.u16(2).toString(16)) ?? '';
          break;
      }
    });
  }
  const isPlain = !(deleted || inserted || hidden || struck || raised || special) && symbol === undefined;
  return isPlain ? undefined : { deleted, inserted, hidden, struck, raised, special, symbol };
}
