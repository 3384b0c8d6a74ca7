import type { Kysely } from 'kysely';
import { appendAudit } from '../../db/append-audit.ts';
import type { Schema } from '../../db/schema.ts';
import { erasuresIn } from './erasure-list.ts';
import { exportErasures } from './export-erasures.ts';
import { type ErasedPlaces, replayErasures } from './replay-erasures.ts';

/**
 * Before anything is served: what the list says was erased is erased in this database as well, however it was put back,
 * by this program or by the database's own tools.
 *
 * @returns how many erasures the database did not know of
 * @throws StartError when a list is damaged
 */
export async function requireErasures(
  database: Kysely<Schema>,
  places: ErasedPlaces,
  { folder, at }: { readonly folder: string; readonly at: Date },
): Promise<number> {
  const lists = await erasuresIn(folder);
  const replayed = lists === null ? 0 : await replayErasures(database, places, lists);
  if (replayed > 0) {
    await database.transaction().execute(
      async (transaction) =>
        await appendAudit(
          transaction,
          {
            actor: 'system:start',
            action: 'backup.replayErasures',
            subject: 'erasure/all',
            details: { replayed },
          },
          at,
        ),
    );
  }
  await exportErasures(database, folder);
  return replayed;
}
