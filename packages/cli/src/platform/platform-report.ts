import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { type CellId, SECTION_IDS, type SectionId } from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport, CellValue, ReportSection } from '@zhaoshi/domain/annual-report/report';
import { canonicalHeading } from '@zhaoshi/domain/annual-report/section-headings';
import { REPORT_STATUSES } from '@zhaoshi/domain/annual-report/work/report-status';
import { CliError } from '../cli-error.ts';
import { organNamed } from './organ-named.ts';
import type { PlatformClient } from './platform-client.ts';

/** The report of an organ and year with everything about it, as the platform shows it. */
export type PlatformReport = RouteOutput<typeof annualReportRoutes.read>;
/** What a draft comes to, saved or not. */
export type CheckedDraft = RouteOutput<typeof annualReportRoutes.check>;

/** Years for which the platform has reports (60号). */
const FIRST_YEAR = 2019;

/** The ids of a report that somebody named by organ and year. */
export async function reportNamed(client: PlatformClient, organ: string, reportYear: number) {
  if (reportYear < FIRST_YEAR) {
    throw new CliError(`${FIRST_YEAR}年起才有统一格式，平台上没有${reportYear}年的报告。`);
  }
  const { regionId, organId, name } = await organNamed(client, organ);
  return { key: { regionId, organId, reportYear }, name };
}

export type ReportKey = Awaited<ReturnType<typeof reportNamed>>['key'];

export const readReport = async (client: PlatformClient, key: ReportKey): Promise<PlatformReport> =>
  await client.call(annualReportRoutes.read, { params: key });

/** Where the report stands, in a line. */
export function standingOf(report: PlatformReport): string {
  const edition = report.edition > 1 ? `，第${report.edition}版` : '';
  const due = report.dueOn === null ? '' : `，期限 ${report.dueOn}`;
  return `${report.organName} ${report.reportYear}年度报告：${REPORT_STATUSES[report.status]}${edition}${due}`;
}

const isWritten = (id: SectionId): id is 's1' | 's5' | 's6' => id === 's1' || id === 's5' || id === 's6';

/** What a draft comes to as a report, for comparison with another one. */
export function asReport(
  { organName, reportYear, formVersion, title }: PlatformReport,
  { cells, texts }: Pick<CheckedDraft, 'cells' | 'texts'>,
): AnnualReport {
  const sections: Partial<Record<SectionId, ReportSection>> = {};
  for (const id of SECTION_IDS) {
    sections[id] = { heading: canonicalHeading(id), paragraphs: isWritten(id) ? texts[id] : [] };
  }
  return {
    title,
    organ: organName,
    organKind: null,
    reportYear,
    tableForms: { t2: formVersion, t3: formVersion, t4: formVersion },
    preamble: texts.preamble,
    sections,
    signature: null,
    cells: cells as Readonly<Record<CellId, CellValue>>,
  };
}
