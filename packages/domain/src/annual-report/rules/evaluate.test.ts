import { describe, expect, test } from 'vitest';
import {
  cleanContext,
  cleanReport,
  withCell,
  withCells,
  withStructure,
  withText,
} from '../../../test/build-report.ts';
import { formTable } from '../forms/registry.ts';
import type { CellId, RowId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import { evaluateReport } from './evaluate.ts';
import type { CheckContext, Finding } from './rule.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

function check(report: AnnualReport, more: Partial<CheckContext> = {}): readonly Finding[] {
  return evaluateReport({ ...cleanContext(), report, ...more });
}

const byRule = (findings: readonly Finding[], rule: string): readonly Finding[] =>
  findings.filter((finding) => finding.rule === rule);

const failing = (findings: readonly Finding[]): readonly string[] =>
  findings.filter(({ status }) => status === 'fail').map(({ rule }) => rule);

describe('findings', () => {
  test('the same report gives the same findings, and every id names one finding', () => {
    const report = withCell(cleanReport(), 't3.granted/naturalPerson', 9);
    const [first, second] = [check(report), check(structuredClone(report))];
    expect(second).toEqual(first);
    expect(new Set(first.map(({ id }) => id)).size).toBe(first.length);
  });

  test('a text without end fills no answer: what one rule finds is cut, and says so', () => {
    const text = '本年收到申请12件，办结11件，其中公开3件；'.repeat(2000);
    const findings = check(withText(cleanReport(), 's1', [text]));
    const longest = [...Map.groupBy(findings, ({ rule, status }) => `${rule} ${status}`).values()].toSorted(
      (a, b) => b.length - a.length,
    )[0];
    expect(longest).toHaveLength(300);
    expect(longest?.at(-1)?.note).toMatch(/^这一项共有\d{4}处，只列出前300处，改正以后再校验。$/);
    expect(findings.length).toBeLessThan(2000);
  });

  test('an id belongs to one organ and year', () => {
    const report = cleanReport();
    const id = (of: AnnualReport) => byRule(check(of), 'AR-T3-ROW/t3.granted')[0]!.id;
    expect(id({ ...report, organ: '清溪县松坪镇人民政府' })).not.toBe(id(report));
    expect(id({ ...report, reportYear: 2024 })).not.toBe(id(report));
  });

  test('a failure tells both sides, the difference and the cells in Chinese', () => {
    const [finding] = byRule(
      check(withCell(cleanReport(), 't3.refused.internalAffairs/naturalPerson', 3)),
      'AR-T3-ROW/t3.refused.internalAffairs',
    );
    expect(finding).toMatchObject({
      status: 'fail',
      severity: 'block',
      left: 3,
      right: 1,
      difference: 2,
      message: '表三 第三项（三）5：各类申请人之和3，总计1，相差2。',
      basis: '算术',
      waiverBy: 'none',
    });
    expect(finding!.cells).toHaveLength(7);
  });

  test('the authority is the notice in force for the year reported', () => {
    const basis = (version: '2019' | '2021') =>
      byRule(evaluateReport(cleanContext(version)), 'AR-FRM-02')[0]!.basis;
    expect([basis('2019'), basis('2021')]).toEqual(['国办公开办函〔2019〕60号', '国办公开办函〔2021〕30号']);
  });

  test('a passing equation is reported with both sides', () => {
    expect(byRule(check(cleanReport()), 'AR-T3-BAL/total')[0]).toMatchObject({
      status: 'pass',
      left: 19,
      right: 19,
    });
  });

  test('a rule without what it needs says so once', () => {
    const { report, settings } = cleanContext();
    const findings = evaluateReport({ report, settings });
    expect(byRule(findings, 'AR-XYR-01/total')).toMatchObject([
      { status: 'notEvaluated', note: '未提供上年度报告' },
    ]);
    expect(byRule(findings, 'AR-T2-02')).toHaveLength(1);
    expect(byRule(findings, 'AR-DDL-02')[0]).toMatchObject({ note: '未给定校验日期' });
  });

  test('last year’s report of another year is not compared', () => {
    const finding = byRule(check(cleanReport(), { previous: cleanReport('2021', 2020) }), 'AR-XYR-01/total');
    expect(finding[0]).toMatchObject({
      status: 'notEvaluated',
      note: '所附上年度报告为2020年度，不是2022年度',
    });
  });

  test.each(['AR-T2-02', 'AR-PLS-01', 'AR-TXT-12', 'AR-NAR-05', 'AR-DUP-01'])(
    'nor by %s, and last year’s report is then not on file',
    (rule) => {
      const text = cleanReport().sections.s1!.paragraphs.map((paragraph) =>
        paragraph.replace('申请18件', '申请18件，同比增长50%'),
      );
      const findings = check(withText(cleanReport(), 's1', text), { previous: cleanReport('2021', 2020) });
      const note = '所附上年度报告为2020年度，不是2022年度';
      expect(byRule(findings, rule)).toMatchObject([{ status: 'notEvaluated', note }]);
      expect(byRule(findings, 'AR-XYR-02')).toMatchObject([{ status: 'fail', note }]);
    },
  );

  test('nor does it decide what a wrong figure should be', () => {
    const report = withCell(cleanReport(), 't3.carriedIn/naturalPerson', 3);
    const suggestion = (previous: AnnualReport) =>
      byRule(check(report, { previous }), 'AR-T3-BAL/naturalPerson')[0]!.suggestion;
    expect(suggestion(cleanReport('2021', 2022))!.text).toContain('上年度');
    expect(suggestion(cleanReport('2021', 2020))!.text).not.toContain('上年度');
  });

  test('only the rules of the form are run', () => {
    const rules = new Set(evaluateReport(cleanContext('2019')).map(({ rule }) => rule));
    expect(rules.has('AR-T3-ROW/t3.otherHandling')).toBe(true);
    expect(rules.has('AR-T3-ROW/t3.otherHandling.other')).toBe(false);
    expect(rules.has('AR-CEL-04')).toBe(false);
    expect(rules.has('AR-CEL-05')).toBe(true);
  });

  test('tables of different forms are each checked by their own', () => {
    const t2 = Object.entries(cleanReport('2021').cells).filter(([id]) => id.startsWith('t2'));
    const old = cleanReport('2019', 2023);
    const others = Object.entries(old.cells).filter(([id]) => !id.startsWith('t2'));
    const mixed = {
      ...old,
      tableForms: { ...old.tableForms, t2: '2021' },
      cells: Object.fromEntries([...t2, ...others]),
    } as const;
    const findings = check(mixed);
    expect(failing(findings)).toEqual(['AR-FRM-01']);
    expect(byRule(findings, 'AR-FRM-01')[0]!.message).toBe(
      '2023年度应使用2021版格式，检测到2019版（表三）。',
    );
  });
});

describe('blanks', () => {
  const blanked = withCells(cleanReport(), {
    't3.carriedIn/researchInstitution': null,
    't3.carriedIn/total': null,
    't2.coercion/decisions': null,
  });

  test('are one finding a table, naming the tie-outs that would hold with 0', () => {
    const [t2, t3, ...others] = byRule(check(blanked), 'AR-CEL-01');
    expect(others).toEqual([]);
    expect(t2).toMatchObject({
      message: '表二 行政强制 本年处理决定数量为空，无数据请填“0”。',
      suggestion: { certainty: 'possible' },
    });
    expect(t3).toMatchObject({
      message: '表三 第二项 上年结转 科研机构等2格为空，无数据请填“0”。',
      missing: ['t3.carriedIn/researchInstitution', 't3.carriedIn/total'],
    });
    expect(t3!.note).toContain('AR-T3-BAL/researchInstitution');
    expect(t3!.note).not.toContain('AR-T3-BAL/total');
  });

  test('keep an equation from being evaluated, and the note says whether 0 would do', () => {
    const findings = check(blanked);
    expect(byRule(findings, 'AR-T3-BAL/researchInstitution')[0]).toMatchObject({
      status: 'notEvaluated',
      missing: ['t3.carriedIn/researchInstitution'],
      note: '表三 第二项 上年结转 科研机构无数字；空白按0计时成立',
    });
    expect(byRule(findings, 'AR-T3-BAL/total')[0]!.note).toContain('空白按0计时也不成立');
    expect(failing(findings)).toEqual(['AR-CEL-01', 'AR-CEL-01']);
  });

  test('are read as 0 and flagged in mode Z, and are still failures themselves', () => {
    const findings = evaluateReport({ ...cleanContext(), report: blanked }, { treatBlankAsZero: true });
    expect(byRule(findings, 'AR-T3-BAL/researchInstitution')[0]).toMatchObject({
      status: 'pass',
      note: '空白按0计（推定）',
      missing: ['t3.carriedIn/researchInstitution'],
    });
    expect(byRule(findings, 'AR-T3-BAL/total')[0]).toMatchObject({ status: 'fail', difference: -1 });
    expect(byRule(findings, 'AR-CEL-01')).toHaveLength(2);
  });

  test('a missing row is a missing row, not seven blanks', () => {
    const { cells, ...rest } = cleanReport();
    const row: RowId = 't3.refused.enforcementFile';
    const left = Object.fromEntries(Object.entries(cells).filter(([id]) => !id.startsWith(`${row}/`)));
    const tables = rest.structure!.tables.map((table) =>
      table.table === 't3' ? { ...table, missingRows: [row] } : table,
    );
    const findings = check(withStructure({ ...rest, cells: left }, { tables }));
    expect(failing(findings)).toEqual(['AR-FRM-08']);
    expect(byRule(findings, 'AR-T3-SUM/total')[0]!.status).toBe('notEvaluated');
  });

  test('of a table not yet filled in get no proposal', () => {
    const ids = Object.keys(cleanReport().cells).filter((id) => id.startsWith('t2'));
    const report = withCells(cleanReport(), Object.fromEntries(ids.map((id) => [id, null])));
    const [finding] = byRule(check(report), 'AR-CEL-01');
    expect(finding!.cells).toHaveLength(10);
    expect(finding!.suggestion).toBeUndefined();
  });

  test('words in a cell are not taken for 0', () => {
    const worded = withCell(cleanReport(), 't3.granted/naturalPerson', { state: 'text', raw: '若干' });
    const findings = evaluateReport({ ...cleanContext(), report: worded }, { treatBlankAsZero: true });
    expect(byRule(findings, 'AR-T3-ROW/t3.granted')[0]!.status).toBe('notEvaluated');
  });
});

describe('derived figures', () => {
  test('do not prove the row they were split by, but count in columns', () => {
    const row = formTable('t3', '2021').rows.find(({ id }) => id === 't3.granted')!;
    const report = cleanReport();
    const glued = withCells(
      report,
      Object.fromEntries(
        row.columns.map(({ id }) => {
          const cell: CellId = `${row.id}/${id}`;
          return [cell, { state: 'derived', value: report.cells[cell]!.value, raw: '5101108' } as const];
        }),
      ),
    );
    const findings = check(glued);
    expect(byRule(findings, 'AR-T3-ROW/t3.granted')[0]).toMatchObject({ status: 'notEvaluated' });
    expect(byRule(findings, 'AR-T3-ROW/t3.granted')[0]!.note).toContain('拆分');
    expect(byRule(findings, 'AR-T3-SUM/naturalPerson')[0]!.status).toBe('pass');
    expect(failing(findings)).toEqual([]);
  });
});

describe('suggestions', () => {
  const wrong = { cell: 't3.granted/naturalPerson', value: 5 };

  test('every tie-out that one wrong figure breaks names this figure and its value', () => {
    const findings = check(withCell(cleanReport(), 't3.granted/naturalPerson', 9));
    const broken = findings.filter(({ status }) => status === 'fail');
    expect(broken.map(({ rule }) => rule)).toEqual(['AR-T3-ROW/t3.granted', 'AR-T3-SUM/naturalPerson']);
    for (const { suggestion } of broken) expect(suggestion?.cells).toEqual([wrong]);
  });

  test('are made in mode Z from the figures as assumed', () => {
    const report = withCells(cleanReport(), {
      't3.granted/naturalPerson': 9,
      't3.refused.stateSecret/total': null,
    });
    const findings = evaluateReport({ ...cleanContext(), report }, { treatBlankAsZero: true });
    expect(byRule(findings, 'AR-T3-SUM/naturalPerson')[0]!.suggestion?.cells).toEqual([wrong]);
    expect(byRule(findings, 'AR-CEL-01')[0]!.suggestion?.cells).toEqual([
      { cell: 't3.refused.stateSecret/total', value: 0 },
    ]);
  });
});

describe('severity that depends on the year or the case', () => {
  test('the first year of the 2019 form only warns', () => {
    const report = cleanReport('2021', 2019);
    const findings = evaluateReport({ report, settings: DEFAULT_SETTINGS });
    expect(byRule(findings, 'AR-FRM-01').map(({ severity }) => severity)).toEqual(['warn', 'warn']);
  });

  test.each([
    ['清溪县柳林镇2023年政府信息公开工作年度报告', 'AR-FRM-04', 'warn'],
    ['清溪县松坪镇人民政府2023年政府信息公开工作年度报告', 'AR-FRM-04', 'block'],
    ['清溪县柳林镇人民政府2023年度政府信息公开年度报告', 'AR-FRM-02', 'warn'],
    ['清溪县柳林镇人民政府2022年政府信息公开工作年度报告', 'AR-FRM-02', 'block'],
  ])('%s → %s %s', (title, rule, severity) => {
    const [finding] = byRule(check({ ...cleanReport(), title }), rule);
    expect(finding).toMatchObject({ status: 'fail', severity });
  });
});
