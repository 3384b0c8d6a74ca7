import type { annualReportBoardRoutes } from '@zhaoshi/contract/routes/annual-report-board';
import { cellName } from '@zhaoshi/domain/annual-report/forms/registry';
import type { YearChange } from '@zhaoshi/domain/annual-report/work/board';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { reportScopeOf } from '@zhaoshi/domain/organ/reporting-units';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type BoardRow, hasUnitList } from '../../db/queries/report-board.ts';
import { remindUnits } from '../../use-cases/annual-report/remind-units.ts';
import { type BoardUnit, loadBoard, type ReportBoard } from '../../use-cases/annual-report/report-board.ts';
import { type Handlers, presentResult } from './handler.ts';

const presentAlike = ({ alike_region_id, alike_organ_id, alike_name, alike_percent }: BoardRow) =>
  alike_region_id === null || alike_organ_id === null || alike_name === null || alike_percent === null
    ? null
    : { regionId: alike_region_id, organId: alike_organ_id, name: alike_name, percent: alike_percent };

/** As `keepForBoard` wrote them. */
const changesOf = ({ changes }: BoardRow): readonly YearChange[] =>
  changes === null ? [] : (JSON.parse(changes) as YearChange[]);

const presentUnit = ({ row, state, dueOn, daysLeft }: BoardUnit) => ({
  regionId: row.region_id,
  organId: row.organ_id,
  name: row.name,
  reportScope: reportScopeOf(row.kind) ?? ('organ' as const),
  state,
  edition: row.edition ?? 1,
  isCounted: row.is_counted,
  dueOn,
  daysLeft,
  blocks: row.blocks,
  warnings: row.warnings,
  signedAt: row.signed_at?.toISOString() ?? null,
  acceptedAt: row.accepted_at?.toISOString() ?? null,
  changes: changesOf(row).map((change) => ({ ...change, name: cellName(change.cell) })),
  alike: presentAlike(row),
  remindedOn: row.reminded_on,
});

const present = (
  { government, units, uncounted, alikeLimit }: ReportBoard,
  {
    reportYear,
    hasList,
    abilities,
  }: { readonly reportYear: number; readonly hasList: boolean; readonly abilities: Permission[] },
) => ({
  regionId: government.region_id,
  reportYear,
  government: { regionId: government.region_id, organId: government.organ_id, name: government.name },
  hasList,
  units: units.map(presentUnit),
  uncounted: [...uncounted],
  alikeLimit,
  abilities,
});

export const annualReportBoardHandlers: Handlers<typeof annualReportBoardRoutes> = {
  read: async ({ database, now, reaches, abilities }, { params }) => {
    const board = await loadBoard(database, params, now());
    if (board === null || !reaches(board.government.path)) return err({ code: 'not-found' });
    return ok(
      present(board, {
        reportYear: params.reportYear,
        hasList: await hasUnitList(database, params),
        abilities: abilities(board.government.path),
      }),
    );
  },
  remind: async (context, { params, body }) =>
    presentResult(await remindUnits(context, { ...params, ...body }), ({ reminded, skipped }) => ({
      reminded: [...reminded],
      skipped: [...skipped],
    })),
};
