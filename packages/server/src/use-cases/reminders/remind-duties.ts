import { recipientsOf } from '@zhaoshi/domain/application/reminder-recipients';
import type { Duty, DutyStage } from '@zhaoshi/domain/disclosure/reminders/duties';
import {
  dutyRoles,
  dutyWords,
  type OwedThing,
  stagesOf,
} from '@zhaoshi/domain/disclosure/reminders/duty-stages';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { publicationRulesFrom } from '@zhaoshi/domain/setting/publication-rules';
import type { Kysely, Transaction } from 'kysely';
import { dutyReminders, type OrganWithDuties, organsWithDuties } from '../../db/queries/owed-duties.ts';
import { organDesk } from '../../db/queries/reminder-desk.ts';
import type { Schema } from '../../db/schema.ts';
import { requestMessage } from '../../jobs/messages/request-message.ts';
import type { RemindContext } from '../applications/send-reminders.ts';
import { type DocumentLightRules, documentLightRules } from '../documents/document-context.ts';
import { notify } from '../notifications/notify.ts';
import { owedThings } from './owed-things.ts';

/** Organs that are looked at together. */
const BATCH = 100;

interface ReachedThing {
  readonly thing: OwedThing;
  /** All stages it has come to and was not told of; the last one is told. */
  readonly stages: readonly DutyStage[];
  readonly stage: DutyStage;
}

const keyOf = (stage: DutyStage, { duty, id, dueOn }: Pick<OwedThing, 'duty' | 'id' | 'dueOn'>): string =>
  `${duty}.${stage} ${id} ${dueOn}`;

/** What each organ was told before, with the day. */
async function toldBefore(
  database: Kysely<Schema>,
  organIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, CivilDate>>> {
  const rows = Map.groupBy(await dutyReminders(database, organIds), ({ organ_id }) => organ_id);
  return new Map(
    [...rows].map(([organId, told]) => [
      organId,
      new Map(told.map((row) => [`${row.kind} ${row.subject} ${row.due_on}`, civilDateAt(row.reminded_at)])),
    ]),
  );
}

function reachedThings(
  things: readonly OwedThing[],
  told: ReadonlyMap<string, CivilDate>,
  { calendar, settings, today }: DocumentLightRules,
): readonly ReachedThing[] {
  const rules = publicationRulesFrom(settings);
  return things.flatMap((thing) => {
    const owedToldOn = told.get(keyOf('owed', thing)) ?? null;
    const reached = stagesOf(thing, owedToldOn, { calendar, rules, today });
    const stage = reached.at(-1);
    if (stage === undefined || told.has(keyOf(stage, thing))) return [];
    return [{ thing, stage, stages: reached.filter((one) => !told.has(keyOf(one, thing))) }];
  });
}

/** Whether this is the first that tells it; whoever comes second waits for the first and then tells nothing. */
async function claim(
  transaction: Transaction<Schema>,
  { region_id, organ_id }: OrganWithDuties,
  { thing, stages, stage }: ReachedThing,
  at: Date,
): Promise<boolean> {
  const claimed = await transaction
    .insertInto('duty_reminder')
    .values(
      stages.map((one) => ({
        region_id,
        organ_id,
        kind: `${thing.duty}.${one}`,
        subject: thing.id,
        due_on: thing.dueOn,
        reminded_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('kind')
    .execute();
  return claimed.some(({ kind }) => kind === `${thing.duty}.${stage}`);
}

interface Told {
  readonly duty: Duty;
  readonly stage: DutyStage;
  readonly words: string;
}

/** One word for all things that came to the same stage of the same duty. */
function groupsOf(claimed: readonly ReachedThing[]): readonly Told[] {
  const groups = Map.groupBy(claimed, ({ thing, stage }) => `${thing.duty} ${stage}`);
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { duty } = first.thing;
    const things = [first, ...others].map(({ thing }) => thing);
    const due = things.map(({ dueOn }) => dueOn).toSorted()[0] ?? first.thing.dueOn;
    // An item that was missed in two quarters is one item.
    const count = new Set(things.map(({ id }) => id)).size;
    return [{ duty, stage: first.stage, words: dutyWords(duty, first.stage, count, due) }];
  });
}

/** The mailbox of an office may be read by others: how many of what, and nothing of which. */
async function mailOffice(
  transaction: Transaction<Schema>,
  context: RemindContext,
  { region_id, organ_id, name }: OrganWithDuties,
  { mailbox, told }: { readonly mailbox: string | null; readonly told: readonly Told[] },
): Promise<void> {
  if (mailbox === null || told.length === 0) return;
  await requestMessage(
    transaction,
    {
      regionId: region_id,
      organId: organ_id,
      channel: 'mail',
      recipient: `organ/${organ_id}`,
      address: mailbox,
      template: 'duty.reminder',
      values: { organName: name, words: told.map(({ words }) => words) },
    },
    context,
  );
}

async function remindOrgan(
  context: RemindContext,
  organ: OrganWithDuties,
  reached: readonly ReachedThing[],
  { settings }: DocumentLightRules,
): Promise<void> {
  const { database, now } = context;
  const { region_id: regionId, organ_id: organId, path, name } = organ;
  await database.transaction().execute(async (transaction) => {
    const claimed: ReachedThing[] = [];
    for (const one of reached) {
      if (await claim(transaction, organ, one, now())) claimed.push(one);
    }
    const told = groupsOf(claimed);
    if (told.length === 0) return;
    const desk = { ...(await organDesk(transaction, { regionId, organId, path })), officerId: null };
    for (const { duty, stage, words } of told) {
      const facts = { organ: name, words, duty };
      for (const accountId of recipientsOf(dutyRoles(duty, stage), desk)) {
        await notify(transaction, { accountId, kind: 'dutyReminder', facts }, context);
      }
    }
    const mailbox = settings('publication.remindersByMail') ? desk.mailbox : null;
    await mailOffice(transaction, context, organ, { mailbox, told });
  });
}

/**
 * Tells offices of what they owe the public by themselves, and leaders of what nobody saw to (oversight.md §9). Each
 * thing is told once at each stage, however often and on however many servers it runs or is broken off: what was told
 * is kept in the same transaction.
 */
export async function remindDuties(context: RemindContext): Promise<void> {
  const { database, now } = context;
  const today = civilDateAt(now());
  const rulesAt = await documentLightRules(database, today);
  const organs = await organsWithDuties(database, today);
  for (let start = 0; start < organs.length; start += BATCH) {
    const batch = organs.slice(start, start + BATCH);
    const rules = new Map<string, DocumentLightRules>();
    for (const { organ_id, path } of batch) rules.set(organ_id, await rulesAt(path));
    const rulesOf = (organId: string): DocumentLightRules => {
      const found = rules.get(organId);
      if (found === undefined) throw new Error('rules of an organ that was not asked for');
      return found;
    };
    const things = await owedThings(database, batch, { today, now: now(), rulesOf });
    const byOrgan = Map.groupBy(things, ({ organId }) => organId);
    const told = await toldBefore(
      database,
      batch.map(({ organ_id }) => organ_id),
    );
    for (const organ of batch) {
      const own = byOrgan.get(organ.organ_id) ?? [];
      const organRules = rulesOf(organ.organ_id);
      const reached = reachedThings(own, told.get(organ.organ_id) ?? new Map(), organRules);
      if (reached.length > 0) await remindOrgan(context, organ, reached, organRules);
    }
  }
}
