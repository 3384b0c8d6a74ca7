/** Test-only: one fact of one case moved, and what that changes in table three. */
import { formTable } from '../src/annual-report/forms/registry.ts';
import { APPLICANT_KINDS, type CellId, type FormVersion } from '../src/annual-report/ids.ts';
import { OUTCOME_IDS } from '../src/application/outcome.ts';
import {
  addUpTableThree,
  type CountedCase,
  cellsOf,
  type Period,
  type TableThreeFigures,
} from '../src/application/table-three.ts';
import { addDays } from '../src/kernel/civil-date.ts';
import { BEFORE_ALL } from './case-histories.ts';
import { type Rows, walkDays } from './ledger-by-hand.ts';
import { cellsByHand, countFlows, FORMS, PERIODS } from './report-ledger.ts';

type Draw = (limit: number) => number;

export type Move = 'kind' | 'outcome' | 'ending' | 'receipt' | 'taken up';

export interface MovedCase {
  readonly what: Move;
  readonly number: number;
  readonly after: CountedCase;
}

const oneOf = <T>(draw: Draw, from: readonly T[]): T => from[draw(from.length)]!;
const otherOf = <T>(draw: Draw, from: readonly T[], than: T): T =>
  oneOf(
    draw,
    from.filter((one) => one !== than),
  );

/** Moves a case by one fact; `null`: it has no such fact. */
function moved(one: CountedCase, what: Move, draw: Draw): CountedCase | null {
  const { receiptDate, result, applicantKind } = one;
  if (what === 'kind') return { ...one, applicantKind: otherOf(draw, APPLICANT_KINDS, applicantKind) };
  if (what === 'receipt') {
    return receiptDate === null ? null : { ...one, receiptDate: addDays(receiptDate, draw(400) - 200) };
  }
  if (result === null) return null;
  if (what === 'outcome') {
    return { ...one, result: { ...result, outcome: otherOf(draw, OUTCOME_IDS, result.outcome) } };
  }
  if (what === 'taken up') return { ...one, result: null };
  return { ...one, result: { ...result, on: addDays(result.on, draw(800) - 400) } };
}

const MOVES: readonly Move[] = ['kind', 'outcome', 'ending', 'receipt', 'taken up'];

/** Some case moved in some way. */
export function drawMove(cases: readonly CountedCase[], draw: Draw): MovedCase {
  for (;;) {
    const what = oneOf(draw, MOVES);
    const number = draw(cases.length);
    const after = moved(cases[number]!, what, draw);
    if (after !== null) return { what, number, after };
  }
}

/** The rows of one case, as the book has them. */
const rowsOfOne = ({ receiptDate, result }: CountedCase, period: Period): Rows =>
  walkDays([{ came: receiptDate, done: result }], period, addDays(BEFORE_ALL, -400));

const FLOW_ROWS = /^t3\.(?:newlyReceived|carriedIn|resultTotal|carriedForward)\//;

/** What no such move may change, whatever the book says. */
function mayNotChange(what: Move, cell: CellId): boolean {
  if (what === 'kind') return cell.endsWith('/total');
  return what === 'outcome' && FLOW_ROWS.test(cell);
}

/** A case before or after its move, with its rows by the book. */
interface Side {
  readonly one: CountedCase;
  readonly rows: Rows;
}

/** Whether a side is counted in a cell, by the book and as the case itself tells. */
function countsIn({ one, rows }: Side, period: Period, form: FormVersion) {
  const book = new Set(cellsByHand(rows, [one.applicantKind], form).keys());
  const told = new Set(cellsOf(one, period, form));
  return { book: (id: CellId) => Number(book.has(id)), told: (id: CellId) => Number(told.has(id)) };
}

interface Counted {
  readonly period: Period;
  readonly form: FormVersion;
  /** Table three before the move, and after it. */
  readonly was: TableThreeFigures;
  readonly is: TableThreeFigures;
}

function wrongCells({ period, form, was, is }: Counted, what: Move, before: Side, after: Side): string[] {
  const [left, entered] = [countsIn(before, period, form), countsIn(after, period, form)];
  return formTable('t3', form).cells.flatMap(({ id }) => {
    const wanted = entered.book(id) - left.book(id);
    const change = (is[id] ?? 0) - (was[id] ?? 0);
    const isTold = entered.told(id) - left.told(id) === wanted;
    const isRight = change === wanted && isTold && !(change !== 0 && mayNotChange(what, id));
    return isRight ? [] : [`${what} ${form} ${period.from}: ${id} by ${change}, not ${wanted}`];
  });
}

/** Every cell of every form and period that changes with a move otherwise than the book says it must. */
export function wrongChanges(cases: readonly CountedCase[], moves: readonly MovedCase[]): string[] {
  return PERIODS.flatMap((period) => {
    const before = countFlows(cases, period);
    const tables = FORMS.map((form) => ({ period, form, was: addUpTableThree(before, form) }));
    return moves.flatMap(({ what, number, after }) => {
      const one = cases[number]!;
      const left = { one, rows: rowsOfOne(one, period) };
      const entered = { one: after, rows: rowsOfOne(after, period) };
      const flows = countFlows(cases.with(number, after), period);
      return tables.flatMap((table) =>
        wrongCells({ ...table, is: addUpTableThree(flows, table.form) }, what, left, entered),
      );
    });
  });
}
