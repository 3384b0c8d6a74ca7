import { toJsonReport } from '../json-report.ts';
import type { ReadReport } from '../read-report.ts';

/** Formats a report can be written in. */
export const WRITE_FORMATS = ['docx', 'pdf', 'html', 'xlsx', 'json'] as const;

export type ReportFormat = (typeof WRITE_FORMATS)[number];

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Each writer is loaded when it is first needed: together they take half a second. */
const WRITERS: Readonly<
  Record<ReportFormat, (read: ReadReport, mark: readonly string[]) => Promise<Uint8Array>>
> = {
  json: (read, mark) => {
    const json = mark.length === 0 ? toJsonReport(read) : { mark, ...toJsonReport(read) };
    return Promise.resolve(utf8(`${JSON.stringify(json, null, 2)}\n`));
  },
  html: async ({ report }, mark) => {
    const { writeHtml } = await import('./html/write-html.ts');
    return utf8(writeHtml(report, mark));
  },
  docx: async ({ report }, mark) => {
    const { writeDocx } = await import('./docx/write-docx.ts');
    return writeDocx(report, mark);
  },
  xlsx: async ({ report }, mark) => {
    const { writeXlsx } = await import('./xlsx/write-xlsx.ts');
    return writeXlsx(report, mark);
  },
  pdf: async ({ report }, mark) => {
    const { writePdf } = await import('./pdf/write-pdf.ts');
    return writePdf(report, mark);
  },
};

/**
 * The bytes of a file in the format asked for. JSON keeps everything, notes and provenance included; the other
 * formats hold what a printed report shows.
 *
 * @param mark said on every page of a copy that is not the published report (`annual-report/work/copy-mark`)
 */
export function writeReportFile(
  read: ReadReport,
  format: ReportFormat,
  mark: readonly string[] = [],
): Promise<Uint8Array> {
  return WRITERS[format](read, mark);
}
