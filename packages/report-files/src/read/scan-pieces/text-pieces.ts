import type { ScanPiece, ScanPlace, TextPiece } from '@zhaoshi/domain/disclosure/scan/piece';
import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';
import type { Deadline } from '../deadline.ts';
import { readDoc, readRawText } from '../doc/read-doc.ts';
import { decodeText } from '../text-encoding.ts';
import { blockPieces, presencePieces, propertyPieces, textPieces } from './make-pieces.ts';

/** Lines between blank ones: a number broken over two lines stays in one piece. */
function linePieces(text: string, kind: ScanPlace['kind'] = 'paragraph'): readonly TextPiece[] {
  const blocks: string[][] = [[]];
  for (const line of text.split('\n')) {
    if (line.trim() === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => textPieces(lines.join('\n'), { kind, number: index + 1 }));
}

/**
 * A plain text.
 *
 * @throws ReadFailure `too-large`
 */
export async function txtPieces(bytes: Uint8Array): Promise<readonly ScanPiece[]> {
  const { text } = decodeText(bytes);
  if (text.length > LIMITS.textCharacters) {
    throw new ReadFailure('too-large', '文本过长，没有扫描。请拆分后分别发布，或者人工审查。');
  }
  return linePieces(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
}

/** Word's control characters as blanks and line ends. */
const controlled = (text: string): string =>
  text.replaceAll(/[\r\u0007\u000b\u000c]/g, '\n').replaceAll(/[\u0000-\u0008\u000e-\u001f]/g, '');

/** Links stand in the codes of fields, which are not printed. */
const fieldLinks = (text: string): readonly ScanPiece[] =>
  [...text.matchAll(/HYPERLINK\s{1,4}"([^"\r\n]{1,2000})"/g)].map(
    (match): ScanPiece => ({ kind: 'link', text: match[1] ?? '', place: { kind: 'file' } }),
  );

/** Notes of the reader that say something of the main text was not printed. */
const LEFT_OUT: Readonly<Record<string, 'revision' | 'hiddenText'>> = {
  'doc.tracked-changes': 'revision',
  'doc.hidden-text': 'hiddenText',
  'doc.struck-text': 'revision',
};

/**
 * A Word 97–2003 document (.doc, .wps): its paragraphs and tables, then notes, headers and comments; where something
 * is deleted or hidden, the whole text once more as it lies in the file.
 *
 * @throws ReadFailure
 */
export async function docPieces(bytes: Uint8Array, deadline: Deadline): Promise<readonly ScanPiece[]> {
  const { blocks, notes, properties } = await readDoc(bytes, deadline);
  const raw = await readRawText(bytes, deadline);
  const codes = new Set(notes.map(({ code }) => code));
  const leftOut = Object.entries(LEFT_OUT).filter(([code]) => codes.has(code));
  const kind = leftOut[0]?.[1];
  return [
    ...blockPieces(blocks),
    ...linePieces(controlled(raw.besides), 'note'),
    ...(kind === undefined ? [] : linePieces(controlled(raw.main), kind)),
    ...fieldLinks(raw.main + raw.besides),
    ...propertyPieces(properties),
    ...leftOut.flatMap(([, what]) => presencePieces(what, 1)),
    ...presencePieces('picture', codes.has('doc.picture') ? 1 : 0),
  ];
}
