import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** Documents that are still to be made public for the first time, due by a day, with their working copies. */
export async function owedDocuments(database: Kysely<Schema>, dueBy: CivilDate) {
  return await database
    .selectFrom('document')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'document.region_id')
        .onRef('organ.organ_id', '=', 'document.organ_id'),
    )
    .innerJoin('document_draft as draft', (join) =>
      join
        .onRef('draft.region_id', '=', 'document.region_id')
        .onRef('draft.document_id', '=', 'document.document_id'),
    )
    .select([
      'document.region_id',
      'document.organ_id',
      'document.document_id',
      'organ.path',
      'organ.name as organ_name',
      'draft.content',
      sql<Date>`coalesce((select min(e.recorded_at) from document_event e
        where e.region_id = document.region_id and e.document_id = document.document_id),
        document.updated_at)`.as('entered_at'),
    ])
    .where('document.first_published_at', 'is', null)
    .where('document.due_on', '<=', dueBy)
    .where('document.status', 'not in', ['discarded', 'filed', 'withdrawn'])
    .orderBy('document.region_id')
    .orderBy('document.document_id')
    .execute();
}

export type OwedDocument = Awaited<ReturnType<typeof owedDocuments>>[number];
