import type { Rejection } from '@zhaoshi/contract/problems';
import type { ReportDownloadFormat } from '@zhaoshi/contract/routes/annual-report-downloads';
import { titleOf } from '@zhaoshi/domain/annual-report/work/compose-report';
import { copyMark, copyOf, copySuffix, type ReportCopy } from '@zhaoshi/domain/annual-report/work/copy-mark';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { cellsHash } from '@zhaoshi/report-files/cells-hash';
import { fromJsonReport } from '@zhaoshi/report-files/json-report';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import { writeReportFile } from '@zhaoshi/report-files/write/write-file';
import type { Kysely } from 'kysely';
import { findSubmission, publishedContent, type ReportKey } from '../../db/queries/report-work.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { asRead } from './freeze-report.ts';
import { type LoadedReport, loadReport } from './loaded-report.ts';

/** A file that was made out of a report, with the name under which it is saved. */
export interface MadeReportFile {
  /** Without its ending; organ, year and what it is, and nobody's name. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where the trail says that something of a report was taken away. */
export const downloadSubject = ({ key, work }: Pick<LoadedReport, 'key' | 'work'>): string =>
  work === undefined ? `organ/${key.organId}` : `annualReport/${work.report_id}`;

interface FoundCopy {
  readonly copy: ReportCopy;
  readonly read: ReadReport;
}

/** The report as it stands: a draft is composed now, anything else is what was frozen, or published before it was made here. */
async function currentCopy(database: Kysely<Schema>, loaded: LoadedReport): Promise<FoundCopy | null> {
  const { state, key, work } = loaded;
  const copy = copyOf(state, null);
  if (copy.kind === 'draft') return { copy, read: asRead(loaded.report) };
  if (work !== undefined && state.frozen !== null) {
    return await frozenCopy(database, loaded, state.frozen.submission);
  }
  const published = await publishedContent(database, key);
  return published === undefined ? null : { copy, read: fromJsonReport(JSON.parse(published.content)) };
}

async function frozenCopy(
  database: Kysely<Schema>,
  { work, state }: LoadedReport,
  submission: number,
): Promise<FoundCopy | null> {
  if (work === undefined) return null;
  const ids = { regionId: work.region_id, reportId: work.report_id };
  const row = await findSubmission(database, ids, submission);
  return row === undefined
    ? null
    : { copy: copyOf(state, submission), read: fromJsonReport(JSON.parse(row.content)) };
}

/**
 * A text of a report as a file: as it stands now, or one of its frozen states, by the writers of the publication. What is
 * not the published text says so on every page. That it was taken away, and by whom, is in the trail before it leaves.
 */
export async function downloadCopy(
  { change, reaches, now }: ChangeContext,
  {
    submission,
    format,
    ...key
  }: ReportKey & { readonly submission: number | null; readonly format: ReportDownloadFormat },
): Promise<Result<MadeReportFile, Rejection>> {
  const recorded = await change(async (transaction) => {
    const loaded = await loadReport(transaction, key, { now: now() });
    if (loaded === null || !reaches(loaded.organ.path)) return err({ code: 'not-found' });
    const found =
      submission === null
        ? await currentCopy(transaction, loaded)
        : await frozenCopy(transaction, loaded, submission);
    if (found === null) return err({ code: 'not-found' });
    const { kind, submission: number } = found.copy;
    const { reportYear } = key;
    return ok({
      value: { ...found, title: titleOf({ organ: loaded.organ.name, reportYear }) },
      subject: downloadSubject(loaded),
      organPath: loaded.organ.path,
      details: { reportYear, kind, submission: number, format },
    });
  });
  if (!recorded.ok) return recorded;
  const { copy, read, title } = recorded.value;
  const today = civilDateAt(now());
  const mark = copyMark(copy, { today, cellsSha256: cellsHash(read.report) });
  const bytes = await writeReportFile(read, format, mark);
  return ok({ name: `${title}${copySuffix(copy, today)}`, bytes });
}
