import type { ScanPiece } from '@zhaoshi/domain/disclosure/scan/piece';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { LIMITS } from '../../limits.ts';
import { type ReadError, ReadFailure } from '../../read-error.ts';
import type { FileFormat } from '../../source-document.ts';
import { createDeadline, type Deadline } from '../deadline.ts';
import { sniffFormat } from '../sniff.ts';
import { isPicture } from '../sniff-binary.ts';
import { presencePieces, textPiece, withBrokenNumbers } from './make-pieces.ts';
import { pictureProperties } from './picture-properties.ts';

type Reader = (bytes: Uint8Array, deadline: Deadline) => Promise<readonly ScanPiece[]>;

/** Loaded when first needed, as the readers of reports are. */
const READERS: Readonly<Record<FileFormat, () => Promise<Reader>>> = {
  docx: async () => (await import('./docx-pieces.ts')).docxPieces,
  doc: async () => (await import('./text-pieces.ts')).docPieces,
  pdf: async () => (await import('../pdf/read-pdf.ts')).readPdfPieces,
  html: async () => (await import('./html-pieces.ts')).htmlPieces,
  xlsx: async () => (await import('./xlsx-pieces.ts')).xlsxPieces,
  txt: async () => (await import('./text-pieces.ts')).txtPieces,
  json: async () => (await import('./text-pieces.ts')).txtPieces,
};

const MEBIBYTE = 1024 * 1024;

async function piecesOf(bytes: Uint8Array, name: string): Promise<readonly ScanPiece[]> {
  if (bytes.length > LIMITS.fileBytes) {
    throw new ReadFailure(
      'too-large',
      `文件超过 ${LIMITS.fileBytes / MEBIBYTE} MB，没有扫描。请压缩、拆分后再传，或者人工审查。`,
    );
  }
  if (isPicture(bytes)) {
    return [
      ...presencePieces('picture', 1),
      ...presencePieces('pictureProperties', pictureProperties(bytes)),
    ];
  }
  const read = await READERS[sniffFormat(bytes, name)]();
  // A Buffer is a Uint8Array that some libraries refuse and whose `slice` does not copy.
  return read(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), createDeadline());
}

/**
 * All texts of a file for the scan before publication (publication.md §9 no. 3), the visible and the hidden, each
 * with its place; first the name of the file itself. Content decides the format. Never throws: a file that cannot be
 * read gives an error in Chinese, and then counts as not scanned. Texts may hold personal data: never log them.
 *
 * @param name as it will be shown to the public
 */
export async function readScanPieces(
  bytes: Uint8Array,
  name: string,
): Promise<Result<readonly ScanPiece[], ReadError>> {
  try {
    const pieces = withBrokenNumbers(await piecesOf(bytes, name));
    return ok([textPiece(name, { kind: 'attachmentName' }), ...pieces]);
  } catch (error) {
    if (error instanceof ReadFailure) return err(error.failure);
    return err({
      code: 'damaged',
      message:
        '文件已损坏或不符合格式规范，没有扫描。请用 Word 或 WPS 打开后另存为 .docx 再试，或者人工审查。',
    });
  }
}
