import { Readable } from 'node:stream';
import type { Rejection } from '@zhaoshi/contract/problems';
import type { applicationTransferRoutes } from '@zhaoshi/contract/routes/application-transfer';
import { addWorkingDays } from '@zhaoshi/domain/calendar/working-days';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import { caseContext } from '../../use-cases/applications/case-context.ts';
import { exportRegister } from '../../use-cases/applications/export/export-register.ts';
import { checkImport } from '../../use-cases/applications/import/check-import.ts';
import {
  findImport,
  type ImportIds,
  type ImportRow,
  openRows,
  reportOf,
} from '../../use-cases/applications/import/kept-import.ts';
import { runImport } from '../../use-cases/applications/import/run-import.ts';
import { createFairGate } from '../fair-gate.ts';
import type { Handlers, ReadContext } from './handler.ts';
import { uploadedBytes } from './uploaded-bytes.ts';
import { workbook } from './workbook-answer.ts';

async function reachedOrgan(
  { database, reaches }: Pick<ReadContext, 'database' | 'reaches'>,
  ids: OrganIds,
): Promise<Result<OrganRow, Rejection>> {
  const organ = await findOrgan(database, ids);
  return organ !== undefined && reaches(organ.path) ? ok(organ) : err({ code: 'not-found' });
}

/** The import, for whoever uploaded it as long as their right reaches the organ. */
async function ownImport(context: ReadContext, ids: ImportIds): Promise<Result<ImportRow, Rejection>> {
  const organ = await reachedOrgan(context, ids);
  if (!organ.ok) return organ;
  const found = await findImport(context.database, ids, context.caller.accountId);
  return found === undefined ? err({ code: 'not-found' }) : ok(found);
}

/** A register of so many rows needs a twentieth of it. */
const MOST_BYTES = 20 * 1024 * 1024;

/** Reading a register takes memory and time: two at once, and of one person one after the other. */
const GATE = createFairGate({ atOnce: 2, perAsker: 1, waiting: 8, waitingPerAsker: 1 });

const BUSY: Rejection = {
  code: 'unavailable',
  detail: '同时检查的登记簿较多，这个文件没有读取，也没有改动任何内容。请等前面的检查完成后重新上传。',
};

export const applicationTransferHandlers: Handlers<typeof applicationTransferRoutes> = {
  importTemplate: async (context, { params }) => {
    const organ = await reachedOrgan(context, params);
    if (!organ.ok) return organ;
    const { writeTemplate } = await import('@zhaoshi/report-files/write/xlsx/write-register');
    return ok(workbook('申请登记簿导入模板', Readable.from([await writeTemplate()])));
  },
  checkImport: async (context, { params }) => {
    // Before a byte is read, and again in the transaction.
    const organ = await reachedOrgan(context, params);
    if (!organ.ok) return organ;
    const checked = await GATE.run(context.caller.accountId, async () => {
      const bytes = await uploadedBytes(context, MOST_BYTES);
      return bytes.ok ? await checkImport(context, { ...params, bytes: bytes.value }) : bytes;
    });
    return checked ?? err(BUSY);
  },
  runImport: (context, { params }) => runImport(context, params),
  importReport: async (context, { params }) => {
    const found = await ownImport(context, params);
    return found.ok ? ok(reportOf(found.value, openRows(context.services.secretBox, found.value))) : found;
  },
  importFailures: async (context, { params }) => {
    const found = await ownImport(context, params);
    if (!found.ok) return found;
    const { failed } = openRows(context.services.secretBox, found.value);
    const { writeFailedRows } = await import('@zhaoshi/report-files/write/xlsx/write-register');
    return ok(workbook('未能导入的申请', Readable.from([await writeFailedRows(failed)])));
  },
  exportRegister: async (context, { params, body }) => {
    const organ = await reachedOrgan(context, params);
    if (!organ.ok) return organ;
    const { calendar, milestoneRules } = await caseContext(context.database, organ.value.path, context.now());
    const today = civilDateAt(context.now());
    const soon = addWorkingDays(calendar, today, milestoneRules.secondDays).date;
    const exported = await exportRegister(context, params, { ...body, today, soon });
    if (!exported.ok) return exported;
    return ok(workbook(`${exported.value.organName}申请登记簿（${today}）`, exported.value.bytes));
  },
};
