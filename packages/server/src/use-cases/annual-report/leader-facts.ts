import type {
  LeaderFacts,
  LeaderMember,
  LostDispute,
} from '@zhaoshi/domain/annual-report/leader-package/leader-facts';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { deadlineOf } from '@zhaoshi/domain/annual-report/rules/deadlines';
import { cellsOfList } from '@zhaoshi/domain/annual-report/work/figure-list';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { Kysely } from 'kysely';
import type { KeptStage } from '../../db/queries/disputes.ts';
import type { MemberReportRow } from '../../db/queries/report-work.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';
import { checkReport } from './check-report.ts';
import { type LoadedReport, settledReport } from './loaded-report.ts';
import { loadBoard } from './report-board.ts';
import { reportedTableFour } from './reported-figures.ts';

/** 结果纠正 of what a unit sent; `null`: nothing, or no figure. */
function rectifiedOf({ table_forms, figures }: MemberReportRow): number | null {
  if (table_forms === null || figures === null) return null;
  // Both were written by `freezeReport`.
  const cells = cellsOfList(
    JSON.parse(table_forms) as AnnualReport['tableForms'],
    JSON.parse(figures) as (number | null)[],
  );
  const rows = ['t4.reconsideration', 't4.litigationDirect', 't4.litigationAfterReconsideration'] as const;
  return rows.reduce((sum, row) => sum + (cells[`${row}/rectified`]?.value ?? 0), 0);
}

/** The units of a government's list as the board shows them. */
async function membersOf(
  database: Kysely<Schema>,
  { key, region }: LoadedReport,
  now: Date,
): Promise<readonly LeaderMember[] | null> {
  if (region === null) return null;
  const board = await loadBoard(database, key, now);
  const sent = new Map(region.rows.map((row) => [row.organ_id, rectifiedOf(row)]));
  return (board?.units ?? []).map(({ row, state, dueOn }) => ({
    name: row.name,
    state,
    isCounted: row.is_counted,
    dueOn,
    signedOn: row.signed_at === null ? null : civilDateAt(row.signed_at),
    rectified: sent.get(row.organ_id) ?? null,
  }));
}

/** Cases of the year that ended with a correction, out of the registers that the report counts. */
async function lostDisputes(
  database: Kysely<Schema>,
  { key, organs, region }: LoadedReport,
  now: Date,
): Promise<readonly LostDispute[] | null> {
  if (region !== null) return null;
  const { cells } = await reportedTableFour(database, organs, key.reportYear, now);
  return cells
    .filter(({ cell }) => cell.endsWith('/rectified'))
    .flatMap(({ disputes }) =>
      disputes.flatMap(({ dispute, standing }): LostDispute[] => {
        if (standing.state !== 'settled') return [];
        const kept: KeptStage | undefined = dispute.stages.find((stage) => stage === standing.stage);
        return [
          {
            kind: dispute.kind,
            act: dispute.act,
            stage: standing.stage.kind,
            tribunal: kept?.tribunal ?? '',
            number: kept?.number ?? '',
            result: standing.result,
            on: standing.on,
          },
        ];
      }),
    );
}

/** Everything that a leader's paper about a report says, as it is known now. */
export async function leaderFacts(
  database: Kysely<Schema>,
  loaded: LoadedReport,
  now: Date,
): Promise<LeaderFacts> {
  const { key, organ, state, report } = loaded;
  const { findings } = await checkReport(database, loaded, now);
  const settings = settingsAt(organ.path, await chosenSettings(database, organ.path));
  const local = settings('annualReport.localDeadline') || null;
  return {
    organ: organ.name,
    reportYear: key.reportYear,
    today: civilDateAt(now),
    status: state.status,
    edition: state.edition,
    frozen: state.frozen,
    due: isOrganInLaw(organ.kind) ? (deadlineOf(organ.kind, key.reportYear, local) ?? null) : null,
    report,
    previous: await settledReport(database, { ...key, reportYear: key.reportYear - 1 }),
    findings,
    members: await membersOf(database, loaded, now),
    lost: await lostDisputes(database, loaded, now),
  };
}
