import type { Kysely, Selectable } from 'kysely';
import type { Checkpoint } from '../checkpoint.ts';
import type { Schema } from '../schema.ts';

export const toCheckpoint = (row: Selectable<Schema['checkpoint']>): Checkpoint => ({
  day: row.day,
  sequence: row.sequence,
  sha256: row.sha256,
  sm3: row.sm3,
  signedAt: row.signed_at.toISOString(),
  publicKey: row.public_key,
  signature: row.signature,
});

/** Checkpoints from the newest back. */
export async function listCheckpoints(
  database: Kysely<Schema>,
  { before, limit }: { readonly before?: string | undefined; readonly limit: number },
): Promise<readonly Checkpoint[]> {
  const rows = await database
    .selectFrom('checkpoint')
    .selectAll()
    .$if(before !== undefined, (query) => query.where('day', '<', before ?? ''))
    .orderBy('day', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toCheckpoint);
}

export async function findCheckpoint(database: Kysely<Schema>, day: string): Promise<Checkpoint | undefined> {
  const row = await database.selectFrom('checkpoint').selectAll().where('day', '=', day).executeTakeFirst();
  return row && toCheckpoint(row);
}
