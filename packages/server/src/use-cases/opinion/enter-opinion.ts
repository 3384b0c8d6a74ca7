import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { OPINION_LEVELS, type OpinionOrigin } from '@zhaoshi/domain/opinion/opinion';
import type { EnteredOpinion } from '@zhaoshi/domain/opinion/opinion-sheet';
import { timeFaults } from '@zhaoshi/domain/opinion/steps';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import type { Kysely, Transaction } from 'kysely';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { appendOpinionEvent } from './keep-opinion.ts';

/** Where an event came from. */
interface Arrival {
  readonly origin: OpinionOrigin;
  readonly source: { readonly sourceId: string; readonly externalId: string } | null;
  readonly ownerId: string | null;
  readonly by: string | null;
  readonly at: Date;
}

/** Writes an event into the register; `false` when the same system sent the same before. */
export async function insertOpinion(
  transaction: Transaction<Schema>,
  { regionId, organId, opinionId }: OrganIds & { readonly opinionId: string },
  given: EnteredOpinion,
  { origin, source, ownerId, by, at }: Arrival,
): Promise<boolean> {
  const { title, level, foundAt, occurredAt, platform, link, summary } = given;
  const inserted = await transaction
    .insertInto('opinion')
    .values({
      region_id: regionId,
      opinion_id: opinionId,
      organ_id: organId,
      title,
      summary,
      platform,
      link,
      origin,
      source_id: source?.sourceId ?? null,
      external_id: source?.externalId ?? null,
      level,
      occurred_at: occurredAt,
      found_at: foundAt,
      owner_id: ownerId,
      step: 'collected',
      entered_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('opinion_id')
    .executeTakeFirst();
  if (inserted === undefined) return false;
  const data = { origin, level, foundAt, occurredAt };
  await appendOpinionEvent(transaction, { regionId, opinionId }, { type: 'enter', data, note: '', by, at });
  return true;
}

/** Who is no organ answers nobody. */
export async function answeringOrgan(
  database: Kysely<Schema>,
  { reaches }: Pick<ChangeContext, 'reaches'>,
  ids: OrganIds,
) {
  const organ = await findOrgan(database, ids);
  if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' } as const);
  if (!isOrganInLaw(organ.kind)) {
    const detail = '村（居）民委员会不是行政机关，政务舆情由乡镇（街道）登记、回应。';
    return err({ code: 'state-refuses', detail } as const);
  }
  return ok(organ);
}

/** Enters an event by hand; whoever enters it sees to it until somebody else is named. */
export async function enterOpinion(
  { change, reaches, caller, now, newId }: ChangeContext,
  ids: OrganIds,
  given: EnteredOpinion,
): Promise<Result<{ readonly opinionId: string }, Rejection>> {
  return await change(async (transaction) => {
    const organ = await answeringOrgan(transaction, { reaches }, ids);
    if (!organ.ok) return organ;
    const faults = timeFaults(given, now());
    if (faults.length > 0) {
      const errors = faults.map(({ field, words }) => ({ pointer: `/${field}`, message: words }));
      return err({ code: 'invalid', errors });
    }
    const opinionId = newId();
    const by = caller.accountId;
    const arrival = { origin: 'manual', source: null, ownerId: by, by, at: now() } as const;
    await insertOpinion(transaction, { ...ids, opinionId }, given, arrival);
    return ok({
      value: { opinionId },
      subject: `opinion/${opinionId}`,
      organPath: organ.value.path,
      details: { after: { level: OPINION_LEVELS[given.level] } },
    });
  });
}
