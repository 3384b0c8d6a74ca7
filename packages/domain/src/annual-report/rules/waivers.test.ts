import { describe, expect, test } from 'vitest';
import { cleanContext, withCell } from '../../../test/build-report.ts';
import { evaluateReport } from './evaluate.ts';
import type { CheckContext, Finding, Waiver } from './rule.ts';
import { staleWaivers } from './waivers.ts';

/** AR-T2-02 may be waived by the author, AR-FRM-04 only by the reviewer, AR-CEL-01 by nobody. */
function faulty(): CheckContext {
  const clean = cleanContext();
  const report = withCell(clean.report, 't2.normativeDocument/inForce', 8);
  return {
    ...clean,
    report: {
      ...withCell(report, 't2.coercion/decisions', null),
      signature: { ...report.signature!, organ: '清溪县松坪镇人民政府' },
    },
  };
}

function failureOf(context: CheckContext, rule: string): Finding {
  return evaluateReport(context).find((finding) => finding.rule === rule && finding.status === 'fail')!;
}

function waive(finding: Finding, by: Waiver['by'], reason = '机构改革划转'): Waiver {
  return { findingId: finding.id, fingerprint: finding.fingerprint, by, reason };
}

const statusOf = (context: CheckContext, finding: Finding, waivers: readonly Waiver[]) =>
  evaluateReport(context, { waivers }).find(({ id }) => id === finding.id)!.status;

describe('waivers', () => {
  test.each([
    ['AR-T2-02', 'author', 'waived'],
    ['AR-T2-02', 'reviewer', 'waived'],
    ['AR-FRM-04', 'author', 'fail'],
    ['AR-FRM-04', 'reviewer', 'waived'],
    ['AR-CEL-01', 'reviewer', 'fail'],
  ] as const)('%s by %s → %s', (rule, by, status) => {
    const finding = failureOf(faulty(), rule);
    expect(statusOf(faulty(), finding, [waive(finding, by)])).toBe(status);
  });

  test('need a reason', () => {
    const finding = failureOf(faulty(), 'AR-T2-02');
    expect(statusOf(faulty(), finding, [waive(finding, 'author', ' ')])).toBe('fail');
  });

  test('survive changes elsewhere and end when a cell of the finding changes', () => {
    const finding = failureOf(faulty(), 'AR-T2-02');
    const waiver = waive(finding, 'author');
    const elsewhere = { ...faulty(), report: withCell(faulty().report, 't2.penalties/decisions', 13) };
    const changed = { ...faulty(), report: withCell(faulty().report, 't2.normativeDocument/inForce', 7) };
    expect(statusOf(elsewhere, finding, [waiver])).toBe('waived');
    expect(statusOf(changed, finding, [waiver])).toBe('fail');
    expect(staleWaivers(evaluateReport(changed), [waiver])).toEqual([{ waiver, why: 'changed' }]);
  });

  test('end when the other side changes, even outside of this report', () => {
    const finding = failureOf(faulty(), 'AR-T2-02');
    const restated = {
      ...faulty(),
      previous: withCell(faulty().previous!, 't2.normativeDocument/inForce', 12),
    };
    expect(statusOf(restated, finding, [waive(finding, 'author')])).toBe('fail');
  });

  test('that apply are printed with the finding; those that do not are listed', () => {
    const [stock, organ] = [failureOf(faulty(), 'AR-T2-02'), failureOf(faulty(), 'AR-FRM-04')];
    const good = waive(stock, 'author');
    const weak = waive(organ, 'author');
    const gone = { ...good, findingId: '0000000000000000' };
    const findings = evaluateReport(faulty(), { waivers: [good, weak, gone] });
    expect(findings.find(({ id }) => id === stock.id)!.waiver).toEqual(good);
    expect(staleWaivers(findings, [good, weak, gone])).toEqual([
      { waiver: weak, why: 'notAllowed' },
      { waiver: gone, why: 'gone' },
    ]);
  });
});
