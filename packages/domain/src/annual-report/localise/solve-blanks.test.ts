import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balancedTable, drawer, type Figures, reportOf } from '../../../test/balanced-table.ts';
import { millisecondsOfWork } from '../../../test/milliseconds-of-work.ts';
import { APPLICANT_KINDS, type CellId, type FormVersion } from '../ids.ts';
import { solveBlanks } from './solve-blanks.ts';

const SEED = Number(process.env['FC_SEED'] ?? 20_260_131);
const solved = (version: FormVersion, figures: Figures) => solveBlanks(reportOf(version, figures));

describe(`drawn from seed ${SEED}`, () => {
  test('a solved blank always has the figure that stood there', () => {
    const counts = { tables: 0, solved: 0 };
    for (const version of ['2019', '2021'] as const) {
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          const draw = drawer(seed ^ 0xb1a);
          const right = balancedTable(version, seed);
          const share = 1 + draw(90);
          const shown: Figures = new Map(
            [...right].map(([cell, value]) => [cell, draw(100) < share ? null : value]),
          );
          counts.tables++;
          for (const { cell, value } of solved(version, shown)) {
            expect(shown.get(cell)).toBeNull();
            expect(value).toBe(right.get(cell));
            counts.solved++;
          }
        }),
        { seed: SEED, numRuns: 1000 },
      );
    }
    expect(counts.tables).toBe(2000);
    expect(counts.solved).toBeGreaterThan(10_000);
  });

  test('a single blank is always solved', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(174), (seed, index) => {
        const figures = balancedTable('2021', seed);
        const [cell, value] = [...figures][index]!;
        figures.set(cell, null);
        expect(solved('2021', figures)).toEqual([{ cell, value }]);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});

test('§11 example 4: 结转下年度 has 自然人 1 and no 总计', () => {
  const figures: Figures = new Map([...balancedTable('2021', 0).keys()].map((cell) => [cell, 0]));
  const column = { newlyReceived: 36, granted: 35, resultTotal: 35, carriedForward: 1 };
  for (const [row, value] of Object.entries(column)) {
    figures.set(`t3.${row}/naturalPerson`, value);
    figures.set(`t3.${row}/total`, value);
  }
  figures.set('t3.carriedForward/total', null);
  expect(solved('2021', figures)).toEqual([{ cell: 't3.carriedForward/total', value: 1 }]);
});

/** A table as offices fill it in: figures where there are cases, nothing where there are none. */
function sparselyFilled(version: FormVersion, seed: number): { right: Figures; shown: Figures } {
  const right = balancedTable(version, seed);
  const shown: Figures = new Map(
    [...right].map(([cell, value]) => {
      const leaf = /^t3\.(?:granted|partially|refused|unavailable|notProcessed|otherHandling)/.test(cell);
      return [cell, leaf && (value === 0 || cell.endsWith('/total')) ? null : value];
    }),
  );
  return { right, shown };
}

test('§11 example 5: leaf totals and zeros left out everywhere: totals and zeros are worked out, fast', () => {
  const { right, shown } = sparselyFilled('2019', 5);
  const blanks = [...shown].filter(([, value]) => value === null);
  expect(blanks.length).toBeGreaterThanOrEqual(100);
  const start = process.cpuUsage();
  const result = solved('2019', shown);
  expect(millisecondsOfWork(start)).toBeLessThan(1000);
  expect(result.map(({ cell }) => cell).toSorted()).toEqual(blanks.map(([cell]) => cell).toSorted());
  for (const { cell, value } of result) expect(value).toBe(right.get(cell));
});

test('a township that filled in only 自然人 from （二） on: all 121 blanks follow', () => {
  const figures: Figures = new Map([...balancedTable('2019', 0).keys()].map((cell) => [cell, 0]));
  const full = ['t3.newlyReceived', 't3.granted'];
  for (const cell of figures.keys()) {
    const [row = '', column] = cell.split('/');
    if (column !== 'naturalPerson' && row !== 't3.carriedIn' && !full.includes(row)) figures.set(cell, null);
  }
  figures.set('t3.carriedIn/total', null);
  for (const row of [...full, 't3.resultTotal'] as const) figures.set(`${row}/naturalPerson` as CellId, 1);
  for (const row of full) figures.set(`${row}/total` as CellId, 1);

  const result = solved('2019', figures);
  expect(result).toHaveLength(121);
  expect(result.filter(({ value }) => value !== 0)).toEqual([{ cell: 't3.resultTotal/total', value: 1 }]);
});

test('blanks that can be shared out in several ways stay open', () => {
  const figures: Figures = new Map([...balancedTable('2021', 0).keys()].map((cell) => [cell, 0]));
  const blanks: CellId[] = [];
  for (const row of ['newlyReceived', 'resultTotal', 'granted', 'partiallyGranted']) {
    const figure = row === 'newlyReceived' || row === 'resultTotal' ? 2 : null;
    for (const kind of APPLICANT_KINDS.slice(0, 2)) {
      figures.set(`t3.${row}/${kind}`, figure);
      if (figure === null) blanks.push(`t3.${row}/${kind}`);
    }
    figures.set(`t3.${row}/total`, figure === null ? 2 : 4);
  }
  expect(blanks).toHaveLength(4);
  expect(solved('2021', figures)).toEqual([]);
});

test('blanks of a table whose figures contradict each other get no figure', () => {
  const figures = balancedTable('2021', 3);
  figures.set('t3.carriedForward/total', null);
  figures.set('t3.newlyReceived/total', (figures.get('t3.newlyReceived/total') ?? 0) + 5);
  expect(solved('2021', figures)).toEqual([]);
});

test('table four: the missing one of five', () => {
  const figures: Figures = new Map([
    ['t4.reconsideration/upheld', 10],
    ['t4.reconsideration/rectified', 1],
    ['t4.reconsideration/otherResult', 0],
    ['t4.reconsideration/pending', 0],
    ['t4.reconsideration/total', null],
  ]);
  expect(solveBlanks({ ...reportOf('2021', figures), tableForms: { t4: '2021' } })).toEqual([
    { cell: 't4.reconsideration/total', value: 11 },
  ]);
});
