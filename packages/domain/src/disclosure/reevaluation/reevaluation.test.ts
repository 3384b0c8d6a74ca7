import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, type CivilDate } from '../../kernel/civil-date.ts';
import { SETTINGS } from '../../setting/catalogue.ts';
import {
  REEVALUATION_TRIGGERS,
  type ReevaluationTrigger,
  reevaluationDue,
  refuseReevaluation,
  type WithheldItem,
} from './reevaluation.ts';

const day = (text: string): CivilDate => text as CivilDate;
const MONTHS = SETTINGS['publication.reevaluationMonths'].defaultValue;
const TODAY = day('2026-11-21');

const item = (more: Partial<WithheldItem> = {}): WithheldItem => ({
  id: 'a',
  withheldOn: day('2025-03-31'),
  lastReviewedOn: null,
  nextSetOn: null,
  triggers: [],
  ...more,
});

const on = (kind: ReevaluationTrigger, date: string) => ({ kind, on: day(date) });

describe('when it is looked at again', () => {
  test.each([
    ['a year after it was withheld', {}, '2026-03-31', '定为不予公开（2025-03-31）后满12个月', 'overdue'],
    [
      'a year after the last review',
      { lastReviewedOn: day('2026-02-28') },
      '2027-02-28',
      '上次评估（2026-02-28）后满12个月',
      'later',
    ],
    [
      'sooner, if the reviewer said so',
      { lastReviewedOn: day('2026-02-28'), nextSetOn: day('2026-11-21') },
      '2026-11-21',
      '上次评估时确定的日期',
      'due',
    ],
    [
      'not later than the period, whatever was set',
      { lastReviewedOn: day('2026-02-28'), nextSetOn: day('2030-01-01') },
      '2027-02-28',
      '上次评估（2026-02-28）后满12个月',
      'later',
    ],
    [
      'when something happened',
      { lastReviewedOn: day('2026-02-28'), triggers: [on('decisionTaken', '2026-06-01')] },
      '2026-06-01',
      '过程性信息所涉决策已经作出',
      'overdue',
    ],
    [
      'not for what was there at the last review',
      { lastReviewedOn: day('2026-06-01'), triggers: [on('decisionTaken', '2026-06-01')] },
      '2027-06-01',
      '上次评估（2026-06-01）后满12个月',
      'later',
    ],
    [
      'on the day a secrecy period ends',
      { lastReviewedOn: day('2026-02-28'), triggers: [on('secrecyPeriodEnded', '2026-12-31')] },
      '2026-12-31',
      '保密期限届满',
      'later',
    ],
  ])('%s', (_, more, dueOn, reason, state) => {
    expect(reevaluationDue(item(more), TODAY, MONTHS)).toMatchObject({ dueOn, reason, state });
  });

  test('nobody waits longer than the period, and a trigger never puts it off', () => {
    const dates = fc.nat({ max: 2000 }).map((offset) => addDays(day('2022-01-01'), offset));
    const kinds = fc.constantFrom(...(Object.keys(REEVALUATION_TRIGGERS) as ReevaluationTrigger[]));
    fc.assert(
      fc.property(
        dates,
        fc.option(fc.nat({ max: 900 })),
        fc.option(dates),
        fc.array(fc.record({ kind: kinds, on: dates })),
        fc.integer({ min: 1, max: 60 }),
        (withheldOn, reviewedAfter, nextSetOn, triggers, months) => {
          const lastReviewedOn = reviewedAfter === null ? null : addDays(withheldOn, reviewedAfter);
          const base = item({ withheldOn, lastReviewedOn, nextSetOn });
          const plain = reevaluationDue(base, TODAY, months).dueOn;
          expect(plain <= addMonths(lastReviewedOn ?? withheldOn, months)).toBe(true);
          expect(reevaluationDue({ ...base, triggers }, TODAY, months).dueOn <= plain).toBe(true);
        },
      ),
      { seed: 20_260_131 },
    );
  });
});

test.each([
  [{}, []],
  [{ reason: ' ' }, [/请填写评估的理由/]],
  [{ on: day('2026-11-22') }, [/不能晚于今天/]],
  [{ on: day('2025-01-01') }, [/不能早于2025-03-31/]],
  [{ nextOn: day('2027-11-21') }, []],
  [{ nextOn: day('2027-11-22') }, [/下次评估的日期/]],
  [{ nextOn: day('2026-11-21') }, [/下次评估的日期/]],
  [{ to: 'proactive' as const, nextOn: day('2030-01-01') }, []],
])('a review with %j is refused for %j', (more, faults) => {
  const outcome = { to: 'withheld' as const, reason: '仍属内部事务信息', on: TODAY, nextOn: null, ...more };
  const found = refuseReevaluation(item(), outcome, TODAY, MONTHS);
  expect(found).toHaveLength(faults.length);
  faults.forEach((words, index) => {
    expect(found[index]).toMatch(words);
  });
});
