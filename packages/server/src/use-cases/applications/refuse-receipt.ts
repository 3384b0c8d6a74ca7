import type { Rejection } from '@zhaoshi/contract/problems';
import type { ApplicationAct } from '@zhaoshi/domain/application/act';
import { checkLaterReceipt } from '@zhaoshi/domain/application/intake-dates';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { CaseRow } from '../../db/queries/application-case.ts';
import type { CaseContext } from './case-context.ts';

/** Whether a day of receipt that is confirmed or put right fits the other dates of the intake (条例31). */
export function refuseReceipt(
  row: Pick<CaseRow, 'channel' | 'is_misaddressed' | 'sent_on' | 'arrived_on' | 'entered_at' | 'is_imported'>,
  act: ApplicationAct,
  { today }: Pick<CaseContext, 'today'>,
): Rejection | null {
  // An old register is entered long after its dates, some of which it may not have.
  if ((act.type !== 'confirmReceipt' && act.type !== 'correctReceipt') || row.is_imported) return null;
  const dates = {
    channel: row.channel,
    isMisaddressed: row.is_misaddressed,
    // Stored civil dates.
    sentOn: row.sent_on as CivilDate | null,
    arrivedOn: row.arrived_on as CivilDate | null,
    confirmedOn: null,
    enteredOn: civilDateAt(row.entered_at),
  };
  const errors = checkLaterReceipt(dates, act.on, today).map((message) => ({ pointer: '/act/on', message }));
  return errors.length === 0 ? null : { code: 'invalid', errors };
}
