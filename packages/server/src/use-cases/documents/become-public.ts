import { type DocumentIds, lockDocument } from '../../db/queries/documents.ts';
import type { UseCaseContext } from '../context.ts';
import { loadDocument } from './loaded-document.ts';
import { noteMinute } from './note-minute.ts';

/** Notes the minute of a scheduled publication; does nothing where it was noted, cancelled or has not come. */
export async function becomePublic({ database, now }: UseCaseContext, ids: DocumentIds): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const row = await lockDocument(transaction, ids);
    if (row === undefined) return;
    const at = now();
    await noteMinute(transaction, await loadDocument(transaction, row, at), at);
  });
}
