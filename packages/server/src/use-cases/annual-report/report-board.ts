import { deadlineOf } from '@zhaoshi/domain/annual-report/rules/deadlines';
import { type BoardState, boardStateOf, daysLeft } from '@zhaoshi/domain/annual-report/work/board';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { Kysely } from 'kysely';
import { findRegionGovernment, type OrganRow } from '../../db/queries/organs.ts';
import { type BoardRow, boardRows } from '../../db/queries/report-board.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';
import { uncountedOrgans } from './uncounted-organs.ts';

export interface BoardUnit {
  readonly row: BoardRow;
  readonly state: BoardState;
  readonly dueOn: CivilDate | null;
  readonly daysLeft: number | null;
}

/** The units of a region's list for a year, and how they stand. */
export interface ReportBoard {
  readonly government: OrganRow;
  readonly units: readonly BoardUnit[];
  /** What no unit of the list reports, by name. */
  readonly uncounted: readonly string[];
  readonly alikeLimit: number;
}

/** Where the units of a list stand today; the last days are those that their government has set. */
export async function loadBoard(
  database: Kysely<Schema>,
  { regionId, reportYear }: { readonly regionId: string; readonly reportYear: number },
  now: Date,
): Promise<ReportBoard | null> {
  const government = await findRegionGovernment(database, regionId);
  if (government === undefined) return null;
  const settings = settingsAt(government.path, await chosenSettings(database, government.path));
  const local = settings('annualReport.localDeadline') || null;
  const today = civilDateAt(now);
  const units = (await boardRows(database, regionId, reportYear)).map((row): BoardUnit => {
    const state = boardStateOf(row.status);
    const dueOn = isOrganInLaw(row.kind) ? (deadlineOf(row.kind, reportYear, local)?.date ?? null) : null;
    return { row, state, dueOn, daysLeft: daysLeft(state, dueOn, today) };
  });
  const uncounted = await uncountedOrgans(database, { regionId, reportYear }, now);
  return {
    government,
    units,
    uncounted: uncounted.map(({ name }) => name),
    alikeLimit: settings('annualReport.similarityPeerPercent'),
  };
}
