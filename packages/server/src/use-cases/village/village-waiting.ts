import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { DutyTodoFacts } from '@zhaoshi/domain/todo/duty-todo';
import { waitingItems } from '@zhaoshi/domain/village/due-items';
import { type Kysely, sql } from 'kysely';
import type { OrganRow } from '../../db/queries/organs.ts';
import { villagesUnder } from '../../db/queries/villages.ts';
import type { Schema } from '../../db/schema.ts';
import { villagesDue } from './village-due.ts';

async function ofVillage(
  database: Kysely<Schema>,
  { region_id, organ_id, path }: OrganRow,
  today: CivilDate,
): Promise<DutyTodoFacts> {
  const due = (await villagesDue(database, [{ region_id, organ_id, path }], today)).get(organ_id);
  const waiting = waitingItems(due?.due ?? []);
  const asked = await database
    .selectFrom('public_voice')
    .select([sql<number>`count(*)::int`.as('count'), sql<CivilDate | null>`min(due_on)`.as('dueOn')])
    .where('region_id', '=', region_id)
    .where('organ_id', '=', organ_id)
    .where('status', '=', 'received')
    .where('village_id', 'is not', null)
    .executeTakeFirstOrThrow();
  return {
    villageItemsDue: { count: waiting.length, dueOn: waiting[0]?.dueOn ?? null },
    villageQuestions: asked,
  };
}

/** What waits of 村务公开: in a village what it owes and was asked, in a township how many villages are late. */
export async function villageWaiting(
  database: Kysely<Schema>,
  organ: OrganRow,
  today: CivilDate,
): Promise<DutyTodoFacts> {
  if (organ.kind === 'village') return await ofVillage(database, organ, today);
  if (organ.kind !== 'township' && organ.kind !== 'subdistrictOffice') return {};
  const ids = { regionId: organ.region_id, organId: organ.organ_id };
  const due = await villagesDue(database, await villagesUnder(database, ids), today);
  const late = [...due.values()].filter((one) => one.due.some(({ state }) => state === 'missed'));
  const days = late.flatMap((one) => waitingItems(one.due).map(({ dueOn }) => dueOn));
  return { villagesLate: { count: late.length, dueOn: days.toSorted()[0] ?? null } };
}
