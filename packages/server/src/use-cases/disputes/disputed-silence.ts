import { dueOnFile } from '@zhaoshi/domain/application/clock/clock-dates';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Kysely } from 'kysely';
import { caseEvents, findCase, stateOf } from '../../db/queries/application-case.ts';
import type { KeptDispute } from '../../db/queries/disputes.ts';
import type { Schema } from '../../db/schema.ts';
import { caseContext } from '../applications/case-context.ts';

/** Until when the application was to be answered, and what became of it. */
interface DisputedSilence {
  readonly dueOn: CivilDate;
  readonly words: string;
}

/** The silence about which a dispute is, out of its application; `null`: about something else, or nothing is known. */
export async function disputedSilence(
  database: Kysely<Schema>,
  { act, regionId, applicationId }: KeptDispute,
  now: Date,
): Promise<DisputedSilence | null> {
  if (act !== 'silence' || applicationId === null) return null;
  const ids = { regionId, applicationId };
  const row = await findCase(database, ids);
  if (row === undefined) return null;
  const { calendar, clockRules, today } = await caseContext(database, row.path, now);
  const { clock, result } = stateOf(await caseEvents(database, ids), clockRules);
  const due = dueOnFile(clock, calendar, clockRules, today)?.date;
  if (due === undefined) return null;
  if (result !== null) {
    const words = result.on <= due ? '在期限内作出了答复' : '超过期限以后才答复';
    return { dueOn: due, words: `${chineseDate(result.on)}${words}` };
  }
  return { dueOn: due, words: due < today ? '已经超过期限，至今没有答复' : '期限还没有届满' };
}
