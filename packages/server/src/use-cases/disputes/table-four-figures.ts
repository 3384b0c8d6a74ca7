import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import { reportPeriod } from '@zhaoshi/domain/application/table-three';
import { DISPUTE_RULES, type DisputeRules, disputeRulesFrom } from '@zhaoshi/domain/dispute/counting-rules';
import {
  coDefendantSuits,
  type DisputeCounting,
  directSuitsOfRefusals,
  tableFourFigures as figuresOf,
  type TableFourCell,
} from '@zhaoshi/domain/dispute/table-four';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import { countedUpTo } from '@zhaoshi/domain/statistics/table-two';
import type { Kysely } from 'kysely';
import { disputesOfYear, type KeptDispute } from '../../db/queries/disputes.ts';
import { chosenDisputeSettings } from '../../db/queries/disputes-settings.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';

/** An organ with its path, by which its settings hold. */
export interface CountedOrgan extends OrganIds {
  readonly path: string;
}

/** Every cell of table four with the disputes that it counts. */
export interface TableFourFigures {
  readonly counting: DisputeCounting;
  readonly cells: readonly TableFourCell<KeptDispute>[];
  /** Suits in which the organ is only co-defendant, which no cell counts (AR-T4-01). */
  readonly coDefendant: readonly KeptDispute[];
  /** Suits brought at once against refusals, of which the law asks a reconsideration first (AR-LEG-01). */
  readonly directRefusals: readonly KeptDispute[];
}

/** How a year is counted for an organ now. */
export async function disputeCounting(
  database: Kysely<Schema>,
  { path }: Pick<CountedOrgan, 'path'>,
  year: number,
  now: Date,
): Promise<DisputeCounting> {
  const rules = disputeRulesFrom(settingsAt(path, await chosenSettings(database, path)));
  return { year, upTo: countedUpTo(year, civilDateAt(now)), rules };
}

/** Table four of an organ's own report for a year, as it stands now (annual-report.md §6). */
export async function tableFourFigures(
  database: Kysely<Schema>,
  organ: CountedOrgan,
  year: number,
  now: Date,
): Promise<TableFourFigures> {
  const counting = await disputeCounting(database, organ, year, now);
  const days = { from: reportPeriod(year).from, to: counting.upTo };
  const disputes = await disputesOfYear(database, [organ], days);
  return {
    counting,
    cells: figuresOf(disputes, counting),
    coDefendant: coDefendantSuits(disputes, counting),
    directRefusals: directSuitsOfRefusals(disputes, counting),
  };
}

/** Every figure of table four; a cell without cases is 0, never blank: it was counted. */
export type TableFourCounts = Readonly<Record<CellId, number>>;

/** The rules of each of many organs; most have chosen nothing and share one. */
export async function disputeRulesAt(database: Kysely<Schema>): Promise<(path: string) => DisputeRules> {
  const chosen = await chosenDisputeSettings(database);
  const known = new Map<string, DisputeRules>();
  return (path) => {
    const own = chosen.filter((choice) => path.startsWith(choice.path));
    if (own.length === 0) return DISPUTE_RULES;
    // No setting of these is an organ's own, so that organs below the same choices have the same rules.
    const key = own.map((choice) => choice.path).join(' ');
    const rules = known.get(key) ?? disputeRulesFrom(settingsAt(path, own));
    known.set(key, rules);
    return rules;
  };
}

/** Table four of many organs at once, each cell with its list: one statement finds their disputes in the index. */
export async function tableFourLists(
  database: Kysely<Schema>,
  organs: readonly CountedOrgan[],
  year: number,
  now: Date,
): Promise<ReadonlyMap<string, readonly TableFourCell<KeptDispute>[]>> {
  const upTo = countedUpTo(year, civilDateAt(now));
  const rulesAt = await disputeRulesAt(database);
  const disputes = await disputesOfYear(database, organs, { from: reportPeriod(year).from, to: upTo });
  const byOrgan = Map.groupBy(disputes, ({ organId }) => organId);
  return new Map(
    organs.map(({ organId, path }) => [
      organId,
      figuresOf(byOrgan.get(organId) ?? [], { year, upTo, rules: rulesAt(path) }),
    ]),
  );
}

/**
 * The figures of table four of many organs, for aggregation.
 *
 * @returns the figures of each organ that was asked for, by its id
 */
export async function countTableFour(
  database: Kysely<Schema>,
  organs: readonly CountedOrgan[],
  year: number,
  now: Date,
): Promise<ReadonlyMap<string, TableFourCounts>> {
  const lists = await tableFourLists(database, organs, year, now);
  return new Map(
    [...lists].map(([organId, cells]) => [
      organId,
      Object.fromEntries(cells.map(({ cell, value }) => [cell, value])),
    ]),
  );
}
