import { err, ok, type Result } from '../kernel/result.ts';
import { isMoney, type StatisticKind } from './statistic-kinds.ts';

/** A figure in whole units: decisions, or 分. The largest keeps a year's sum of many units exact in a double. */
export const LARGEST_FIGURE = 99_999_999_999_999;

const FEN_PER_YUAN = 100;
const FEN_PER_WAN = 1_000_000;

const COUNT = /^\d{1,14}$/;
const YUAN = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

/** Full-width digits and points, as they are typed with a Chinese keyboard. */
const halfWidth = (text: string): string =>
  text.normalize('NFKC').replaceAll('。', '.').replaceAll(/\s/gu, '');

/**
 * A figure as it is typed: decisions as a whole number, fees in 元 with at most two decimals. Nothing is guessed: words,
 * units and separators are refused.
 *
 * @returns decisions, or 分
 */
export function parseFigure(kind: StatisticKind, text: string): Result<number, string> {
  const plain = halfWidth(text);
  if (!isMoney(kind)) {
    return COUNT.test(plain)
      ? ok(Number(plain))
      : err('请填写整数件数，没有发生的填 0；不要写单位、逗号和说明。');
  }
  const [, yuan, fraction = ''] = YUAN.exec(plain) ?? [];
  return yuan === undefined
    ? err('请填写金额（元），最多两位小数，没有收取的填 0；不要写单位、逗号和说明。')
    : ok(Number(yuan) * FEN_PER_YUAN + Number(fraction.padEnd(2, '0')));
}

/** Whole 分 as 元: two decimals where there are 分, none otherwise. */
export function yuanText(fen: number): string {
  const yuan = Math.trunc(fen / FEN_PER_YUAN);
  const rest = fen - yuan * FEN_PER_YUAN;
  return rest === 0 ? String(yuan) : `${yuan}.${String(rest).padStart(2, '0')}`;
}

/** A figure as it is typed and shown: the other way round of `parseFigure`. */
export const figureText = (kind: StatisticKind, figure: number): string =>
  isMoney(kind) ? yuanText(figure) : String(figure);

/** With its unit: 12 件, 3.50 元. */
export const figureWords = (kind: StatisticKind, figure: number): string =>
  `${figureText(kind, figure)} ${isMoney(kind) ? '元' : '件'}`;

/**
 * A year's sum as the cell of table two has it: decisions as they are, money in 万元. The form takes six decimals, and
 * 1 分 is 0.000001 万元, so that nothing is rounded away (annual-report.md §4.1).
 */
export const cellValue = (kind: StatisticKind, sum: number): number =>
  isMoney(kind) ? sum / FEN_PER_WAN : sum;
