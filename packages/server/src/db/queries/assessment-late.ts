import type { OwedDocument, OwedReply } from '@zhaoshi/domain/assessment/lateness';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { type Kysely, sql } from 'kysely';
import { civilDayOf } from '../china-time.ts';
import type { Schema } from '../schema.ts';
import { type CountedScope, ofUnits } from './assessment-counts.ts';
import { IS_OPEN } from './open-application.ts';

/** Something with its dates: whose it is, which, and how people call it. */
interface Dated {
  readonly organ_id: string;
  /** `<thing>/<key>`. */
  readonly item: string;
  readonly name: string;
}

/** Applications whose last day to reply lies within the days: extensions move it. Cases of before the platform have none. */
export async function repliesOwed(
  database: Kysely<Schema>,
  scope: CountedScope,
): Promise<readonly (Dated & OwedReply)[]> {
  const { rows } = await sql<Dated & OwedReply>`
    select application.organ_id, 'application/' || application.region_id || '/' || application.application_id as item,
      application.registration_number as name, due.due_on as "dueOn", application.result_on as "repliedOn",
      not (${IS_OPEN}) as "isDropped"
    from (
      select deadline.region_id, deadline.subject, max(deadline.due_on) as due_on
      from ${ofUnits('deadline', scope)}
      where deadline.kind = '答复' and deadline.due_on >= ${scope.from}::date
      group by deadline.region_id, deadline.subject) due
    join application on application.region_id = due.region_id
      and application.application_id = substr(due.subject, length('application/') + 1)::uuid
    where due.due_on <= ${scope.to}::date and due.subject like 'application/%'`.execute(database);
  return rows;
}

/** What the public said, with its last day to be answered within the days. */
export async function voicesOwed(
  database: Kysely<Schema>,
  scope: CountedScope,
): Promise<readonly (Dated & OwedReply)[]> {
  const { rows } = await sql<Dated & OwedReply>`
    select voice.organ_id, 'voice/' || voice.region_id || '/' || voice.voice_id as item,
      voice.receipt_number as name, voice.due_on as "dueOn", ${civilDayOf(sql`voice.answered_at`)} as "repliedOn",
      false as "isDropped"
    from ${ofUnits('public_voice', scope, 'voice')}
    where voice.due_on between ${scope.from}::date and ${scope.to}::date`.execute(database);
  return rows;
}

/** Documents with their last day to be public within the days. */
export async function documentsOwed(
  database: Kysely<Schema>,
  scope: CountedScope,
): Promise<readonly (Dated & OwedDocument)[]> {
  const { rows } = await sql<Dated & OwedDocument>`
    select document.organ_id, 'document/' || document.region_id || '/' || document.document_id as item,
      document.title as name, document.due_on as "dueOn", document.first_published_at is not null as "isPublic",
      document.status in ('discarded', 'filed') as "isDropped"
    from ${ofUnits('document', scope)}
    where document.due_on between ${scope.from}::date and ${scope.to}::date`.execute(database);
  return rows;
}

/** Documents that were published with a reason for being late, with the day on which that was done. */
export async function documentsSaidLate(
  database: Kysely<Schema>,
  scope: Pick<CountedScope, 'units'>,
): Promise<readonly (Dated & { readonly saidOn: CivilDate })[]> {
  const { rows } = await sql<Dated & { readonly saidOn: CivilDate }>`
    select document.organ_id, 'document/' || document.region_id || '/' || document.document_id as item,
      document.title as name, ${civilDayOf(sql`event.recorded_at`)} as "saidOn"
    from ${ofUnits('document', scope)}
    join document_event event on event.region_id = document.region_id and event.document_id = document.document_id
      and event.type in ('publish', 'schedule') and event.texts ->> 'lateReason' <> ''`.execute(database);
  return rows;
}
