import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import { COUNTED_INSTANCES, type CountedInstances } from './counted-instances.ts';
import { DISPUTE_RULES } from './counting-rules.ts';
import {
  DISPUTE_KIND_NAMES,
  DISPUTE_ROLE_NAMES,
  DISPUTED_ACT_NAMES,
  type Dispute,
  type DisputeStage,
  stageKindsOf,
} from './dispute.ts';
import { DISPUTE_GROUP_NAMES, ENDING_RESULT_NAMES, resultsAt } from './dispute-results.ts';
import { spanOf } from './standing.ts';
import { cellsOfDispute, TABLE_FOUR_COLUMNS, tableFourFigures } from './table-four.ts';

const START = '2022-01-01' as CivilDate;

const span = fc.nat(400);

/** Stages one after the other: each ends before the next begins, and only the last may be open. */
const stages = (kind: Dispute['kind']) =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom(...stageKindsOf(kind)),
        pick: fc.nat(),
        gaps: fc.tuple(span, span, span),
        takesEffect: fc.boolean(),
        isDecided: fc.boolean(),
      }),
      { maxLength: 4 },
    )
    .map((given) => {
      let last = START;
      return given.map(({ kind: at, pick, gaps, takesEffect, isDecided }, index): DisputeStage => {
        const acceptedOn = addDays(last, gaps[0]);
        const decidedOn = addDays(acceptedOn, gaps[1]);
        const effectiveOn = addDays(decidedOn, gaps[2]);
        last = effectiveOn;
        const possible = resultsAt(at);
        const result = possible[pick % possible.length] ?? null;
        const isOpen = index === given.length - 1 && !isDecided;
        return isOpen
          ? { kind: at, acceptedOn, result: null, decidedOn: null, effectiveOn: null }
          : { kind: at, acceptedOn, result, decidedOn, effectiveOn: takesEffect ? effectiveOn : null };
      });
    });

const dispute = fc.constantFrom(...DISPUTE_KIND_NAMES).chain((kind) =>
  fc.record<Dispute>({
    disputeId: fc.uuid(),
    kind: fc.constant(kind),
    role: fc.constantFrom(...DISPUTE_ROLE_NAMES),
    act: fc.constantFrom(...DISPUTED_ACT_NAMES),
    actOn: fc.constant(null),
    stages: stages(kind),
  }),
);

const counting = fc
  .record({
    year: fc.integer({ min: 2021, max: 2028 }),
    daysBack: fc.nat(364),
    instances: fc.constantFrom<CountedInstances>(...COUNTED_INSTANCES.map(({ name }) => name)),
    waitsForEffect: fc.boolean(),
    groups: fc.array(fc.constantFrom(...DISPUTE_GROUP_NAMES), {
      minLength: ENDING_RESULT_NAMES.length,
      maxLength: ENDING_RESULT_NAMES.length,
    }),
  })
  .map(({ year, daysBack, instances, waitsForEffect, groups }) => ({
    year,
    upTo: addDays(`${year}-12-31` as CivilDate, -daysBack),
    rules: {
      ...DISPUTE_RULES,
      instances,
      waitsForEffect,
      groups: Object.fromEntries(
        ENDING_RESULT_NAMES.map((result, index) => [result, groups[index]]),
      ) as typeof DISPUTE_RULES.groups,
    },
  }));

it('adds up in every block, and every list counts to its cell and to nothing else', () => {
  fc.assert(
    fc.property(fc.array(dispute, { maxLength: 12 }), counting, (disputes, how) => {
      const table = new Map(tableFourFigures(disputes, how).map((one) => [one.cell, one]));
      for (const kind of DISPUTE_KIND_NAMES) {
        const value = (column: string) => table.get(`t4.${kind}/${column}`)?.value ?? Number.NaN;
        const parts = Object.keys(TABLE_FOUR_COLUMNS).filter((column) => column !== 'total');
        expect(parts.map(value).reduce((a, b) => a + b)).toBe(value('total'));
      }
      for (const { cell, value, disputes: listed } of table.values()) {
        expect(listed).toHaveLength(value);
        const block = cell.slice(0, cell.indexOf('/'));
        for (const { dispute: one, cell: counted } of listed) {
          expect(cell.endsWith('/total') ? `${block}/total` : counted).toBe(cell);
          expect(cellsOfDispute(one, how).some((count) => count.cell === counted)).toBe(true);
          expect(one.role).toBe('originalActOrgan');
        }
      }
      const counts = disputes.flatMap((one) => cellsOfDispute(one, how));
      const totals = [...table.values()].filter(({ cell }) => cell.endsWith('/total'));
      expect(totals.reduce((sum, { value }) => sum + value, 0)).toBe(counts.length);
    }),
    { numRuns: 1000, seed: 20_260_131 },
  );
});

it('counts a case once in a year, unless each instance counts', () => {
  fc.assert(
    fc.property(dispute, counting, (one, how) => {
      const counts = cellsOfDispute(one, how);
      expect(counts.length).toBeLessThanOrEqual(how.rules.instances === 'each' ? one.stages.length : 1);
    }),
    { numRuns: 1000, seed: 20_260_131 },
  );
});

it('counts nothing outside the span by which the register finds a case', () => {
  fc.assert(
    fc.property(dispute, counting, (one, how) => {
      const { openedOn, settledOn } = spanOf(one.stages);
      const isFound =
        openedOn !== null && openedOn <= how.upTo && (settledOn === null || settledOn >= `${how.year}-01-01`);
      if (!isFound) expect(cellsOfDispute(one, how)).toEqual([]);
    }),
    { numRuns: 3000, seed: 20_260_131 },
  );
});
