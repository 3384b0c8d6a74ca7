import { stableHash } from '../../kernel/stable-hash.ts';
import { FORMS } from '../forms/registry.ts';
import type { AnnualReport } from '../report.ts';
import type { CheckResult, CheckRule, Finding } from './rule.ts';

/** Same rule, same report, same place: same id, on every machine and in every run. */
function findingId(rule: CheckRule, report: AnnualReport, result: CheckResult): string {
  return stableHash(
    [rule.id, report.organ ?? '', report.reportYear ?? '', result.cells.join(','), result.key ?? ''].join(
      '|',
    ),
  );
}

/** Both sides are part of it because the other side may stand in last year's report or in a member's. */
function fingerprintOf(rule: CheckRule, report: AnnualReport, result: CheckResult): string {
  const cells = result.cells.map((id) => {
    const cell = report.cells[id];
    return cell ? `${cell.state}:${cell.value ?? cell.raw}:${cell.unit ?? ''}:${cell.footnote ?? ''}` : '';
  });
  const { left, right, passage, cases = [] } = result;
  const place = [passage?.section ?? '', passage?.text ?? ''];
  return stableHash(
    [rule.version, ...cells, left ?? '', right ?? '', ...place, ...cases.map(({ id }) => id)].join('|'),
  );
}

const NOTICE_2021 = /国办公开办函〔2021〕30号(?:[一二三](?:（[一二三四五六]）)?)?/g;
const NOTICE_2019 = '国办公开办函〔2019〕60号';

/**
 * The authority for the report's own year. Rules cite the notice of 2021, which repeats that of 2019 for reports
 * on 2019 and 2020; its clause numbers are its own and are left out then.
 */
function basisFor(basis: string, reportYear: number | null): string {
  const before = reportYear !== null && reportYear < FORMS['2021'].fromYear;
  return before && !basis.includes('〔2019〕60号') ? basis.replaceAll(NOTICE_2021, NOTICE_2019) : basis;
}

export function findingOf(rule: CheckRule, report: AnnualReport, result: CheckResult): Finding {
  return {
    ...result,
    id: findingId(rule, report, result),
    rule: rule.id,
    ruleVersion: rule.version,
    severity: result.severity ?? rule.severity,
    basis: basisFor(rule.basis, report.reportYear),
    waiverBy: result.waiverBy ?? rule.waiver,
    // Only a failure can be waived.
    fingerprint: result.status === 'fail' ? fingerprintOf(rule, report, result) : '',
  };
}
