import type { Rejection } from '@zhaoshi/contract/problems';
import { restatedParts } from '@zhaoshi/domain/annual-report/compare/restated-cells';
import { type DraftWithFile, draftWithFile } from '@zhaoshi/domain/annual-report/work/draft-with-file';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { ReportKey } from '../../db/queries/report-work.ts';
import type { Services } from '../../services.ts';
import type { Caller, UseCaseContext } from '../context.ts';
import { type LoadedReport, loadReport } from './loaded-report.ts';
import { readReportFile } from './read-report-file.ts';

/** What a file would change of a report's draft. */
export interface FileBesideDraft {
  readonly loaded: LoadedReport;
  /** The year that the file names; `null`: none. */
  readonly fileYear: number | null;
  readonly proposal: DraftWithFile;
  /** Cells that the file says otherwise, as they stand and as they would. */
  readonly cells: ReturnType<typeof restatedParts>['cells'];
}

/** Compares an uploaded file of the own organ with the report as its draft comes to it now; nothing is kept of it. */
export async function fileBesideDraft(
  {
    database,
    now,
    caller,
    reaches,
    services,
  }: Pick<UseCaseContext, 'database' | 'now'> & {
    readonly caller: Caller;
    readonly reaches: (path: string) => boolean;
    readonly services: Pick<Services, 'files' | 'secretBox'>;
  },
  { fileId, ...key }: ReportKey & { readonly fileId: string },
): Promise<Result<FileBesideDraft, Rejection>> {
  const own = caller.organ;
  const loaded = await loadReport(database, key, { now: now() });
  if (own === null || loaded === null || !reaches(loaded.organ.path)) return err({ code: 'not-found' });
  const file = await readReportFile(
    database,
    { regionId: own.regionId, fileId },
    { services, reaches: (path) => path === caller.actor.path },
  );
  if (!file.ok) return file;
  const { report } = file.value.read;
  const proposal = draftWithFile(loaded.draft, loaded.report, report);
  const { cells } = restatedParts(loaded.report, report);
  return ok({
    loaded,
    fileYear: report.reportYear,
    proposal,
    cells: cells.filter(({ cell }) => proposal.tables.some((table) => cell.startsWith(`${table}.`))),
  });
}
