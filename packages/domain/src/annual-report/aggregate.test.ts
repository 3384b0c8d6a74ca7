import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanReport, withCell, withCells, zeroed } from '../../test/build-report.ts';
import { sumExact } from '../kernel/decimal.ts';
import { type AggregationResult, aggregateReports, createAggregation } from './aggregate.ts';
import type { CellId } from './ids.ts';
import type { AnnualReport } from './report.ts';

const FORM_2021 = { t2: '2021', t3: '2021', t4: '2021' } as const;
const FORM_2019 = { t2: '2019', t3: '2019', t4: '2019' } as const;

const clean = cleanReport('2021');
const member = (unit: string, report: AnnualReport | null = clean) => ({ unit, report });
const cell = (result: AggregationResult, id: CellId) =>
  result.cells.find((aggregated) => aggregated.cell === id);

test('every cell of the form is the sum of the members', () => {
  const result = aggregateReports([member('甲镇'), member('乙镇'), member('丙镇')], FORM_2021);
  expect(result.cells).toHaveLength(200);
  expect(result).toMatchObject({ counted: 3, missing: [], otherForms: [], refused: [] });
  for (const { cell, value, state } of result.cells) {
    expect([cell, value, state]).toEqual([
      cell,
      sumExact(Array(3).fill(clean.cells[cell]!.value)),
      'complete',
    ]);
  }
});

test('sums are exact to 分 and as near as a number can be, whatever the size', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt(0n, 10n ** 15n), { minLength: 1, maxLength: 8 }), (fens) => {
      const inWan = (fen: bigint) =>
        Number(`${fen / 1_000_000n}.${String(fen % 1_000_000n).padStart(6, '0')}`);
      const members = fens.map((fen, index) =>
        member(`单位${index}`, withCell(clean, 't2.fees/amountWan', inWan(fen))),
      );
      const sum = cell(aggregateReports(members, FORM_2021), 't2.fees/amountWan');
      expect(sum?.value).toBe(inWan(fens.reduce((total, fen) => total + fen, 0n)));
    }),
    { numRuns: 1000, seed: 20_260_131 },
  );
});

test('the aggregated report of members is the same in one step or two', () => {
  const reports = [0, 1, 2, 3].map((n) => withCell(clean, 't2.fees/amountWan', 0.1 * (n + 1)));
  const direct = aggregateReports(
    reports.map((report, n) => member(`单位${n}`, report)),
    FORM_2021,
  );
  const halves = [reports.slice(0, 2), reports.slice(2)].map((half) => {
    const { cells } = aggregateReports(
      half.map((report, n) => member(`单位${n}`, report)),
      FORM_2021,
    );
    return withCells(clean, Object.fromEntries(cells.map(({ cell, value }) => [cell, value])));
  });
  const stepwise = aggregateReports(
    halves.map((report, n) => member(`县${n}`, report)),
    FORM_2021,
  );
  expect(stepwise.cells.map(({ value }) => value)).toEqual(direct.cells.map(({ value }) => value));
  expect(cell(direct, 't2.fees/amountWan')?.value).toBe(1);
});

describe('what keeps a cell incomplete is named', () => {
  test('a member that has not reported: every cell', () => {
    const result = aggregateReports([member('甲镇'), member('乙镇', null)], FORM_2021);
    expect(result.missing).toEqual(['乙镇']);
    expect(result.cells.every(({ state }) => state === 'incomplete')).toBe(true);
    expect(cell(result, 't3.granted/total')).toMatchObject({
      value: clean.cells['t3.granted/total']!.value,
      lacks: [{ reason: 'notReported', units: ['乙镇'] }],
    });
  });

  test('its report may follow', () => {
    const aggregation = createAggregation(FORM_2021);
    aggregation.add(member('甲镇', null));
    expect(aggregation.result().missing).toEqual(['甲镇']);
    aggregation.add(member('甲 镇'));
    expect(aggregation.result()).toMatchObject({ missing: [], counted: 1 });
  });

  test('a blank, words, an absent cell, a count in 万: that cell', () => {
    const { 't3.granted/naturalPerson': _, ...others } = clean.cells;
    const result = aggregateReports(
      [
        member('甲镇', withCell(clean, 't3.granted/naturalPerson', null)),
        member('乙镇', withCell(clean, 't3.granted/naturalPerson', { state: 'text', raw: '见附件' })),
        member('丙镇', { ...clean, cells: others }),
        member('丁镇', withCell(clean, 't3.granted/naturalPerson', { value: 2, raw: '2万', unit: '万' })),
        member('戊镇'),
        member('己镇', withCell(clean, 't3.granted/naturalPerson', null)),
      ],
      FORM_2021,
    );
    expect(cell(result, 't3.granted/naturalPerson')).toEqual({
      cell: 't3.granted/naturalPerson',
      value: 5,
      state: 'incomplete',
      lacks: [
        { reason: 'blank', units: ['甲镇', '己镇'] },
        { reason: 'text', units: ['乙镇'] },
        { reason: 'absent', units: ['丙镇'] },
        { reason: 'unitUnknown', units: ['丁镇'] },
      ],
    });
    expect(result.cells.filter(({ state }) => state === 'incomplete')).toHaveLength(1);
  });

  test('nobody reported: no figure, not 0', () => {
    const result = aggregateReports([], FORM_2021);
    expect(new Set(result.cells.map(({ value, state }) => `${value} ${state}`))).toEqual(
      new Set(['null incomplete']),
    );
  });
});

describe('members on another form', () => {
  test('2019 in 2021: cells of the same meaning are added, the others named', () => {
    const result = aggregateReports([member('甲镇'), member('乙镇', cleanReport('2019'))], FORM_2021);
    expect(
      result.otherForms.map(({ unit, table, version, notAddable }) => [
        unit,
        table,
        version,
        notAddable.length,
      ]),
    ).toEqual([
      ['乙镇', 't2', '2019', 7],
      ['乙镇', 't3', '2019', 21],
      ['乙镇', 't4', '2019', 0],
    ]);
    expect(cell(result, 't4.reconsideration/total')).toMatchObject({ value: 6, state: 'complete' });
    expect(cell(result, 't2.normativeDocument/inForce')).toMatchObject({
      value: 9,
      state: 'incomplete',
      lacks: [{ reason: 'otherForm', units: ['乙镇'] }],
    });
  });

  test('2021 in 2019: the three rows of （六） add up to the one', () => {
    const report = withCell(clean, 't3.otherHandling.other/naturalPerson', 4);
    const result = aggregateReports([member('甲镇', report)], FORM_2019);
    expect(cell(result, 't3.otherHandling/naturalPerson')).toMatchObject({ value: 5, state: 'complete' });
  });
});

describe('amounts whose unit the form leaves open', () => {
  const amounts = (...figures: readonly [number, string | undefined][]) =>
    cell(
      aggregateReports(
        figures.map(([value, unit], index) =>
          member(
            `单位${index}`,
            withCell(cleanReport('2019'), 't2.procurement/amount', {
              value,
              raw: `${value}${unit ?? ''}`,
              ...(unit !== undefined && { unit }),
            }),
          ),
        ),
        FORM_2019,
      ),
      't2.procurement/amount',
    );

  test('元 and 万元 are added in 万元', () => {
    expect(amounts([16.877, '万元'], [251_000, '元'], [0.5, '亿元'])).toMatchObject({
      value: 5041.977,
      unit: '万元',
      state: 'complete',
    });
  });

  test('without a unit the amount is not guessed, a zero needs none', () => {
    expect(amounts([1, '万元'], [251_000, undefined], [0, undefined])).toMatchObject({
      value: 1,
      state: 'incomplete',
      lacks: [{ reason: 'unitUnknown', units: ['单位1'] }],
    });
  });
});

test('a vertical-system unit and a unit counted already are refused and named', () => {
  const result = aggregateReports(
    [
      member('甲镇'),
      { ...member('税务局'), verticalSystem: true },
      member('甲　镇'),
      member('乙镇', zeroed(clean)),
    ],
    FORM_2021,
  );
  expect(result.refused).toEqual([
    { unit: '税务局', reason: 'verticalSystem' },
    { unit: '甲　镇', reason: 'duplicate' },
  ]);
  expect(result.counted).toBe(2);
  expect(cell(result, 't3.newlyReceived/total')).toMatchObject({ value: 18, state: 'complete' });
});

test('two units of one name are two where their organs are known', () => {
  const both = ['organ-1', 'organ-2', 'organ-2'].map((key) => ({ ...member('卫生院'), key }));
  const result = aggregateReports([...both, { unit: '卫生院', key: 'organ-3', report: null }], FORM_2021);
  expect(result).toMatchObject({
    counted: 2,
    missing: ['卫生院'],
    refused: [{ unit: '卫生院', reason: 'duplicate' }],
  });
  const blank = withCell(clean, 't3.granted/naturalPerson', null);
  const lacking = ['organ-1', 'organ-2'].map((key) => ({ unit: '卫生院', key, report: blank }));
  expect(cell(aggregateReports(lacking, FORM_2021), 't3.granted/naturalPerson')?.lacks).toEqual([
    { reason: 'blank', units: ['卫生院', '卫生院'] },
  ]);
});

test('the published check value: member lists add up to 一＋二 (§8)', () => {
  const cases = [349, 933, 477, 301, 874, 216, 348, 55, 26, 12, 16];
  const members = cases.map((received, index) =>
    member(
      `成员${index}`,
      withCells(zeroed(clean), {
        't3.newlyReceived/total': index === 0 ? received - 96 : received,
        't3.carriedIn/total': index === 0 ? 96 : 0,
      }),
    ),
  );
  const result = aggregateReports(members, FORM_2021);
  expect([cell(result, 't3.newlyReceived/total')?.value, cell(result, 't3.carriedIn/total')?.value]).toEqual([
    3511, 96,
  ]);
});
