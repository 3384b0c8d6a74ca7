import { LIMITS } from './limits.ts';
import { RedactionFailure } from './redaction-error.ts';

/** What can be redacted. */
export type RedactableMediaType = 'application/pdf' | 'image/png' | 'image/jpeg';

const SIGNATURES: Readonly<Record<RedactableMediaType, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
};

/** Readers of PDF look for the head within the first kilobyte. */
const PDF_HEAD = 1024;

/** Whether files of this kind can be shown page by page and covered; others are exported as PDF before. */
export function isRedactable(mediaType: string): mediaType is RedactableMediaType {
  return Object.hasOwn(SIGNATURES, mediaType);
}

function startsLike(bytes: Uint8Array, mediaType: RedactableMediaType): boolean {
  const signature = Buffer.from(SIGNATURES[mediaType]);
  if (mediaType === 'application/pdf') return Buffer.from(bytes.subarray(0, PDF_HEAD)).includes(signature);
  return signature.equals(bytes.subarray(0, signature.length));
}

/** @throws RedactionFailure `empty-file`, `too-large`, `unsupported-format` */
export function checkFile(bytes: Uint8Array, mediaType: string): RedactableMediaType {
  if (bytes.length === 0) {
    throw new RedactionFailure('empty-file', '文件是空的，没有生成任何文件。请重新上传。');
  }
  if (bytes.length > LIMITS.fileBytes) {
    throw new RedactionFailure(
      'too-large',
      `文件超过 ${LIMITS.fileBytes / 1024 / 1024} MB，没有生成任何文件。请拆分后分别处理。`,
    );
  }
  if (!isRedactable(mediaType) || !startsLike(bytes, mediaType)) {
    throw new RedactionFailure(
      'unsupported-format',
      '只能遮盖 PDF、PNG 和 JPEG 文件，没有生成任何文件。Word、Excel、OFD 等文件请先导出为 PDF。',
    );
  }
  return mediaType;
}
