import type { Rejection } from '@zhaoshi/contract/problems';
import type { ReportDraftInput } from '@zhaoshi/contract/routes/annual-report-fields';
import type { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import type { ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import { reportStandings } from '@zhaoshi/domain/annual-report/work/report-standing';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import { type ReportKey, submissionsOf } from '../../db/queries/report-work.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import { type ActOnReport, actOnReport } from '../../use-cases/annual-report/act-on-report.ts';
import { cellItems } from '../../use-cases/annual-report/cell-items.ts';
import { checkReport } from '../../use-cases/annual-report/check-report.ts';
import { confirmFinding } from '../../use-cases/annual-report/confirm-finding.ts';
import { listReportYears } from '../../use-cases/annual-report/list-report-years.ts';
import { type LoadedReport, loadReport, settledReport } from '../../use-cases/annual-report/loaded-report.ts';
import { movedCases } from '../../use-cases/annual-report/moved-cases.ts';
import { offeredReportActs } from '../../use-cases/annual-report/offered-report-acts.ts';
import { saveReport } from '../../use-cases/annual-report/save-report.ts';
import { waiveFinding, waiverRole } from '../../use-cases/annual-report/waive-finding.ts';
import { type CallContext, type Handlers, presentStale, type ReadContext } from './handler.ts';
import { presentReport, presentReportCheck } from './present-report.ts';

/** The report within reach; `null` looks the same as none. */
async function reachedReport(
  context: ReadContext,
  key: ReportKey,
  draft?: ReportDraft,
): Promise<LoadedReport | null> {
  const loaded = await loadReport(context.database, key, {
    now: context.now(),
    ...(draft !== undefined && { draft }),
  });
  return loaded !== null && context.reaches(loaded.organ.path) ? loaded : null;
}

async function present(context: ReadContext, loaded: LoadedReport) {
  const { database, caller } = context;
  const now = context.now();
  const { key, organ, work, places } = loaded;
  const checked = await checkReport(database, loaded, now);
  const settings = settingsAt(organ.path, await chosenSettings(database, organ.path));
  return presentReport(loaded, {
    checked,
    acts: offeredReportActs(loaded, checked, {
      caller,
      now,
      moved: await movedCases(database, loaded, now),
    }),
    lastYear: await settledReport(database, { ...key, reportYear: key.reportYear - 1 }),
    submissions:
      work === undefined
        ? []
        : await submissionsOf(database, { regionId: work.region_id, reportId: work.report_id }),
    waivesAs: waiverRole(caller, loaded),
    isOwn: reportStandings(caller.actor, places).includes('own'),
    localDeadline: settings('annualReport.localDeadline') || null,
    abilities: context.abilities(organ.path),
  });
}

async function act(
  context: CallContext,
  command: ActOnReport,
): Promise<Result<Awaited<ReturnType<typeof present>>, Rejection>> {
  const done = await actOnReport(context, command);
  const loaded = await reachedReport(context, command);
  if (loaded === null) return err({ code: 'not-found' });
  const shown = await present(context, loaded);
  return done.ok ? ok(shown) : presentStale(done, () => shown);
}

/** A reason for a finding, by who writes the report or, of one that came as a file, by who receives it. */
async function explain(
  context: CallContext,
  { findingId, reason, ...key }: ReportKey & { readonly findingId: string; readonly reason: string },
): Promise<Result<Awaited<ReturnType<typeof present>>, Rejection>> {
  const waived = await waiveFinding(context, { ...key, findingId, reason });
  if (!waived.ok) return waived;
  const loaded = await reachedReport(context, key);
  return loaded === null ? err({ code: 'not-found' }) : ok(await present(context, loaded));
}

/** The contract has checked that the cells are cells and the day is one. */
const draftOf = (input: ReportDraftInput): ReportDraft => ({
  ...input,
  datedOn: input.datedOn as CivilDate | null,
});

export const annualReportHandlers: Handlers<typeof annualReportRoutes> = {
  years: async (context, { params }) => {
    const listed = await listReportYears(context.database, params, context);
    return listed === null ? err({ code: 'not-found' }) : ok(listed);
  },
  read: async (context, { params }) => {
    const loaded = await reachedReport(context, params);
    return loaded === null ? err({ code: 'not-found' }) : ok(await present(context, loaded));
  },
  save: async (context, { params, body }) => {
    const saved = await saveReport(context, { ...params, draft: draftOf(body.draft) });
    const loaded = await reachedReport(context, params);
    if (loaded === null) return err({ code: 'not-found' });
    const shown = await present(context, loaded);
    return saved.ok ? ok(shown) : presentStale(saved, () => shown);
  },
  check: async (context, { params, body }) => {
    const loaded = await reachedReport(context, params, draftOf(body.draft));
    if (loaded === null) return err({ code: 'not-found' });
    return ok(presentReportCheck(loaded, await checkReport(context.database, loaded, context.now())));
  },
  act: async (context, { params, body }) => await act(context, { ...params, ...body }),
  receive: async (context, { params, body }) => await act(context, { ...params, ...body }),
  waive: async (context, { params, body }) => await explain(context, { ...params, ...body }),
  explainReceived: async (context, { params, body }) => await explain(context, { ...params, ...body }),
  confirm: async (context, { params: { findingId, ...key }, body }) => {
    const confirmed = await confirmFinding(context, { ...key, findingId, ...body });
    if (!confirmed.ok) return confirmed;
    const loaded = await reachedReport(context, key);
    return loaded === null ? err({ code: 'not-found' }) : ok(await present(context, loaded));
  },
  cell: async (context, { params, query }) => {
    const loaded = await reachedReport(context, params);
    if (loaded === null) return err({ code: 'not-found' });
    const asked = { ...query, cell: query.cell as CellId, now: context.now() };
    return ok(await cellItems(context.database, loaded, asked));
  },
};
