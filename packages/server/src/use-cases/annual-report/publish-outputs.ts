import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import type { PublishedCopy } from '@zhaoshi/domain/annual-report/rules/register-facts';
import { cellsHash } from '@zhaoshi/report-files/cells-hash';
import { readReportFile } from '@zhaoshi/report-files/read/read-file';
import { type ReportFormat, writeReportFile } from '@zhaoshi/report-files/write/write-file';
import { asRead } from './freeze-report.ts';

/** What is published, by the names that a finding uses. */
const OUTPUTS: readonly (readonly [ReportFormat, string])[] = [
  ['html', '网页'],
  ['docx', 'Word 文档'],
  ['pdf', 'PDF 文档'],
  ['xlsx', 'Excel 表格'],
  ['json', '开放数据'],
];

/** A stranger's file is given up sooner; of our own that would say that its figures are others. */
const LONGEST_MILLISECONDS = 120_000;

/**
 * Makes the forms in which a report is published and reads each as a stranger would, with the reader for files: the
 * hash of the figures that really stand in it (AR-PUB-01). A second or two of work, done when somebody publishes.
 *
 * @param write for tests
 */
export async function madeOutputs(
  report: AnnualReport,
  write: typeof writeReportFile = writeReportFile,
): Promise<readonly PublishedCopy[]> {
  const copies: PublishedCopy[] = [];
  for (const [format, name] of OUTPUTS) {
    const read = await readReportFile(await write(asRead(report), format), {
      name: `report.${format}`,
      milliseconds: LONGEST_MILLISECONDS,
    });
    copies.push({ name, hash: read.ok ? cellsHash(read.value.report) : null });
  }
  return copies;
}
