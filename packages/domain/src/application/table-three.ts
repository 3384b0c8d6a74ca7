import { formTable } from '../annual-report/forms/registry.ts';
import {
  type ApplicantKind,
  type CellId,
  cellId,
  type FormVersion,
  type RowId,
  TABLE_THREE_COLUMNS,
  type TableThreeColumn,
} from '../annual-report/ids.ts';
import { type CivilDate, firstDayOf, lastDayOf } from '../kernel/civil-date.ts';
import { OUTCOME_IDS, OUTCOMES, type OutcomeId } from './outcome.ts';

/** Days that are counted, both ends included; a year of the annual report, or any other. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The year that a report counts, both ends included (核定时间点12月31日, 国办公开办函〔2021〕30号一（二）). */
export const reportPeriod = (reportYear: number): Period => ({
  from: firstDayOf(reportYear),
  to: lastDayOf(reportYear),
});

/** Ten years with their leap days: nobody asks for more at once. */
export const LONGEST_PERIOD_DAYS = 3653;

/** What table three asks of a case. */
export interface CountedCase {
  readonly applicantKind: ApplicantKind;
  /** `null`: not received in law yet (条例31), and counted nowhere. */
  readonly receiptDate: CivilDate | null;
  /** The first result; one after the case was taken up again does not count a second time (applications.md §16). */
  readonly result: { readonly on: CivilDate; readonly outcome: OutcomeId } | null;
}

const INFLOWS = { newlyReceived: 't3.newlyReceived', carriedIn: 't3.carriedIn' } as const;
const TOTAL: RowId = 't3.resultTotal';
const CARRIED_FORWARD: RowId = 't3.carriedForward';

export type Inflow = keyof typeof INFLOWS;

/** Where a case stands in a period: how it came in, and how it ended or `null` where it goes on. */
export interface Flow {
  readonly inflow: Inflow;
  readonly outcome: OutcomeId | null;
}

/** The rows of （六）其他处理 are one row on the form of 60号. */
export function leafOf(outcome: OutcomeId, version: FormVersion): RowId {
  const { leaf } = OUTCOMES[outcome];
  return version === '2019' && leaf.startsWith('t3.otherHandling.') ? 't3.otherHandling' : leaf;
}

/** An applicant may withdraw before the day of receipt: counted on that day, so that nothing goes out before it came. */
const lastOf = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);

/**
 * How a case flows through a period (annual-report.md §5): 新收 by the day of receipt, 上年结转 what came before and had
 * no result yet, the result by its first day, and what has none by the end of the last day is carried forward.
 *
 * @returns `null`: the case has no part in the period
 */
export function flowOf(
  { receiptDate, result }: Omit<CountedCase, 'applicantKind'>,
  period: Period,
): Flow | null {
  if (receiptDate === null || receiptDate > period.to) return null;
  const endedOn = result === null ? null : lastOf(receiptDate, result.on);
  if (endedOn !== null && endedOn < period.from) return null;
  const isOver = result !== null && endedOn !== null && endedOn <= period.to;
  return {
    inflow: receiptDate < period.from ? 'carriedIn' : 'newlyReceived',
    outcome: isOver ? result.outcome : null,
  };
}

/** The cells that count one flow: in, out and total, each for its kind of applicant and in the column 总计. */
function cellsOfFlow(
  { inflow, outcome }: Flow,
  kind: ApplicantKind,
  version: FormVersion,
): readonly CellId[] {
  const rows = [
    INFLOWS[inflow],
    ...(outcome === null ? [CARRIED_FORWARD] : [leafOf(outcome, version), TOTAL]),
  ];
  return rows.flatMap((row) => [cellId(row, kind), cellId(row, 'total')]);
}

/** The cells of table three in which the case is counted. */
export function cellsOf(one: CountedCase, period: Period, version: FormVersion): readonly CellId[] {
  const flow = flowOf(one, period);
  return flow === null ? [] : cellsOfFlow(flow, one.applicantKind, version);
}

/** Cases that flow alike, counted together. */
export interface FlowCount extends Flow {
  readonly applicantKind: ApplicantKind;
  readonly count: number;
}

/** Every figure of a counted table; a cell without cases is 0, never blank: it was counted. */
export type TableThreeFigures = Readonly<Record<CellId, number>>;

/** Table three of a form out of counted flows. */
export function addUpTableThree(counts: readonly FlowCount[], version: FormVersion): TableThreeFigures {
  const figures: Record<CellId, number> = {};
  for (const { id } of formTable('t3', version).cells) figures[id] = 0;
  for (const { count, applicantKind, ...flow } of counts) {
    for (const cell of cellsOfFlow(flow, applicantKind, version))
      figures[cell] = (figures[cell] ?? 0) + count;
  }
  return figures;
}

/** Which flows a row counts; `null` for what is no row of the form. */
export interface RowMeaning {
  /** `null`: however they came in. */
  readonly inflow: Inflow | null;
  /** `any`: every flow; `over`: with a result; `open`: without one; or with one of these. */
  readonly ending: 'any' | 'over' | 'open' | readonly OutcomeId[];
}

/** What a row of the form counts, for finding the cases behind a cell. */
export function meaningOf(row: RowId, version: FormVersion): RowMeaning | null {
  if (row === INFLOWS.newlyReceived) return { inflow: 'newlyReceived', ending: 'any' };
  if (row === INFLOWS.carriedIn) return { inflow: 'carriedIn', ending: 'any' };
  if (row === TOTAL) return { inflow: null, ending: 'over' };
  if (row === CARRIED_FORWARD) return { inflow: null, ending: 'open' };
  const outcomes = OUTCOME_IDS.filter((outcome) => leafOf(outcome, version) === row);
  return outcomes.length === 0 ? null : { inflow: null, ending: outcomes };
}

export const isTableThreeColumn = (text: string): text is TableThreeColumn =>
  TABLE_THREE_COLUMNS.some((column) => column === text);
