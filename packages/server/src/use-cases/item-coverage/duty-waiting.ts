import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { type Actor, can, widestReach } from '@zhaoshi/domain/permission/can';
import type { DutyTodoFacts, WaitingDuty } from '@zhaoshi/domain/todo/duty-todo';
import { workToldUntil } from '@zhaoshi/domain/work-register/work-record';
import { type Kysely, sql } from 'kysely';
import { findOrgan, type OrganRow } from '../../db/queries/organs.ts';
import { reachedOrgan } from '../../db/queries/reached-organ.ts';
import { withinReach } from '../../db/queries/reevaluations.ts';
import { openWork } from '../../db/queries/work-records.ts';
import type { Schema } from '../../db/schema.ts';
import { disputesWaiting } from '../disputes/disputes-waiting.ts';
import { documentLightRules } from '../documents/document-context.ts';
import { loadGuide } from '../guide/guide-data.ts';
import { opinionsWaiting } from '../opinion/opinions-waiting.ts';
import { reevaluationsOf } from '../reevaluation/reevaluation-queue.ts';
import { deadLinks } from '../reminders/dead-links.ts';
import { type OwedForDocument, owedFeedback, owedInterpretations } from '../reminders/owed-documents.ts';
import { owedRhythm } from '../reminders/owed-rhythm.ts';
import { statisticsWaiting } from '../statistics/statistics-waiting.ts';
import { villageWaiting } from '../village/village-waiting.ts';
import { coverageOf, type OrganCoverage } from './organ-coverage.ts';

const first = (days: readonly (CivilDate | null)[]): CivilDate | null =>
  days.filter((day) => day !== null).toSorted()[0] ?? null;

/** What of an organ's own duty waits, by the registers. */
function coverageWaiting({ items, columns }: OrganCoverage) {
  const overdue = items.filter(({ coverage }) => coverage.state === 'overdue');
  return {
    itemsOverdue: {
      count: overdue.length,
      dueOn: first(overdue.flatMap(({ coverage }) => coverage.overdueSince)),
    },
    itemsMissing: { count: items.filter(({ coverage }) => coverage.state === 'gap').length, dueOn: null },
    columnsEmpty: {
      count: columns.filter(({ freshness: { state } }) => state === 'empty' || state === 'stale').length,
      dueOn: null,
    },
  } satisfies DutyTodoFacts;
}

/** An organ that keeps no catalogue and has published nothing has not begun; it is not told of empty columns. */
export const hasBegun = ({ items, columns }: OrganCoverage): boolean =>
  items.length > 0 || columns.some(({ publicDocuments }) => publicDocuments > 0);

async function unassigned(database: Kysely<Schema>, actor: Actor): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from catalog_item i
    join organ on organ.region_id = i.region_id and organ.organ_id = i.organ_id
    join lateral (select * from catalog_wording w where w.region_id = i.region_id and w.item_id = i.item_id
      order by (w.valid_from <= civil_today()) desc, w.number desc limit 1) w on true
    where ${reachedOrgan(actor, 'catalog.manage')} and w.valid_from <= civil_today()
      and coalesce(w.valid_to, 'infinity'::date) >= civil_today()
      and not exists (select from catalog_responsibility r where r.region_id = i.region_id
        and r.item_id = i.item_id)`.execute(database);
  return rows[0]?.count ?? 0;
}

async function ownOrgan(database: Kysely<Schema>, { path }: Actor): Promise<OrganRow | undefined> {
  const ids = await database
    .selectFrom('organ')
    .select(['region_id as regionId', 'organ_id as organId'])
    .where('path', '=', path)
    .executeTakeFirst();
  return ids && (await findOrgan(database, ids));
}

async function guideWaiting(database: Kysely<Schema>, organ: OrganRow, now: Date): Promise<number> {
  const guide = await loadGuide(database, organ, now);
  return guide.documentId !== null && guide.composedSha256 !== guide.sha256 ? 1 : 0;
}

/** What is owed for public documents now; a single one is linked. */
function waitingOf(owed: readonly OwedForDocument[]): WaitingDuty {
  const [one, ...others] = owed;
  return {
    count: owed.length,
    dueOn: first(owed.map(({ dueOn }) => dueOn)),
    document:
      one === undefined || others.length > 0 ? null : { regionId: one.regionId, documentId: one.documentId },
  };
}

async function documentDuties(
  database: Kysely<Schema>,
  { organ_id, path }: OrganRow,
  today: CivilDate,
): Promise<DutyTodoFacts> {
  const rules = await (await documentLightRules(database, today))(path);
  const context = { today, rulesOf: () => rules };
  const feedback = await owedFeedback(database, [organ_id]);
  return {
    interpretationsOwed: waitingOf(await owedInterpretations(database, [organ_id], context)),
    linksDead: waitingOf(await deadLinks(database, [organ_id])),
    feedbackOwed: waitingOf(feedback.filter(({ owedFrom }) => owedFrom <= today)),
  };
}

/** What of the to-do list the organ's duty to publish says; only what the person may see to. */
export async function dutyWaiting(
  database: Kysely<Schema>,
  { actor, accountId }: { readonly actor: Actor; readonly accountId: string },
  now: Date,
): Promise<DutyTodoFacts> {
  const today = civilDateAt(now);
  const organ = await ownOrgan(database, actor);
  if (organ === undefined) return {};
  const facts: { -readonly [K in keyof DutyTodoFacts]: DutyTodoFacts[K] } = {};
  if (can(actor, 'coverage.state', organ.path) && organ.kind !== 'village') {
    const covered = (await coverageOf(database, [organ], { today, now })).get(organ.organ_id);
    if (covered !== undefined && hasBegun(covered)) Object.assign(facts, coverageWaiting(covered));
  }
  Object.assign(facts, await statisticsWaiting(database, { actor, accountId }, organ, now));
  if (can(actor, 'dispute.write', organ.path))
    Object.assign(facts, await disputesWaiting(database, organ, today));
  Object.assign(facts, await villageWaiting(database, organ, today));
  if (can(actor, 'work.write', organ.path)) {
    const ids = { regionId: organ.region_id, organId: organ.organ_id };
    facts.workDue = await openWork(database, ids, workToldUntil(today));
    const turns = await owedRhythm(database, [ids], today);
    const open = turns.filter(({ warnsOn }) => warnsOn === null || warnsOn <= today);
    facts.rhythmOwed = { count: open.length, dueOn: first(open.map(({ dueOn }) => dueOn)) };
  }
  if (can(actor, 'opinion.write', organ.path)) {
    Object.assign(facts, await opinionsWaiting(database, organ.path, now));
  }
  if (can(actor, 'document.handle', organ.path)) {
    Object.assign(facts, await documentDuties(database, organ, today));
  }
  if (can(actor, 'reevaluation.record', organ.path)) {
    const queue = await reevaluationsOf(database, withinReach(actor, 'reevaluation.record'), today);
    const due = queue.filter((one) => one.due.state !== 'later');
    facts.casesToReevaluate = { count: due.length, dueOn: first(due.map((one) => one.due.dueOn)) };
  }
  if (can(actor, 'guide.edit', organ.path)) {
    facts.guideOutdated = { count: await guideWaiting(database, organ, now), dueOn: null };
  }
  if (widestReach(actor, 'catalog.manage') !== null) {
    facts.itemsUnassigned = { count: await unassigned(database, actor), dueOn: null };
  }
  return facts;
}
