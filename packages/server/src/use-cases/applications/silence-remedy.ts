import type { ApplicationState } from '@zhaoshi/domain/application/application-state';
import { dueOnFile } from '@zhaoshi/domain/application/clock/clock-dates';
import { isOpen } from '@zhaoshi/domain/application/status';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { remedyPlacesOf } from '@zhaoshi/domain/remedy/remedy-organ';
import { remedyReadingsFrom } from '@zhaoshi/domain/remedy/remedy-readings';
import { type SilenceRemedy, silenceRemedy } from '@zhaoshi/domain/remedy/silence-words';
import type { Kysely } from 'kysely';
import type { CaseRow } from '../../db/queries/application-case.ts';
import { organsUpwards } from '../../db/queries/letter-organ.ts';
import type { Schema } from '../../db/schema.ts';
import type { CaseContext } from './case-context.ts';
import { remedySettings } from './letter-facts.ts';

/** The roads against the silence of an organ, and the last day that passed. */
export interface Silence extends SilenceRemedy {
  readonly due: CivilDate;
}

/** What is open to the applicant of a case that is overdue; `null` while the reply can still come in time. */
export async function silenceRemedyOf(
  database: Kysely<Schema>,
  { path }: Pick<CaseRow, 'path'>,
  { status, clock }: ApplicationState,
  { calendar, clockRules, today, settings }: CaseContext,
): Promise<Silence | null> {
  const due = isOpen(status) ? dueOnFile(clock, calendar, clockRules, today) : null;
  if (due === null || due.date >= today) return null;
  const [organ, ...above] = await organsUpwards(database, path);
  const values = remedySettings(settings);
  const places = organ === undefined ? null : remedyPlacesOf(organ, above, values);
  return { ...silenceRemedy(due.date, places, remedyReadingsFrom(values)), due: due.date };
}
