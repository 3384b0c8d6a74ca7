import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckpointProblem } from '@zhaoshi/domain/audit/verdict-words';
import type { Kysely, Transaction } from 'kysely';
import { type Checkpoint, readCheckpoint, signatureHolds } from '../../db/checkpoint.ts';
import { toCheckpoint } from '../../db/queries/checkpoints.ts';
import type { Schema } from '../../db/schema.ts';
import { type AuditVerdict, walkAudit } from '../../db/verify-audit.ts';

export interface CheckpointFault {
  /** The day, or the file's name. */
  readonly name: string;
  readonly problem: CheckpointProblem;
}

export interface TrailVerdict {
  readonly chain: AuditVerdict;
  readonly checkpoints: number;
  readonly checkpointFaults: readonly CheckpointFault[];
}

/** Checkpoint files of a folder; none when the folder is not there. */
async function readFolder(folder: string): Promise<readonly { name: string; found: Checkpoint | null }[]> {
  let names: readonly string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return await Promise.all(
    names
      .filter((name) => /^checkpoint-.*\.json$/.test(name))
      .toSorted()
      .map(async (name) => ({ name, found: readCheckpoint(await readFile(join(folder, name), 'utf8')) })),
  );
}

async function problemOf(
  transaction: Transaction<Schema>,
  checkpoint: Checkpoint,
  publicKey: string,
): Promise<CheckpointProblem | null> {
  if (checkpoint.publicKey !== publicKey || !signatureHolds(checkpoint)) return 'signature';
  if (checkpoint.sequence === 0) return null;
  const entry = await transaction
    .selectFrom('audit_entry')
    .select(['sha256', 'sm3'])
    .where('sequence', '=', checkpoint.sequence)
    .executeTakeFirst();
  if (entry === undefined) return 'entry-missing';
  return entry.sha256 === checkpoint.sha256 && entry.sm3 === checkpoint.sm3 ? null : 'entry-differs';
}

/**
 * Verifies the chain, and every checkpoint of the database and of the folder against it. The chain alone cannot
 * show that the whole trail was written anew; a checkpoint that was kept elsewhere does.
 */
export async function verifyTrail(
  database: Kysely<Schema>,
  publicKey: string,
  folder: string,
): Promise<TrailVerdict> {
  const files = await readFolder(folder);
  return await database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const chain = await walkAudit(transaction);
      const rows = await transaction.selectFrom('checkpoint').selectAll().orderBy('day').execute();
      const stored = new Map(rows.map((row) => [row.day, toCheckpoint(row)]));
      const faults: CheckpointFault[] = [];
      for (const [name, checkpoint] of stored) {
        const problem = await problemOf(transaction, checkpoint, publicKey);
        if (problem !== null) faults.push({ name, problem });
      }
      for (const { name, found } of files) {
        const twin = found === null ? undefined : stored.get(found.day);
        if (found !== null && twin !== undefined && JSON.stringify(twin) === JSON.stringify(found)) continue;
        const problem =
          found === null
            ? 'unreadable'
            : ((await problemOf(transaction, found, publicKey)) ?? 'copies-differ');
        faults.push({ name, problem });
      }
      return { chain, checkpoints: stored.size, checkpointFaults: faults };
    });
}
