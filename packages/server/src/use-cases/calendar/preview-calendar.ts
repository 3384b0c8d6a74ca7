import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import type { ChangeContext } from '../context.ts';
import { type CalendarChange, changeOf } from './calendar-change.ts';
import { checkCalendarLoad, type SentCalendar } from './check-calendar-load.ts';

/** Tells what loading a year would change; changes nothing. */
export async function previewCalendar(
  { database, reaches, now }: Pick<ChangeContext, 'database' | 'reaches' | 'now'>,
  { regionId, organId, ...sent }: OrganIds & SentCalendar,
): Promise<Result<CalendarChange, Rejection>> {
  const organ = await findOrgan(database, { regionId, organId });
  if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
  const load = checkCalendarLoad(sent);
  if (!load.ok) return err({ code: 'invalid', errors: load.error });
  return ok(await changeOf(database, organ, load.value, now()));
}
