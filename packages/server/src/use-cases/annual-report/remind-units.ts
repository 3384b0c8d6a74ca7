import type { Rejection } from '@zhaoshi/contract/problems';
import { isMissing } from '@zhaoshi/domain/annual-report/work/board';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isGovernment } from '@zhaoshi/domain/organ/tree';
import type { Role } from '@zhaoshi/domain/permission/roles';
import type { Transaction } from 'kysely';
import { findOrgan } from '../../db/queries/organs.ts';
import { organDesk } from '../../db/queries/reminder-desk.ts';
import { noteReminder, officeOf } from '../../db/queries/report-board.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { notify } from '../notifications/notify.ts';
import { type BoardUnit, loadBoard } from './report-board.ts';

export interface RemindUnits {
  readonly regionId: string;
  readonly reportYear: number;
  /** `null`: every unit that has not sent its report. */
  readonly organIds: readonly string[] | null;
}

export interface RemindedUnits {
  readonly reminded: readonly string[];
  readonly skipped: readonly string[];
}

const WRITERS = ['disclosureOfficer', 'disclosureOfficeHead'] as const satisfies readonly Role[];

const wordsOf = ({ dueOn, daysLeft }: BoardUnit): string => {
  if (dueOn === null || daysLeft === null) return '主管部门提醒：请及时报送。';
  return daysLeft < 0
    ? `主管部门提醒：报送期限已于${dueOn}届满，仍未收到，请立即报送（条例第四十七条、第四十九条）。`
    : `主管部门提醒：请在${dueOn}以前报送（条例第四十九条）。`;
};

/** Those who write the report; after the last day the leader as well, who answers for it first (30号三(四)). */
async function recipientsOf(
  transaction: Transaction<Schema>,
  { row, daysLeft }: BoardUnit,
): Promise<readonly string[]> {
  const organ = { regionId: row.region_id, organId: row.organ_id };
  // The report of a government is drawn up by its office (30号二(一)).
  const office = isGovernment(row.kind) ? await officeOf(transaction, row.region_id) : undefined;
  const path = office?.path ?? (await findOrgan(transaction, organ))?.path;
  if (path === undefined) return [];
  const { officers } = await organDesk(transaction, office ?? { ...organ, path });
  const told: readonly Role[] = daysLeft !== null && daysLeft < 0 ? [...WRITERS, 'leader'] : WRITERS;
  return officers
    .filter(({ roles }) => roles.some((role) => told.includes(role)))
    .map(({ accountId }) => accountId);
}

async function remindUnit(
  transaction: Transaction<Schema>,
  context: Pick<ChangeContext, 'now' | 'newId' | 'caller'>,
  unit: BoardUnit,
  { reportYear, today }: { readonly reportYear: number; readonly today: CivilDate },
): Promise<boolean> {
  const { region_id: regionId, organ_id: organId, name } = unit.row;
  const recipients = await recipientsOf(transaction, unit);
  if (recipients.length === 0) return false;
  const by = context.caller.accountId;
  if (!(await noteReminder(transaction, { regionId, organId, reportYear }, { on: today, by }))) return false;
  const facts = { organ: name, year: String(reportYear), words: wordsOf(unit), regionId, organId };
  for (const accountId of recipients) {
    await notify(transaction, { accountId, kind: 'reportWaiting', facts }, context);
  }
  return true;
}

/** Reminds units of a list that have not sent their report, each at most once a day. */
export async function remindUnits(
  context: ChangeContext,
  { regionId, reportYear, organIds }: RemindUnits,
): Promise<Result<RemindedUnits, Rejection>> {
  const { change, reaches, now } = context;
  return await change(async (transaction) => {
    const board = await loadBoard(transaction, { regionId, reportYear }, now());
    if (board === null || !reaches(board.government.path)) return err({ code: 'not-found' });
    const reminded: string[] = [];
    const skipped: string[] = [];
    for (const unit of board.units) {
      const { organ_id, name } = unit.row;
      if (!isMissing(unit.state) || (organIds !== null && !organIds.includes(organ_id))) continue;
      const isTold = await remindUnit(transaction, context, unit, { reportYear, today: civilDateAt(now()) });
      (isTold ? reminded : skipped).push(name);
    }
    return ok({
      value: { reminded, skipped },
      subject: `annualReportBoard/${regionId}/${reportYear}`,
      organPath: board.government.path,
      details: { reportYear, reminded: reminded.length, skipped: skipped.length },
    });
  });
}
