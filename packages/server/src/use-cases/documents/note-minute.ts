import { decideDocumentAct } from '@zhaoshi/domain/disclosure/decide-document-act';
import { sql, type Transaction } from 'kysely';
import { lockDocument, SYSTEM_ACTOR } from '../../db/queries/documents.ts';
import type { Schema } from '../../db/schema.ts';
import { doAct } from './do-act.ts';
import { decideContext, type LoadedDocument, loadDocument } from './loaded-document.ts';
import { recordEdition } from './record-edition.ts';

/**
 * Notes that the minute of a scheduled publication has come, where it has. The public sees the edition from its minute
 * on by the database's clock, whether this ran or not; it is noted once, by whoever comes first: the job of the minute,
 * or an act that meets the document before.
 *
 * @param loaded its row locked
 * @returns the document as it is after that
 */
export async function noteMinute(
  transaction: Transaction<Schema>,
  loaded: LoadedDocument,
  at: Date,
): Promise<LoadedDocument> {
  const { row, state } = loaded;
  const context = decideContext(loaded, { id: SYSTEM_ACTOR, roles: ['system'] }, at);
  const decided = decideDocumentAct(state, { act: { type: 'becomePublic' }, texts: {} }, context);
  if (!decided.ok) return loaded;
  const done = await doAct(transaction, loaded, decided.value, {});
  if (!done.ok) throw new Error('noting a minute was refused');
  await transaction
    .updateTable('document_edition')
    .set({ announced_at: at })
    .where('region_id', '=', row.region_id)
    .where('document_id', '=', row.document_id)
    .where('edition', '=', row.edition)
    .where('visible_from', '<=', sql<Date>`now()`)
    .execute();
  await recordEdition(
    transaction,
    {
      row,
      edition: state.edition,
      content: loaded.submitted,
      contentSha256: state.revision?.sha256 ?? '',
      minute: new Date(state.scheduledFor ?? at),
    },
    at,
  );
  const changed = await lockDocument(transaction, { regionId: row.region_id, documentId: row.document_id });
  if (changed === undefined) throw new Error('a locked document went');
  return await loadDocument(transaction, changed, at);
}
