import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../../adapters/embedded-postgres/durable.ts';
import { writeCheckpoint } from '../../db/checkpoint.ts';
import { listCheckpoints } from '../../db/queries/checkpoints.ts';
import type { UseCaseContext } from '../context.ts';

const BATCH = 100;

export const checkpointFile = (folder: string, day: string): string => join(folder, `checkpoint-${day}.json`);

/**
 * Writes checkpoints that have no file yet, from the newest back to one that has. A file that is there is never
 * written again: it may have been copied elsewhere as evidence.
 *
 * @returns the days written
 */
export async function exportCheckpoints(
  { database }: Pick<UseCaseContext, 'database'>,
  folder: string,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  for (let before: string | undefined; ; ) {
    const batch = await listCheckpoints(database, { before, limit: BATCH });
    for (const checkpoint of batch) {
      const file = checkpointFile(folder, checkpoint.day);
      if (existsSync(file)) return written;
      await writeDurably(file, writeCheckpoint(checkpoint));
      written.push(checkpoint.day);
    }
    if (batch.length < BATCH) return written;
    before = batch.at(-1)?.day;
  }
}
