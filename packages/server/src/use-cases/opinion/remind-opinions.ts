import { recipientsOf } from '@zhaoshi/domain/application/reminder-recipients';
import { clocksOf, type OpinionClock } from '@zhaoshi/domain/opinion/clocks';
import { type HourStage, hourRoles, hourStagesOf, hourWords } from '@zhaoshi/domain/opinion/hour-stages';
import type { Transaction } from 'kysely';
import { factsOf, type OpinionRow, openOpinions } from '../../db/queries/opinions.ts';
import { organDesk } from '../../db/queries/reminder-desk.ts';
import type { Schema } from '../../db/schema.ts';
import type { UseCaseContext } from '../context.ts';
import { notify } from '../notifications/notify.ts';
import { opinionRulesReader } from './opinion-rules.ts';

interface Reached {
  readonly row: OpinionRow;
  readonly clock: OpinionClock;
  readonly stages: readonly HourStage[];
  readonly stage: HourStage;
}

/** Whether this is the first that tells the last stage; whoever comes second waits for the first and tells nothing. */
async function claim(
  transaction: Transaction<Schema>,
  { row, clock, stages, stage }: Reached,
  at: Date,
): Promise<boolean> {
  const claimed = await transaction
    .insertInto('opinion_reminder')
    .values(
      stages.map((one) => ({
        region_id: row.region_id,
        opinion_id: row.opinion_id,
        timer: clock.timer,
        stage: one,
        due_at: clock.dueAt,
        told_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('stage')
    .execute();
  return claimed.some((one) => one.stage === stage);
}

async function tell(context: UseCaseContext, reached: Reached): Promise<void> {
  const { database, now } = context;
  const { row, clock, stage } = reached;
  await database.transaction().execute(async (transaction) => {
    if (!(await claim(transaction, reached, now()))) return;
    const place = { regionId: row.region_id, organId: row.organ_id, path: row.path };
    const desk = { ...(await organDesk(transaction, place)), officerId: row.owner_id };
    const facts = {
      organ: row.organ_name,
      words: hourWords(clock, stage, now()),
      regionId: row.region_id,
      opinionId: row.opinion_id,
    };
    // `drafter` stands for whoever sees to this one.
    for (const accountId of recipientsOf(['drafter', ...hourRoles(stage)], desk)) {
      await notify(transaction, { accountId, kind: 'opinionReminder', facts }, context);
    }
  });
}

/**
 * Tells whoever has to answer how many hours are left, at every hour of the day; each stage of each clock once, however
 * often and on however many servers it runs. A clock that was moved by a correction begins its stages anew.
 */
export async function remindOpinions(context: UseCaseContext): Promise<void> {
  const { database, now } = context;
  const rulesOf = opinionRulesReader(database);
  for (const row of await openOpinions(database)) {
    for (const clock of clocksOf(factsOf(row), await rulesOf(row.path), now())) {
      const stages = hourStagesOf(clock, now());
      const stage = stages.at(-1);
      if (stage === undefined || (await wasTold(context, row, clock, stage))) continue;
      await tell(context, { row, clock, stages, stage });
    }
  }
}

async function wasTold(
  { database }: UseCaseContext,
  row: OpinionRow,
  { timer, dueAt }: OpinionClock,
  stage: HourStage,
): Promise<boolean> {
  const found = await database
    .selectFrom('opinion_reminder')
    .select('stage')
    .where('region_id', '=', row.region_id)
    .where('opinion_id', '=', row.opinion_id)
    .where('timer', '=', timer)
    .where('stage', '=', stage)
    .where('due_at', '=', dueAt)
    .executeTakeFirst();
  return found !== undefined;
}
