import { yearOf } from '@zhaoshi/domain/kernel/civil-date';
import type { PrintedLetter } from '@zhaoshi/domain/letter/letter';
import { createTypesetter, type PdfOptions } from '../write/pdf/typesetter.ts';
import { layOutLetter } from './letter-layout.ts';

/** Writes letters one after the other with the same warm compiler. */
export interface LetterPdfWriter {
  readonly write: (letter: PrintedLetter) => Promise<Uint8Array>;
}

const TEMPLATE = new URL('./letter.typ', import.meta.url);

/** The data file of letter.typ. */
function letterData(letter: PrintedLetter): unknown {
  const layout = layOutLetter(letter);
  const { date } = layout;
  return {
    ...layout,
    date: { year: yearOf(date), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) },
  };
}

/** A writer with its own compiler; see `createTypesetter`. */
export function createLetterPdfWriter(options: PdfOptions = {}): LetterPdfWriter {
  const { typeset } = createTypesetter(TEMPLATE, options);
  return { write: (letter) => typeset(letterData(letter)) };
}

let shared: LetterPdfWriter | undefined;

/** The letter as a tagged PDF with embedded fonts; the compiler is kept warm between calls. */
export async function writeLetterPdf(letter: PrintedLetter): Promise<Uint8Array> {
  shared ??= createLetterPdfWriter();
  return await shared.write(letter);
}
