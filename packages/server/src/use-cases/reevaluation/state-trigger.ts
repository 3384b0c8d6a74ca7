import type { Rejection } from '@zhaoshi/contract/problems';
import { refuseTrigger, type StatedTrigger } from '@zhaoshi/domain/disclosure/reevaluation/trigger-signs';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type Kysely, sql } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { findWithheldCase, withheldDocuments } from '../../db/queries/reevaluations.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';

/** Something that was withheld. */
export interface WithheldThing {
  readonly regionId: string;
  readonly kind: 'application' | 'document';
  readonly thingId: string;
}

const purposeOf = (triggerId: string): string => `reevaluation-trigger/${triggerId}`;

export const openTriggerWords = (
  box: SecretBox,
  { trigger_id, sealed }: { readonly trigger_id: string; readonly sealed: string },
): string => box.open(sealed, purposeOf(trigger_id));

async function findThing(database: Kysely<Schema>, { regionId, kind, thingId }: WithheldThing) {
  if (kind === 'application') return await findWithheldCase(database, { regionId, applicationId: thingId });
  const condition = sql<boolean>`d.region_id = ${regionId} and d.document_id = ${thingId}`;
  return (await withheldDocuments(database, condition))[0];
}

async function organPathOf(
  database: Kysely<Schema>,
  { regionId, kind, thingId }: WithheldThing,
): Promise<string | undefined> {
  const { rows } = await sql<{ path: string }>`
    select organ.path from ${sql.table(kind)} thing
    join organ on organ.region_id = thing.region_id and organ.organ_id = thing.organ_id
    where thing.region_id = ${regionId} and thing.${sql.ref(`${kind}_id`)} = ${thingId}`.execute(database);
  return rows[0]?.path;
}

const NOT_WITHHELD: Rejection = {
  code: 'state-refuses',
  detail: '这件信息没有定为不予公开，或者已经评估为可以公开，不需要登记情势变化。',
};

/** A person states what changed; the review is due from that day on, with the reason (条例18). */
export async function stateTrigger(
  context: ChangeContext & { readonly services: { readonly secretBox: SecretBox } },
  thing: WithheldThing,
  stated: StatedTrigger,
): Promise<Result<{ readonly triggerId: string }, Rejection>> {
  const { change, reaches, caller, now, newId, services } = context;
  return await change(async (transaction) => {
    const path = await organPathOf(transaction, thing);
    if (path === undefined || !reaches(path)) return err({ code: 'not-found' });
    const found = await findThing(transaction, thing);
    if (found === undefined) return err(NOT_WITHHELD);
    const at = now();
    // A stored civil date.
    const refusals = refuseTrigger(stated, found.withheld_on as CivilDate, civilDateAt(at));
    if (refusals.length > 0) return err({ code: 'state-refuses', detail: refusals.join('') });
    const triggerId = newId();
    await transaction
      .insertInto('reevaluation_trigger')
      .values({
        region_id: thing.regionId,
        trigger_id: triggerId,
        application_id: thing.kind === 'application' ? thing.thingId : null,
        document_id: thing.kind === 'document' ? thing.thingId : null,
        kind: stated.kind,
        happened_on: stated.on,
        source: 'person',
        source_id: triggerId,
        sealed: services.secretBox.seal(stated.words, purposeOf(triggerId)),
        recorded_at: at,
        recorded_by: caller.accountId,
      })
      .execute();
    return ok({
      value: { triggerId },
      subject: `${thing.kind}/${thing.thingId}`,
      organPath: path,
      details: { trigger: stated.kind, on: stated.on },
    });
  });
}
