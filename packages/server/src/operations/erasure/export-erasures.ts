import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { writeDurably } from '../../adapters/embedded-postgres/durable.ts';
import type { Schema } from '../../db/schema.ts';
import { erasureFile, readErasures, writeErasures } from './erasure-list.ts';

const DAY = sql<string>`((erased_at at time zone 'Asia/Shanghai')::date)::text`;

async function listOf(database: Kysely<Schema>, day: string): Promise<string> {
  const rows = await database
    .selectFrom('erasure')
    .selectAll()
    .where(sql<boolean>`erased_at >= ${day}::date::timestamp at time zone 'Asia/Shanghai'`)
    .where(sql<boolean>`erased_at < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'`)
    .orderBy('erased_at')
    .orderBy('subject_id')
    .orderBy('kind')
    .execute();
  const erasures = rows.map((row) => ({
    regionId: row.region_id,
    kind: row.kind,
    subjectId: row.subject_id,
    erasedAt: row.erased_at,
  }));
  return writeErasures(day, erasures);
}

/**
 * Writes the list of each day that has more than its file tells, or no file yet; a file never becomes shorter. The
 * folder is made even when there is nothing to tell: an empty one says that nothing was erased, none says that nobody
 * knows.
 *
 * @returns the days written
 */
export async function exportErasures(database: Kysely<Schema>, folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const days = await database
    .selectFrom('erasure')
    .select([DAY.as('day'), (build) => build.fn.countAll<number>().as('count')])
    .groupBy(DAY)
    .orderBy('day')
    .execute();
  const written: string[] = [];
  for (const { day, count } of days) {
    const file = erasureFile(folder, day);
    if (existsSync(file) && (await readErasures(file)).length >= count) continue;
    await writeDurably(file, await listOf(database, day));
    written.push(day);
  }
  return written;
}
