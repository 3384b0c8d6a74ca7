import { randomUUID } from 'node:crypto';
import { calendarRoutes } from '@zhaoshi/contract/routes/calendars';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { NOTICE_2027 } from '../../../test/calendar-samples.ts';
import { findCalendar } from '../../use-cases/calendar/calendars.ts';
import { registerDeadline } from '../../use-cases/calendar/register-deadline.ts';

interface Day {
  readonly date: string;
  readonly working: boolean;
  readonly reason: string;
  readonly name: string | null;
  readonly provisional: boolean;
}

let world: World;
let admin: string;
let drafter: string;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.signedIn(world.county, 'administrator');
  drafter = await world.signedIn(world.township, 'drafter');
});
afterAll(() => world.close());

const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });
const d = (text: string) => text as CivilDate;

const read = (organ: WorldOrgan, year: number, cookie: string) =>
  world.call(calendarRoutes.readYear, { params: { ...idsOf(organ), year } }, cookie);

const load = (organ: WorldOrgan, year: number, body: object, version: number, cookie = admin) =>
  world.call(
    calendarRoutes.editYear,
    { params: { ...idsOf(organ), year }, body: { regionalHolidays: [], file: null, ...body } as never },
    cookie,
    { 'if-match': `"${version}"` },
  );

const preview = (organ: WorldOrgan, year: number, body: object) =>
  world.call(
    calendarRoutes.previewYear,
    { params: { ...idsOf(organ), year }, body: { regionalHolidays: [], file: null, ...body } as never },
    admin,
  );

const register = (organ: WorldOrgan, startsOn: string, workingDays: number) =>
  world.database.server.transaction().execute((transaction) =>
    registerDeadline(transaction, {
      ...idsOf(organ),
      path: organ.path,
      deadlineId: randomUUID(),
      subject: `application/${randomUUID()}`,
      kind: '答复期限',
      startsOn: d(startsOn),
      workingDays,
      excluded: [],
    }),
  );

const dueDates = async (organ: WorldOrgan): Promise<readonly string[]> =>
  (
    await world.database.server
      .selectFrom('deadline')
      .select('due_on')
      .where('organ_id', '=', organ.organId)
      .orderBy('due_on')
      .execute()
  ).map(({ due_on }) => due_on);

describe('the working calendar', () => {
  it('lists the years with their notices: 2026 official with 248 days, 2027 provisional', async () => {
    const { body } = await world.call(calendarRoutes.listYears, { params: idsOf(world.township) }, drafter);
    const years = body['years'] as unknown as readonly { readonly year: number }[];
    expect(years.map(({ year }) => year)).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]);
    expect(years.at(-2)).toMatchObject({
      status: 'official',
      workingDays: 248,
      notices: [{ number: '国办发明电〔2025〕7号' }],
      loadedBy: null,
    });
    expect(years.at(-1)).toMatchObject({ status: 'provisional', notices: [] });
  });

  it('shows a year day by day with the reason of each', async () => {
    const { body } = await read(world.township, 2026, drafter);
    const days = body['days'] as unknown as readonly Day[];
    expect(days).toHaveLength(365);
    const day = (date: string) => days.find((candidate) => candidate.date === date);
    expect(day('2026-02-14')).toMatchObject({ working: true, reason: 'makeUpWorkday' });
    expect(day('2026-02-16')).toMatchObject({ working: false, reason: 'publicHoliday', name: '春节' });
    expect(day('2026-12-31')).toMatchObject({ working: true, provisional: true });
    expect(body).toMatchObject({
      own: null,
      version: 1,
      abilities: expect.not.arrayContaining(['calendar.edit']),
    });
    expect((await read(world.township, 2012, drafter)).status).toBe(404);
  });
});

describe('loading a year', () => {
  it('says all that is wrong with a file', async () => {
    const wrong = {
      year: 2027,
      notices: [
        {
          number: '',
          publishedOn: '2026-13-01',
          source: '测试',
          rest: [{ from: '2027-01-04', to: '2027-01-01', name: '元旦' }],
          work: ['2027-01-06'],
        },
      ],
    };
    const { status, body } = await preview(world.county, 2027, { file: wrong });
    expect(status).toBe(422);
    const errors = body['errors'] as unknown as readonly { readonly message: string }[];
    expect(errors.map(({ message }) => message)).toEqual([
      '第1份通知的发布日期应为“年-月-日”形式的日期。',
      '第1份通知的放假第1项“2027-01-04至2027-01-01”先后颠倒或超过16天。',
      '第1份通知的上班第1项“2027-01-06”应为2027年（含上年12月）的周六或周日。',
      '第1份通知的文号不能为空。',
    ]);
    const otherYear = await preview(world.county, 2028, { file: NOTICE_2027 });
    expect(otherYear.body['errors']).toMatchObject([{ pointer: '/file/year' }]);
  });

  it('tells first which days change and which deadlines move; then moves exactly those', async () => {
    // 20 working days after 10 December 2026: 8 January by what is known now (calendar.md §6).
    expect((await register(world.township, '2026-12-10', 20)).date).toBe('2027-01-08');
    await register(world.county, '2026-11-20', 7);
    await register(world.otherCounty, '2026-12-10', 20);

    const told = await preview(world.county, 2027, { file: NOTICE_2027 });
    expect(told.body).toMatchObject({
      openDeadlines: 2,
      moved: [{ organId: world.township.organId, before: '2027-01-08', after: '2027-01-09' }],
      movedUnlisted: 0,
    });
    const days = told.body['days'] as unknown as readonly { readonly before: Day; readonly after: Day }[];
    const changed = days.map(({ before, after }) => [before.date, before.working, after.working]);
    expect(changed).toContainEqual(['2027-01-04', true, false]);
    expect(changed).toContainEqual(['2027-01-09', false, true]);
    expect(await dueDates(world.township)).toEqual(['2027-01-08']);

    const loaded = await load(world.county, 2027, { file: NOTICE_2027 }, 1);
    expect(loaded.body).toMatchObject({ status: 'official', version: 2, change: told.body });
    expect(await dueDates(world.township)).toEqual(['2027-01-09']);
    expect(await dueDates(world.otherCounty)).toEqual(['2027-01-08']);
    expect((await read(world.township, 2027, drafter)).body).toMatchObject({
      status: 'official',
      loadedBy: { organId: world.county.organId },
    });
  });

  it('keeps every state, answers a stale load with what is there, and goes back when taken back', async () => {
    const stale = await load(world.county, 2027, { file: NOTICE_2027 }, 1);
    expect([stale.status, stale.body['current']]).toMatchObject([412, { version: 2 }]);
    const back = await load(world.county, 2027, {}, 2);
    expect(back.body).toMatchObject({ status: 'provisional', version: 3, own: { file: null } });
    expect(await dueDates(world.township)).toEqual(['2027-01-08']);
    const states = await world.database.server
      .selectFrom('working_calendar')
      .select('version')
      .orderBy('version')
      .execute();
    expect(states.map(({ version }) => version)).toEqual([2, 3]);
    await expect(
      world.database.server.updateTable('working_calendar').set({ file: null }).execute(),
    ).rejects.toThrow('permission denied');
  });

  it('adds holidays of the area for the organ and all below it only (放假办法4)', async () => {
    const regionalHolidays = [{ date: '2026-12-02', name: '测试节', source: '测试〔2026〕1号' }];
    const wrongYear = await preview(world.county, 2027, { regionalHolidays });
    expect(wrongYear.body['errors']).toMatchObject([{ pointer: '/regionalHolidays/0/date' }]);
    expect((await load(world.county, 2026, { regionalHolidays }, 1)).status).toBe(200);
    const dayOf = async (organ: WorldOrgan) =>
      (await findCalendar(world.database.server, organ.path)).calendar.day(d('2026-12-02'));
    expect(await dayOf(world.township)).toMatchObject({ working: false, reason: 'regionalHoliday' });
    expect(await dayOf(world.otherCounty)).toMatchObject({ working: true });
    expect(await dueDates(world.county)).toEqual(['2026-12-01']);
    await register(world.county, '2026-11-20', 8);
    expect(await dueDates(world.county)).toEqual(['2026-12-01', '2026-12-03']);
  });

  it('leaves no deadline on the old days when one is entered while a year is loaded', async () => {
    const results = await Promise.all([
      load(world.county, 2027, { file: NOTICE_2027 }, 3),
      ...[1, 2, 3].map(() => register(world.township, '2026-12-10', 20)),
    ]);
    expect(results[0].status).toBe(200);
    const due = await dueDates(world.township);
    // The holiday of 2 December lies before; the notice moves all four alike.
    expect(due).toEqual(['2027-01-09', '2027-01-09', '2027-01-09', '2027-01-09']);
  });
});
