import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanReport, withCells, zeroed } from '../../../test/build-report.ts';
import { formTable } from '../forms/registry.ts';
import { APPLICANT_KINDS, type FormVersion } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import { evaluateReport } from './evaluate.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { TABLE_FOUR_RULES } from './table-four-rules.ts';
import { TABLE_THREE_RULES } from './table-three-rules.ts';
import { tieOutsOf } from './tie-outs.ts';

const sum = (figures: readonly number[]): number => figures.reduce((a, b) => a + b, 0);

/** Tables three and four filled from random leaves; every total is worked out. */
function balanced(version: FormVersion): fc.Arbitrary<AnnualReport> {
  const leaves = formTable('t3', version).rows.filter(({ kind }) => kind === 'leaf');
  const count = fc.oneof(fc.constant(0), fc.nat({ max: 400 }));
  const kinds = fc.array(count, { minLength: 6, maxLength: 6 });
  const results = fc.array(count, { minLength: 4, maxLength: 4 });
  return fc
    .record({
      leafRows: fc.array(kinds, { minLength: leaves.length, maxLength: leaves.length }),
      forward: kinds,
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      disputes: fc.array(results, { minLength: 3, maxLength: 3 }),
    })
    .map(({ leafRows, forward, share, disputes }) => {
      const handled = APPLICANT_KINDS.map((_, k) => sum(leafRows.map((row) => row[k]!)));
      const all = handled.map((figure, k) => figure + forward[k]!);
      const carriedIn = all.map((figure) => Math.floor(figure * share));
      const rows: (readonly [string, readonly number[]])[] = [
        ...leaves.map(({ id }, index) => [id, leafRows[index]!] as const),
        ['t3.resultTotal', handled],
        ['t3.carriedForward', forward],
        ['t3.carriedIn', carriedIn],
        ['t3.newlyReceived', all.map((figure, k) => figure - carriedIn[k]!)],
      ];
      const columns = [...APPLICANT_KINDS, 'total'];
      const t3 = rows.flatMap(([row, figures]) =>
        [...figures, sum(figures)].map((figure, index) => [`${row}/${columns[index]}`, figure] as const),
      );
      const t4 = formTable('t4', version).rows.flatMap((row, block) =>
        row.columns.map(
          ({ id }, index) => [`${row.id}/${id}`, disputes[block]![index] ?? sum(disputes[block]!)] as const,
        ),
      );
      return withCells(zeroed(cleanReport(version)), Object.fromEntries([...t3, ...t4]));
    });
}

describe('tie-outs', () => {
  test.each([
    ['2021', 25 + 7 + 7 + 3],
    ['2019', 23 + 7 + 7 + 3],
  ] as const)('form %s has %d', (version, count) => {
    expect(tieOutsOf(cleanReport(version))).toHaveLength(count);
  });

  test.each(['2019', '2021'] as const)('all hold in every balanced report on form %s', (version) => {
    fc.assert(
      fc.property(balanced(version), (report) => {
        const rules = [...TABLE_THREE_RULES, ...TABLE_FOUR_RULES];
        const findings = evaluateReport({ report, settings: DEFAULT_SETTINGS }, { rules });
        expect(findings.filter(({ status }) => status !== 'pass')).toEqual([]);
      }),
      { numRuns: 100, seed: 20_260_131 },
    );
  });

  test.each(['2019', '2021'] as const)('any other figure in any cell of form %s is noticed', (version) => {
    const cells = formTable('t3', version).cells.map(({ id }) => id);
    fc.assert(
      fc.property(
        balanced(version),
        fc.constantFrom(...cells),
        fc.integer({ min: 1, max: 500 }),
        (report, cell, delta) => {
          const wrong = withCells(report, { [cell]: report.cells[cell]!.value! + delta });
          const findings = evaluateReport(
            { report: wrong, settings: DEFAULT_SETTINGS },
            { rules: TABLE_THREE_RULES },
          );
          expect(findings.some(({ status }) => status === 'fail')).toBe(true);
        },
      ),
      { numRuns: 150, seed: 20_260_131 },
    );
  });
});
