import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { Kysely } from 'kysely';
import { documentsWithDeadLinks } from '../../db/queries/document-links.ts';
import type { Schema } from '../../db/schema.ts';
import type { OwedForDocument } from './owed-documents.ts';

/** Public documents of which links do not answer, owed since the day that was clear. */
export async function deadLinks(
  database: Kysely<Schema>,
  organIds: readonly string[],
): Promise<readonly OwedForDocument[]> {
  const rows = await documentsWithDeadLinks(database, organIds);
  return rows.map(({ organ_id, region_id, document_id, dead_since }) => {
    const since = civilDateAt(dead_since);
    return {
      duty: 'link',
      id: document_id,
      dueOn: since,
      owedFrom: since,
      warnsOn: null,
      organId: organ_id,
      regionId: region_id,
      documentId: document_id,
    };
  });
}
