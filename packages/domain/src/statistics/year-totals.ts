import type { CivilDate } from '../kernel/civil-date.ts';
import {
  awaitsSignOff,
  countedFigure,
  entryState,
  isEntered,
  type StatisticEntry,
} from './statistic-entry.ts';
import { STATISTIC_KIND_NAMES, type StatisticKind } from './statistic-kinds.ts';
import { endedMonths } from './statistic-months.ts';

/** Months that have ended and have no figure, of the whole organ or of an office. */
export interface MissingMonths {
  readonly unit: string;
  readonly months: readonly number[];
}

/** A year of one kind. */
export interface YearTotal {
  readonly kind: StatisticKind;
  /** Sum of what was signed off, decisions or 分; `null` when nothing was: unknown, not 0. */
  readonly total: number | null;
  /** The entries that the sum is of. */
  readonly counted: readonly StatisticEntry[];
  /** Entered or corrected and not signed off. */
  readonly awaiting: readonly StatisticEntry[];
  /** Sent back, and not entered anew. */
  readonly returned: readonly StatisticEntry[];
  readonly missing: readonly MissingMonths[];
  /** The year up to the day is all there and signed off. */
  readonly isComplete: boolean;
}

/** Offices that have entered something for the kind in the year; the organ as a whole where none has. */
function unitsOf(entries: readonly StatisticEntry[]): readonly string[] {
  const units = [...new Set(entries.filter(isEntered).map(({ unit }) => unit))].filter((unit) => unit !== '');
  return units.length === 0 ? [''] : units.toSorted();
}

/**
 * What is missing. A month that was entered for the organ as a whole lacks nothing; in every other one each office that
 * ever entered something in the year owes its figure, if only 0.
 */
function missingOf(
  entries: readonly StatisticEntry[],
  year: number,
  today: CivilDate,
): readonly MissingMonths[] {
  const has = (unit: string, month: number): boolean =>
    entries.some((entry) => entry.month === month && entry.unit === unit && isEntered(entry));
  return unitsOf(entries)
    .map((unit) => ({
      unit,
      months: endedMonths(year, today).filter((month) => !has(unit, month) && !has('', month)),
    }))
    .filter(({ months }) => months.length > 0);
}

function totalOf(
  kind: StatisticKind,
  all: readonly StatisticEntry[],
  year: number,
  today: CivilDate,
): YearTotal {
  const entries = all.filter((entry) => entry.kind === kind && entry.year === year);
  const counted = entries.filter((entry) => countedFigure(entry) !== null);
  const awaiting = entries.filter(awaitsSignOff);
  const returned = entries.filter((entry) => entryState(entry) === 'returned');
  const missing = missingOf(entries, year, today);
  return {
    kind,
    total: counted.length === 0 ? null : counted.reduce((sum, entry) => sum + (countedFigure(entry) ?? 0), 0),
    counted,
    awaiting,
    returned,
    missing,
    isComplete: counted.length > 0 && awaiting.length + returned.length + missing.length === 0,
  };
}

/** The totals of a year, one of each kind; a correction counts from its own signing-off on. */
export const yearTotals = (
  entries: readonly StatisticEntry[],
  year: number,
  today: CivilDate,
): readonly YearTotal[] => STATISTIC_KIND_NAMES.map((kind) => totalOf(kind, entries, year, today));

/** How many figures of a year have not been entered. */
export const missingCount = (totals: readonly YearTotal[]): number =>
  totals.reduce((sum, { missing }) => sum + missing.reduce((all, { months }) => all + months.length, 0), 0);
