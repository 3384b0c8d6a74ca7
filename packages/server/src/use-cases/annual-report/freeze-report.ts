import { createHash } from 'node:crypto';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import type { Finding } from '@zhaoshi/domain/annual-report/rules/rule';
import { figureList } from '@zhaoshi/domain/annual-report/work/figure-list';
import { canonicalJson } from '@zhaoshi/domain/disclosure/document-content';
import { cellsHash } from '@zhaoshi/report-files/cells-hash';
import { toJsonReport } from '@zhaoshi/report-files/json-report';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import { sql, type Transaction } from 'kysely';
import type { FileKey } from '../../db/queries/files.ts';
import type { ReportWorkRow } from '../../db/queries/report-work.ts';
import type { Schema } from '../../db/schema.ts';
import type { FrozenCase } from './frozen-cases.ts';

/** What is frozen with a report, and where it came from. */
export interface Freezing {
  readonly read: ReadReport;
  readonly origin: 'platform' | 'file';
  readonly edition: number;
  readonly findings: readonly Finding[];
  /** `null`: typed, or from a file. */
  readonly cases: readonly FrozenCase[] | null;
  /** Where it came from, when it was entered from a file: the folder of whoever entered it. */
  readonly file?: FileKey;
  readonly by: string;
  readonly at: Date;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A report that was born in the platform, in the shape of one that was read. */
export const asRead = (report: AnnualReport): ReadReport => ({
  format: 'json',
  report,
  provenance: {},
  notes: [],
});

const lineOf = ({ register, caseId, place }: FrozenCase): string => `${register} ${caseId} ${place}\n`;

const casesHash = (cases: readonly FrozenCase[]): string => sha256(cases.map(lineOf).toSorted().join(''));

/** Many rows at once as arrays: a parameter for each column, however many cases there are. */
async function insertCases(
  transaction: Transaction<Schema>,
  row: ReportWorkRow,
  submission: number,
  cases: readonly FrozenCase[],
): Promise<void> {
  if (cases.length === 0) return;
  await sql`insert into report_submission_case (region_id, report_id, submission, register, case_id, place)
    select ${row.region_id}::uuid, ${row.report_id}::uuid, ${submission}::integer, one.*
    from unnest(${cases.map(({ register }) => register)}::text[], ${cases.map(({ caseId }) => caseId)}::text[],
      ${cases.map(({ place }) => place)}::text[]) as one`.execute(transaction);
}

/** Keeps one frozen state of the report with its cases; it is never changed. */
export async function freezeReport(
  transaction: Transaction<Schema>,
  row: ReportWorkRow,
  { read, origin, edition, findings, cases, file, by, at }: Freezing,
): Promise<{ readonly submission: number; readonly sha256: string }> {
  const { report } = read;
  const { next } = await transaction
    .selectFrom('report_submission')
    .select((build) => build.fn.coalesce(build.fn.max('submission'), sql<number>`0`).as('next'))
    .where('region_id', '=', row.region_id)
    .where('report_id', '=', row.report_id)
    .executeTakeFirstOrThrow();
  const submission = next + 1;
  const content = JSON.stringify(toJsonReport(read));
  await transaction
    .insertInto('report_submission')
    .values({
      region_id: row.region_id,
      report_id: row.report_id,
      submission,
      edition,
      origin,
      content,
      content_sha256: sha256(content),
      cells_sha256: cellsHash(report),
      table_forms: JSON.stringify(report.tableForms),
      figures: JSON.stringify(figureList(report)),
      cases_sha256: cases === null ? null : casesHash(cases),
      findings: canonicalJson(findings.filter(({ status }) => status === 'fail' || status === 'waived')),
      file_region_id: file?.regionId ?? null,
      file_id: file?.fileId ?? null,
      made_by: by,
      made_at: at,
    })
    .execute();
  if (cases !== null) await insertCases(transaction, row, submission, cases);
  return { submission, sha256: sha256(content) };
}
