import { cellId, TABLE_THREE_COLUMNS } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import type { Explanation } from './explanation.ts';
import { COLUMN_COUNT, type Evidence } from './table-three-system.ts';

/** How an explanation that blames 上年结转 stands against last year's 结转下年度 (AR-XYR-01). */
export type LastYearVerdict = 'confirmed' | 'contradicted' | 'silent';

/** By column: 上年结转 as printed − 结转下年度 of last year; `null` when either figure is missing. */
export function carriedInDifferences(
  report: AnnualReport,
  previous: AnnualReport | undefined,
): readonly (number | null)[] {
  return TABLE_THREE_COLUMNS.map((column) => {
    const carriedIn = report.cells[cellId('t3.carriedIn', column)]?.value ?? null;
    const carriedForward = previous?.cells[cellId('t3.carriedForward', column)]?.value ?? null;
    return carriedIn === null || carriedForward === null ? null : carriedIn - carriedForward;
  });
}

/** Confirmed when every correction restores last year's figure; contradicted when last year's stands already. */
export function lastYearVerdict(
  evidence: Evidence,
  { row, corrections }: Explanation,
  differences: readonly (number | null)[],
): LastYearVerdict {
  if (evidence.system.rows[row]?.id !== 't3.carriedIn' || corrections.length === 0) return 'silent';
  const found = corrections.map(({ cell, shown, value }) => {
    const difference = differences[cell % COLUMN_COUNT] ?? null;
    if (difference === null || value === null) return 'silent';
    if (difference === shown - value) return 'confirmed';
    return difference === 0 ? 'contradicted' : 'silent';
  });
  if (found.every((verdict) => verdict === 'confirmed')) return 'confirmed';
  return found.includes('contradicted') ? 'contradicted' : 'silent';
}
