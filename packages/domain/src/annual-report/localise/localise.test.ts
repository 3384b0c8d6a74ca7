import { describe, expect, test } from 'vitest';
import { balancedTable, type Figures, reportOf, setTotal } from '../../../test/balanced-table.ts';
import { APPLICANT_KINDS, type CellId, cellId, type FormVersion, type RowId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import { localiseTableThree } from './localise.ts';
import { suggestionsByRule } from './suggestions-by-rule.ts';
import { tableThreeEvidence } from './table-three-system.ts';

type Kinds = readonly [number, number, number, number, number, number];

/** A table that is 0 but for these rows, their totals worked out. */
function tableOf(version: FormVersion, rows: Readonly<Record<string, Kinds>>): Figures {
  const figures: Figures = new Map([...balancedTable(version, 0).keys()].map((cell) => [cell, 0]));
  for (const [row, kinds] of Object.entries(rows) as [RowId, Kinds][]) {
    APPLICANT_KINDS.forEach((kind, index) => figures.set(cellId(row, kind), kinds[index]!));
    setTotal(figures, row);
  }
  return figures;
}

const SMALL_TABLE = tableOf('2021', {
  't3.newlyReceived': [9, 2, 0, 0, 0, 0],
  't3.carriedIn': [1, 0, 0, 0, 0, 0],
  't3.granted': [6, 2, 0, 0, 0, 0],
  't3.unavailable.notHeld': [3, 0, 0, 0, 0, 0],
  't3.resultTotal': [9, 2, 0, 0, 0, 0],
  't3.carriedForward': [1, 0, 0, 0, 0, 0],
});

function changed(figures: Figures, changes: Readonly<Record<CellId, number | null>>): Figures {
  return new Map([...figures, ...(Object.entries(changes) as [CellId, number | null][])]);
}

const texts = (report: AnnualReport, previous?: AnnualReport) =>
  localiseTableThree(report, previous).map(({ suggestion }) => suggestion.text);

describe('what the clerk reads', () => {
  test('one wrong figure: the cell, what it should be, what it is', () => {
    const report = reportOf('2021', changed(SMALL_TABLE, { 't3.granted/naturalPerson': 7 }));
    expect(localiseTableThree(report)).toEqual([
      {
        pattern: 'singleCell',
        rules: ['AR-T3-ROW/t3.granted', 'AR-T3-SUM/naturalPerson'],
        suggestion: {
          text: '最可能有误的单元格：表三 第三项（一）予以公开 自然人，应为6（现为7）。',
          cells: [{ cell: 't3.granted/naturalPerson', value: 6 }],
          certainty: 'likely',
        },
      },
    ]);
  });

  test('a case under the wrong applicant kind: every row it may stand in', () => {
    const report = reportOf(
      '2021',
      changed(SMALL_TABLE, { 't3.granted/naturalPerson': 5, 't3.granted/commercialEnterprise': 3 }),
    );
    expect(texts(report)).toEqual([
      '疑似申请人类别填错列：表三 第三项（一）予以公开，自然人应为6（现为5），商业企业应为2（现为3）。',
    ]);
  });

  test('a slip in an untested row is only possible, never likely', () => {
    const figures = changed(SMALL_TABLE, { 't3.newlyReceived/total': 12, 't3.carriedIn/total': null });
    expect(localiseTableThree(reportOf('2021', figures)).map(({ suggestion }) => suggestion)).toMatchObject([
      { certainty: 'possible', cells: [{ cell: 't3.newlyReceived/total', value: 11 }] },
    ]);
  });

  test('a table that disagrees everywhere gets no guess', () => {
    const figures = new Map([...SMALL_TABLE].map(([cell], index) => [cell, (index * 37) % 11] as const));
    expect(localiseTableThree(reportOf('2021', figures))).toEqual([]);
  });

  test('a correction that would be negative is not proposed', () => {
    // 四 结转 would have to be −1 for the balance; the three rows of the other side remain.
    const figures = changed(SMALL_TABLE, {
      't3.newlyReceived/naturalPerson': 7,
      't3.newlyReceived/total': 9,
    });
    const proposals = localiseTableThree(reportOf('2021', figures)).flatMap(
      ({ suggestion }) => suggestion.cells,
    );
    expect(proposals).toContainEqual({ cell: 't3.newlyReceived/naturalPerson', value: 9 });
    expect(proposals.every(({ value }) => value === null || value >= 0)).toBe(true);
    expect(proposals.some(({ cell }) => cell.startsWith('t3.carriedForward/'))).toBe(false);
  });

  test('split digits do not test the row they were split by', () => {
    const report = reportOf('2021', changed(SMALL_TABLE, { 't3.granted/total': 9 }));
    const derived = { ...report.cells['t3.granted/total']!, state: 'derived' as const };
    const { residuals } = tableThreeEvidence('2021', { ...report.cells, 't3.granted/total': derived });
    expect(residuals[2]).toBeNull();
    expect(tableThreeEvidence('2021', report.cells).residuals[2]).toBe(-1);
  });

  test('a report without table three has nothing to explain', () => {
    expect(localiseTableThree({ ...reportOf('2021', SMALL_TABLE), tableForms: {} })).toEqual([]);
  });
});

test('a rule with several explanations shows them together', () => {
  const report = reportOf(
    '2021',
    changed(SMALL_TABLE, { 't3.carriedForward/naturalPerson': 2, 't3.carriedForward/total': 2 }),
  );
  const suggestion = suggestionsByRule(localiseTableThree(report)).get('AR-T3-BAL/total');
  expect(suggestion).toMatchObject({ certainty: 'possible' });
  expect(suggestion?.text).toBe(
    '以下3种情形都能解释，请逐一核对：（1）可能有误的单元格：表三 第一项 本年新收 自然人，应为10（现为9）；表三 第一项 本年新收 总计，应为12（现为11）。（2）可能有误的单元格：表三 第二项 上年结转 自然人，应为2（现为1）；表三 第二项 上年结转 总计，应为2（现为1）。（3）可能有误的单元格：表三 第四项 结转下年度继续办理 自然人，应为1（现为2）；表三 第四项 结转下年度继续办理 总计，应为1（现为2）。',
  );
});

describe('worked examples of published reports (annual-report.md §11)', () => {
  test.each(['value', 'derived'] as const)(
    '2: 部分公开 counted again under another outcome (%s)',
    (state) => {
      const printed = reportOf(
        '2019',
        tableOf('2019', {
          't3.newlyReceived': [20, 0, 0, 0, 0, 1],
          't3.granted': [6, 0, 0, 0, 0, 1],
          't3.partiallyGranted': [6, 0, 0, 0, 0, 0],
          't3.unavailable.notHeld': [4, 0, 0, 0, 0, 0],
          't3.unavailable.stillUnclear': [3, 0, 0, 0, 0, 0],
          't3.notProcessed.duplicate': [3, 0, 0, 0, 0, 0],
          't3.otherHandling': [4, 0, 0, 0, 0, 0],
          't3.resultTotal': [20, 0, 0, 0, 0, 1],
        }),
      );
      // The sample is running text, its digits glued: then its rows prove nothing, and the columns still do.
      const cells = Object.entries(printed.cells).map(([id, cell]) => [id, { ...cell, state }]);
      const report: AnnualReport = { ...printed, cells: Object.fromEntries(cells) };
      expect(localiseTableThree(report)).toEqual([
        {
          pattern: 'rowCountedTwice',
          rules: ['AR-T3-SUM/naturalPerson', 'AR-T3-SUM/total'],
          suggestion: {
            text: '表三 第三项（二）部分公开整行疑似重复计入：（一）至（六）之和比（七）总计多出的数与该行各列相同（自然人6、总计6），请核对是否又计入其他结果，应填数须查台账。',
            cells: [
              { cell: 't3.partiallyGranted/naturalPerson', value: null },
              { cell: 't3.partiallyGranted/total', value: null },
            ],
            certainty: 'likely',
          },
        },
      ]);
    },
  );

  test('3: one case under two applicant kinds at intake and at the result', () => {
    const report = reportOf(
      '2021',
      tableOf('2021', {
        't3.newlyReceived': [60, 1, 0, 0, 0, 1],
        't3.granted': [61, 1, 0, 0, 0, 0],
        't3.resultTotal': [61, 1, 0, 0, 0, 0],
      }),
    );
    expect(texts(report)).toEqual([
      '疑似申请人类别填错列：表三 第一项 本年新收，自然人应为61（现为60），其他应为0（现为1）。',
      '疑似同一申请在收件与办理结果中归入了不同的申请人类别：表三 第三项（七）总计，自然人应为60（现为61），其他应为1（现为0），相应的一行办理结果也应改列（哪一行须查台账）。',
    ]);
  });
});
