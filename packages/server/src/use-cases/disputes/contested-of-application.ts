import { dueOnFile } from '@zhaoshi/domain/application/clock/clock-dates';
import { type ContestedAct, contestedAct } from '@zhaoshi/domain/dispute/contested-act';
import type { Kysely } from 'kysely';
import { type CaseRow, caseEvents, eventOf, stateOf } from '../../db/queries/application-case.ts';
import type { Schema } from '../../db/schema.ts';
import { caseContext } from '../applications/case-context.ts';
import { deliveryRules } from '../applications/refuse-delivery.ts';

/** What the file of an application puts into a dispute about it. */
export async function contestedOfApplication(
  database: Kysely<Schema>,
  { region_id: regionId, application_id: applicationId, path }: CaseRow,
  now: Date,
): Promise<ContestedAct> {
  const { calendar, clockRules, settings, today } = await caseContext(database, path, now);
  const rows = await caseEvents(database, { regionId, applicationId });
  const state = stateOf(rows, clockRules);
  const dueOn = dueOnFile(state.clock, calendar, clockRules, today)?.date ?? null;
  return contestedAct({ events: rows.map(eventOf), state, dueOn }, deliveryRules(settings), today);
}
