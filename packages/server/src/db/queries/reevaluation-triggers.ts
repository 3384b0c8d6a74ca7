import type { DocumentRelation } from '@zhaoshi/domain/disclosure/document-content';
import type { ReevaluationTrigger } from '@zhaoshi/domain/disclosure/reevaluation/reevaluation';
import { type Kysely, sql } from 'kysely';
import { civilDayOf } from '../china-time.ts';
import type { Schema } from '../schema.ts';
import { isPublicNow } from './public-editions.ts';

/** A change of the situation, with what names its source to people. */
export interface TriggerRow {
  readonly trigger_id: string;
  /** The application or the document that was withheld. */
  readonly about_id: string;
  readonly kind: ReevaluationTrigger;
  readonly happened_on: string;
  readonly source: 'person' | 'application' | 'document';
  readonly sealed: string | null;
  readonly registration_number: string | null;
  readonly title: string | null;
}

/** Everything that happened to things that were withheld, by the day. */
export async function triggersOf(
  database: Kysely<Schema>,
  ids: readonly string[],
): Promise<readonly TriggerRow[]> {
  const { rows } = await sql<TriggerRow>`
    select t.trigger_id, coalesce(t.application_id, t.document_id) as about_id, t.kind, t.happened_on, t.source, t.sealed,
      application.registration_number, document.title
    from reevaluation_trigger t
    left join application on t.source = 'application' and application.region_id = t.region_id
      and application.application_id = t.source_id
    left join document on t.source = 'document' and document.region_id = t.region_id
      and document.document_id = t.source_id
    where coalesce(t.application_id, t.document_id) = any(${[...ids]}::uuid[])
    order by t.happened_on, t.trigger_id`.execute(database);
  return rows;
}

/** A new application of an organ in which something like it was refused before. */
export interface NewApplicationRow {
  readonly region_id: string;
  readonly organ_id: string;
  readonly application_id: string;
  readonly applicant_id: string;
  readonly registration_number: string;
  readonly sealed: string;
  readonly bigrams: readonly number[];
  readonly entered_on: string;
}

/** Applications that were entered since a moment, in organs that refused any. */
export async function newApplications(
  database: Kysely<Schema>,
  since: Date,
): Promise<readonly NewApplicationRow[]> {
  const { rows } = await sql<NewApplicationRow>`
    select a.region_id, a.organ_id, a.application_id, a.applicant_id, a.registration_number, a.sealed, a.bigrams,
      ${civilDayOf(sql`a.entered_at`)} as entered_on
    from application a
    where a.entered_at >= ${since} and exists (select from application refused
      where refused.region_id = a.region_id and refused.organ_id = a.organ_id
        and refused.last_outcome like 'refused.%' and refused.application_id <> a.application_id)
    order by a.entered_at, a.application_id`.execute(database);
  return rows;
}

export interface NewEditionRow {
  readonly region_id: string;
  readonly organ_id: string;
  readonly document_id: string;
  readonly kind: string;
  readonly title: string;
  readonly published_on: string;
  /** What it changes, by number and title. */
  readonly changes: readonly {
    readonly relation: DocumentRelation;
    readonly documentNumber: string;
    readonly title: string;
  }[];
}

/** Editions that went public since a moment and are, with the documents that they end or change. */
export async function newEditions(database: Kysely<Schema>, since: Date): Promise<readonly NewEditionRow[]> {
  const { rows } = await sql<NewEditionRow>`
    select edition.region_id, edition.organ_id, edition.document_id, edition.kind, edition.title,
      ${civilDayOf(sql`edition.visible_from`)} as published_on,
      coalesce((select jsonb_agg(jsonb_build_object('relation', r.relation, 'title',
          coalesce(nullif(r.other_title, ''), other.title, ''), 'documentNumber',
          coalesce(nullif(r.other_number, ''), other.document_number, '')) order by r.place)
        from document_relation r
        left join document other on other.region_id = r.region_id and other.document_id = r.other_document_id
        where r.region_id = edition.region_id and r.document_id = edition.document_id
          and r.edition = edition.edition and r.relation in ('amends', 'repeals', 'replaces')), '[]') as changes
    from document_edition edition
    where edition.visible_from >= ${since} and ${isPublicNow}
    order by edition.visible_from, edition.document_id`.execute(database);
  return rows;
}
