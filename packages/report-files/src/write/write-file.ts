import { toJsonReport } from '../json-report.ts';
import type { ReadReport } from '../read-report.ts';

/** Formats a report can be written in. */
export const WRITE_FORMATS = ['docx', 'pdf', 'html', 'xlsx', 'json'] as const;

export type ReportFormat = (typeof WRITE_FORMATS)[number];

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Each writer is loaded when it is first needed: together they take half a second. */
const WRITERS: Readonly<Record<ReportFormat, (read: ReadReport) => Promise<Uint8Array>>> = {
  json: (read) => Promise.resolve(utf8(`${JSON.stringify(toJsonReport(read), null, 2)}\n`)),
  html: async ({ report }) => {
    const { writeHtml } = await import('./html/write-html.ts');
    return utf8(writeHtml(report));
  },
  docx: async ({ report }) => {
    const { writeDocx } = await import('./docx/write-docx.ts');
    return writeDocx(report);
  },
  xlsx: async ({ report }) => {
    const { writeXlsx } = await import('./xlsx/write-xlsx.ts');
    return writeXlsx(report);
  },
  pdf: async ({ report }) => {
    const { writePdf } = await import('./pdf/write-pdf.ts');
    return writePdf(report);
  },
};

/**
 * The bytes of a file in the format asked for. JSON keeps everything, notes and provenance included; the other
 * formats hold what a printed report shows.
 */
export function writeReportFile(read: ReadReport, format: ReportFormat): Promise<Uint8Array> {
  return WRITERS[format](read);
}
