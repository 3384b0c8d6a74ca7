import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { type CalendarChange, type CalendarLoad, changeOf } from './calendar-change.ts';
import { lockCalendars } from './calendar-lock.ts';
import { mayDecideAlone, waitingProposal } from './calendar-proposals.ts';
import { checkCalendarLoad, type SentCalendar } from './check-calendar-load.ts';
import { applyCalendar, traceOfLoad, versionOf } from './load-calendar.ts';
import { tellProposed } from './tell-proposal.ts';

async function keepProposal(
  transaction: Transaction<Schema>,
  organ: OrganRow,
  { year, file, regionalHolidays }: CalendarLoad,
  { caller, newId, expectedVersion, at }: ChangeContext & { readonly at: Date },
): Promise<void> {
  await transaction
    .insertInto('calendar_proposal')
    .values({
      region_id: organ.region_id,
      proposal_id: newId(),
      organ_id: organ.organ_id,
      calendar_year: year,
      base_version: expectedVersion,
      file: file === null ? null : JSON.stringify(file),
      regional_holidays: JSON.stringify(regionalHolidays),
      proposed_by: caller.accountId,
      proposed_at: at,
    })
    .execute();
}

const waiting = (name: string): Rejection => ({
  code: 'conflict',
  detail: `${name}提出的修改正在等待确认，没有再提出。请先确认或者撤回那一份；您填写的内容已保留。`,
});

/**
 * Somebody wants a year loaded. It moves legal deadlines, so another person with the right confirms it before it takes
 * effect; where there is no other, it takes effect at once if the setting says so, and the trail says that one decided.
 */
export async function proposeCalendar(
  context: ChangeContext,
  { regionId, organId, ...sent }: OrganIds & SentCalendar,
): Promise<Result<CalendarChange, Rejection>> {
  const { change, reaches, now, expectedVersion, caller } = context;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const load = checkCalendarLoad(sent);
    if (!load.ok) return err({ code: 'invalid', errors: load.error });
    await lockCalendars(transaction);
    if ((await versionOf(transaction, organ, sent.year)) !== expectedVersion) return err({ code: 'stale' });
    const other = await waitingProposal(transaction, { regionId, organId }, sent.year);
    if (other !== undefined) return err(waiting(other.display_name));
    const at = now();
    const alone = await mayDecideAlone(transaction, organ.path, caller.accountId);
    const changed = alone
      ? await applyCalendar(transaction, organ, load.value, { version: expectedVersion, at })
      : await changeOf(transaction, organ, load.value, at);
    if (!alone) {
      await keepProposal(transaction, organ, load.value, { ...context, at });
      await tellProposed(transaction, context, organ, sent.year);
    }
    return ok({
      value: changed,
      subject: `workingCalendar/${sent.year}`,
      organPath: organ.path,
      details: { step: alone ? 'loadedAlone' : 'proposed', ...traceOfLoad(load.value, changed) },
    });
  });
}
