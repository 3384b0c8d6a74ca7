import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { pdfData } from './pdf-data.ts';
import { createTypesetter, type PdfOptions } from './typesetter.ts';

/** Writes reports one after the other with the same warm compiler. */
export interface PdfWriter {
  readonly write: (report: AnnualReport, mark?: readonly string[]) => Promise<Uint8Array>;
}

const TEMPLATE = new URL('./report.typ', import.meta.url);

/** A writer with its own compiler; see `createTypesetter`. */
export function createPdfWriter(options: PdfOptions = {}): PdfWriter {
  const { typeset } = createTypesetter(TEMPLATE, options);
  return { write: (report, mark) => typeset(pdfData(report, mark)) };
}

let shared: PdfWriter | undefined;

/**
 * The report as a tagged PDF with embedded fonts; the compiler is kept warm between calls.
 *
 * @param mark said at the head of every page of a copy that is not the published report
 */
export async function writePdf(report: AnnualReport, mark: readonly string[] = []): Promise<Uint8Array> {
  shared ??= createPdfWriter();
  return await shared.write(report, mark);
}
