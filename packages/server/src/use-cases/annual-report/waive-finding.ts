import type { Rejection } from '@zhaoshi/contract/problems';
import type { Finding, WaiverBy } from '@zhaoshi/domain/annual-report/rules/rule';
import { reportStandings } from '@zhaoshi/domain/annual-report/work/report-standing';
import { isEditable } from '@zhaoshi/domain/annual-report/work/report-status';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { rolesInForce } from '@zhaoshi/domain/permission/can';
import type { Transaction } from 'kysely';
import { findOrgan } from '../../db/queries/organs.ts';
import type { ReportKey, ReportWorkRow } from '../../db/queries/report-work.ts';
import type { Schema } from '../../db/schema.ts';
import type { Caller, ChangeContext } from '../context.ts';
import { beginReport } from './begin-report.ts';
import { checkReport } from './check-report.ts';
import { keepFailing } from './keep-for-board.ts';
import { type LoadedReport, loadReport } from './loaded-report.ts';
import { isMadeElsewhere } from './made-elsewhere.ts';

/**
 * As whom somebody may give a reason: the author's in the organ itself; the reviewer's by its head of the office and
 * leader, of a region's report also the supervisor (annual-report.md §9: A author, R reviewer, both with reason). For a
 * report that came as a file its receiver answers, who alone has it on the platform.
 */
export function waiverRole(
  caller: Caller,
  { places, state, events }: Pick<LoadedReport, 'places' | 'state' | 'events'>,
): Exclude<WaiverBy, 'none'> | null {
  const roles = rolesInForce(caller.actor);
  const standings = reportStandings(caller.actor, places);
  const reviews = roles.includes('disclosureOfficeHead') || roles.includes('leader');
  if (isMadeElsewhere({ state, events })) {
    return standings.includes('receiver') && roles.includes('supervisor') ? 'reviewer' : null;
  }
  if (!standings.includes('own')) return null;
  return reviews || roles.includes('supervisor') ? 'reviewer' : 'author';
}

/** Why the finding takes no reason from this person; `null` when it does. */
function refusal(finding: Finding | undefined, as: Exclude<WaiverBy, 'none'> | null): string | null {
  if (finding === undefined) return '这一处校验结果已经没有了，请刷新后查看。';
  if (finding.status === 'pass' || finding.status === 'notEvaluated') return '这一项没有问题，不需要说明。';
  if (finding.waiverBy === 'none') return '这一项不能以说明理由的方式通过，请改正。';
  if (as === null || (finding.waiverBy === 'reviewer' && as === 'author')) {
    return '这一项由政府信息公开工作机构负责人或者分管领导写明理由，才能通过。';
  }
  return null;
}

const FROZEN =
  '报告已经提请签发、报送或者公布，校验结果的说明随报告一并封存；需要修改的请先撤回送签或者由主管部门退回。';

/** Keeps a reason that was given for a finding as it stands. */
export async function insertWaiver(
  transaction: Transaction<Schema>,
  { region_id, report_id }: Pick<ReportWorkRow, 'region_id' | 'report_id'>,
  { id, fingerprint, rule }: Finding,
  {
    waiverId,
    as,
    by,
    reason,
    at,
  }: {
    readonly waiverId: string;
    readonly as: Exclude<WaiverBy, 'none'>;
    readonly by: string;
    readonly reason: string;
    readonly at: Date;
  },
): Promise<void> {
  await transaction
    .insertInto('report_waiver')
    .values({
      region_id,
      report_id,
      waiver_id: waiverId,
      finding_id: id,
      fingerprint,
      rule,
      waived_by: as,
      reason,
      given_by: by,
      given_at: at,
      ended_at: null,
    })
    .execute();
}

/** Gives a reason for a finding, or takes it back with an empty one; it ends when the figures or the words change. */
export async function waiveFinding(
  context: ChangeContext,
  { findingId, reason, ...key }: ReportKey & { readonly findingId: string; readonly reason: string },
): Promise<Result<null, Rejection>> {
  const { change, reaches, caller, now, newId } = context;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, key);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const row = await beginReport(transaction, key, { now, newId, by: caller.accountId });
    const loaded = await loadReport(transaction, key, { now: now() });
    if (loaded === null) return err({ code: 'not-found' });
    // What was signed rests on the reasons that stood beside it; what came as a file is judged where it is received.
    const isReceiving = loaded.state.status === 'submitted' && isMadeElsewhere(loaded);
    if (!isEditable(loaded.state.status) && !isReceiving)
      return err({ code: 'state-refuses', detail: FROZEN });
    const { findings } = await checkReport(transaction, loaded, now());
    const finding = findings.find(({ id }) => id === findingId);
    const as = waiverRole(caller, loaded);
    const why = refusal(finding, as);
    if (why !== null || finding === undefined || as === null) {
      return err({ code: 'state-refuses', detail: why ?? '' });
    }
    const place = { region_id: row.region_id, report_id: row.report_id };
    await transaction
      .updateTable('report_waiver')
      .set({ ended_at: now() })
      .where('region_id', '=', place.region_id)
      .where('report_id', '=', place.report_id)
      .where('finding_id', '=', findingId)
      .where('ended_at', 'is', null)
      .execute();
    if (reason !== '') {
      const given = { waiverId: newId(), as, by: caller.accountId, reason, at: now() };
      await insertWaiver(transaction, row, finding, given);
    }
    const status = reason === '' ? 'fail' : 'waived';
    const after = findings.map((one): Finding => (one.id === findingId ? { ...one, status } : one));
    await keepFailing(transaction, row, after);
    return ok({
      value: null,
      subject: `annualReport/${row.report_id}`,
      organPath: organ.path,
      details: { reportYear: key.reportYear, rule: finding.rule, finding: findingId, given: reason !== '' },
    });
  });
}
