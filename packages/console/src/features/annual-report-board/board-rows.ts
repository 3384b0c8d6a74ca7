import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { annualReportBoardRoutes } from '@zhaoshi/contract/routes/annual-report-board';
import { BOARD_STATES, isMissing } from '@zhaoshi/domain/annual-report/work/board';
import { csvOf } from '../../ui/csv.ts';
import type { BoardView } from './board-search.ts';

export type ShownBoard = RouteOutput<typeof annualReportBoardRoutes.read>;
export type BoardUnit = ShownBoard['units'][number];

export const keyOf = ({ regionId, organId }: Pick<BoardUnit, 'regionId' | 'organId'>): string =>
  `${regionId} ${organId}`;

export const isLate = ({ daysLeft }: BoardUnit): boolean => daysLeft !== null && daysLeft < 0;

const isFaulty = ({ blocks, warnings }: BoardUnit): boolean => (blocks ?? 0) + (warnings ?? 0) > 0;

/** More alike than the setting allows, so that somebody looks at it. */
export const isAlike = ({ alike }: BoardUnit, limit: number): boolean =>
  alike !== null && alike.percent > limit;

/** Whether a view shows the unit. */
export function showsUnit(view: BoardView | undefined, unit: BoardUnit, alikeLimit: number): boolean {
  switch (view) {
    case undefined:
      return true;
    case 'missing':
      return isMissing(unit.state);
    case 'late':
      return isLate(unit);
    case 'faulty':
      return isFaulty(unit);
    case 'alike':
      return isAlike(unit, alikeLimit);
    default:
      return unit.state === view;
  }
}

export const VIEW_WORDS: Readonly<Record<BoardView, string>> = {
  ...BOARD_STATES,
  missing: '没有报送',
  late: '已过期限',
  faulty: '有错误或者须说明',
  alike: '文字相近',
};

/** Days left, in words; a report that was sent has none. */
export function daysWords({ daysLeft, signedAt, dueOn }: BoardUnit): string {
  if (daysLeft === null) return signedAt === null && dueOn === null ? '—' : '已报送';
  if (daysLeft < 0) return `超过 ${-daysLeft} 天`;
  return daysLeft === 0 ? '今天截止' : `还剩 ${daysLeft} 天`;
}

export function findingWords({ blocks, warnings }: BoardUnit): string {
  if (blocks === null || warnings === null) return '—';
  return blocks + warnings === 0 ? '没有' : `错误 ${blocks}，须说明 ${warnings}`;
}

export const changeWords = ({ changes }: BoardUnit): readonly string[] =>
  changes.map(({ name, before, now }) => `${name}：${before} → ${now}`);

const COLUMNS: readonly (readonly [string, (unit: BoardUnit) => string])[] = [
  ['单位', ({ name }) => name],
  ['状态', ({ state }) => BOARD_STATES[state]],
  ['期限', ({ dueOn }) => dueOn ?? ''],
  ['剩余', daysWords],
  ['错误', ({ blocks }) => (blocks === null ? '' : String(blocks))],
  ['须说明', ({ warnings }) => (warnings === null ? '' : String(warnings))],
  ['较上年变化最大', (unit) => changeWords(unit).join('；')],
  ['文字最相近的单位', ({ alike }) => alike?.name ?? ''],
  ['相近程度（%）', ({ alike }) => (alike === null ? '' : String(alike.percent))],
  ['最近提醒', ({ remindedOn }) => remindedOn ?? ''],
];

/** The table as a file for spreadsheets. */
export const boardCsv = (units: readonly BoardUnit[]): string =>
  csvOf([COLUMNS.map(([title]) => title), ...units.map((unit) => COLUMNS.map(([, text]) => text(unit)))]);
