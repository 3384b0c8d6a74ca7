import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { COMPLAINT_STATUSES } from '@zhaoshi/domain/oversight/complaint';
import { WORK_KINDS } from '@zhaoshi/domain/work-register/work-kinds';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemonstrationDatabase } from '../../../test/demonstration-database.ts';
import type { TestDatabase } from '../../../test/test-database.ts';
import { openComplainant } from '../complaints/complaint-seal.ts';
import { owedRhythm } from '../reminders/owed-rhythm.ts';
import { villagesDue } from '../village/village-due.ts';
import { MARK } from './people.ts';

const AT = new Date('2026-11-21T02:03:04.567Z');
const TODAY = '2026-11-21' as CivilDate;

let test: TestDatabase;
beforeAll(async () => {
  test = await createDemonstrationDatabase();
});
afterAll(() => test.drop());

describe('complaints of the demonstration', () => {
  it('stand in every stage, about organs and villages, and name nobody who is real', async () => {
    const rows = await test.server.selectFrom('complaint').selectAll().execute();
    expect(new Set(rows.map(({ status }) => status))).toEqual(
      new Set(Object.keys(COMPLAINT_STATUSES).filter((status) => status !== 'found')),
    );
    expect(rows.map(({ kind }) => kind)).toContain('villageAffairs');
    const { secretBox } = test.context.services;
    const named = rows.flatMap((row) => openComplainant(secretBox, row) ?? []);
    expect(named.every(({ name }) => name.endsWith(MARK))).toBe(true);
    // Of an anonymous one there is nothing of a person.
    const anonymous = rows.filter(({ sealed_complainant }) => sealed_complainant === null);
    expect([anonymous.length, named.length]).toEqual([3, 7]);
    expect(anonymous.every(({ application_number }) => application_number === '')).toBe(true);
  });

  it('led to orders and a circular: one waits for its unit, one for who gave it, and two are done', async () => {
    const orders = await test.server
      .selectFrom('remediation_order')
      .where('complaint_id', 'is not', null)
      .select(['status', 'due_on'])
      .execute();
    expect(orders.map(({ status }) => status).toSorted()).toEqual([
      'accepted',
      'accepted',
      'issued',
      'reported',
    ]);
    expect(orders.filter(({ status, due_on }) => status !== 'accepted' && due_on < '2026-11-21')).toEqual([]);
  });
});

describe('villages of the demonstration', () => {
  it('post, owe, are late and are asked', async () => {
    const villages = await test.server
      .selectFrom('organ')
      .select(['region_id', 'organ_id', 'path', 'slug'])
      .where('kind', '=', 'village')
      .execute();
    const due = await villagesDue(test.server, villages, TODAY);
    const states = Object.fromEntries(
      villages.map(({ slug, organ_id }) => [
        slug,
        [...new Set(due.get(organ_id)?.due.map(({ state }) => state))].toSorted(),
      ]),
    );
    expect(states).toEqual({
      'shifan-village': ['posted'],
      'liuxi-village': ['open', 'posted'],
      'beipo-village': ['missed', 'open', 'posted'],
      'heping-village': ['open'],
    });
    const asked = await test.server
      .selectFrom('public_voice')
      .select('status')
      .where('village_id', 'is not', null)
      .execute();
    expect(asked.map(({ status }) => status).toSorted()).toEqual(['answered', 'received']);
  });
});

describe('opinion, surveys, work and inspections of the demonstration', () => {
  it('has events answered in time and late, events that run, and none overdue', async () => {
    const rows = await test.server.selectFrom('opinion').selectAll().execute();
    expect(new Set(rows.map(({ step }) => step))).toEqual(
      new Set(['collected', 'assessed', 'handled', 'responded', 'closed']),
    );
    expect(rows.every(({ title }) => title.endsWith(MARK))).toBe(true);
    const releases = await test.server.selectFrom('opinion_release').select('opinion_id').execute();
    const answered = new Set(releases.map(({ opinion_id }) => opinion_id));
    const limit = AT.getTime() - 48 * 3_600_000;
    const open = rows.filter(({ opinion_id, step }) => step !== 'closed' && !answered.has(opinion_id));
    expect(open.map(({ found_at }) => found_at.getTime()).every((found) => found > limit)).toBe(true);
    expect(open).toHaveLength(3);
  });

  it('has a survey that takes answers, one in draft, and one of which the public sees the results', async () => {
    const rows = await test.server
      .selectFrom('survey')
      .innerJoin('survey_box', 'survey_box.survey_id', 'survey.survey_id')
      .select(['status', 'answers'])
      .execute();
    const sheets = Object.fromEntries(rows.map(({ status, answers }) => [status, answers.sheets]));
    expect(sheets).toEqual({ open: 18, draft: 0, published: 24 });
  });

  it('has work in every register, with a training of which people sat the quiz', async () => {
    const rows = await test.server
      .selectFrom('work_record')
      .select(['kind', 'planned_on', 'done_on'])
      .execute();
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(Object.keys(WORK_KINDS)));
    expect(rows.filter(({ done_on, planned_on }) => done_on === null && (planned_on ?? '') < TODAY)).toEqual(
      [],
    );
    const sat = await test.server.selectFrom('training_attendance').select('passed').execute();
    expect(sat).toHaveLength(5);
    expect(sat.filter(({ passed }) => passed !== true)).toHaveLength(1);
  });

  it('has an inspection with faults, an order and the look that follows, and one just drawn', async () => {
    const rows = await test.server
      .selectFrom('inspection')
      .select(['inspection_id', 'preceding_id'])
      .execute();
    expect(rows.filter(({ preceding_id }) => preceding_id === null)).toHaveLength(2);
    expect(rows.filter(({ preceding_id }) => preceding_id !== null)).toHaveLength(1);
    const items = await test.server.selectFrom('inspection_item').select('verdict').execute();
    const verdicts = Map.groupBy(items, ({ verdict }) => verdict);
    expect(verdicts.get('fault')?.length).toBe(2);
    expect(verdicts.get(null)?.length).toBeGreaterThan(2);
    const orders = await test.server
      .selectFrom('remediation_order')
      .where('inspection_id', 'is not', null)
      .select('status')
      .execute();
    expect(orders).toEqual([{ status: 'issued' }]);
  });
});

describe('assessments and the round of the year in the demonstration', () => {
  it('has last year published with every unit passed, and this year running with an objection', async () => {
    const rows = await test.server.selectFrom('assessment').select(['year', 'state', 'title']).execute();
    expect(Object.fromEntries(rows.map(({ year, state }) => [year, state]))).toEqual({
      2025: 'published',
      2026: 'running',
    });
    expect(rows.every(({ title }) => title.endsWith(MARK))).toBe(true);
    const results = await test.server
      .selectFrom('assessment_result')
      .select(['unit_name', 'verdict', 'total', 'because'])
      .execute();
    expect(results.map(({ verdict, because }) => `${verdict} ${because}`)).toEqual(
      results.map(() => 'passed '),
    );
    const objections = await test.server.selectFrom('assessment_objection').select('ruling').execute();
    expect(objections).toEqual([{ ruling: null }]);
  });

  it('owes nothing of the year that is late', async () => {
    const organs = await test.server.selectFrom('rhythm_record').select(['region_id', 'organ_id']).execute();
    const keys = organs.map(({ region_id: regionId, organ_id: organId }) => ({ regionId, organId }));
    const owed = await owedRhythm(test.server, keys, TODAY);
    expect(owed.length).toBeGreaterThan(3);
    expect(owed.filter(({ dueOn }) => dueOn < TODAY)).toEqual([]);
  });
});
