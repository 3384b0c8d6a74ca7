import type { ScanPiece } from '@zhaoshi/domain/disclosure/scan/piece';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { readScanPieces } from '../read/scan-pieces/read-scan-pieces.ts';
import { openZip } from '../read/zip.ts';
import { type ReadError, ReadFailure } from '../read-error.ts';
import { stripParts } from './strip-part.ts';
import { writeZip, type ZipPart } from './write-zip.ts';

const refusal = (reason: string): ReadError => ({
  code: 'not-strippable',
  message: `${reason}，文件属性没有清除，原文件未动。请用 Word、WPS 或者 Excel 打开，在“文件—信息—检查文档”中删除后另存为 .docx、.xlsx 重新上传，或者说明保留的理由。`,
});

const isProperty = ({ place, kind }: ScanPiece): boolean =>
  kind === 'text' && place.kind === 'property' && place.name !== 'customXml';

/** What of a file is not taken out, in its order: what readers see has to be the same before and after. */
const kept = (pieces: readonly ScanPiece[]): string =>
  JSON.stringify(
    pieces.filter(
      (piece) =>
        !isProperty(piece) &&
        piece.place.kind !== 'comment' &&
        !(piece.kind === 'presence' && piece.what === 'comment'),
    ),
  );

/** @throws ReadFailure */
async function partsOf(bytes: Uint8Array): Promise<readonly ZipPart[]> {
  const zip = await openZip(bytes);
  const parts: ZipPart[] = [];
  for (const name of zip.names) parts.push({ name, bytes: await zip.read(name) });
  return parts;
}

const isPackage = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function stripped(bytes: Uint8Array, name: string): Promise<Result<Uint8Array, ReadError>> {
  if (!isPackage(bytes)) return err(refusal('只能清除 .docx 和 .xlsx 文件的属性'));
  const parts = await partsOf(bytes);
  if (parts.some((part) => /^_xmlsignatures\//i.test(part.name))) {
    return err(refusal('文件有电子签名，改动后签名失效'));
  }
  const before = await readScanPieces(bytes, name);
  if (!before.ok) return before;
  const clean = writeZip(stripParts(parts));
  const after = await readScanPieces(clean, name);
  if (!after.ok) return err(refusal('清除后文件不能读出'));
  if (after.value.some(isProperty)) return err(refusal('清除后复核仍能读到文件属性'));
  return kept(before.value) === kept(after.value) ? ok(clean) : err(refusal('清除会改动正文'));
}

/**
 * A Word or Excel file (.docx, .xlsx) without its properties, comments, thumbnail and the names of who changed it; what
 * readers see is compared with what they saw before. Tracked changes, hidden sheets and hidden text stay: whether they
 * hold is for a person to say. Never throws.
 *
 * @param name as people call the file
 */
export async function stripOffice(bytes: Uint8Array, name: string): Promise<Result<Uint8Array, ReadError>> {
  try {
    return await stripped(bytes, name);
  } catch (error) {
    if (error instanceof ReadFailure) return err(error.failure);
    return err(refusal('文件已损坏或不符合格式规范'));
  }
}
