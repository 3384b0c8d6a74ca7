import type { Rejection } from '@zhaoshi/contract/problems';
import type { ReportActInput } from '@zhaoshi/contract/routes/annual-reports';
import {
  type DecideReportContext,
  decideReportAct,
  type ReportActor,
} from '@zhaoshi/domain/annual-report/work/decide-report-act';
import type { ReportAct, ReportEvent } from '@zhaoshi/domain/annual-report/work/report-act';
import { reportStandings } from '@zhaoshi/domain/annual-report/work/report-standing';
import { textsHash } from '@zhaoshi/domain/annual-report/work/texts-hash';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { rolesInForce } from '@zhaoshi/domain/permission/can';
import type { Transaction } from 'kysely';
import { findOrgan } from '../../db/queries/organs.ts';
import { type ReportKey, type ReportWorkRow, reportEventOf } from '../../db/queries/report-work.ts';
import type { Schema } from '../../db/schema.ts';
import type { Caller, ChangeContext } from '../context.ts';
import { rejectionOfRefusals } from '../rejection-of-refusals.ts';
import { appendReportEvent } from './append-event.ts';
import { beginReport } from './begin-report.ts';
import { type CheckedReport, checkReport } from './check-report.ts';
import { asRead, freezeReport } from './freeze-report.ts';
import type { FrozenCase } from './frozen-cases.ts';
import { keepFailing, keepForBoard } from './keep-for-board.ts';
import { type CountedReport, loadForFreezing } from './load-for-freezing.ts';
import { type LoadedReport, loadReport } from './loaded-report.ts';
import { movedCases } from './moved-cases.ts';
import { publishFrozen } from './publish-frozen.ts';
import { madeOutputs } from './publish-outputs.ts';
import { tellReportNext } from './tell-report-next.ts';

export interface ActOnReport extends ReportKey {
  readonly act: ReportActInput;
  readonly texts: Readonly<Record<string, string>>;
}

/** Who acts, as the rules see it. */
export const reportActorOf = (caller: Caller, { places }: Pick<LoadedReport, 'places'>): ReportActor => ({
  id: caller.accountId,
  roles: rolesInForce(caller.actor),
  standings: reportStandings(caller.actor, places),
});

/** What decides about an act on the report now. */
export const decideReportContext = (
  loaded: LoadedReport,
  { findings }: Pick<CheckedReport, 'findings'>,
  {
    caller,
    now,
    moved = [],
  }: { readonly caller: Caller; readonly now: Date; readonly moved?: readonly string[] },
): DecideReportContext => ({
  actor: reportActorOf(caller, loaded),
  now: now.toISOString(),
  today: civilDateAt(now),
  reportYear: loaded.key.reportYear,
  findings,
  missingMembers: loaded.region?.sum.missing ?? [],
  countedElsewhere: loaded.countedElsewhere,
  moved,
});

/** The act with what only the server knows; freezing comes after the decision, so its number and hash are put in then. */
export function completeReportAct(
  { places, draft }: Pick<LoadedReport, 'places' | 'draft'>,
  act: ReportActInput,
): ReportAct {
  if (act.type === 'recordSecrecyReview') return { ...act, textsHash: textsHash(draft) };
  if (act.type === 'askSignature') return { ...act, submission: 0, sha256: '' };
  if (act.type === 'restate') return { ...act, draft };
  return act.type === 'sign' ? { ...act, hasReceiver: places.receiver !== null } : act;
}

/** The report as it is frozen: dated on the day when nobody has dated it. */
export async function freeze(
  transaction: Transaction<Schema>,
  row: ReportWorkRow,
  loaded: LoadedReport,
  {
    findings,
    event,
    cases,
  }: {
    readonly findings: CheckedReport['findings'];
    readonly event: ReportEvent;
    readonly cases: readonly FrozenCase[] | null;
  },
): Promise<ReportEvent> {
  if (event.type !== 'askSignature') return event;
  const { state, report } = loaded;
  const at = new Date(event.at);
  const frozen = await freezeReport(transaction, row, {
    read: asRead(report),
    origin: 'platform',
    edition: state.edition,
    findings,
    cases,
    by: event.by,
    at,
  });
  const own = { regionId: row.region_id, reportId: row.report_id, submission: frozen.submission };
  await keepForBoard(transaction, own, loaded);
  return { ...event, ...frozen };
}

/** What was written of the published report stands again, with the sources by which its cases are held. */
async function restoreDraft(
  transaction: Transaction<Schema>,
  row: ReportWorkRow,
  { events }: LoadedReport,
): Promise<void> {
  const begun = events.map(reportEventOf).findLast((event) => event.type === 'restate');
  if (begun === undefined) return;
  await transaction
    .updateTable('report_work')
    .set({ draft: JSON.stringify(begun.draft) })
    .where('region_id', '=', row.region_id)
    .where('report_id', '=', row.report_id)
    .execute();
}

/** The report as the act finds it; with the cases of its figures where these are about to be frozen. */
async function loadForAct(
  transaction: Transaction<Schema>,
  key: ReportKey,
  { act, now }: { readonly act: ReportActInput; readonly now: Date },
): Promise<Result<CountedReport, Rejection>> {
  if (act.type === 'askSignature') return await loadForFreezing(transaction, key, now);
  const loaded = await loadReport(transaction, key, { now });
  return loaded === null ? err({ code: 'not-found' }) : ok({ loaded, cases: null });
}

/** Does one act on a report (architecture §2). Two at once: one wins, the other is told. */
export async function actOnReport(
  context: ChangeContext,
  { act, texts, ...key }: ActOnReport,
): Promise<Result<null, Rejection>> {
  const { change, reaches, caller, now, newId, expectedVersion } = context;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, key);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const row = await beginReport(transaction, key, { now, newId, by: caller.accountId });
    if (row.version !== expectedVersion) return err({ code: 'stale', current: key });
    const at = now();
    const found = await loadForAct(transaction, key, { act, now: at });
    if (!found.ok) return found;
    const { loaded, cases } = found.value;
    const isPublishing = act.type === 'publish' && loaded.state.status === 'accepted';
    const outputs = isPublishing ? await madeOutputs(loaded.report) : [];
    const checked = await checkReport(transaction, loaded, at, outputs);
    const decided = decideReportAct(
      loaded.state,
      { act: completeReportAct(loaded, act), texts },
      decideReportContext(loaded, checked, {
        caller,
        now: at,
        moved: await movedCases(transaction, loaded, at),
      }),
    );
    if (!decided.ok) return err(rejectionOfRefusals(decided.error));
    const event = await freeze(transaction, row, loaded, {
      findings: checked.findings,
      event: decided.value,
      cases,
    });
    const after = await appendReportEvent(transaction, row, loaded.state, {
      event,
      sequence: (loaded.events.at(-1)?.sequence ?? 0) + 1,
      texts,
    });
    if (event.type === 'discardRestatement') await restoreDraft(transaction, row, loaded);
    await keepFailing(transaction, row, checked.findings);
    if (event.type === 'publish') {
      const published = await publishFrozen(transaction, context, loaded);
      if (!published.ok) return published;
    }
    await tellReportNext(transaction, context, loaded, { event, after });
    return ok({
      value: null,
      subject: `annualReport/${row.report_id}`,
      organPath: organ.path,
      details: {
        act: event.type,
        reportYear: key.reportYear,
        edition: after.edition,
        before: { status: loaded.state.status },
        after: { status: after.status },
        ...(after.frozen !== null && { contentSha256: after.frozen.sha256 }),
      },
    });
  });
}
