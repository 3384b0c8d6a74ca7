import { randomUUID } from 'node:crypto';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { calendarRoutes } from '@zhaoshi/contract/routes/calendars';
import { notificationWords } from '@zhaoshi/domain/notification/notification-kinds';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { readyForLetters, SAMPLE_FORM } from '../../../test/application-samples.ts';
import { NOTICE_2027 } from '../../../test/calendar-samples.ts';
import { JOB_HANDLERS } from '../../jobs/handlers.ts';

let world: World;
let admin: string;
let officerId: string;
let officer: string;
const now = new Date('2026-12-21T02:03:04.567Z');
beforeAll(async () => {
  world = await createWorld();
  world.setNow(now);
  admin = await world.signedIn(world.county, 'administrator');
  officerId = await world.newPerson(world.township, ['drafter', 'disclosureOfficer']);
  officer = await world.sessionOf(officerId);
  await readyForLetters(world, world.township);
});
afterAll(() => world.close());

async function register(receivedOn: string): Promise<{ regionId: string; applicationId: string }> {
  const { regionId, organId } = world.township;
  const { status, body } = await world.call(
    applicationRoutes.register,
    {
      params: { regionId, organId },
      body: {
        channel: 'counter',
        isMisaddressed: false,
        sentOn: null,
        arrivedOn: receivedOn,
        confirmedOn: null,
        summary: null,
        form: SAMPLE_FORM,
        fileIds: [],
      },
    },
    officer,
  );
  expect(status).toBeLessThan(300);
  return { regionId, applicationId: String(body['applicationId']) };
}

const dueOf = async (ids: { regionId: string; applicationId: string }) =>
  await world.database.server
    .selectFrom('application')
    .select(['due_on', 'is_provisional', 'version'])
    .where('application_id', '=', ids.applicationId)
    .executeTakeFirstOrThrow();

const load = async (file: unknown, version: number): Promise<void> => {
  const { regionId, organId } = world.county;
  const { status } = await world.call(
    calendarRoutes.editYear,
    { params: { regionId, organId, year: 2027 }, body: { regionalHolidays: [], file } as never },
    admin,
    { 'if-match': `"${version}"` },
  );
  expect(status).toBe(200);
};

/** What the queue holds is done, as a worker does it. */
async function runJobs(): Promise<number> {
  const { rows } = await sql<{ id: string }>`select id from pgboss.job
    where name = 'application.reminders' and state = 'created'`.execute(world.database.owner);
  for (const _job of rows) {
    await JOB_HANDLERS['application.reminders'](
      {
        database: world.database.server,
        now: () => now,
        newId: randomUUID,
        services: world.services,
        signal: new AbortController().signal,
        isLastTry: false,
      },
      {},
    );
  }
  await sql`delete from pgboss.job where name = 'application.reminders'`.execute(world.database.owner);
  return rows.length;
}

const moved = async () =>
  await world.database.server
    .selectFrom('application_moved_due')
    .select(['application_id', 'told_on', 'due_on'])
    .execute();

describe('a notice of holidays that comes out', () => {
  it('moves the provisional last days of cases with it, and tells officers and whom to tell', async () => {
    const provisional = await register('2026-12-15');
    const settled = await register('2026-12-01');
    // Twelve working days in December, eight in January, of which only the first rests for sure.
    expect(await dueOf(provisional)).toMatchObject({ due_on: '2027-01-13', is_provisional: true });
    expect(await dueOf(settled)).toMatchObject({ due_on: '2026-12-29' });

    await load(NOTICE_2027, 1);
    expect(await runJobs()).toBe(1);

    // Monday 4 January rests as well, Saturday 9 January is worked.
    expect(await dueOf(provisional)).toEqual({ due_on: '2027-01-13', is_provisional: false, version: 1 });
    expect(await moved()).toEqual([]);

    const withoutWork = { ...NOTICE_2027, notices: [{ ...NOTICE_2027.notices[0], work: [] }] };
    await load(withoutWork, 2);
    await runJobs();
    expect(await dueOf(provisional)).toEqual({ due_on: '2027-01-14', is_provisional: false, version: 1 });
    const notices = await world.database.server
      .selectFrom('notification')
      .select(['account_id', 'kind', 'facts'])
      .where('kind', '=', 'applicationDueMoved')
      .execute();
    expect(
      notices.map(({ account_id, kind, facts }) => [account_id, notificationWords(kind, facts)]),
    ).toEqual([[officerId, 'township申请 20260001：工作日历更新，答复期限由2027-01-13改为2027-01-14。']]);
    expect(await moved()).toEqual([
      { application_id: provisional.applicationId, told_on: '2027-01-13', due_on: '2027-01-14' },
    ]);

    // The notice is put right: what the applicant was told holds again.
    await load(NOTICE_2027, 3);
    await runJobs();
    expect(await dueOf(provisional)).toMatchObject({ due_on: '2027-01-13' });
    expect(await moved()).toEqual([]);
  });
});
