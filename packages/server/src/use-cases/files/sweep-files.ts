import { DAY_MS } from '@zhaoshi/domain/kernel/durations';
import { sql, type Transaction } from 'kysely';
import { sweepSpool } from '../../adapters/files/spool.ts';
import { appendAudit } from '../../db/append-audit.ts';
import type { FileRow } from '../../db/queries/files.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import { openBoxed } from '../complaints/complaint-seal.ts';
import type { UseCaseContext } from '../context.ts';
import { attachFile } from './attach-file.ts';

const BATCH = 100;

type SweepContext = UseCaseContext & { readonly services: Pick<Services, 'files' | 'secretBox'> };

/** Keys that have a row. */
async function knownKeys(
  { database }: UseCaseContext,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await database
    .selectFrom('file')
    .select('storage_key')
    .where('storage_key', 'in', keys)
    .execute();
  return new Set(rows.map((row) => row.storage_key));
}

/** Keys of photos of complaints that still lie in the box: nothing names them in clear. */
async function boxedKeys({ database, services }: SweepContext): Promise<ReadonlySet<string>> {
  const rows = await database.selectFrom('complaint_box').select(['complaint_id', 'sealed']).execute();
  const photos = rows.flatMap((row) => openBoxed(services.secretBox, row).photos ?? []);
  return new Set(photos.map(({ storageKey }) => storageKey));
}

/** At most so many are removed in one run; the next one goes on. */
const MOST_ORPHANS = 10_000;
/** So few are never a sign of a mistake. */
const FEW_ORPHANS = 100;

async function findOrphans(
  context: SweepContext,
  before: Date,
): Promise<{ readonly orphans: readonly string[]; readonly known: number }> {
  const orphans: string[] = [];
  const boxed = await boxedKeys(context);
  let known = 0;
  let batch: string[] = [];
  const sortBatch = async (): Promise<void> => {
    const withRow = await knownKeys(context, batch);
    known += withRow.size;
    orphans.push(...batch.filter((key) => !withRow.has(key) && !boxed.has(key)));
    batch = [];
  };
  for await (const { key, modifiedAt } of context.services.files.storage.list()) {
    if (modifiedAt >= before) continue;
    batch.push(key);
    if (batch.length === BATCH) await sortBatch();
    if (orphans.length >= MOST_ORPHANS) break;
  }
  await sortBatch();
  return { orphans, known };
}

/**
 * Removes bytes that no row knows, left by a crash or a fault between storage and commit, and what such a crash left
 * in the spool. Only those older than a day: younger ones may be about to get their row. They never were files of the
 * system, so the trail says nothing of them.
 *
 * @returns how many objects were removed
 * @throws Error, with nothing removed, when this database knows less than half of the storage: then the storage is
 *   most likely that of another database
 */
export async function sweepOrphanedBytes(context: SweepContext): Promise<number> {
  const { files } = context.services;
  const before = new Date(context.now().getTime() - DAY_MS);
  await sweepSpool(files.spoolFolder, before);
  const { orphans, known } = await findOrphans(context, before);
  if (orphans.length > FEW_ORPHANS && orphans.length > known) {
    files.warn('file storage does not belong to this database', { orphans: orphans.length, known });
    throw new Error('the file storage does not belong to this database');
  }
  for (const key of orphans) await files.storage.remove(key);
  return orphans.length;
}

type Unattached = Pick<FileRow, 'region_id' | 'organ_id' | 'file_id' | 'sealed'> & { readonly path: string };

async function removeRow(
  transaction: Transaction<Schema>,
  { region_id, file_id, sealed, path }: Unattached,
  { at, days }: { readonly at: Date; readonly days: number },
): Promise<void> {
  // An older backup may still have it in its case.
  if (sealed !== null) {
    await transaction
      .insertInto('erasure')
      .values({ region_id, kind: 'file', subject_id: file_id, erased_at: at })
      .onConflict((conflict) => conflict.columns(['region_id', 'kind', 'subject_id']).doNothing())
      .execute();
  }
  await transaction
    .deleteFrom('file')
    .where('region_id', '=', region_id)
    .where('file_id', '=', file_id)
    .execute();
  await appendAudit(
    transaction,
    {
      actor: 'system:files',
      action: 'file.remove',
      subject: `file/${file_id}`,
      details: { organ: path, reason: 'unattached', days },
    },
    at,
  );
}

/** Of PostgreSQL: a row of another table still names this one. */
const REFERRED_TO = '23503';

const isReferredTo = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === REFERRED_TO;

/** Removes a row, unless something still refers to it: one thing let go of it and another has it too. It is kept then. */
async function removeUnlessReferredTo(
  transaction: Transaction<Schema>,
  row: Unattached,
  facts: { readonly at: Date; readonly days: number },
): Promise<boolean> {
  await sql`savepoint one_file`.execute(transaction);
  try {
    await removeRow(transaction, row, facts);
  } catch (error) {
    if (!isReferredTo(error)) throw error;
    await sql`rollback to savepoint one_file`.execute(transaction);
    await attachFile(transaction, { regionId: row.region_id, fileId: row.file_id, organId: row.organ_id });
    return false;
  }
  await sql`release savepoint one_file`.execute(transaction);
  return true;
}

/** Removes one batch of rows with their audit entry. @returns how many were looked at, and keys whose bytes have no row any more */
async function removeUnattachedRows({
  database,
  now,
  services,
}: SweepContext): Promise<{ readonly looked: number; readonly keys: readonly string[] }> {
  const { files } = services;
  const at = now();
  const days = files.unattachedDays;
  const before = new Date(at.getTime() - days * DAY_MS);
  return await database.transaction().execute(async (transaction) => {
    const rows = await transaction
      .selectFrom('file')
      .innerJoin('organ', (join) =>
        join.onRef('organ.region_id', '=', 'file.region_id').onRef('organ.organ_id', '=', 'file.organ_id'),
      )
      .select([
        'file.region_id',
        'file.organ_id',
        'file.file_id',
        'file.storage_key',
        'file.sealed',
        'organ.path',
      ])
      .where('state', '=', 'unattached')
      .where('uploaded_at', '<', before)
      .orderBy('uploaded_at')
      .limit(BATCH)
      // Rows that are being attached right now, or swept by another server.
      .forUpdate('file')
      .skipLocked()
      .execute();
    const keys: string[] = [];
    for (const row of rows) {
      if (await removeUnlessReferredTo(transaction, row, { at, days })) keys.push(row.storage_key);
    }
    return { looked: rows.length, keys };
  });
}

/**
 * Removes files that nothing has referred to for as long as the settings allow: rows with an audit entry each, then
 * their bytes. Bytes that a crash in between leaves are orphans of the other sweep.
 *
 * @returns how many files were removed
 */
export async function sweepUnattachedFiles(context: SweepContext): Promise<number> {
  let removed = 0;
  for (;;) {
    const { looked, keys } = await removeUnattachedRows(context);
    for (const key of keys) await context.services.files.storage.remove(key);
    removed += keys.length;
    if (looked < BATCH) return removed;
  }
}
