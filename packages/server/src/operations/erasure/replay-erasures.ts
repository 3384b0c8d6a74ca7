import type { Kysely } from 'kysely';
import type { FileStorage } from '../../adapters/files/storage.ts';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { Schema } from '../../db/schema.ts';
import { type Erasure, erase } from './erase.ts';

const BATCH = 1000;

const keyOf = (erasure: Pick<Erasure, 'regionId' | 'kind' | 'subjectId'>): string =>
  `${erasure.regionId}/${erasure.kind}/${erasure.subjectId}`;

/** Those that the database does not know of. */
async function missingOf(
  database: Kysely<Schema>,
  erasures: readonly Erasure[],
): Promise<readonly Erasure[]> {
  const missing: Erasure[] = [];
  for (let start = 0; start < erasures.length; start += BATCH) {
    const batch = erasures.slice(start, start + BATCH);
    const rows = await database
      .selectFrom('erasure')
      .select(['region_id', 'kind', 'subject_id'])
      .where(
        'subject_id',
        'in',
        batch.map(({ subjectId }) => subjectId),
      )
      .execute();
    const known = new Set(
      rows.map((row) => keyOf({ regionId: row.region_id, kind: row.kind, subjectId: row.subject_id })),
    );
    missing.push(...batch.filter((erasure) => !known.has(keyOf(erasure))));
  }
  return missing;
}

/** What the erased data lie in. */
export interface ErasedPlaces {
  readonly storage: Pick<FileStorage, 'remove'>;
  /** `null` when the key is lost. */
  readonly secretBox: SecretBox | null;
}

/**
 * Carries out every erasure of the list that the database does not know of: it is older than the list, as after a
 * backup was restored (privacy-security.md §4, attack 31).
 *
 * @returns how many were carried out
 */
export async function replayErasures(
  database: Kysely<Schema>,
  { storage, secretBox }: ErasedPlaces,
  lists: AsyncIterable<readonly Erasure[]>,
): Promise<number> {
  let replayed = 0;
  for await (const erasures of lists) {
    for (const erasure of await missingOf(database, erasures)) {
      const key = await database
        .transaction()
        .execute(async (transaction) => await erase(transaction, secretBox, erasure));
      if (key !== null) await storage.remove(key);
      replayed += 1;
    }
  }
  return replayed;
}
