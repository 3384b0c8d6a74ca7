import {
  DOCUMENT_KINDS,
  type DocumentKind,
  needsInterpretation,
} from '@zhaoshi/domain/disclosure/document-kind';
import type { DocumentDuty } from '@zhaoshi/domain/disclosure/reminders/duties';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { type Kysely, sql } from 'kysely';
import { civilDayOf } from '../china-time.ts';
import type { Schema } from '../schema.ts';
import { editionsWithText, isPublicNow, supersededAt } from './public-editions.ts';

const array = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`;

const KINDS = Object.keys(DOCUMENT_KINDS) as readonly DocumentKind[];
const WITH_INTERPRETATION = KINDS.filter(needsInterpretation);

/** A public document that stands in a relation to this edition, named by id or, without one, by number. */
const publicRelation = (relation: 'interprets' | 'feedbackOn') => sql<boolean>`exists (
  select from document_relation r join current_edition other using (region_id, document_id, edition)
  where r.region_id = edition.region_id and r.relation = ${relation} and other.ended_at is null
    and (r.other_document_id = edition.document_id
      or (r.other_document_id is null and r.other_number <> '' and r.other_number = edition.document_number)))`;

/** A policy in force that no public document interprets. */
const lacksInterpretation = (
  today: CivilDate,
) => sql<boolean>`(edition.kind = any(${[...WITH_INTERPRETATION]})
  and coalesce(edition.valid_to, 'infinity'::date) >= ${today}::date and not ${publicRelation('interprets')})`;

const LACKS_FEEDBACK = sql<boolean>`(edition.kind = 'draftForComment' and not ${publicRelation('feedbackOn')})`;

const HAS_DEAD_LINK = sql<boolean>`exists (select from document_link link
  where link.region_id = edition.region_id and link.document_id = edition.document_id
    and link.edition = edition.edition and link.dead_since is not null)`;

function lacking(duty: Exclude<DocumentDuty, 'leak'>, today: CivilDate) {
  if (duty === 'interpretation') return lacksInterpretation(today);
  return duty === 'feedback' ? LACKS_FEEDBACK : HAS_DEAD_LINK;
}

const IS_LEAK_OPEN = sql<boolean>`document.leak_open`;

/** Condition on `document`: its public edition still lacks something, or persons are to be told of one that was taken down. */
export const owesSomething = (duty: DocumentDuty, today: CivilDate) =>
  duty === 'leak'
    ? IS_LEAK_OPEN
    : sql<boolean>`exists (
  select from document_edition edition where edition.region_id = document.region_id
    and edition.document_id = document.document_id and ${isPublicNow} and ${lacking(duty, today)})`;

export interface OwedDocumentRow {
  readonly organ_id: string;
  readonly region_id: string;
  readonly document_id: string;
  readonly published_on: CivilDate;
}

/** Public policies in force that no public document interprets, by the day they first went public (publication.md §7). */
export async function uninterpretedPolicies(
  database: Kysely<Schema>,
  organIds: readonly string[],
  today: CivilDate,
): Promise<readonly OwedDocumentRow[]> {
  const { rows } = await sql<OwedDocumentRow>`
    select edition.organ_id, edition.region_id, edition.document_id,
      ${civilDayOf(sql`document.first_published_at`)} as published_on
    from document_edition edition
    join document on document.region_id = edition.region_id and document.document_id = edition.document_id
    where edition.organ_id = ${array(organIds)} and ${isPublicNow} and ${lacksInterpretation(today)}
      and document.first_published_at is not null
    order by document.first_published_at, edition.document_id`.execute(database);
  return rows;
}

/** Public drafts for comment to which no public document gives feedback, with their texts. */
export const draftsWithoutFeedback = async (database: Kysely<Schema>, organIds: readonly string[]) =>
  await editionsWithText(database)
    .leftJoin('comment_period_reason as stated', (join) =>
      join
        .onRef('stated.region_id', '=', 'edition.region_id')
        .onRef('stated.document_id', '=', 'edition.document_id'),
    )
    .select('stated.reason')
    .where('edition.organ_id', 'in', [...organIds])
    .where(isPublicNow)
    .where(LACKS_FEEDBACK)
    .orderBy('edition.visible_from')
    .orderBy('edition.document_id')
    .execute();

export interface HangingRow {
  readonly organ_id: string;
  readonly posting_id: string;
  readonly planned_on: CivilDate;
  /** The day on which its document was withdrawn or a newer edition of it went public; `null` while it is the one. */
  readonly outdated_on: CivilDate | null;
}

/** What hangs on the boards of organs, with the day from which it must not. */
export async function hangingPosters(
  database: Kysely<Schema>,
  organIds: readonly string[],
): Promise<readonly HangingRow[]> {
  const { rows } = await sql<HangingRow>`
    select posting.organ_id, posting.posting_id, posting.planned_on,
      ${civilDayOf(sql`least(edition.ended_at, ${supersededAt})`)}
        as outdated_on
    from board_posting posting
    join document_edition edition on edition.region_id = posting.region_id
      and edition.document_id = posting.document_id and edition.edition = posting.edition
    where posting.organ_id = ${array(organIds)} and posting.taken_down_on is null
    order by posting.posting_id`.execute(database);
  return rows;
}

/** What the public said and nobody has answered. */
export async function openVoices(database: Kysely<Schema>, organIds: readonly string[]) {
  const { rows } = await sql<{
    readonly organ_id: string;
    readonly voice_id: string;
    readonly due_on: CivilDate;
  }>`
    select organ_id, voice_id, due_on from public_voice
    where organ_id = ${array(organIds)} and status = 'received' order by voice_id`.execute(database);
  return rows;
}

/** What organs were told before of their duties. */
export async function dutyReminders(database: Kysely<Schema>, organIds: readonly string[]) {
  return await database
    .selectFrom('duty_reminder')
    .selectAll()
    .where('organ_id', 'in', [...organIds])
    .execute();
}

/** Organs that are there today, with what their duties depend on. */
export async function organsWithDuties(database: Kysely<Schema>, today: CivilDate) {
  return await database
    .selectFrom('organ')
    .select(['region_id', 'organ_id', 'path', 'name', 'kind', 'level', 'valid_from'])
    .where(sql<boolean>`valid_from <= ${today}::date and (valid_to is null or valid_to > ${today}::date)`)
    .orderBy('path')
    .execute();
}

export type OrganWithDuties = Awaited<ReturnType<typeof organsWithDuties>>[number];
