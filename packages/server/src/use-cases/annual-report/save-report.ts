import type { Rejection } from '@zhaoshi/contract/problems';
import type { ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import { reportStandings } from '@zhaoshi/domain/annual-report/work/report-standing';
import { isEditable } from '@zhaoshi/domain/annual-report/work/report-status';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { findOrgan } from '../../db/queries/organs.ts';
import type { ReportKey } from '../../db/queries/report-work.ts';
import type { ChangeContext } from '../context.ts';
import { beginReport } from './begin-report.ts';
import { reportPlaces } from './report-places.ts';

const FROZEN =
  '报告已经提请签发、报送或者公布，不能直接改动；请先撤回送签，由主管部门退回，或者发起更正。您填写的内容仍在页面上。';

/** Saves what is written of a report, whatever it lacks; what was frozen is not changed by it. */
export async function saveReport(
  context: ChangeContext,
  { draft, ...key }: ReportKey & { readonly draft: ReportDraft },
): Promise<Result<null, Rejection>> {
  const { change, reaches, caller, now, newId, expectedVersion } = context;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, key);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    if (!reportStandings(caller.actor, await reportPlaces(transaction, organ)).includes('own')) {
      return err({ code: 'state-refuses', detail: '下级单位的报告由该单位自己编写；需要修改的请退回更正。' });
    }
    const row = await beginReport(transaction, key, { now, newId, by: caller.accountId });
    if (row.version !== expectedVersion) return err({ code: 'stale', current: key });
    if (!isEditable(row.status)) return err({ code: 'state-refuses', detail: FROZEN });
    await transaction
      .updateTable('report_work')
      .set({
        draft: JSON.stringify(draft),
        // Of what was written before.
        blocks: null,
        warnings: null,
        updated_at: now(),
        version: row.version + 1,
      })
      .where('region_id', '=', row.region_id)
      .where('report_id', '=', row.report_id)
      .execute();
    return ok({
      value: null,
      subject: `annualReport/${row.report_id}`,
      organPath: organ.path,
      details: { reportYear: key.reportYear, edition: row.edition },
    });
  });
}
