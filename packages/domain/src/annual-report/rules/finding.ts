import { stableHash } from '../../kernel/stable-hash.ts';
import type { AnnualReport } from '../report.ts';
import type { CheckRule, Finding, Outcome } from './rule.ts';

/** Same rule, same report, same place: same id, on every machine and in every run. */
function findingId(rule: CheckRule, report: AnnualReport, outcome: Outcome): string {
  return stableHash(
    [rule.id, report.organ ?? '', report.reportYear ?? '', outcome.cells.join(','), outcome.key ?? ''].join(
      '|',
    ),
  );
}

/** Both sides are part of it because the other side may stand in last year's report or in a member's. */
function fingerprintOf(rule: CheckRule, report: AnnualReport, outcome: Outcome): string {
  const cells = outcome.cells.map((id) => {
    const cell = report.cells[id];
    return cell ? `${cell.state}:${cell.value ?? cell.raw}:${cell.unit ?? ''}:${cell.footnote ?? ''}` : '';
  });
  const { left, right, passage } = outcome;
  return stableHash(
    [rule.version, ...cells, left ?? '', right ?? '', passage?.section ?? '', passage?.text ?? ''].join('|'),
  );
}

export function findingOf(rule: CheckRule, report: AnnualReport, outcome: Outcome): Finding {
  return {
    ...outcome,
    id: findingId(rule, report, outcome),
    rule: rule.id,
    ruleVersion: rule.version,
    severity: outcome.severity ?? rule.severity,
    basis: rule.basis,
    waiverBy: rule.waiver,
    fingerprint: fingerprintOf(rule, report, outcome),
  };
}
