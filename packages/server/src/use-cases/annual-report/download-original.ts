import type { Rejection } from '@zhaoshi/contract/problems';
import { titleOf } from '@zhaoshi/domain/annual-report/work/compose-report';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type FileRow, findFile } from '../../db/queries/files.ts';
import { findSubmission, type ReportKey } from '../../db/queries/report-work.ts';
import type { ChangeContext } from '../context.ts';
import { downloadSubject } from './download-copy.ts';
import { loadReport } from './loaded-report.ts';

/** The file that was entered for a report, with the name under which it is saved. */
export interface EnteredOriginal {
  readonly row: FileRow;
  /** Of the report; the name that the file came with may name somebody. */
  readonly name: string;
}

const ENDING = /\.[A-Za-z]{2,5}$/;

/**
 * The file as it was entered, for whoever may read the report; it belongs to the office that entered it, which may be
 * that of the region above.
 */
export async function downloadOriginal(
  { change, reaches, now }: ChangeContext,
  { submission, ...key }: ReportKey & { readonly submission: number },
): Promise<Result<EnteredOriginal, Rejection>> {
  return await change(async (transaction) => {
    const loaded = await loadReport(transaction, key, { now: now() });
    if (loaded === null || !reaches(loaded.organ.path)) return err({ code: 'not-found' });
    const { work, organ } = loaded;
    if (work === undefined) return err({ code: 'not-found' });
    const ids = { regionId: work.region_id, reportId: work.report_id };
    const sent = await findSubmission(transaction, ids, submission);
    const { file_region_id: regionId = null, file_id: fileId = null } = sent ?? {};
    if (regionId === null || fileId === null) return err({ code: 'not-found' });
    const row = await findFile(transaction, { regionId, fileId });
    if (row === undefined) return err({ code: 'not-found' });
    const title = titleOf({ organ: organ.name, reportYear: key.reportYear });
    const ending = ENDING.exec(row.original_name ?? '')?.[0] ?? '';
    return ok({
      value: { row, name: `${title}（第${submission}次封存的原件）${ending}` },
      subject: downloadSubject(loaded),
      organPath: organ.path,
      details: { reportYear: key.reportYear, kind: 'original', submission },
    });
  });
}
