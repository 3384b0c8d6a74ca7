import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OFFICIAL_YEARS } from '../../calendar/official-years.ts';
import { createCalendar } from '../../calendar/working-calendar.ts';
import { countWorkingDays } from '../../calendar/working-days.ts';
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { publicationRulesFrom } from '../../setting/publication-rules.ts';
import { settingsAt } from '../../setting/resolve.ts';
import { factsAskedFor, PUBLICATION_MATTER_NAMES, type PublicationMatter } from './matters.ts';
import { START_FACTS, START_MOMENTS } from './period-rule.ts';
import { missingWords, type PublicationFacts, publicationDeadline } from './publication-deadline.ts';
import { GENERAL_PERIODS, SPECIAL_PERIOD_IDS, SPECIAL_PERIODS } from './special-periods.ts';

const day = (text: string): CivilDate => text as CivilDate;
const calendar = createCalendar(OFFICIAL_YEARS);
const rules = publicationRulesFrom(settingsAt('', []));
const context = { calendar, rules };
const due = (matter: PublicationMatter, facts: PublicationFacts, more: Partial<typeof rules> = {}) =>
  publicationDeadline(matter, facts, { calendar, rules: { ...rules, ...more } });

/** Every fact on one day. */
const allOn = (on: string): PublicationFacts => ({
  createdOn: day(on),
  days: Object.fromEntries(Object.keys(START_FACTS).map((fact) => [fact, day(on)])),
  moments: Object.fromEntries(Object.keys(START_MOMENTS).map((fact) => [fact, `${on}T09:00:00+08:00`])),
  shownFrom: day(on),
});

describe('20 working days of 条例26', () => {
  test.each([
    ['2025-01-20', '2025-02-21'],
    ['2025-09-19', '2025-10-23'],
    ['2026-02-10', '2026-03-16'],
  ])('made on %s, to be published by %s', (createdOn, dueOn) => {
    const { rule, ...found } = due('general', { createdOn: day(createdOn) });
    expect([found.dueOn, found.provisional, rule?.id]).toEqual([dueOn, false, 'art26']);
    expect(rule?.words).toBe('自信息形成或者变更之日起20个工作日内');
  });

  test('each day over the Spring Festival is counted, or not and why', () => {
    const { derivation } = due('general', { createdOn: day('2026-02-10') });
    const days = derivation?.days ?? [];
    expect(days.filter(({ count }) => count !== null)).toHaveLength(20);
    expect(days.find(({ date }) => date === '2026-02-14')).toMatchObject({
      count: 4,
      reason: 'makeUpWorkday',
    });
    expect(days.filter(({ reason }) => reason === 'publicHoliday').map(({ date }) => date)).toEqual(
      Array.from({ length: 9 }, (_, index) => addDays(day('2026-02-15'), index)),
    );
  });

  test('is provisional when a day of the way is in a year without a notice', () => {
    expect(due('general', { createdOn: day('2026-12-10') })).toMatchObject({
      dueOn: '2027-01-08',
      provisional: true,
    });
  });

  test('information made before any 条例 had no period, before the calendar none can be counted', () => {
    expect(due('general', { createdOn: day('2008-04-30') })).toMatchObject({
      dueOn: null,
      considered: [{ noDay: 'notInForce' }],
    });
    expect(due('general', { createdOn: day('2015-06-01') })).toMatchObject({
      dueOn: null,
      considered: [{ noDay: 'beforeCalendar' }],
    });
    expect(due('general', { createdOn: day('2019-05-14') }).rule?.source).toContain('第492号');
    expect(due('general', { createdOn: day('2019-05-15') }).rule?.source).toContain('第711号');
  });
});

describe('special periods, counted by hand', () => {
  test.each([
    // 2026-02-19 lies in the Spring Festival; the first working day after it is the 24th.
    ['governmentBudget', 'approvedOn', '2026-01-30', '2026-02-24', 'SP01'],
    ['departmentBudget', 'ratifiedOn', '2026-03-02', '2026-03-23', 'SP02'],
    // 10-01…07 rest, Saturday the 10th works.
    ['penaltyWithdrawal', 'changedOn', '2026-09-30', '2026-10-10', 'SP03'],
    ['penaltyDecision', 'decidedOn', '2026-09-21', '2026-10-08', 'SP06'],
    // Saturday 02-14 works, 02-15…23 rest.
    ['majorProjectDecision', 'decidedOn', '2026-02-11', '2026-02-27', 'SP05'],
    // 05-01…05 rest, Saturday 05-09 works.
    ['landRequisitionNotice', 'approvalReceivedOn', '2026-04-29', '2026-05-22', 'SP10'],
    // Seven days before: earlier, so never moved to a working day.
    ['hearingMaterials', 'heldOn', '2026-03-02', '2026-02-23', 'SP15'],
    ['interpretation', 'documentPublishedOn', '2026-09-29', '2026-09-29', 'SP19'],
    ['internalDelivery', 'signedOn', '2026-04-29', '2026-05-22', 'SP23'],
  ] as const)('%s, %s %s: by %s', (matter, fact, start, dueOn, id) => {
    const found = due(matter, { createdOn: day(start), days: { [fact]: day(start) } });
    expect([found.dueOn, found.rule?.id]).toEqual([dueOn, id]);
  });

  test('the 二十日 of 预算法14 are calendar or working days, by the setting [U]', () => {
    const facts = { createdOn: day('2026-01-30'), days: { approvedOn: day('2026-01-30') } };
    expect(due('governmentBudget', facts, { budgetUnit: 'workingDay' }).dueOn).toBe('2026-03-05');
  });

  test('the earlier of the two decides', () => {
    const facts = { createdOn: day('2026-03-02'), days: { approvalReceivedOn: day('2026-03-30') } };
    const found = due('landRequisitionNotice', facts);
    expect([found.dueOn, found.rule?.id]).toEqual(['2026-03-30', 'art26']);
    expect(found.considered.map(({ id, dueOn }) => [id, dueOn])).toEqual([
      ['SP10', '2026-04-21'],
      ['art26', '2026-03-30'],
    ]);
  });

  test('clock hours run on through the night, from the moment', () => {
    expect(
      due('emergencyFirstRelease', {
        createdOn: day('2026-02-17'),
        moments: { occurredAt: '2026-02-17T20:30:00+08:00' },
      }),
    ).toMatchObject({ dueOn: '2026-02-18', dueAt: '2026-02-17T17:30:00.000Z', derivation: null });
  });

  test('a setting of 0 takes the period away, the article remains', () => {
    const found = due('handover', { createdOn: day('2026-03-02') }, { handoverDays: 0 });
    expect([found.dueOn, found.considered[0]?.noDay]).toEqual([null, 'noNumber']);
  });

  test('what is not entered yet is asked for by its name, and 条例26 still gives a day', () => {
    const found = due('majorProjectDecision', { createdOn: day('2026-02-10') });
    expect([found.dueOn, found.rule?.id]).toEqual(['2026-03-16', 'art26']);
    expect(found.considered[0] && missingWords(found.considered[0])).toBe('请先填写作出决定之日');
  });
});

describe('what the organ’s own catalogue promises', () => {
  const promised = (itemPeriod: string) => due('general', { createdOn: day('2026-02-10'), itemPeriod });

  test.each([
    ['信息形成之日起7个工作日内', '2026-02-26', 'item'],
    ['20个工作日内', '2026-03-16', 'item'],
    ['60个工作日内', '2026-03-16', 'art26'],
    ['按进度公开', '2026-03-16', 'art26'],
    ['及时公开', '2026-03-16', 'art26'],
    ['', '2026-03-16', 'art26'],
  ])('%s: by %s', (wording, dueOn, id) => {
    const found = promised(wording);
    expect([found.dueOn, found.rule?.id]).toEqual([dueOn, id]);
  });

  test('a wording that is not understood is shown as it is, one with a showing time keeps it up', () => {
    expect(promised('按进度公开').considered[0]).toMatchObject({ words: '按进度公开', noDay: 'elsewhere' });
    expect(promised('公示期不少于7个工作日，长期公开').showing?.words).toBe('不少于7个工作日');
    expect(promised('及时公开').considered).toHaveLength(1);
  });

  test('its own first day is asked for', () => {
    const [rule] = promised('作出行政许可决定之日起5个工作日内').considered;
    expect(rule && missingWords(rule)).toBe('请先填写作出决定之日');
  });
});

describe('how long it must stay up', () => {
  test.each([
    // Sunday 09-20 works; 09-25…27 and 10-01…07 rest.
    ['landPreNotice', '2026-09-18', '2026-10-09', '不少于10个工作日'],
    ['landCompensationPlan', '2026-09-05', '2026-10-08', '不少于30日'],
    ['majorDecisionDraft', '2026-03-02', '2026-04-01', '不少于30日'],
    ['villageGeneral', '2026-03-02', '2026-03-17', '不少于15日'],
  ] as const)('%s from %s until %s', (matter, from, until, words) => {
    const { showing } = due(matter, { createdOn: day(from), shownFrom: day(from) });
    expect(showing).toMatchObject({ visibleFrom: from, visibleUntil: until, words });
  });

  test('is known in words before it is up', () => {
    expect(due('landPreNotice', { createdOn: day('2026-03-02') }).showing).toMatchObject({
      words: '不少于10个工作日',
      visibleUntil: null,
    });
  });
});

test('who may see it: only what is for the affected persons is kept from public channels', () => {
  const closed = PUBLICATION_MATTER_NAMES.filter(
    (matter) => due(matter, allOn('2026-03-02')).audience === 'specificGroup',
  );
  expect(closed).toEqual(['housingAffectedPersons', 'hearingMaterials']);
});

test('every matter, everything on 2 March 2026: what decides and by when', () => {
  const found = PUBLICATION_MATTER_NAMES.map((matter) => {
    const { dueOn, rule } = due(matter, allOn('2026-03-02'));
    return `${matter} ${rule?.id ?? '-'} ${dueOn ?? '-'} ${factsAskedFor(matter).join(',') || '-'}`;
  });
  expect(found).toEqual([
    'general art26 2026-03-30 -',
    'governmentBudget SP01 2026-03-23 approvedOn',
    'departmentBudget SP02 2026-03-23 ratifiedOn',
    'penaltyDecision SP06 2026-03-11 decidedOn',
    'penaltyWithdrawal SP03 2026-03-05 changedOn',
    'licenceDecision SP06 2026-03-11 decidedOn',
    'majorProjectDecision SP05 2026-03-11 decidedOn',
    'landPreNotice art26 2026-03-30 -',
    'landCompensationPlan art26 2026-03-30 -',
    'landRequisitionNotice SP10 2026-03-23 approvalReceivedOn',
    'housingCompensationDraft art26 2026-03-30 -',
    'housingRequisitionDecision art26 2026-03-30 -',
    'housingAffectedPersons - - -',
    'majorDecisionDraft art26 2026-03-30 -',
    'hearingMaterials SP15 2026-02-23 heldOn',
    'marketRuleDraft art26 2026-03-30 -',
    'administrativeRule art26 2026-03-30 -',
    'annualReport - - -',
    'interpretation SP19 2026-03-02 documentPublishedOn',
    'emergencyFirstRelease SP20a 2026-03-02 occurredAt',
    'emergencyPressConference SP20b 2026-03-03 occurredAt',
    'opinionResponse SP20c 2026-03-04 discoveredAt',
    'villageGeneral - - -',
    'villageFinance - - -',
    'villageImportant - - -',
    'handover SP22 2026-03-30 -',
    'internalDelivery SP23 2026-03-23 signedOn',
  ]);
});

test('the table has every special period of the reference, each with its source', () => {
  const numbers = new Set(SPECIAL_PERIOD_IDS.map((id) => id.slice(0, 4)));
  expect([...numbers]).toEqual(
    Array.from({ length: 23 }, (_, index) => `SP${String(index + 1).padStart(2, '0')}`),
  );
  expect(SPECIAL_PERIOD_IDS.filter((id) => SPECIAL_PERIODS[id].source === '')).toEqual([]);
  expect(SPECIAL_PERIOD_IDS.filter((id) => SPECIAL_PERIODS[id].mark === 'unconfirmed')).toEqual(['SP06']);
});

// The reference gives the days of 条例, 80号, 61号 of 2016, 94号 and 村委会组织法; all others are known from elsewhere.
test('a day of coming into force that the reference does not give is marked as unconfirmed', () => {
  const given = ['2019-05-15', '2016-11-10', '2016-07-30', '2017-12-04', '2026-01-01'];
  for (const rule of [...GENERAL_PERIODS, ...Object.values(SPECIAL_PERIODS)]) {
    const isGiven = rule.validFrom === null || given.includes(rule.validFrom);
    expect([rule.title, rule.validFromMark]).toEqual([rule.title, isGiven ? 'confirmed' : 'unconfirmed']);
  }
});

describe('reminders', () => {
  test('come so many working days before the last day', () => {
    expect(due('general', { createdOn: day('2026-02-10') }).alarms).toEqual([
      { kind: 'first', on: '2026-03-02' },
      { kind: 'second', on: '2026-03-09' },
      { kind: 'last', on: '2026-03-13' },
    ]);
  });

  test('of a short period never come before it begins', () => {
    const facts = { createdOn: day('2026-09-30'), days: { changedOn: day('2026-09-30') } };
    expect(due('penaltyWithdrawal', facts).alarms).toEqual([{ kind: 'last', on: '2026-10-09' }]);
  });

  test('tell that a published policy has no interpretation', () => {
    const facts = { createdOn: day('2026-09-29'), days: { documentPublishedOn: day('2026-09-29') } };
    expect(due('interpretation', facts).alarms).toEqual([
      { kind: 'interpretationMissing', on: '2026-10-09' },
    ]);
  });
});

test('whatever the day, no fault; never later than 20 working days; reminders lie inside', () => {
  const days = fc.integer({ min: 0, max: 3650 }).map((offset) => addDays(day('2018-11-20'), offset));
  fc.assert(
    fc.property(fc.constantFrom(...PUBLICATION_MATTER_NAMES), days, days, (matter, createdOn, other) => {
      const { dueOn, considered, alarms, derivation } = publicationDeadline(
        matter,
        { ...allOn(other), createdOn },
        context,
      );
      if (dueOn === null) return;
      if (considered.some(({ id, noDay }) => id === 'art26' && noDay === null)) {
        expect(countWorkingDays(calendar, createdOn, dueOn)).toBeLessThanOrEqual(20);
      }
      if (derivation !== null && matter !== 'hearingMaterials' && matter !== 'interpretation') {
        expect(alarms.every(({ on }) => on > addDays(derivation.days[0]?.date ?? dueOn, -1))).toBe(true);
        expect(alarms.every(({ on }) => on <= dueOn)).toBe(true);
      }
    }),
    { numRuns: 500, seed: 20_260_131 },
  );
});
