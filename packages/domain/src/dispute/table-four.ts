import { formTable } from '../annual-report/forms/registry.ts';
import { type CellId, cellId, type RowId } from '../annual-report/ids.ts';
import { type CivilDate, yearOf } from '../kernel/civil-date.ts';
import type { DisputeRules } from './counting-rules.ts';
import type { Dispute, DisputeKind } from './dispute.ts';
import type { DisputeGroup } from './dispute-results.ts';
import { type Standing, standingsOn } from './standing.ts';

/** How a year is counted. */
export interface DisputeCounting {
  readonly year: number;
  /** The last day that is counted: 31 December, or today in the year that is running. */
  readonly upTo: CivilDate;
  readonly rules: DisputeRules;
}

/** The four results of table four. */
export type TableFourColumn = DisputeGroup | 'pending';

export const TABLE_FOUR_COLUMNS: Readonly<Record<TableFourColumn | 'total', string>> = {
  upheld: '结果维持',
  rectified: '结果纠正',
  otherResult: '其他结果',
  pending: '尚未审结',
  total: '总计',
};

/** The cells of table four in the order of the form. */
export const TABLE_FOUR_CELLS: readonly CellId[] = formTable('t4', '2021').cells.map(({ id }) => id);

const rowOf = (kind: DisputeKind): RowId => `t4.${kind}`;

/** A cell beside the total that counts a case, and why. */
export interface DisputeCount {
  readonly cell: CellId;
  readonly column: TableFourColumn;
  readonly standing: Exclude<Standing, { readonly state: 'none' }>;
}

/** A case counts while it is 尚未审结, and in the year of its result; those of earlier years are brought in. */
function columnIn(standing: Standing, { year, rules }: DisputeCounting): TableFourColumn | null {
  if (standing.state === 'none') return null;
  if (standing.state === 'pending') return 'pending';
  return yearOf(standing.on) === year ? rules.groups[standing.result] : null;
}

/** Where a case would count were the organ that of the original act. */
function countsAsOwn({ kind, stages }: Dispute, counting: DisputeCounting): readonly DisputeCount[] {
  return standingsOn(stages, counting.upTo, counting.rules).flatMap((standing) => {
    const column = columnIn(standing, counting);
    return column === null || standing.state === 'none'
      ? []
      : [{ cell: cellId(rowOf(kind), column), column, standing }];
  });
}

/**
 * The cells beside the totals in which a case counts: one, or none; more only where an organ counts each instance. Suits
 * in which the organ is only co-defendant count nowhere (30号一（四）).
 */
export const cellsOfDispute = (dispute: Dispute, counting: DisputeCounting): readonly DisputeCount[] =>
  dispute.role === 'originalActOrgan' ? countsAsOwn(dispute, counting) : [];

/** A case in the list behind a cell. */
export interface CountedDispute<D extends Dispute> extends DisputeCount {
  readonly dispute: D;
}

/** A cell of table four with the cases that it counts; where each instance counts, a case once for each of them. */
export interface TableFourCell<D extends Dispute = Dispute> {
  readonly cell: CellId;
  readonly value: number;
  readonly disputes: readonly CountedDispute<D>[];
}

/** The total of the block to which a cell belongs. */
const totalOf = (cell: CellId): CellId => cellId(rowOfCell(cell), 'total');

const rowOfCell = (cell: CellId): RowId => `t4.${cell.slice('t4.'.length, cell.indexOf('/'))}`;

/** Table four of a year: every cell of the form in its order, each with the list that it counts. */
export function tableFourFigures<D extends Dispute>(
  disputes: readonly D[],
  counting: DisputeCounting,
): readonly TableFourCell<D>[] {
  const lists = new Map<CellId, CountedDispute<D>[]>(TABLE_FOUR_CELLS.map((cell) => [cell, []]));
  for (const dispute of disputes) {
    for (const count of cellsOfDispute(dispute, counting)) {
      const counted = { ...count, dispute };
      lists.get(count.cell)?.push(counted);
      lists.get(totalOf(count.cell))?.push(counted);
    }
  }
  return [...lists].map(([cell, counted]) => ({ cell, value: counted.length, disputes: counted }));
}

/** Suits in which the organ is only co-defendant as the organ of reconsideration (AR-T4-01). */
export const coDefendantSuits = <D extends Dispute>(
  disputes: readonly D[],
  counting: DisputeCounting,
): readonly D[] =>
  disputes.filter(
    (dispute) =>
      dispute.role === 'reconsiderationOrganAsCoDefendant' && countsAsOwn(dispute, counting).length > 0,
  );

/** The first day of the amended law of reconsideration (复议法, 2023修订). */
// 1 January is a day of every year.
const REVIEW_FIRST_SINCE = '2024-01-01' as CivilDate;

/**
 * Suits of a year that were brought at once against a refusal under 条例14–16, of which the law since 2024 asks a
 * reconsideration first (复议法23(1)(4), AR-LEG-01). A refusal of before 2024 could be sued at once.
 */
export const directSuitsOfRefusals = <D extends Dispute>(
  disputes: readonly D[],
  counting: DisputeCounting,
): readonly D[] =>
  disputes.filter((dispute) => {
    const { kind, act, actOn, stages } = dispute;
    if (kind !== 'litigationDirect' || act !== 'refusal') return false;
    const since = actOn ?? stages[0]?.acceptedOn ?? stages[0]?.decidedOn ?? null;
    return since !== null && since >= REVIEW_FIRST_SINCE && cellsOfDispute(dispute, counting).length > 0;
  });
