import { DIFF_BUDGET } from '../../annual-report/compare/changed-parts.ts';
import { compareParagraphs, type TextHunk } from '../../annual-report/compare/compare-paragraphs.ts';
import { contentPieces } from '../content-pieces.ts';
import { bodyImages, bodyPieces } from '../document-body.ts';
import { canonicalJson, type DocumentContent } from '../document-content.ts';
import { type ContentWords, contentWords } from './content-words.ts';

/** What a line said before and says now; empty: nothing was given. */
export interface WordsChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export interface DocumentDiff {
  /** The text paragraph by paragraph, also what did not change. */
  readonly text: readonly TextHunk[];
  /** Lines beside the text that differ; files and pictures by their ids, links by their addresses. */
  readonly lines: readonly WordsChange[];
  /** Only the form of the text differs: alignment, bold, tables, order of cells. */
  readonly isFormOnly: boolean;
  readonly isSame: boolean;
}

const textOf = ({ body }: DocumentContent): readonly string[] =>
  bodyPieces(body)
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '');

const linksOf = (content: DocumentContent): string =>
  contentPieces(content)
    .flatMap(({ piece }) => (piece.kind === 'link' ? [`${piece.shown}（${piece.text}）`] : []))
    .join('；');

/** A file put in the place of another under the same name is another file. */
function filesOf({ attachments }: DocumentContent, other: DocumentContent): string {
  const isSwapped = (name: string, fileId: string): boolean =>
    other.attachments.some((one) => one.name === name && one.fileId !== fileId);
  return attachments
    .map(({ name, fileId }) => (isSwapped(name, fileId) ? `${name}（文件 ${fileId.slice(0, 8)}）` : name))
    .join('；');
}

const picturesOf = ({ body }: DocumentContent): string =>
  bodyImages(body)
    .map((fileId) => fileId.slice(0, 8))
    .join('、');

const linesOf = (content: DocumentContent, other: DocumentContent): readonly ContentWords[] => [
  ...contentWords(content),
  { label: '正文中的链接', words: linksOf(content) },
  { label: '正文中的图片', words: picturesOf(content) },
  { label: '附件', words: filesOf(content, other) },
];

function changedLines(before: DocumentContent, after: DocumentContent): readonly WordsChange[] {
  const was = new Map(linesOf(before, after).map(({ label, words }) => [label, words]));
  const is = new Map(linesOf(after, before).map(({ label, words }) => [label, words]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((label) => {
    const change = { label, before: was.get(label) ?? '', after: is.get(label) ?? '' };
    return change.before === change.after ? [] : [change];
  });
}

/** Two versions of a document: its text paragraph by paragraph, and the lines beside it that differ. */
export function diffDocuments(before: DocumentContent, after: DocumentContent): DocumentDiff {
  const text = compareParagraphs(textOf(before), textOf(after), { left: DIFF_BUDGET });
  const lines = changedLines(before, after);
  const isSame = canonicalJson(before) === canonicalJson(after);
  const differs = lines.length > 0 || text.some(({ kind }) => kind !== 'equal');
  return { text, lines, isFormOnly: !isSame && !differs, isSame };
}
