import { sql, type Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { enqueue } from '../../jobs/enqueue.ts';

/** Asks for the scan of files that were never asked for, in the transaction that draws them in. */
export async function requestScans(
  transaction: Transaction<Schema>,
  regionId: string,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return;
  const requested = await transaction
    .insertInto('file_scan')
    .columns(['region_id', 'file_id', 'sha256', 'state', 'requested_at'])
    .expression(
      transaction
        .selectFrom('file')
        .select(['region_id', 'file_id', 'sha256'])
        .select([sql.lit('waiting').as('state'), sql<Date>`now()`.as('requested_at')])
        .where('region_id', '=', regionId)
        .where('file_id', 'in', fileIds)
        .where('sealed', 'is', null),
    )
    .onConflict((conflict) => conflict.columns(['region_id', 'file_id']).doNothing())
    .returning('file_id')
    .execute();
  for (const { file_id: fileId } of requested) {
    await enqueue(transaction, { kind: 'file.scan', payload: { regionId, fileId } });
  }
}
