import type { ProblemCode } from '@zhaoshi/contract/problems';
import type { ReportKey } from '../src/db/queries/report-work.ts';
import type { Provoke } from './common-problems.ts';
import { afterwards, manyAtOnce } from './problem-ways.ts';

/** The bytes of the file that was entered are not in the storage. */
const originalGone = afterwards<ReportKey>(async ({ database, services }, { organId, reportYear }) => {
  const { storage_key } = await database.server
    .selectFrom('report_work')
    .innerJoin('report_submission', 'report_submission.report_id', 'report_work.report_id')
    .innerJoin('file', 'file.file_id', 'report_submission.file_id')
    .select('storage_key')
    .where('report_work.organ_id', '=', organId)
    .where('report_work.report_year', '=', reportYear)
    .executeTakeFirstOrThrow();
  await services.files.storage.remove(storage_key);
});

export const ANNUAL_REPORT_DOWNLOAD_PROBLEMS: Readonly<
  Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>
> = {
  'annualReportDownloads.copy': { unavailable: manyAtOnce },
  'annualReportDownloads.original': { unavailable: originalGone },
  'annualReportDownloads.leaderPackage': { unavailable: manyAtOnce },
};
