import { Readable } from 'node:stream';
import type { Rejection } from '@zhaoshi/contract/problems';
import type { applicationStatisticsRoutes } from '@zhaoshi/contract/routes/application-statistics';
import type { FormVersion, RowId } from '@zhaoshi/domain/annual-report/ids';
import { figuresByMonth } from '@zhaoshi/domain/application/figures-by-month';
import { addUpTableThree } from '@zhaoshi/domain/application/table-three';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { pageOf } from '../../db/page.ts';
import {
  countFlows,
  countMonths,
  type FiguresScope,
  listCellCases,
  organsCounted,
} from '../../db/queries/application-figures.ts';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import { lightRules } from '../../use-cases/applications/case-context.ts';
import { attachmentHeader } from './content-disposition.ts';
import type { Handlers, ReadContext } from './handler.ts';
import { rowPresenter } from './row-presenter.ts';

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly form: FormVersion;
  readonly below?: 'true' | undefined;
}

/** Whose figures are asked for; an organ out of reach looks like none. */
async function scopeOf(
  { database, caller: { actor }, permission, reaches }: ReadContext,
  ids: OrganIds,
  { from, to, below }: Asked,
): Promise<Result<FiguresScope & { readonly organ: OrganRow }, Rejection>> {
  const organ = await findOrgan(database, ids);
  if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
  // The contract has checked that these texts are days.
  const period = { from: from as CivilDate, to: to as CivilDate };
  return ok({
    organ,
    viewer: { actor, permission },
    path: organ.path,
    below: below === 'true',
    period,
  });
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const applicationStatisticsHandlers: Handlers<typeof applicationStatisticsRoutes> = {
  statistics: async (context, { params, query }) => {
    const scope = await scopeOf(context, params, query);
    if (!scope.ok) return scope;
    const { database } = context;
    return ok({
      organs: await organsCounted(database, scope.value),
      figures: addUpTableThree(await countFlows(database, scope.value), query.form),
      months: figuresByMonth(await countMonths(database, scope.value), scope.value.period),
    });
  },
  statisticsFile: async (context, { params, query }) => {
    const scope = await scopeOf(context, params, query);
    if (!scope.ok) return scope;
    const { organ, period, below } = scope.value;
    const figures = addUpTableThree(await countFlows(context.database, scope.value), query.form);
    const { writeTableThree } = await import('@zhaoshi/report-files/write/xlsx/write-table-three');
    const days = `${period.from}至${period.to}`;
    const title = `${organ.name}${below ? '（含下级机关）' : ''}收到和处理政府信息公开申请情况（${days}）`;
    const bytes = await writeTableThree({ title, form: query.form, figures });
    return ok({
      status: 200,
      headers: { 'content-type': XLSX, 'content-disposition': attachmentHeader(`${title}.xlsx`) },
      body: Readable.from([bytes]),
    });
  },
  cellCases: async (context, { params, query }) => {
    const scope = await scopeOf(context, params, query);
    if (!scope.ok) return scope;
    const { column, form, cursor, limit } = query;
    const rows = await listCellCases(context.database, {
      ...scope.value,
      row: query.row as RowId,
      column,
      form,
      cursor,
      limit,
    });
    if (rows === null) {
      const message = '这一年度的表三没有这一行。';
      return err({ code: 'invalid', errors: [{ pointer: '?row', message }] });
    }
    const present = await rowPresenter(rows, await lightRules(context.database, civilDateAt(context.now())));
    return ok(pageOf(rows, limit, (row) => [row.receipt_date ?? '', row.application_id], present));
  },
};
