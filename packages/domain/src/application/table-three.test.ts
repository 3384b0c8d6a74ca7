import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formTable } from '../annual-report/forms/registry.ts';
import {
  APPLICANT_KINDS,
  cellId,
  type FormVersion,
  type RowId,
  TABLE_THREE_COLUMNS,
} from '../annual-report/ids.ts';
import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import { OUTCOME_IDS } from './outcome.ts';
import {
  addUpTableThree,
  type CountedCase,
  cellsOf,
  type FlowCount,
  flowOf,
  meaningOf,
  type Period,
} from './table-three.ts';

const day = (text: string): CivilDate => text as CivilDate;
const YEAR: Period = { from: day('2025-01-01'), to: day('2025-12-31') };

const person = (receiptDate: string | null, result: CountedCase['result'] = null): CountedCase => ({
  applicantKind: 'naturalPerson',
  receiptDate: receiptDate === null ? null : day(receiptDate),
  result,
});
const granted = (on: string) => ({ on: day(on), outcome: 'granted.provided' as const });
const rowsOf = (one: CountedCase, version: FormVersion = '2021') =>
  cellsOf(one, YEAR, version)
    .filter((cell) => cell.endsWith('/total'))
    .map((cell) => cell.slice('t3.'.length, -'/total'.length));

describe('a case in table three of 2025', () => {
  it.each([
    [
      'received on the first day, answered on the last',
      person('2025-01-01', granted('2025-12-31')),
      ['newlyReceived', 'granted', 'resultTotal'],
    ],
    ['received on the last day and not answered', person('2025-12-31'), ['newlyReceived', 'carriedForward']],
    [
      'answered the day after',
      person('2025-12-20', granted('2026-01-01')),
      ['newlyReceived', 'carriedForward'],
    ],
    [
      'from the year before, answered on the first day',
      person('2024-12-31', granted('2025-01-01')),
      ['carriedIn', 'granted', 'resultTotal'],
    ],
    ['answered on the last day of the year before', person('2024-12-01', granted('2024-12-31')), []],
    [
      'open through the whole year',
      person('2024-06-01', granted('2026-06-01')),
      ['carriedIn', 'carriedForward'],
    ],
    ['received later', person('2026-01-01'), []],
    ['not received in law yet', person(null), []],
    [
      'answered on the day it came',
      person('2025-05-06', granted('2025-05-06')),
      ['newlyReceived', 'granted', 'resultTotal'],
    ],
    [
      'withdrawn before the day of receipt',
      person('2025-01-02', { on: day('2024-12-30'), outcome: 'otherHandling.withdrawn' }),
      ['newlyReceived', 'otherHandling.other', 'resultTotal'],
    ],
  ])('%s', (_name, one, rows) => {
    expect(rowsOf(one)).toEqual(rows);
  });

  it('stands in its own column and in 总计', () => {
    const one: CountedCase = { ...person('2025-02-03'), applicantKind: 'researchInstitution' };
    expect(cellsOf(one, YEAR, '2021')).toEqual([
      't3.newlyReceived/researchInstitution',
      't3.newlyReceived/total',
      't3.carriedForward/researchInstitution',
      't3.carriedForward/total',
    ]);
  });

  it('has one row 其他处理 on the form of 60号', () => {
    const lapsed = person('2025-02-03', { on: day('2025-03-20'), outcome: 'otherHandling.correctionLapsed' });
    expect(rowsOf(lapsed, '2019')).toEqual(['newlyReceived', 'otherHandling', 'resultTotal']);
    expect(rowsOf(lapsed, '2021')).toEqual([
      'newlyReceived',
      'otherHandling.correctionLapsed',
      'resultTotal',
    ]);
  });
});

const BASE = day('2024-06-01');
const someDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(BASE, days));
const someCase: fc.Arbitrary<CountedCase> = fc.record({
  applicantKind: fc.constantFrom(...APPLICANT_KINDS),
  receiptDate: fc.option(someDay, { freq: 9 }),
  result: fc.option(fc.record({ on: someDay, outcome: fc.constantFrom(...OUTCOME_IDS) })),
});
const somePeriod: fc.Arbitrary<Period> = fc
  .tuple(someDay, fc.integer({ min: 0, max: 400 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));
const someForm = fc.constantFrom<FormVersion[]>('2019', '2021');

const counted = (cases: readonly CountedCase[], period: Period): FlowCount[] =>
  cases.flatMap((one) => {
    const flow = flowOf(one, period);
    return flow === null ? [] : [{ ...flow, applicantKind: one.applicantKind, count: 1 }];
  });

describe('table three of any cases and any period', () => {
  it('ties out in every column: 一 + 二 = （七） + 四, （七） = its rows, 总计 = its kinds', () => {
    fc.assert(
      fc.property(fc.array(someCase), somePeriod, someForm, (cases, period, version) => {
        const figures = addUpTableThree(counted(cases, period), version);
        const table = formTable('t3', version);
        const at = (row: RowId, column: string) => figures[cellId(row, column)] ?? Number.NaN;
        for (const column of TABLE_THREE_COLUMNS) {
          const leaves = table.rows.filter(({ kind }) => kind === 'leaf').map(({ id }) => at(id, column));
          const results = at('t3.resultTotal', column);
          expect(leaves.reduce((sum, figure) => sum + figure, 0)).toBe(results);
          expect(at('t3.newlyReceived', column) + at('t3.carriedIn', column)).toBe(
            results + at('t3.carriedForward', column),
          );
        }
        for (const { id } of table.rows) {
          const kinds = APPLICANT_KINDS.map((kind) => at(id, kind));
          expect(kinds.reduce((sum, figure) => sum + figure, 0)).toBe(at(id, 'total'));
        }
      }),
      { seed: 20_260_131 },
    );
  });

  it('carries into a period what the one before carried forward, in every column', () => {
    fc.assert(
      fc.property(fc.array(someCase), somePeriod, fc.integer({ min: 0, max: 400 }), (cases, first, days) => {
        const from = addDays(first.to, 1);
        const next = { from, to: addDays(from, days) };
        const before = addUpTableThree(counted(cases, first), '2021');
        const after = addUpTableThree(counted(cases, next), '2021');
        for (const column of TABLE_THREE_COLUMNS) {
          expect(after[cellId('t3.carriedIn', column)]).toBe(before[cellId('t3.carriedForward', column)]);
        }
      }),
      { seed: 20_260_131 },
    );
  });

  it('counts a case in exactly the rows whose meaning fits it', () => {
    fc.assert(
      fc.property(someCase, somePeriod, someForm, (one, period, version) => {
        const flow = flowOf(one, period);
        const fits = formTable('t3', version).rows.filter(({ id }) => {
          const meaning = meaningOf(id, version);
          if (flow === null || meaning === null) return false;
          const { inflow, ending } = meaning;
          const ends =
            ending === 'any' ||
            ((ending === 'open' ? flow.outcome === null : flow.outcome !== null) &&
              (typeof ending === 'string' || ending.some((outcome) => outcome === flow.outcome)));
          return (inflow === null || inflow === flow.inflow) && ends;
        });
        const rows = new Set(cellsOf(one, period, version).map((cell) => cell.split('/')[0]));
        expect(new Set(fits.map(({ id }) => id))).toEqual(rows);
      }),
      { seed: 20_260_131 },
    );
  });

  it('has only cells of the form', () => {
    for (const version of ['2019', '2021'] as const) {
      const figures = addUpTableThree(
        OUTCOME_IDS.map((outcome) => ({
          inflow: 'newlyReceived',
          outcome,
          applicantKind: 'naturalPerson',
          count: 1,
        })),
        version,
      );
      expect(new Set(Object.keys(figures))).toEqual(
        new Set(formTable('t3', version).cells.map(({ id }) => id)),
      );
    }
  });

  it('knows no meaning of a row that the form does not have', () => {
    expect(meaningOf('t3.otherHandling', '2021')).toBeNull();
    expect(meaningOf('t2.fees', '2021')).toBeNull();
  });
});
