import { Readable } from 'node:stream';
import type { Letter, PrintedLetter } from '@zhaoshi/domain/letter/letter';
import type { BytesAnswer } from './bytes-answer.ts';
import { attachmentHeader } from './content-disposition.ts';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/** @param name of the file: nobody's name */
export async function letterAsFile(
  letter: PrintedLetter,
  format: keyof typeof TYPES,
  name: string,
): Promise<BytesAnswer> {
  const bytes =
    format === 'docx'
      ? await (await import('@zhaoshi/report-files/letters/write-letter-docx')).writeLetterDocx(letter)
      : await (await import('@zhaoshi/report-files/letters/write-letter-pdf')).writeLetterPdf(letter);
  return {
    status: 200,
    headers: {
      'content-type': TYPES[format],
      'content-length': String(bytes.length),
      'content-disposition': attachmentHeader(`${name}.${format}`),
    },
    body: Readable.from([bytes]),
  };
}

/** A letter of a case; its name is the registration number and the kind. */
export const caseLetterAsFile = (letter: Letter, format: keyof typeof TYPES): Promise<BytesAnswer> =>
  letterAsFile(letter, format, `${letter.registrationNumber}-${letter.title}`);
