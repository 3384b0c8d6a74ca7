import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { rhythmRoutes } from '@zhaoshi/contract/routes/notices';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { organRhythms } from '../src/db/queries/rhythm.ts';
import { remindDuties } from '../src/use-cases/reminders/remind-duties.ts';
import { createWorld, type World, type WorldOrgan } from './api-world.ts';
import { plantAssessment } from './assessment-samples.ts';
import { plantOrgan } from './organ-samples.ts';
import { plantSurvey } from './survey-samples.ts';
import { plantWorkRecord } from './work-record-samples.ts';

let world: World;
let clerk: string;
let cookie: string;

beforeAll(async () => {
  world = await createWorld();
});
beforeEach(async () => {
  clerk = await world.newPerson(world.township, ['disclosureOfficer']);
  await clock('2026-11-20T15:00');
});
afterAll(() => world.close());

const at = (text: string): Date => new Date(`${text}+08:00`);

/** Moves the clock; a session of hours ago is idle. */
async function clock(text: string): Promise<void> {
  world.setNow(at(text));
  cookie = await world.sessionOf(clerk);
}

const contextAt = (text: string) => ({
  ...world.database.context,
  now: () => at(text),
  services: world.services,
});

it('what comes round is told before its day, owed after it, and a week later the leader hears of it', async () => {
  const place = world.otherCounty;
  clerk = await world.newPerson(place, ['disclosureOfficer']);
  const leader = await world.newPerson(place, ['leader']);
  const params = { regionId: place.regionId, organId: place.organId };
  const told = async (accountId: string): Promise<readonly string[]> => {
    const { body } = await world.call(
      deskRoutes.notifications,
      { query: { limit: 100 } },
      await world.sessionOf(accountId),
    );
    const items = body['items'] as unknown as readonly { readonly todo: string; readonly words: string }[];
    return items.filter(({ todo }) => todo === 'rhythmOwed').map(({ words }) => words);
  };
  const run = async (text: string): Promise<void> => {
    await clock(text);
    await remindDuties(contextAt(text));
  };
  await run('2026-12-05T09:00');
  expect(await told(clerk)).toEqual([]);
  const record = async (
    item:
      | 'cleanUp'
      | 'ownSecrets'
      | 'training'
      | 'assessment'
      | 'socialEvaluation'
      | 'leaderHears'
      | 'openDay',
  ) =>
    await world.call(rhythmRoutes.record, { params, body: { item, doneOn: '2026-12-04', note: '' } }, cookie);
  for (const item of [
    'cleanUp',
    'training',
    'assessment',
    'socialEvaluation',
    'leaderHears',
    'openDay',
  ] as const) {
    expect((await record(item)).status).toBe(204);
  }
  await run('2026-12-06T09:00');
  expect(await told(clerk)).toEqual([
    expect.stringContaining('有1项每年（每季度）要做的公开工作还没有登记完成'),
  ]);
  const { body } = await world.call(rhythmRoutes.ofYear, { params, query: { year: 2026 } }, cookie);
  const turns = body['turns'] as unknown as readonly { readonly item: string; readonly state: string }[];
  expect(turns.filter(({ state }) => state === 'open').map(({ item }) => item)).toEqual([
    'ownSecrets',
    'filing',
  ]);
  await run('2027-01-02T09:00');
  expect((await told(clerk))[0]).toContain('已过期限，还没有登记完成');
  expect(await told(leader)).toEqual([]);
  await run('2027-01-09T09:00');
  expect((await told(leader))[0]).toContain('提醒后7日仍未办理');
});

it('what was said by mistake is taken back, and nothing is done before its day', async () => {
  const params = { regionId: world.township.regionId, organId: world.township.organId };
  const body = { item: 'openDay', doneOn: '2026-11-21', note: '' } as const;
  const early = await world.call(rhythmRoutes.record, { params, body }, cookie);
  expect(early.body).toMatchObject({ errors: [{ pointer: '/doneOn' }] });
  const done = { ...body, doneOn: '2026-11-20' };
  await world.call(rhythmRoutes.record, { params, body: done }, cookie);
  const state = async () => {
    const answer = await world.call(rhythmRoutes.ofYear, { params, query: { year: 2026 } }, cookie);
    const turns = answer.body['turns'] as unknown as readonly {
      readonly item: string;
      readonly state: string;
    }[];
    return turns.find(({ item }) => item === 'openDay')?.state;
  };
  expect(await state()).toBe('done');
  await world.call(
    rhythmRoutes.remove,
    { params, body: { item: 'openDay', turnOn: '2026-12-31', doneOn: '2026-11-20' } },
    cookie,
  );
  expect(await state()).toBe('open');
});

interface ShownTurn {
  readonly item: string;
  readonly period: string;
  readonly dueOn: string;
  readonly state: string;
  readonly records: readonly { readonly source: string; readonly recordId: string; readonly title: string }[];
}

async function turnsIn(organ: WorldOrgan, year: number): Promise<readonly ShownTurn[]> {
  const params = { regionId: organ.regionId, organId: organ.organId };
  const { body } = await world.call(rhythmRoutes.ofYear, { params, query: { year } }, cookie);
  return body['turns'] as unknown as readonly ShownTurn[];
}

it('what is done late is of the quarter that it makes up for: the oldest open one unless another is named', async () => {
  const place = await plantOrgan(world, world.county, 'township');
  clerk = await world.newPerson(place, ['disclosureOfficer']);
  const params = { regionId: place.regionId, organId: place.organId };
  const record = async (body: object) =>
    await world.call(rhythmRoutes.record, { params, body: { note: '', ...body } } as never, cookie);
  const filings = async () =>
    (await turnsIn(place, 2026))
      .filter(({ item }) => item === 'filing')
      .map(({ period, state }) => `${period} ${state}`);
  await clock('2026-08-05T09:00');
  await record({ item: 'openDay', doneOn: '2026-08-05' });
  await clock('2026-11-20T15:00');
  expect(await filings()).toEqual([
    '2026年第一季度 before',
    '2026年第二季度 before',
    '2026年第三季度 overdue',
    '2026年第四季度 open',
  ]);
  expect((await record({ item: 'filing', doneOn: '2026-11-20' })).status).toBe(204);
  expect((await filings()).slice(2)).toEqual(['2026年第三季度 done', '2026年第四季度 open']);
  // On the same day the next one is done as well.
  await record({ item: 'filing', turnOn: '2026-12-31', doneOn: '2026-11-20' });
  expect((await filings()).slice(2)).toEqual(['2026年第三季度 done', '2026年第四季度 done']);
  const early = await record({ item: 'filing', turnOn: '2026-12-31', doneOn: '2026-09-29' });
  expect(JSON.stringify(early.body['errors'])).toContain('早于2026年第四季度');
  const none = await record({ item: 'filing', turnOn: '2026-12-30', doneOn: '2026-11-20' });
  expect(none.body).toMatchObject({ errors: [{ pointer: '/turnOn' }] });
});

it('what the last year still lacks stands before this year, and is made up for without counting for this one', async () => {
  const place = await plantOrgan(world, world.county, 'township');
  clerk = await world.newPerson(place, ['disclosureOfficer']);
  const params = { regionId: place.regionId, organId: place.organId };
  await clock('2026-12-05T09:00');
  const said = { item: 'openDay', doneOn: '2026-12-05', note: '' } as const;
  await world.call(rhythmRoutes.record, { params, body: said }, cookie);
  await clock('2027-01-12T09:00');
  await plantWorkRecord(world, place, { doneOn: '2027-01-11', title: '补上的培训' });
  const trainings = async () =>
    (await turnsIn(place, 2027))
      .filter(({ item }) => item === 'training')
      .map(({ period, state }) => `${period} ${state}`);
  expect(await trainings()).toEqual(['2026年度 overdue', '2027年度 done']);
  const late = { item: 'training', turnOn: '2026-12-31', doneOn: '2027-01-11', note: '' } as const;
  await world.call(rhythmRoutes.record, { params, body: late }, cookie);
  expect(await trainings()).toEqual(['2027年度 open']);
});

it('registers show what was done, each with its record: trainings, assessments that have ended, surveys made public', async () => {
  const place = await plantOrgan(world, world.county, 'township');
  clerk = await world.newPerson(place, ['disclosureOfficer']);
  await clock('2026-11-20T15:00');
  const { recordId } = await plantWorkRecord(world, place, { title: '条例培训' });
  const running = await plantAssessment(world, world.office, { units: [place] });
  await plantSurvey(world, place, { status: 'closed' });
  const shown = async (item: string) =>
    (await turnsIn(place, 2026)).find((turn) => turn.item === item)?.records.map((one) => one.recordId);
  expect(await shown('training')).toEqual([recordId]);
  expect(await shown('assessment')).toEqual([]);
  expect(await shown('socialEvaluation')).toEqual([]);
  const ended = await plantAssessment(world, world.office, { units: [place], state: 'closed' });
  const { surveyId } = await plantSurvey(world, place, { status: 'published' });
  expect(await shown('assessment')).toEqual([ended.assessmentId]);
  expect(await shown('assessment')).not.toContain(running.assessmentId);
  expect(await shown('socialEvaluation')).toEqual([surveyId]);
});

it('who once began and has been silent for years still owes what comes round', async () => {
  const { owner } = world.database;
  const { regionId, organId } = world.city;
  const then = new Date('2023-11-20T02:00:00.000Z');
  await owner
    .insertInto('rhythm_record')
    .values({
      region_id: regionId,
      organ_id: organId,
      item: 'openDay',
      turn_on: '2023-12-31',
      done_on: '2023-11-20',
      note: '',
      recorded_by: clerk,
      recorded_at: then,
    })
    .execute();
  expect(await organRhythms(owner, [{ regionId, organId }], '2025-01-01' as CivilDate)).toEqual([
    { organId, begunOn: '2023-11-20', proofs: [] },
  ]);
});
