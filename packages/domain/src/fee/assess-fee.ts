import type { CivilDate } from '../kernel/civil-date.ts';
import {
  chargeLines,
  chargeOfUnit,
  type Fen,
  PER_ITEM,
  PER_PAGE,
  type Tariff,
  totalCharge,
  yuanText,
} from './tariff.ts';

/** Settings [U] of the fee. */
export interface FeeRules {
  /** The calendar month is that of the day of receipt; else that of the entry. */
  readonly monthByReceiptDate: boolean;
  /** An applicant's applications count for each organ apart; else with those of the organs below it. */
  readonly countsPerOrgan: boolean;
  /** 1: every printed side is a page; 2: a sheet is. */
  readonly sidesPerPage: number;
  /** Rate of the 31st to 40th application in 元. */
  readonly firstRisingYuan: number;
}

/** An application as the count of its applicant's month sees it; `applicantKey` tells applicants apart, not who. */
export interface CountedApplication {
  readonly applicationId: string;
  readonly applicantKey: string;
  readonly organId: string;
  readonly receiptDate: CivilDate | null;
  readonly enteredOn: CivilDate;
}

const countedOn = (
  { receiptDate, enteredOn }: CountedApplication,
  { monthByReceiptDate }: FeeRules,
): CivilDate | null => (monthByReceiptDate ? receiptDate : enteredOn);

const byDayThenId = (rules: FeeRules) => (a: CountedApplication, b: CountedApplication) => {
  const [dayA, dayB] = [countedOn(a, rules) ?? '', countedOn(b, rules) ?? ''];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return a.applicationId < b.applicationId ? -1 : 1;
};

/**
 * Which application of the same applicant in its calendar month it is, from 1 (国办函〔2020〕109号 第四条: 自然月);
 * `null` before its day of receipt is known. Those of one day stand in the order of their ids.
 *
 * @param others applications of the same organ and, where the setting joins them, of the organs below it
 */
export function ordinalInMonth(
  application: CountedApplication,
  others: readonly CountedApplication[],
  rules: FeeRules,
): number | null {
  const month = countedOn(application, rules)?.slice(0, 7);
  if (month === undefined) return null;
  const sameMonth = others.filter(
    (other) =>
      other.applicationId !== application.applicationId &&
      other.applicantKey === application.applicantKey &&
      (!rules.countsPerOrgan || other.organId === application.organId) &&
      countedOn(other, rules)?.slice(0, 7) === month,
  );
  const before = byDayThenId(rules);
  return sameMonth.filter((other) => before(other, application) < 0).length + 1;
}

/** By item with the reading of the 31st to 40th that the organ has chosen. */
export function perItemTariff({ firstRisingYuan }: FeeRules): Tariff {
  const { rising } = PER_ITEM;
  return rising === null ? PER_ITEM : { ...PER_ITEM, rising: { ...rising, fen: firstRisingYuan * 100 } };
}

/** Pages that are charged for so many printed sides of A4 or smaller; counted for each application apart [U]. */
export function pagesOf(sides: number, { sidesPerPage }: FeeRules): number {
  if (!Number.isSafeInteger(sides) || sides < 0) throw new RangeError(`a count of sides: ${sides}`);
  return Math.ceil(sides / sidesPerPage);
}

/** One application is charged by item or by page, never by both (109号 第三条). */
export type FeeBasis =
  | { readonly by: 'perItem'; readonly ordinal: number }
  /** Not where the information is public already and only the way to it is told (第五条). */
  | { readonly by: 'perPage'; readonly sides: number };

export interface AssessedFee {
  readonly by: FeeBasis['by'];
  /** The place in the month, or the pages. */
  readonly count: number;
  readonly fen: Fen;
  /** The arithmetic as the notice prints it. */
  readonly lines: readonly string[];
  readonly source: string;
}

/** A change of tariff is a new row; before the first there was no fee (in force 2021-01-01). */
const isInForce = ({ validFrom }: Tariff, on: CivilDate): boolean => on >= validFrom;

function byItem(ordinal: number, tariff: Tariff): AssessedFee {
  const fen = chargeOfUnit(tariff, ordinal);
  const lines = [`本自然月内第${ordinal}件申请，按件计收：${yuanText(fen)}元`];
  return { by: 'perItem', count: ordinal, fen, lines, source: tariff.source };
}

function byPage(pages: number, tariff: Tariff): AssessedFee {
  const lines = chargeLines(tariff, pages).map(({ from, to, fen, sum }) => {
    const range = from === to ? `第${from}页` : `第${from}至${to}页`;
    const count = to - from + 1;
    return fen === 0 ? `${range}：免收` : `${range}：${count}页×${yuanText(fen)}元/页＝${yuanText(sum)}元`;
  });
  const fen = totalCharge(tariff, pages);
  return {
    by: 'perPage',
    count: pages,
    fen,
    lines: [...lines, `合计${pages}页，按量计收：${yuanText(fen)}元`],
    source: tariff.source,
  };
}

/**
 * What one application costs; `null` when it costs nothing, also before the tariff was in force. Charging is the
 * organ's discretion (条例42: 可以), so this is what a notice may ask, not what it must.
 *
 * @param on the day of receipt
 */
export function assessFee(basis: FeeBasis, on: CivilDate, rules: FeeRules): AssessedFee | null {
  const tariff = basis.by === 'perItem' ? perItemTariff(rules) : PER_PAGE;
  if (!isInForce(tariff, on)) return null;
  const fee =
    basis.by === 'perItem' ? byItem(basis.ordinal, tariff) : byPage(pagesOf(basis.sides, rules), tariff);
  return fee.fen === 0 ? null : fee;
}

/** Whether the number of applications in a month is worth a look (条例35, 42); a signal, not a rule [U]. */
export const isRemarkablyMany = (inMonth: number, mostPerMonth: number): boolean => inMonth > mostPerMonth;
