import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readReportFile } from '@zhaoshi/report-files/read/read-file';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import type { Transaction } from 'kysely';
import { appendAudit } from '../../db/append-audit.ts';
import type { Schema } from '../../db/schema.ts';
import { publishReportWithin } from '../annual-report/publish-report.ts';
import type { UseCaseContext } from '../context.ts';
import { DEMONSTRATION, DEMONSTRATION_REPORTS, type DemonstrationRegion } from './region.ts';

const ACTOR = 'system:demonstration';
const REPORTS = join(import.meta.dirname, '../../../demo/reports');
/** The day from which 条例 (国务院令第711号) is in force; the organs are there for all reports under it. */
const VALID_FROM = '2019-05-15';

async function readReport(organ: string, year: number): Promise<ReadReport> {
  const name = `${organ}-${year}.txt`;
  const read = await readReportFile(await readFile(join(REPORTS, name)), { name });
  if (!read.ok) throw new Error(`${name}: ${read.error.message}`);
  return read.value;
}

interface Place {
  readonly regionId: string;
  readonly organId: string;
}

async function insertRegion(
  transaction: Transaction<Schema>,
  region: DemonstrationRegion,
  above: { readonly regionId: string; readonly path: string } | null,
  newId: () => string,
): Promise<{
  readonly regionId: string;
  readonly path: string;
  readonly places: ReadonlyMap<string, Place>;
}> {
  const regionId = newId();
  const { slug, name, level } = region;
  await transaction
    .insertInto('region')
    .values({
      region_id: regionId,
      parent_id: above?.regionId ?? null,
      slug,
      name,
      level,
      is_demonstration: true,
    })
    .execute();
  const places = new Map(region.organs.map((organ) => [organ.slug, { regionId, organId: newId() }]));
  const governmentId = places.get(region.organs[0]?.slug ?? '')?.organId ?? null;
  const path = `${above?.path ?? ''}${governmentId ?? ''}/`;
  const rows = region.organs.map((organ) => {
    const organId = places.get(organ.slug)?.organId ?? '';
    return {
      region_id: regionId,
      organ_id: organId,
      parent_id: organId === governmentId ? null : governmentId,
      slug: organ.slug,
      name: organ.name,
      kind: organ.kind,
      level: organ.kind === 'township' ? ('township' as const) : level,
      valid_from: VALID_FROM,
      valid_to: null,
      path: organId === governmentId ? path : `${path}${organId}/`,
    };
  });
  await transaction.insertInto('organ').values(rows).execute();
  return { regionId, path, places };
}

/** Loads the whole demonstration in one transaction, with an audit entry for each report and one for the rest. */
export async function loadDemonstration(context: UseCaseContext): Promise<void> {
  const { database, newId } = context;
  // One moment for all of it: no report is newer than another.
  const loadedAt = context.now();
  const now = (): Date => loadedAt;
  const reports = await Promise.all(
    DEMONSTRATION_REPORTS.map(async ({ organ, year }) => ({
      organ,
      year,
      read: await readReport(organ, year),
    })),
  );
  await database.transaction().execute(async (transaction) => {
    const places = new Map<string, Place>();
    let city: { readonly regionId: string; readonly path: string } | null = null;
    for (const region of DEMONSTRATION) {
      const inserted = await insertRegion(transaction, region, city, newId);
      city ??= inserted;
      for (const [slug, place] of inserted.places) places.set(slug, place);
    }
    for (const { organ, year, read } of reports) {
      const place = places.get(organ);
      if (place === undefined) throw new Error(`no organ ${organ} in the demonstration`);
      const command = { actor: ACTOR, ...place, reportYear: year, read };
      const published = await publishReportWithin(transaction, command, { now, newId });
      if (!published.ok) throw new Error(`${organ}: ${published.error.code}`);
    }
    await appendAudit(
      transaction,
      {
        actor: ACTOR,
        action: 'demonstration.load',
        subject: 'demonstration',
        details: { reports: reports.length },
      },
      loadedAt,
    );
  });
}
