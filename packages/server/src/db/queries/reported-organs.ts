import { countedBy } from '@zhaoshi/domain/organ/counted-by';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { type LinkedOrgan, linkedOrgans } from './linked-organs.ts';
import type { OrganIds } from './organs.ts';

/** An organ whose registers a report counts, and its path, by which its settings hold. */
export interface ReportedOrgan extends OrganIds {
  readonly path: string;
}

/** The organs whose reports may count others' registers: offices, and whoever took over powers. */
async function mayCountOthers(
  database: Kysely<Schema>,
  organs: readonly OrganIds[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ organ_id: string }>`
    select organ_id from unnest(${organs.map(({ regionId }) => regionId)}::uuid[],
      ${organs.map(({ organId }) => organId)}::uuid[]) as own (region_id, organ_id)
    join organ using (region_id, organ_id)
    where kind = 'governmentOrgan' or exists (select from organ_successor as succession
      where succession.successor_region_id = organ.region_id and succession.successor_organ_id = organ.organ_id)`.execute(
    database,
  );
  return new Set(rows.map(({ organ_id }) => organ_id));
}

/**
 * Whose registers the own reports of organs count, each its own first: of a government's office those of the government as
 * well, because it reports what was done “以政府以及政府办公厅（室）的名义” (30号二(一)); and those of organs that are no more
 * and whose powers it exercises (annual-report.md §8).
 */
export async function reportedOrgansOf(
  database: Kysely<Schema>,
  owns: readonly ReportedOrgan[],
  reportYear: number,
): Promise<ReadonlyMap<string, readonly ReportedOrgan[]>> {
  const may = await mayCountOthers(database, owns);
  const starts = owns.filter(({ organId }) => may.has(organId));
  const linked =
    starts.length === 0 ? new Map<string, LinkedOrgan>() : await linkedOrgans(database, starts, reportYear);
  const byReporter = Map.groupBy(linked.values(), ({ organId }) => countedBy(organId, reportYear, linked));
  return new Map(
    owns.map((own) => {
      const others = (may.has(own.organId) ? (byReporter.get(own.organId) ?? []) : [])
        .filter(({ organId }) => organId !== own.organId)
        .map(({ regionId, organId, path }) => ({ regionId, organId, path }))
        .toSorted((a, b) => a.path.localeCompare(b.path));
      return [own.organId, [own, ...others]];
    }),
  );
}

/** The same of one organ. */
export const reportedOrgans = async (
  database: Kysely<Schema>,
  own: ReportedOrgan,
  reportYear: number,
): Promise<readonly ReportedOrgan[]> =>
  (await reportedOrgansOf(database, [own], reportYear)).get(own.organId) ?? [own];

/** Whether an organ's registers are counted by other reports than its own alone: a government's, and what is no more. */
async function isCountedElsewhere(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
): Promise<boolean> {
  const { rows } = await sql<{ elsewhere: boolean }>`
    select parent_id is null or valid_to is not null as elsewhere
    from organ where region_id = ${regionId}::uuid and organ_id = ${organId}::uuid`.execute(database);
  return rows[0]?.elsewhere ?? false;
}

/** Every organ whose report of some year may count the registers of an organ, itself first. */
export async function possibleReporters(
  database: Kysely<Schema>,
  organ: OrganIds,
): Promise<readonly OrganIds[]> {
  if (!(await isCountedElsewhere(database, organ))) return [organ];
  // Which year is asked of changes who counts, not who is linked.
  const linked = await linkedOrgans(database, [organ], 2019);
  const others = [...linked.values()].filter(({ organId }) => organId !== organ.organId);
  return [organ, ...others.map(({ regionId, organId }) => ({ regionId, organId }))];
}

/**
 * Whose report of a year counts the registers of an organ that is no more, when it is not its own: by name.
 *
 * @returns `null`: its own does
 */
export async function countedElsewhere(
  database: Kysely<Schema>,
  organ: OrganIds,
  reportYear: number,
): Promise<string | null> {
  const linked = await linkedOrgans(database, [organ], reportYear);
  const reporter = countedBy(organ.organId, reportYear, linked);
  return reporter === null || reporter === organ.organId ? null : (linked.get(reporter)?.name ?? null);
}

/** Whether a report of a year counts the registers of an organ; its own always does. */
export async function isCountedIn(
  database: Kysely<Schema>,
  organ: OrganIds,
  { reporterId, reportYear }: { readonly reporterId: string; readonly reportYear: number },
): Promise<boolean> {
  if (reporterId === organ.organId) return true;
  const linked = await linkedOrgans(database, [organ], reportYear);
  return countedBy(organ.organId, reportYear, linked) === reporterId;
}
