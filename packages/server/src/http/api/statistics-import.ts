import type { Rejection } from '@zhaoshi/contract/problems';
import type { statisticsImportRoutes } from '@zhaoshi/contract/routes/statistics-import';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { templateRows } from '@zhaoshi/domain/statistics/figure-sheet';
import { isEntered } from '@zhaoshi/domain/statistics/statistic-entry';
import { STATISTIC_KINDS } from '@zhaoshi/domain/statistics/statistic-kinds';
import { endedMonths } from '@zhaoshi/domain/statistics/statistic-months';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import { statisticsOfYear } from '../../db/queries/statistics.ts';
import { type CheckedFigures, checkFigureSheet } from '../../use-cases/statistics/check-figure-sheet.ts';
import { writeFailedFigures, writeFigureTemplate } from '../../use-cases/statistics/figure-sheet.ts';
import { createFairGate } from '../fair-gate.ts';
import { madeFile } from './file-answer.ts';
import type { Handlers, ReadContext } from './handler.ts';
import { uploadedBytes } from './uploaded-bytes.ts';

/** A thousand figures need a hundredth of it. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Reading a sheet takes memory and time: two at once, and of one person one after the other. */
const GATE = createFairGate({ atOnce: 2, perAsker: 1, waiting: 8, waitingPerAsker: 1 });

const BUSY: Rejection = {
  code: 'unavailable',
  detail: '同时检查的填报表较多，这个文件没有读取，也没有保存任何数字。请稍后重新上传。',
};

/** Reasons that are shown on the screen; the file has all of them. */
const SHOWN_FAILURES = 50;

interface Asked {
  readonly params: OrganIds;
  readonly query: { readonly year: number };
}

async function checkUpload(
  context: ReadContext,
  { params, query }: Asked,
): Promise<Result<CheckedFigures, Rejection>> {
  const organ = await findOrgan(context.database, params);
  if (organ === undefined || !context.reaches(organ.path)) return err({ code: 'not-found' });
  const checked = await GATE.run(context.caller.accountId, async () => {
    const bytes = await uploadedBytes(context, MOST_BYTES);
    if (!bytes.ok) return bytes;
    return await checkFigureSheet(context, params, { year: query.year, bytes: bytes.value });
  });
  return checked ?? err(BUSY);
}

export const statisticsImportHandlers: Handlers<typeof statisticsImportRoutes> = {
  importTemplate: async ({ database, reaches, now }, { params, query: { year } }) => {
    const organ = await findOrgan(database, params);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const entries = (await statisticsOfYear(database, params, year)).filter(isEntered);
    const entered = (month: string, title: string): boolean =>
      entries.some((entry) => entry.month === Number(month) && STATISTIC_KINDS[entry.kind].title === title);
    const rows = templateRows(endedMonths(year, civilDateAt(now()))).filter(
      ({ month, kind }) => !entered(month, kind),
    );
    return ok(madeFile(`${organ.name}${year}年统计数据填报表`, 'xlsx', await writeFigureTemplate(rows)));
  },
  checkImport: async (context, asked) => {
    const checked = await checkUpload(context, asked);
    if (!checked.ok) return checked;
    const { ready, same, failed, unknownColumns } = checked.value;
    return ok({
      rows: ready.length + same + failed.length,
      ready: [...ready],
      same,
      failed: failed.length,
      failures: failed
        .slice(0, SHOWN_FAILURES)
        .map(({ number, reasons }) => ({ row: number, reasons: [...reasons] })),
      unknownColumns: [...unknownColumns],
    });
  },
  importFailures: async (context, asked) => {
    const checked = await checkUpload(context, asked);
    if (!checked.ok) return checked;
    return ok(madeFile('未能导入的统计数据', 'xlsx', await writeFailedFigures(checked.value.failed)));
  },
};
