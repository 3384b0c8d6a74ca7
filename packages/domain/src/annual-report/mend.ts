import type { CellId } from './ids.ts';
import type { AnnualReport, CellValue } from './report.ts';
import type { Finding } from './rules/rule.ts';

/** One figure that was mended, with the finding that allowed it. */
export interface Mended {
  readonly cell: CellId;
  readonly before: CellValue | undefined;
  readonly after: CellValue;
  readonly finding: Finding;
}

export interface MendResult {
  readonly report: AnnualReport;
  readonly mended: readonly Mended[];
  /** Failures that still need a person: nothing about them, or not everything, was certain. */
  readonly left: readonly Finding[];
}

/**
 * Mends only what is certain: figures whose suggestion follows from what is printed (a unit moved out of the
 * cell, a blank that the tie-outs fix uniquely). Everything else is left and named; the given report is kept.
 */
export function mendReport(report: AnnualReport, findings: readonly Finding[]): MendResult {
  const cells: Partial<Record<CellId, CellValue>> = { ...report.cells };
  const mended: Mended[] = [];
  const left: Finding[] = [];
  for (const finding of findings.filter(({ status }) => status === 'fail')) {
    const { suggestion } = finding;
    const certain =
      suggestion?.certainty === 'certain' ? suggestion.cells.filter(({ value }) => value !== null) : [];
    for (const { cell, value } of certain) {
      const before = cells[cell];
      const after: CellValue = { ...before, state: 'value', value, raw: String(value) };
      cells[cell] = after;
      mended.push({ cell, before, after, finding });
    }
    const done = new Set(certain.map(({ cell }) => cell));
    if (certain.length === 0 || finding.cells.some((cell) => !done.has(cell))) left.push(finding);
  }
  return { report: { ...report, cells }, mended, left };
}
