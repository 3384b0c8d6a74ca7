import type { OwedThing } from '@zhaoshi/domain/disclosure/reminders/duty-stages';
import { addDays, type CivilDate, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import type { Kysely } from 'kysely';
import { unsentReports } from '../../db/queries/report-todo.ts';
import type { Schema } from '../../db/schema.ts';
import { lastDays } from '../annual-report/report-waiting.ts';

type LastDay = Awaited<ReturnType<typeof lastDays>>;

/** Reports of the year that is over which lists ask for and nobody has sent, with whoever writes them (条例49). */
export async function owedReports(
  database: Kysely<Schema>,
  organIds: readonly string[],
  today: CivilDate,
): Promise<readonly (OwedThing & { readonly organId: string })[]> {
  const reportYear = yearOf(today) - 1;
  const unsent = await unsentReports(database, organIds, reportYear);
  const known = new Map<string, LastDay>();
  for (const path of new Set(unsent.map(({ government_path }) => government_path))) {
    known.set(path, await lastDays(database, path, reportYear));
  }
  return unsent.flatMap(({ writer_id, organ_id, kind, government_path }) => {
    const dueOn = known.get(government_path)?.(kind) ?? null;
    if (dueOn === null) return [];
    const owedFrom = addDays(dueOn, 1);
    return [
      { duty: 'annualReport', id: organ_id, dueOn, owedFrom, warnsOn: null, organId: writer_id } as const,
    ];
  });
}
