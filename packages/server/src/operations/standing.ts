import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { Kysely } from 'kysely';
import { listCheckpoints } from '../db/queries/checkpoints.ts';
import { countJobs, type QueueCounts } from '../db/queries/jobs.ts';
import { countOpenCases } from '../db/queries/open-cases.ts';
import type { Schema } from '../db/schema.ts';
import { newestBackup } from './backup/rotation.ts';

/** How the work behind the pages stands. */
export interface Standing {
  readonly at: Date;
  /** By kind; kinds without a job are left out. */
  readonly queues: readonly QueueCounts[];
  readonly lastCheckpoint: Date | null;
  /** `null` also when no folder of backups is set, or it cannot be read. */
  readonly lastBackup: Date | null;
  /** Applications that wait for a reply, and those of them whose last day has passed. */
  readonly applications: { readonly open: number; readonly overdue: number };
}

/** However often somebody asks, the database is asked once in this time. */
const REMEMBERED_MS = 5000;

interface Sources {
  readonly database: Kysely<Schema>;
  /** Where `backup --rotate` writes. */
  readonly backups: string | null;
}

async function look({ database, backups }: Sources, at: Date): Promise<Standing> {
  const [queues, applications, [checkpoint], lastBackup] = await Promise.all([
    countJobs(database),
    countOpenCases(database, civilDateAt(at)),
    listCheckpoints(database, { limit: 1 }),
    backups === null ? null : newestBackup(backups).catch(() => null),
  ]);
  const lastCheckpoint = checkpoint === undefined ? null : new Date(checkpoint.signedAt);
  return { at, queues, applications, lastCheckpoint, lastBackup };
}

/** Looks for the metrics; `null` while the database does not answer. */
export function createStanding(sources: Sources, now: () => Date): () => Promise<Standing | null> {
  let seen: Promise<Standing | null> | undefined;
  let until = 0;
  return async () => {
    const at = now();
    if (seen === undefined || at.getTime() >= until) {
      until = at.getTime() + REMEMBERED_MS;
      seen = look(sources, at).catch(() => null);
    }
    return await seen;
  };
}
