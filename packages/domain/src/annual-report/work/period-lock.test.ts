import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTCOME_IDS } from '../../application/outcome.ts';
import { addUpTableThree, type CountedCase, flowOf } from '../../application/table-three.ts';
import { DISPUTE_RULES } from '../../dispute/counting-rules.ts';
import type { Dispute, DisputeStage } from '../../dispute/dispute.ts';
import { tableFourFigures } from '../../dispute/table-four.ts';
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { APPLICANT_KINDS } from '../ids.ts';
import {
  type FrozenYear,
  LOCKING_STATUSES,
  lockedSentence,
  refuseCaseChange,
  yearsMovedByCase,
  yearsMovedByDispute,
} from './period-lock.ts';

const day = (text: string) => text as CivilDate;
const frozen = (reportYear: number, status: FrozenYear['status'] = 'submitted'): FrozenYear => ({
  reportYear,
  status,
});

const received = (receiptDate: string | null, result: CountedCase['result'] = null): CountedCase => ({
  applicantKind: 'naturalPerson',
  receiptDate: receiptDate === null ? null : day(receiptDate),
  result,
});
const granted = (on: string): CountedCase['result'] => ({ on: day(on), outcome: 'granted.provided' });

describe('a case of a year whose report is frozen', () => {
  const open = received('2025-12-20');
  it.each([
    ['is answered in the next year', open, received('2025-12-20', granted('2026-01-09')), false],
    ['is answered as of a day of that year', open, received('2025-12-20', granted('2025-12-30')), true],
    ['turns out to have come in the next year', open, received('2026-01-04'), true],
    ['turns out to have come the year before', open, received('2024-12-31'), true],
    ['turns out to have come another day of the year', open, received('2025-03-03'), false],
    [
      'is of another kind of applicant',
      open,
      { ...open, applicantKind: 'commercialEnterprise' as const },
      true,
    ],
    [
      'was answered otherwise, in the same row',
      received('2025-02-03', granted('2025-03-03')),
      received('2025-02-03', { on: day('2025-03-04'), outcome: 'granted.soonPublic' as const }),
      false,
    ],
    [
      'was answered otherwise',
      received('2025-02-03', granted('2025-03-03')),
      received('2025-02-03', { on: day('2025-03-03'), outcome: 'partiallyGranted' as const }),
      true,
    ],
    ['is received only now, of that year', received(null), open, false],
    ['came and went before it', received('2023-02-03'), received('2023-02-03', granted('2023-05-01')), true],
    ['came and went after it', received('2026-02-03'), received('2026-02-03', granted('2026-03-03')), false],
  ])('that %s', (_, before, after, refused) => {
    expect(refuseCaseChange(before, after, [frozen(2025)]) !== null).toBe(refused);
  });

  it('is registered however late, and is not imported from an old register', () => {
    expect(refuseCaseChange(null, open, [frozen(2025)])).toBeNull();
    expect(lockedSentence(yearsMovedByCase(null, open, [frozen(2025)]))).toContain('2025年度');
  });

  it('says which year, which cells and what to do, by where the report stands', () => {
    const said = LOCKING_STATUSES.map((status) =>
      refuseCaseChange(open, received('2026-01-04'), [frozen(2025, status)]),
    );
    expect(said.map((words) => /请先[^，]+/u.exec(words ?? '')?.[0])).toEqual([
      '请先撤回送签',
      '请先由主管部门退回更正',
      '请先由主管部门退回更正',
      '请先发起更正重报',
    ]);
    expect(said[1]).toContain('2025年度年度报告已报送');
    expect(said[1]).toContain('自然人');
  });
});

const anyDay = fc.nat(1500).map((days) => addDays(day('2023-06-01'), days));
const anyCase: fc.Arbitrary<CountedCase> = fc.record({
  applicantKind: fc.constantFrom(...APPLICANT_KINDS),
  receiptDate: fc.option(anyDay, { freq: 8 }),
  result: fc.option(fc.record({ on: anyDay, outcome: fc.constantFrom(...OUTCOME_IDS) })),
});
const anyYears = fc.subarray([2024, 2025, 2026]).map((years) => years.map((year) => frozen(year)));

/** The table of one case, added up as the report adds it up. */
function tableOf(one: CountedCase, year: number) {
  const flow = flowOf(one, { from: day(`${year}-01-01`), to: day(`${year}-12-31`) });
  const counts = flow === null ? [] : [{ ...flow, applicantKind: one.applicantKind, count: 1 }];
  return addUpTableThree(counts, '2021');
}

it('refuses a change of a received case exactly when a table of a frozen year would differ', () => {
  fc.assert(
    fc.property(anyCase, anyCase, anyYears, (before, after, years) => {
      const differs = years.some(
        ({ reportYear }) =>
          JSON.stringify(tableOf(before, reportYear)) !== JSON.stringify(tableOf(after, reportYear)),
      );
      const isNew = before.receiptDate === null;
      expect(refuseCaseChange(before, after, years) !== null).toBe(differs && !isNew);
    }),
    { numRuns: 3000, seed: 20_260_131 },
  );
});

const suit = (over: Partial<DisputeStage> = {}): Dispute => ({
  disputeId: 'd',
  kind: 'litigationDirect',
  role: 'originalActOrgan',
  act: 'refusal',
  actOn: null,
  stages: [
    {
      kind: 'firstInstance',
      acceptedOn: day('2025-06-02'),
      result: null,
      decidedOn: null,
      effectiveOn: null,
      ...over,
    },
  ],
});
const lost = (on: string) =>
  suit({ result: 'litigation.claimDismissed', decidedOn: day(on), effectiveOn: day(on) });

it.each([
  ['is decided in the next year', suit(), lost('2026-02-02'), false],
  ['is decided as of a day of that year', suit(), lost('2025-12-02'), true],
  ['is taken out of the register', suit(), null, true],
  ['is of another role', suit(), { ...suit(), role: 'reconsiderationOrganAsCoDefendant' as const }, true],
  ['is told more of', suit(), { ...suit(), actOn: day('2025-03-03') }, false],
])('a dispute of a frozen year that %s', (_, before, after, moves) => {
  const moved = yearsMovedByDispute(before, after, [frozen(2025)], DISPUTE_RULES);
  expect(moved.length > 0).toBe(moves);
  const totals = (one: Dispute | null) =>
    tableFourFigures(one === null ? [] : [one], {
      year: 2025,
      upTo: day('2025-12-31'),
      rules: DISPUTE_RULES,
    }).map(({ value }) => value);
  expect(JSON.stringify(totals(before)) !== JSON.stringify(totals(after))).toBe(moves);
});
