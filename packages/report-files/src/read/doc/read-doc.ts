import { ReadFailure } from '../../read-error.ts';
import type { SourceDocument } from '../../source-document.ts';
import { ByteView, damaged } from '../byte-view.ts';
import { type CompoundFile, openCompoundFile } from '../compound-file.ts';
import { createDeadline, type Deadline } from '../deadline.ts';
import { atDoor } from '../door.ts';
import { ReadNotes } from '../read-notes.ts';
import { type Fib, readFib } from './fib.ts';
import { characterRuns, paragraphRuns, runAt } from './format-pages.ts';
import { readLists } from './lists.ts';
import { readMarks } from './marks.ts';
import { applySprms, newParagraphFormat } from './paragraph-format.ts';
import { type Piece, readText } from './pieces.ts';
import { readSummary } from './properties.ts';
import { readStyleLists } from './style-sheet.ts';
import { TextBody, type TextBodyContext } from './text-body.ts';

/**
 * Reads a Word 97–2003 document (.doc, and .wps of WPS Office, which is the same): paragraphs with their automatic
 * numbers and tables with their merges, in reading order; headers, footers, notes and comments are left out.
 *
 * @throws ReadFailure for whatever keeps the file from being read; nothing else
 */
export function readDoc(bytes: Uint8Array, deadline: Deadline = createDeadline()): Promise<SourceDocument> {
  return atDoor('Word 文档（.doc）', () => {
    const file = openCompoundFile(bytes);
    const document = new ByteView(wordStream(file));
    const fib = readFib(document);
    const table = file.stream(fib.tableStream);
    if (table === undefined) throw damaged();
    const notes = new ReadNotes();
    const body = new TextBody(contextOf(file, document, new ByteView(table), fib, notes, deadline));
    body.read(0, fib.mainText);
    if (fib.boxText > 0) {
      notes.add('guessed', 'doc.text-box', '文件里有文本框，其中的文字放在正文之后读取，请核对位置。');
      const boxes = fib.mainText + fib.betweenTexts;
      body.read(boxes, boxes + fib.boxText);
    }
    const blocks = body.blocks();
    return { format: 'doc', blocks, notes: notes.all(), properties: properties(file) };
  });
}

/** The text of the whole file by its parts, with Word's control characters in it. */
export interface RawText {
  /** Main text, what is deleted or hidden included. */
  readonly main: string;
  /** Notes, headers, footers and comments. */
  readonly besides: string;
}

/**
 * All text of a Word 97–2003 document, whether it is printed or not: for the scan before publication.
 *
 * @throws ReadFailure as `readDoc`
 */
export function readRawText(bytes: Uint8Array, deadline: Deadline): Promise<RawText> {
  return atDoor('Word 文档（.doc）', () => {
    const file = openCompoundFile(bytes);
    const document = new ByteView(wordStream(file));
    const fib = readFib(document);
    const table = file.stream(fib.tableStream);
    if (table === undefined) throw damaged();
    const { text } = readText(document, new ByteView(table), fib.pieces, deadline);
    return {
      main: text.slice(0, fib.mainText),
      besides: text.slice(fib.mainText, fib.mainText + fib.betweenTexts),
    };
  });
}

/** The stream that makes a compound file a Word document, or the reason why this one is none. */
function wordStream(file: CompoundFile): Uint8Array {
  const stream = file.stream('WordDocument');
  if (stream !== undefined) return stream;
  const names = new Set(file.names.map((name) => name.toLowerCase()));
  if (names.has('encryptedpackage')) {
    throw new ReadFailure(
      'encrypted',
      '文件设有打开密码，无法读取。请取消密码，用 Word 或 WPS 另存为 .docx 后重试。',
    );
  }
  if (names.has('contents') || names.has('matost')) {
    throw new ReadFailure(
      'unsupported-format',
      '这是 Microsoft Works 文字处理文件，不是 WPS 文档，无法读取。请用 Word 或 WPS 另存为 .docx 后重试。',
    );
  }
  throw new ReadFailure(
    'unsupported-format',
    '这不是 Word 或 WPS 文字文档（可能是表格、演示或邮件）。请确认文件，或用 Word、WPS 另存为 .docx 后重试。',
  );
}

function contextOf(
  file: CompoundFile,
  document: ByteView,
  table: ByteView,
  fib: Fib,
  notes: ReadNotes,
  deadline: Deadline,
): TextBodyContext {
  const { pieces, text } = readText(document, table, fib.pieces, deadline);
  if (text.length < fib.mainText + (fib.boxText > 0 ? fib.betweenTexts + fib.boxText : 0)) throw damaged();
  const dataStream = file.stream('Data');
  const data = dataStream === undefined ? undefined : new ByteView(dataStream);
  const paragraphs = paragraphRuns(document, table, fib.paragraphPages, deadline);
  const styles = readStyleLists(table, fib.styles);
  const marks = readMarks(pieces, characterRuns(document, table, fib.characterPages, deadline), deadline);
  return {
    text,
    marks,
    lists: readLists(table, fib, deadline),
    notes,
    deadline,
    formatAt: (character) => {
      const piece = pieceAt(pieces, character);
      const run = runAt(paragraphs, offsetIn(piece, character));
      const format = newParagraphFormat(run?.style ?? 0);
      if (run !== undefined) applySprms(format, run.sprms, data);
      if (piece.extra !== undefined) applySprms(format, piece.extra, data);
      const style = styles[format.style];
      format.list ??= style?.list;
      format.level ??= style?.level;
      return format;
    },
    endsParagraph: (character) => {
      const piece = pieceAt(pieces, character);
      const offset = offsetIn(piece, character);
      return runAt(paragraphs, offset)?.end === offset + piece.bytesPerCharacter;
    },
  };
}

function pieceAt(pieces: readonly Piece[], character: number): Piece {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) > character) high = middle;
    else low = middle + 1;
  }
  const piece = pieces[low];
  if (piece === undefined) throw damaged();
  return piece;
}

function offsetIn(piece: Piece, character: number): number {
  return piece.offset + (character - piece.first) * piece.bytesPerCharacter;
}

/** Properties serve privacy checks only: a damaged summary must not keep the report from being read. */
function properties(file: CompoundFile): Record<string, string> {
  try {
    return readSummary(
      file.stream('\u0005SummaryInformation'),
      file.stream('\u0005DocumentSummaryInformation'),
    );
  } catch (error) {
    if (error instanceof ReadFailure) return {};
    throw error;
  }
}
