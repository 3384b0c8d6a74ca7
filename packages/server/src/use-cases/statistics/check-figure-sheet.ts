import type { Rejection } from '@zhaoshi/contract/problems';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import {
  FIGURE_COLUMN_IDS,
  FIGURE_COLUMNS,
  type FigureColumnId,
  type FigureRow,
  isBlankRow,
  MOST_FIGURES,
  parseFigureRow,
  type RowFigure,
} from '@zhaoshi/domain/statistics/figure-sheet';
import { latestOf, type StatisticEntry } from '@zhaoshi/domain/statistics/statistic-entry';
import { refuseEntering } from '@zhaoshi/domain/statistics/statistic-refusals';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import { statisticsOfYear } from '../../db/queries/statistics.ts';
import type { UseCaseContext } from '../context.ts';
import { readTemplateRows, type TemplateRow } from '../files/template-rows.ts';
import { type EnteredFigure, NO_FIGURES } from './enter-figures.ts';

const FIGURES = {
  ids: FIGURE_COLUMN_IDS,
  columns: FIGURE_COLUMNS,
  mostRows: MOST_FIGURES,
  emptyWords: '表格里只有表头，没有数字。请下载填报表，填好以后上传。',
};

const NOTHING_FILLED: Rejection = {
  code: 'invalid',
  detail: '没有一行填写了数字，没有可以导入的。没有发生的请填 0。',
  errors: [{ pointer: '/file', message: '没有一行填写了数字。' }],
};

export interface FailedFigure {
  readonly number: number;
  readonly row: FigureRow;
  readonly reasons: readonly string[];
}

export interface CheckedFigures {
  readonly ready: readonly EnteredFigure[];
  /** How many rows say what was entered already. */
  readonly same: number;
  readonly failed: readonly FailedFigure[];
  readonly unknownColumns: readonly string[];
}

type Row = TemplateRow<FigureColumnId>;

const isSameMonth = (entry: StatisticEntry, { kind, month }: RowFigure): boolean =>
  entry.kind === kind && entry.month === month;

/** Holds the rows, one after the other, against what was entered and what the rows before would enter. */
class FigureCheck {
  readonly ready: EnteredFigure[] = [];
  readonly failed: FailedFigure[] = [];
  same = 0;
  readonly #entries: StatisticEntry[];
  readonly #places = new Map<string, number>();
  readonly #year: number;
  readonly #today: CivilDate;

  constructor(entries: readonly StatisticEntry[], year: number, today: CivilDate) {
    this.#entries = [...entries];
    this.#year = year;
    this.#today = today;
  }

  take(number: number, row: FigureRow): void {
    const parsed = parseFigureRow(row);
    const reasons = parsed.ok ? this.#against(parsed.value, number) : parsed.error;
    if (!parsed.ok || reasons.length > 0) this.failed.push({ number, row, reasons });
    else this.#enter(parsed.value, number);
  }

  #against(given: RowFigure, number: number): readonly string[] {
    const first = this.#places.get(this.#keyOf(given));
    if (first !== undefined && first !== number) return [`与第 ${first} 行是同一个数字。`];
    const others = this.#entries.filter((entry) => isSameMonth(entry, given));
    const refused = refuseEntering({ ...given, year: this.#year }, others, this.#today);
    return refused === null ? [] : [refused];
  }

  #enter(given: RowFigure, number: number): void {
    this.#places.set(this.#keyOf(given), number);
    const { kind, month, unit, figure, source, reason } = given;
    const found = this.#entries.find((entry) => isSameMonth(entry, given) && entry.unit === unit);
    const latest = found === undefined ? null : latestOf(found);
    // What was sent back is entered anew, the same as it may be: somebody has looked at it again.
    const stands = latest !== null && latest.returnedBy === null;
    if (stands && latest.figure === figure && (source === '' || latest.source === source)) {
      this.same += 1;
      return;
    }
    this.ready.push({ ...given, basedOn: latest?.version ?? null });
    const blank = { enteredBy: '', signedBy: null, returnedBy: null, returnReason: '' };
    const version = { version: 1, figure, source, reason, ...blank };
    const entered = { entryId: '', kind, year: this.#year, month, unit, versions: [version] };
    if (found === undefined) this.#entries.push(entered);
  }

  #keyOf = ({ kind, month, unit }: RowFigure): string => `${kind} ${month} ${unit}`;
}

function checkedRows(rows: readonly Row[], check: FigureCheck): FigureCheck {
  for (const { number, row } of rows) check.take(number, row);
  return check;
}

/** Reads a sheet of figures and says of each row whether it can be entered; nothing is kept. */
export async function checkFigureSheet(
  { database, now }: Pick<UseCaseContext, 'database' | 'now'>,
  ids: OrganIds,
  { year, bytes }: { readonly year: number; readonly bytes: Uint8Array },
): Promise<Result<CheckedFigures, Rejection>> {
  const organ = await findOrgan(database, ids);
  if (organ === undefined) return err({ code: 'not-found' });
  if (!isOrganInLaw(organ.kind)) return err(NO_FIGURES);
  const read = await readTemplateRows(bytes, FIGURES);
  if (!read.ok) return read;
  const filled = read.value.rows.filter(({ row }) => !isBlankRow(row));
  if (filled.length === 0) return err(NOTHING_FILLED);
  const entries = await statisticsOfYear(database, ids, year);
  const check = checkedRows(filled, new FigureCheck(entries, year, civilDateAt(now())));
  const { ready, same, failed } = check;
  return ok({ ready, same, failed, unknownColumns: read.value.unknownColumns });
}
