import { describe, expect, test } from 'vitest';
import { cleanReport } from '../../../test/build-report.ts';
import { defineRule } from './define.ts';
import { evaluateReport } from './evaluate.ts';
import type { Severity, Waiver, WaiverBy } from './rule.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { type ReportStep, stoppingFindings } from './steps.ts';

/** Who gave a waiver: nobody, or one of both roles. */
type Given = 'nobody' | Waiver['by'];

interface Stop {
  readonly step: ReportStep;
  readonly given: Given;
}

/** Whether one failure of this severity and waiver stops the step after the waiver was given. */
function stopsAfter(severity: Severity, waiver: WaiverBy, { step, given }: Stop): boolean {
  const rules = [
    defineRule(
      { id: 'AR-X-01', class: 'FRM', severity, waiver, message: '有误。', basis: '算术' },
      (_, verdicts) => [verdicts.fail({})],
    ),
  ];
  const context = { report: cleanReport(), settings: DEFAULT_SETTINGS };
  const [finding] = evaluateReport(context, { rules });
  const { id: findingId, fingerprint } = finding!;
  const waivers = given === 'nobody' ? [] : [{ findingId, fingerprint, by: given, reason: '已核实' }];
  return stoppingFindings(evaluateReport(context, { rules, waivers }), step).length > 0;
}

const STEPS: readonly ReportStep[] = ['save', 'submit', 'publish'];
const GIVEN: readonly Given[] = ['nobody', 'author', 'reviewer'];

const stopsOf = (severity: Severity, waiver: WaiverBy) =>
  STEPS.flatMap((step) =>
    GIVEN.flatMap((given) => (stopsAfter(severity, waiver, { step, given }) ? [`${step} ${given}`] : [])),
  );

const ALWAYS = GIVEN.map((given) => `submit ${given}`).concat(GIVEN.map((given) => `publish ${given}`));

describe('what stops which step, and who can let it pass', () => {
  test.each([
    ['block', 'none', ALWAYS],
    ['block', 'reviewer', ['submit nobody', 'submit author', 'publish nobody', 'publish author']],
    ['block', 'author', ['submit nobody', 'publish nobody']],
    ['warn', 'author', ['submit nobody']],
    ['warn', 'reviewer', ['submit nobody', 'submit author']],
    // A missed deadline cannot be explained away, and cannot keep the report from being handed in.
    ['warn', 'none', []],
    ['hint', 'none', []],
    ['hint', 'author', []],
    ['hint', 'reviewer', []],
  ] as const)('%s, waiver by %s', (severity, waiver, stops) => {
    expect(stopsOf(severity, waiver)).toEqual(stops);
  });

  test('what passes or was not evaluated stops nothing', () => {
    const rule = (id: string, status: 'pass' | 'notEvaluated') =>
      defineRule({ id, class: 'FRM', severity: 'block', message: '有误。', basis: '算术' }, (_, verdicts) => [
        status === 'pass' ? verdicts.pass() : verdicts.notEvaluated('缺少数据'),
      ]);
    const rules = [rule('AR-X-01', 'pass'), rule('AR-X-02', 'notEvaluated')];
    const findings = evaluateReport({ report: cleanReport(), settings: DEFAULT_SETTINGS }, { rules });
    expect(STEPS.flatMap((step) => stoppingFindings(findings, step))).toEqual([]);
  });
});
