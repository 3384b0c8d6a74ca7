import { Readable } from 'node:stream';
import type { BytesAnswer } from './bytes-answer.ts';
import { attachmentHeader } from './content-disposition.ts';

const FILE_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const;

/** Bytes that were just made, as a download of that name; the ending says what they are. */
export function madeFile(
  name: string,
  type: keyof typeof FILE_TYPES,
  content: Uint8Array | Readable,
): BytesAnswer {
  const isStream = content instanceof Readable;
  return {
    status: 200,
    headers: {
      'content-type': FILE_TYPES[type],
      'content-disposition': attachmentHeader(`${name}.${type}`),
      ...(!isStream && { 'content-length': String(content.length) }),
    },
    body: isStream ? content : Readable.from([Buffer.from(content)]),
  };
}
