import type { Rejection } from '@zhaoshi/contract/problems';
import { isConfirmable } from '@zhaoshi/domain/annual-report/rules/confirmations';
import type { Finding, WaiverBy } from '@zhaoshi/domain/annual-report/rules/rule';
import { isEditable } from '@zhaoshi/domain/annual-report/work/report-status';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import { findOrgan } from '../../db/queries/organs.ts';
import { type ConfirmationRow, confirmationsInForce } from '../../db/queries/report-facts.ts';
import type { ReportKey, ReportWorkRow } from '../../db/queries/report-work.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { beginReport } from './begin-report.ts';
import { checkReport } from './check-report.ts';
import { keepFailing } from './keep-for-board.ts';
import { loadReport } from './loaded-report.ts';
import { waiverRole } from './waive-finding.ts';

type Confirmer = Exclude<WaiverBy, 'none'>;

const FROZEN = '报告已经提请签发、报送或者公布，没有保存；需要修改的请先撤回送签或者由主管部门退回。';

/** Why nobody, or not this person, says so of the finding; `null` when they may. */
function refusal(
  finding: Finding | undefined,
  { as, isRight, given }: { as: Confirmer | null; isRight: boolean; given: ConfirmationRow | undefined },
): string | null {
  if (as === null) return '正文的意思由编写单位的人员确认。';
  if (given?.confirmed_as === 'reviewer' && as === 'author') {
    return '这句话的意思由负责人确认过，由负责人收回。';
  }
  if (!isRight) return given === undefined ? '这句话的意思没有人确认过，不需要收回。' : null;
  if (finding === undefined) return '这一处校验结果已经没有了，请刷新后查看。';
  if (given !== undefined && finding.isConfirmed === true) return '这句话的意思已经确认过了。';
  return isConfirmable(finding) ? null : '这一处不是读正文得出的，不需要确认意思。';
}

async function endConfirmation(
  transaction: Transaction<Schema>,
  { region_id, report_id }: ReportWorkRow,
  { findingId, at }: { readonly findingId: string; readonly at: Date },
): Promise<void> {
  await transaction
    .updateTable('report_confirmation')
    .set({ ended_at: at })
    .where('region_id', '=', region_id)
    .where('report_id', '=', report_id)
    .where('finding_id', '=', findingId)
    .where('ended_at', 'is', null)
    .execute();
}

/**
 * Says of a sentence that it means what the machine took it for, whereupon the contradiction must be mended
 * (annual-report.md §9.9), or takes that back; it ends by itself when the sentence or a figure changes.
 */
export async function confirmFinding(
  context: ChangeContext,
  { findingId, isRight, ...key }: ReportKey & { readonly findingId: string; readonly isRight: boolean },
): Promise<Result<null, Rejection>> {
  const { change, reaches, caller, now, newId } = context;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, key);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const row = await beginReport(transaction, key, { now, newId, by: caller.accountId });
    const at = now();
    const loaded = await loadReport(transaction, key, { now: at });
    if (loaded === null) return err({ code: 'not-found' });
    if (!isEditable(loaded.state.status)) return err({ code: 'state-refuses', detail: FROZEN });
    const { findings } = await checkReport(transaction, loaded, at);
    const finding = findings.find(({ id }) => id === findingId);
    const as = waiverRole(caller, loaded);
    const ids = { regionId: row.region_id, reportId: row.report_id };
    const given = (await confirmationsInForce(transaction, ids)).find((one) => one.finding_id === findingId);
    const why = refusal(finding, { as, isRight, given });
    if (why !== null || as === null) return err({ code: 'state-refuses', detail: why ?? '' });
    await endConfirmation(transaction, row, { findingId, at });
    if (isRight && finding !== undefined) {
      await transaction
        .insertInto('report_confirmation')
        .values({
          region_id: row.region_id,
          report_id: row.report_id,
          confirmation_id: newId(),
          finding_id: findingId,
          fingerprint: finding.fingerprint,
          rule: finding.rule,
          confirmed_as: as,
          given_by: caller.accountId,
          given_at: at,
          ended_at: null,
        })
        .execute();
    }
    await keepFailing(transaction, row, (await checkReport(transaction, loaded, at)).findings);
    return ok({
      value: null,
      subject: `annualReport/${row.report_id}`,
      organPath: organ.path,
      details: {
        reportYear: key.reportYear,
        rule: finding?.rule ?? given?.rule ?? '',
        finding: findingId,
        confirmed: isRight,
      },
    });
  });
}
