import type { FormVersion } from '@zhaoshi/domain/annual-report/ids';
import type { Finding } from '@zhaoshi/domain/annual-report/rules/rule';
import { formVersionOf } from './json-report.ts';
import type { ReadReport } from './read-report.ts';

/** A finding as `zhaoshi report check --json` prints it; a public contract, schema in `schemas/`. */
export interface JsonFinding
  extends Pick<
    Finding,
    | 'id'
    | 'rule'
    | 'severity'
    | 'status'
    | 'cells'
    | 'left'
    | 'right'
    | 'difference'
    | 'message'
    | 'basis'
    | 'fingerprint'
  > {
  readonly suggestion: NonNullable<Finding['suggestion']> | null;
  readonly passage: NonNullable<Finding['passage']> | null;
  readonly note: string | null;
}

export interface JsonCheck {
  readonly file: string;
  readonly reportYear: number | null;
  readonly formVersion: FormVersion | null;
  readonly findings: readonly JsonFinding[];
}

/** The public shape of one checked file. */
export function toJsonCheck(file: string, read: ReadReport, findings: readonly Finding[]): JsonCheck {
  return {
    file,
    reportYear: read.report.reportYear,
    formVersion: formVersionOf(read.report),
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      status: finding.status,
      cells: finding.cells,
      left: finding.left,
      right: finding.right,
      difference: finding.difference,
      suggestion: finding.suggestion ?? null,
      message: finding.message,
      basis: finding.basis,
      passage: finding.passage ?? null,
      note: finding.note ?? null,
      id: finding.id,
      fingerprint: finding.fingerprint,
    })),
  };
}
