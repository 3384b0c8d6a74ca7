import { Readable } from 'node:stream';
import type { Letter } from '@zhaoshi/domain/letter/letter';
import type { BytesAnswer } from './bytes-answer.ts';
import { attachmentHeader } from './content-disposition.ts';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/** The letter as a file; its name is the registration number and the kind, and nobody's name. */
export async function letterAsFile(letter: Letter, format: keyof typeof TYPES): Promise<BytesAnswer> {
  const bytes =
    format === 'docx'
      ? await (await import('@zhaoshi/report-files/letters/write-letter-docx')).writeLetterDocx(letter)
      : await (await import('@zhaoshi/report-files/letters/write-letter-pdf')).writeLetterPdf(letter);
  return {
    status: 200,
    headers: {
      'content-type': TYPES[format],
      'content-length': String(bytes.length),
      'content-disposition': attachmentHeader(`${letter.registrationNumber}-${letter.title}.${format}`),
    },
    body: Readable.from([bytes]),
  };
}
