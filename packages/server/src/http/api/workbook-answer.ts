import type { Readable } from 'node:stream';
import type { BytesAnswer } from './bytes-answer.ts';
import { attachmentHeader } from './content-disposition.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A spreadsheet as a download; the name has no ending. */
export const workbook = (name: string, body: Readable): BytesAnswer => ({
  status: 200,
  headers: { 'content-type': XLSX, 'content-disposition': attachmentHeader(`${name}.xlsx`) },
  body,
});
