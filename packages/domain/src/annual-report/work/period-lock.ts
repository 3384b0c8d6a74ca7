import { type CountedCase, cellsOf as cellsOfCase, reportPeriod } from '../../application/table-three.ts';
import type { DisputeRules } from '../../dispute/counting-rules.ts';
import type { Dispute } from '../../dispute/dispute.ts';
import { cellsOfDispute } from '../../dispute/table-four.ts';
import { cellName, formForYear } from '../forms/registry.ts';
import type { CellId } from '../ids.ts';
import type { ReportStatus } from './report-status.ts';

/** In these what was frozen holds: a date that defines one of its cells is not moved (annual-report.md §2). */
export const LOCKING_STATUSES = [
  'inSignature',
  'submitted',
  'accepted',
  'published',
] as const satisfies readonly ReportStatus[];

export type LockingStatus = (typeof LOCKING_STATUSES)[number];

/** A year whose report is frozen with figures counted from the register that is asked about. */
export interface FrozenYear {
  readonly reportYear: number;
  readonly status: LockingStatus;
}

/** A frozen year with the cells that would no longer say what was frozen. */
export interface MovedYear extends FrozenYear {
  readonly cells: readonly CellId[];
}

/** Cells that one list has more often than the other; an organ that counts instances counts a dispute twice in a cell. */
export function differing(before: readonly CellId[], after: readonly CellId[]): readonly CellId[] {
  const times = new Map<CellId, number>();
  for (const cell of before) times.set(cell, (times.get(cell) ?? 0) - 1);
  for (const cell of after) times.set(cell, (times.get(cell) ?? 0) + 1);
  return [...times].flatMap(([cell, count]) => (count === 0 ? [] : [cell]));
}

/** The frozen years of which a change would move cells. */
export function movedYears(
  years: readonly FrozenYear[],
  moved: (year: number) => readonly CellId[],
): readonly MovedYear[] {
  return years.flatMap((frozen) => {
    const cells = moved(frozen.reportYear);
    return cells.length === 0 ? [] : [{ ...frozen, cells }];
  });
}

/** The frozen years whose table three a case would change; `null`: it was not, or will not be, in the register. */
export const yearsMovedByCase = (
  before: CountedCase | null,
  after: CountedCase | null,
  years: readonly FrozenYear[],
): readonly MovedYear[] =>
  movedYears(years, (year) => {
    const version = formForYear(year)?.version;
    if (version === undefined) return [];
    const cellsIn = (one: CountedCase | null) =>
      one === null ? [] : cellsOfCase(one, reportPeriod(year), version);
    return differing(cellsIn(before), cellsIn(after));
  });

/** The frozen years whose table four a dispute would change; `null` as for a case. */
export const yearsMovedByDispute = (
  before: Dispute | null,
  after: Dispute | null,
  years: readonly FrozenYear[],
  rules: DisputeRules,
): readonly MovedYear[] =>
  movedYears(years, (year) => {
    const counting = { year, upTo: reportPeriod(year).to, rules };
    const cellsIn = (one: Dispute | null) =>
      one === null ? [] : cellsOfDispute(one, counting).map(({ cell }) => cell);
    return differing(cellsIn(before), cellsIn(after));
  });

const WHAT_TO_DO: Readonly<Record<LockingStatus, { readonly stands: string; readonly todo: string }>> = {
  inSignature: { stands: '已提请签发', todo: '请先撤回送签，登记以后重新提请签发' },
  submitted: { stands: '已报送', todo: '请先由主管部门退回更正，登记以后重新报送' },
  accepted: { stands: '已被主管部门接收', todo: '请先由主管部门退回更正，登记以后重新报送' },
  published: { stands: '已公布', todo: '请先发起更正重报，写明原因，登记以后再报送、公布' },
};

/** Totals move with every change and would say nothing. */
const isTelling = (cell: CellId): boolean => !cell.endsWith('/total') && !cell.startsWith('t3.resultTotal/');

const NAMED = 4;

function sentenceOf({ reportYear, status, cells }: MovedYear): string {
  const { stands, todo } = WHAT_TO_DO[status];
  const names = cells.filter(isTelling).map((cell) => `“${cellName(cell)}”`);
  const words = `${names.slice(0, NAMED).join('、')}${names.length > NAMED ? '等' : ''}`;
  return `${reportYear}年度年度报告${stands}，数字已经封存；这样登记会改变其中${words}的数字。${todo}。`;
}

/** What somebody is told whose change would move frozen figures; `null`: nothing stands against it. */
export const lockedSentence = (moved: readonly MovedYear[]): string | null =>
  moved.length === 0 ? null : `${moved.map(sentenceOf).join('')}没有做任何改动。`;

/**
 * Whether a change of a case in the register is refused. What is received only now is never refused: an application must
 * be registered when it came (条例31), however late; the frozen report then shows it as a difference to the register.
 *
 * @param before as the register has the case; `null` or without a day of receipt: it counted nowhere
 */
export const refuseCaseChange = (
  before: CountedCase | null,
  after: CountedCase,
  years: readonly FrozenYear[],
): string | null =>
  before === null || before.receiptDate === null
    ? null
    : lockedSentence(yearsMovedByCase(before, after, years));
