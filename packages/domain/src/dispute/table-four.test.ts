import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { DISPUTE_RULES, type DisputeRules } from './counting-rules.ts';
import type { Dispute, DisputeKind, DisputeStage } from './dispute.ts';
import { actOfOutcome, DISPUTE_KIND_NAMES, stageKindsOf } from './dispute.ts';
import {
  DISPUTE_GROUP_NAMES,
  type DisputeGroup,
  type DisputeResult,
  ENDING_RESULT_NAMES,
  ENDING_RESULTS,
  isAppealable,
  resultsAt,
} from './dispute-results.ts';
import {
  cellsOfDispute,
  coDefendantSuits,
  type DisputeCounting,
  directSuitsOfRefusals,
  TABLE_FOUR_CELLS,
  tableFourFigures,
} from './table-four.ts';

const day = (text: string) => text as CivilDate;

const stage = (given: Partial<DisputeStage> & Pick<DisputeStage, 'kind'>): DisputeStage => ({
  acceptedOn: null,
  result: null,
  decidedOn: null,
  effectiveOn: null,
  ...given,
});

const dispute = (kind: DisputeKind, ...stages: readonly DisputeStage[]): Dispute => ({
  disputeId: 'd',
  kind,
  role: 'originalActOrgan',
  act: 'otherReply',
  actOn: null,
  stages,
});

const counting = (year: number, rules: Partial<DisputeRules> = {}, upTo = `${year}-12-31`) =>
  ({ year, upTo: day(upTo), rules: { ...DISPUTE_RULES, ...rules } }) satisfies DisputeCounting;

const cells = (one: Dispute, how: DisputeCounting) => cellsOfDispute(one, how).map(({ cell }) => cell);

/** The table of the reference (annual-report.md §6), written again by hand. */
const MEANT: Readonly<Record<DisputeGroup, readonly string[]>> = {
  upheld: ['维持', '驳回复议请求', '判决驳回诉讼请求'],
  rectified: [
    '变更',
    '撤销或者部分撤销',
    '确认违法',
    '责令履行',
    '责令履行、责令公开',
    '确认无效',
    '部分维持、部分纠正',
  ],
  otherResult: [
    '不予受理',
    '驳回复议申请',
    '终止',
    '撤回复议申请',
    '调解',
    '不予立案',
    '驳回起诉',
    '准予撤诉',
    '移送',
  ],
};

describe('each result of each kind of dispute', () => {
  const matrix = DISPUTE_KIND_NAMES.flatMap((kind) =>
    ENDING_RESULT_NAMES.filter((result) =>
      stageKindsOf(kind).some((at) => resultsAt(at).includes(result)),
    ).map((result) => [kind, result] as const),
  );

  it('has every result that the reference names, once for each kind', () => {
    expect(matrix).toHaveLength(13 + 12 + 12);
  });

  it.each(matrix)('%s %s counts where the reference puts it, or where the organ does', (kind, result) => {
    const [first] = stageKindsOf(kind);
    const one = dispute(
      kind,
      stage({
        kind: first ?? 'reconsideration',
        acceptedOn: day('2025-03-01'),
        result,
        decidedOn: day('2025-05-01'),
        effectiveOn: day('2025-05-20'),
      }),
    );
    const meant = DISPUTE_GROUP_NAMES.find((group) => MEANT[group].includes(ENDING_RESULTS[result].title));
    expect(cells(one, counting(2025))).toEqual([`t4.${kind}/${meant}`]);
    for (const group of DISPUTE_GROUP_NAMES) {
      const groups = { ...DISPUTE_RULES.groups, [result]: group };
      expect(cells(one, counting(2025, { groups }))).toEqual([`t4.${kind}/${group}`]);
    }
    // Not decided by the end of the year before: 尚未审结 in none, for it was brought in March.
    expect(cells(one, counting(2024))).toEqual([]);
    expect(cells(one, counting(2026))).toEqual([]);
    expect(cells(one, counting(2025, {}, '2025-04-30'))).toEqual([`t4.${kind}/pending`]);
  });
});

describe('the year of a case', () => {
  const review = dispute(
    'reconsideration',
    stage({
      kind: 'reconsideration',
      acceptedOn: day('2024-11-20'),
      result: 'reconsideration.setAside',
      decidedOn: day('2025-01-01'),
    }),
  );

  it('is 尚未审结 on 31 December at 24:00, and counts again in the year of its decision', () => {
    expect(cells(review, counting(2024))).toEqual(['t4.reconsideration/pending']);
    expect(cells(review, counting(2025))).toEqual(['t4.reconsideration/rectified']);
  });

  it('counts a decision of 31 December in that year', () => {
    const [only] = review.stages;
    const earlier = { ...review, stages: [{ ...only!, decidedOn: day('2024-12-31') }] };
    expect(cells(earlier, counting(2024))).toEqual(['t4.reconsideration/rectified']);
    expect(cells(earlier, counting(2025))).toEqual([]);
  });

  it('counts nothing that is not taken up, and a refusal to take it up by its day', () => {
    const waiting = dispute('reconsideration', stage({ kind: 'reconsideration' }));
    expect(cells(waiting, counting(2025))).toEqual([]);
    const refused = dispute(
      'reconsideration',
      stage({
        kind: 'reconsideration',
        result: 'reconsideration.notAccepted',
        decidedOn: day('2025-02-03'),
      }),
    );
    expect(cells(refused, counting(2025))).toEqual(['t4.reconsideration/otherResult']);
    expect(cells(refused, counting(2024))).toEqual([]);
  });
});

describe('a suit of several instances', () => {
  const first = (effectiveOn: string | null) =>
    stage({
      kind: 'firstInstance',
      acceptedOn: day('2023-10-01'),
      result: 'litigation.setAside',
      decidedOn: day('2023-12-20'),
      effectiveOn: effectiveOn === null ? null : day(effectiveOn),
    });
  const second = (result: DisputeResult, decidedOn = '2024-04-01') =>
    stage({
      kind: 'secondInstance',
      acceptedOn: day('2024-01-04'),
      result,
      decidedOn: day(decidedOn),
    });
  const row = 't4.litigationDirect';
  const of = (...stages: readonly DisputeStage[]) => dispute('litigationDirect', ...stages);

  it('is 尚未审结 while an appeal may still be made, unless the organ counts the day of the judgment', () => {
    const one = of(first('2024-01-05'));
    expect(cells(one, counting(2023))).toEqual([`${row}/pending`]);
    expect(cells(one, counting(2024))).toEqual([`${row}/rectified`]);
    expect(cells(one, counting(2023, { waitsForEffect: false }))).toEqual([`${row}/rectified`]);
    expect(cells(one, counting(2024, { waitsForEffect: false }))).toEqual([]);
  });

  it('takes effect at once where no appeal lies', () => {
    const withdrawn = { ...first(null), result: 'litigation.withdrawalAllowed' } as const;
    expect(isAppealable('firstInstance', withdrawn.result)).toBe(false);
    expect(cells(of(withdrawn), counting(2023))).toEqual([`${row}/otherResult`]);
  });

  it('counts once, by the latest effective result', () => {
    const changed = of(first(null), second('litigation.claimDismissed'));
    expect(cells(changed, counting(2023))).toEqual([`${row}/pending`]);
    expect(cells(changed, counting(2024))).toEqual([`${row}/upheld`]);
    const kept = of(first(null), second('litigation.appealDismissed'));
    expect(cells(kept, counting(2024))).toEqual([`${row}/rectified`]);
    const leftAlone = of(first(null), second('litigation.appealWithdrawn'));
    expect(cells(leftAlone, counting(2024))).toEqual([`${row}/rectified`]);
  });

  it('goes on when it is sent back, until it is decided anew', () => {
    const sentBack = [first(null), second('litigation.remanded')];
    expect(cells(of(...sentBack), counting(2024))).toEqual([`${row}/pending`]);
    const anew = stage({
      kind: 'firstInstance',
      acceptedOn: day('2024-06-01'),
      result: 'litigation.mixed',
      decidedOn: day('2025-02-01'),
      effectiveOn: day('2025-02-20'),
    });
    expect(cells(of(...sentBack, anew), counting(2024))).toEqual([`${row}/pending`]);
    expect(cells(of(...sentBack, anew), counting(2025))).toEqual([`${row}/rectified`]);
  });

  it('lets a judgment stand while a retrial runs, and counts only what the retrial changes', () => {
    const retrial = (result: DisputeResult | null) =>
      stage({
        kind: 'retrial',
        acceptedOn: day('2024-09-01'),
        result,
        decidedOn: result === null ? null : day('2025-03-01'),
      });
    const heard = (result: DisputeResult | null) => of(first('2024-01-05'), retrial(result));
    expect(cells(heard(null), counting(2024))).toEqual([`${row}/rectified`]);
    expect(cells(heard(null), counting(2025))).toEqual([]);
    expect(cells(heard('litigation.appealDismissed'), counting(2025))).toEqual([]);
    expect(cells(heard('litigation.claimDismissed'), counting(2024))).toEqual([`${row}/rectified`]);
    expect(cells(heard('litigation.claimDismissed'), counting(2025))).toEqual([`${row}/upheld`]);
    expect(cells(heard('litigation.remanded'), counting(2025))).toEqual([`${row}/pending`]);
  });

  it('counts by the first result, or once for each instance, where the organ does', () => {
    const changed = of(first(null), second('litigation.claimDismissed'));
    expect(cells(changed, counting(2023, { instances: 'first' }))).toEqual([`${row}/rectified`]);
    expect(cells(changed, counting(2024, { instances: 'first' }))).toEqual([]);
    expect(cells(changed, counting(2023, { instances: 'each' }))).toEqual([`${row}/rectified`]);
    expect(cells(changed, counting(2024, { instances: 'each' }))).toEqual([`${row}/upheld`]);
    const sameYear = of(
      { ...first(null), acceptedOn: day('2024-01-02'), decidedOn: day('2024-01-03') },
      second('litigation.appealDismissed'),
    );
    expect(cells(sameYear, counting(2024, { instances: 'each' }))).toEqual([
      `${row}/rectified`,
      `${row}/rectified`,
    ]);
    const sentBack = of(first(null), second('litigation.remanded'));
    expect(cells(sentBack, counting(2024, { instances: 'each' }))).toEqual([]);
  });
});

describe('suits that the table asks about', () => {
  const after = dispute(
    'litigationAfterReconsideration',
    stage({ kind: 'firstInstance', acceptedOn: day('2025-03-01') }),
  );

  it('never counts a suit in which the organ is only co-defendant, and tells how many there are', () => {
    const asCoDefendant = { ...after, role: 'reconsiderationOrganAsCoDefendant' } as const;
    expect(cells(after, counting(2025))).toEqual(['t4.litigationAfterReconsideration/pending']);
    expect(cells(asCoDefendant, counting(2025))).toEqual([]);
    expect(coDefendantSuits([after, asCoDefendant], counting(2025))).toEqual([asCoDefendant]);
    expect(coDefendantSuits([asCoDefendant], counting(2024))).toEqual([]);
  });

  it('finds direct suits against refusals of 2024 and later', () => {
    const direct = {
      ...dispute('litigationDirect', stage({ kind: 'firstInstance', acceptedOn: day('2024-02-01') })),
      act: 'refusal',
    } as const;
    const old = { ...direct, actOn: day('2023-12-29') };
    const other = { ...direct, act: 'otherReply' } as const;
    expect(directSuitsOfRefusals([direct, old, other], counting(2024))).toEqual([direct]);
  });
});

it('has the fifteen cells of the form, all counted', () => {
  const table = tableFourFigures([], counting(2025));
  expect(table.map(({ cell }) => cell)).toEqual(TABLE_FOUR_CELLS);
  expect(table).toHaveLength(15);
  expect(table.every(({ value }) => value === 0)).toBe(true);
});

it('takes what is disputed from the result of the application', () => {
  expect(actOfOutcome('refused.stateSecret')).toBe('refusal');
  expect(actOfOutcome('refused.administrativeInquiry')).toBe('otherReply');
  expect(actOfOutcome('partiallyGranted')).toBe('partialRefusal');
  expect(actOfOutcome('granted.provided')).toBe('otherReply');
  expect(actOfOutcome(null)).toBe('silence');
});
