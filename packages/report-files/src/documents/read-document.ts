import type { DocumentBody } from '@zhaoshi/domain/disclosure/document-body';
import {
  metadataFromText,
  type TextMetadata,
} from '@zhaoshi/domain/disclosure/metadata-from-text/metadata-from-text';
import type { Reading } from '@zhaoshi/domain/disclosure/metadata-from-text/reading';
import { readBody } from '@zhaoshi/domain/disclosure/read-body';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { LIMITS } from '../limits.ts';
import { readSourceAs } from '../read/read-source.ts';
import { sniffFormat } from '../read/sniff.ts';
import { type ReadError, type ReadErrorCode, ReadFailure } from '../read-error.ts';
import type { FileFormat, SourceDocument } from '../source-document.ts';
import { sourceToBody } from './source-to-body.ts';

/** A value that the text gives, with the words it was read from, so that a person can judge it. */
export interface ReadField<T> {
  readonly value: T;
  readonly confidence: Reading<T>['confidence'];
  /** The lines it stands in, shortened. */
  readonly from: string;
}

export type ReadMetadata = {
  readonly [K in keyof TextMetadata]: TextMetadata[K] extends Reading<infer T> | null
    ? ReadField<T> | null
    : never;
};

/** A file as the beginning of a document. */
export interface ReadDocument {
  readonly format: FileFormat;
  readonly body: DocumentBody;
  readonly metadata: ReadMetadata;
  /** Chinese sentences: what was left out and what should be looked at. */
  readonly notes: readonly string[];
}

interface SourceLine {
  readonly text: string;
  readonly block: number;
}

/** Texts in reading order, tables cell by cell, each with the block it belongs to. */
const linesOf = ({ blocks }: SourceDocument): readonly SourceLine[] =>
  blocks.flatMap((block, index) =>
    block.kind === 'paragraph'
      ? [{ text: block.text, block: index }]
      : block.grid.cells.map(({ text }) => ({ text, block: index })),
  );

const LONGEST_QUOTE = 120;

function fieldsOf(read: TextMetadata, lines: readonly SourceLine[]): ReadMetadata {
  const field = <T>(reading: Reading<T> | null): ReadField<T> | null => {
    if (reading === null) return null;
    const { value, confidence, from, to } = reading;
    const quote = lines
      .slice(from, to + 1)
      .map(({ text }) => text.trim())
      .join('');
    return { value, confidence, from: quote.slice(0, LONGEST_QUOTE) };
  };
  return {
    title: field(read.title),
    documentNumber: field(read.documentNumber),
    issuingOrgan: field(read.issuingOrgan),
    dateOfDocument: field(read.dateOfDocument),
    classMark: field(read.classMark),
  };
}

/** Further down there is no red head any more. */
const HEAD_BLOCKS = 16;

/** Block of a number that stands alone below the title, with nothing between; else that of the title's end. */
function headEnd({ blocks }: SourceDocument, read: TextMetadata, lines: readonly SourceLine[], last: number) {
  const at = read.documentNumber === null ? undefined : lines[read.documentNumber.from]?.block;
  if (at === undefined || at <= last || blocks[at]?.kind !== 'paragraph') return last;
  const isNext = blocks
    .slice(last + 1, at)
    .every((block) => block.kind === 'paragraph' && block.text.trim() === '');
  return isNext ? at : last;
}

/** Blocks before and with a title that is beyond doubt, and its number; none where a table stands among them. */
function headOf(source: SourceDocument, read: TextMetadata, lines: readonly SourceLine[]) {
  const last = read.title?.confidence === 'certain' ? lines[read.title.to]?.block : undefined;
  if (last === undefined || last >= HEAD_BLOCKS) return [];
  const head = source.blocks.slice(0, headEnd(source, read, lines, last) + 1);
  return head.every(({ kind }) => kind === 'paragraph') ? head : [];
}

/** Signature and date, below the title; nothing that is a paragraph of the text. */
function signatureOf(read: TextMetadata, lines: readonly SourceLine[], after: number): ReadonlySet<number> {
  const blocks = [read.issuingOrgan, read.dateOfDocument].flatMap((reading) =>
    reading === null ? [] : lines.slice(reading.from, reading.to + 1),
  );
  return new Set(
    blocks.filter(({ text, block }) => block >= after && text.length <= 60).map(({ block }) => block),
  );
}

function documentOf(source: SourceDocument): ReadDocument {
  const lines = linesOf(source);
  const read = metadataFromText(lines);
  const head = headOf(source, read, lines);
  const hints = {
    left: new Set(head.keys()),
    right: signatureOf(read, lines, head.length),
  };
  const { body, isCut } = readBody(sourceToBody(source, hints));
  const notes = [
    ...source.notes.map(({ message }) => message),
    ...(head.length > 0
      ? ['版头、发文字号和标题已经读入要素，没有在正文里再放一次；正文从标题以后开始。']
      : []),
    ...(isCut ? ['文件过长，正文只读入了前面的部分，请核对，或者拆分后再导入。'] : []),
  ];
  return { format: source.format, body, metadata: fieldsOf(read, lines), notes: [...new Set(notes)] };
}

/** Readers were written for annual reports; what they say of limits is said anew here. */
const OWN_WORDS: Readonly<Partial<Record<ReadErrorCode, string>>> = {
  'too-large': '文件内容过多，没有读入。请拆分后再导入，或者作为附件上传。',
  'too-complex': '文件结构过于复杂，没有读入。请用 Word 或 WPS 另存为 .docx 后再试，或者作为附件上传。',
  'unsupported-format':
    '这种文件读不出正文。请提供 Word、WPS、PDF、网页、纯文本或者电子表格；其他文件可以作为附件上传。',
  'scanned-pdf':
    'PDF 是扫描的图片，没有可以读出的文字。请提供文字版；没有文字版的，可以作为附件上传，并在正文中写明内容。',
};

const AS_ATTACHMENT =
  'OFD 版式文件读不出正文，没有读入。请转换为 .docx 或者 PDF 后导入；原件可以作为附件上传。';

function inOwnWords({ code, message }: ReadError): ReadError {
  if (message.includes('OFD')) return { code, message: AS_ATTACHMENT };
  const own = OWN_WORDS[code];
  const isOfReports = message.includes('报告') || code === 'scanned-pdf';
  return own !== undefined && isOfReports ? { code, message: own } : { code, message };
}

/**
 * Reads any file a document may come in (docx, doc, wps, pdf, html, txt, spreadsheets) as text with structure, and
 * what it says of itself. Never throws: a file that cannot be read gives an error that says in Chinese what to do.
 *
 * @param name as people call the file; the content decides what it is
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
): Promise<Result<ReadDocument, ReadError>> {
  try {
    if (bytes.length > LIMITS.fileBytes) throw new ReadFailure('too-large', '报告');
    const sniffed = sniffFormat(bytes, name);
    return ok(documentOf(await readSourceAs(sniffed === 'json' ? 'txt' : sniffed, bytes, name)));
  } catch (error) {
    if (error instanceof ReadFailure) return err(inOwnWords(error.failure));
    return err({
      code: 'damaged',
      message: '文件已损坏或者不合规范，没有读入。请用 Word 或 WPS 打开后另存为 .docx 再试。',
    });
  }
}
