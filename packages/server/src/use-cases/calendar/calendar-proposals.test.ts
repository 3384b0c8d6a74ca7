import { calendarRoutes } from '@zhaoshi/contract/routes/calendars';
import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { chooseSetting } from '../../../test/application-samples.ts';
import { NOTICE_2027 } from '../../../test/calendar-samples.ts';

let world: World;
/** Both in the county; the third stands above it, the fourth beside it. */
let first: string;
let second: string;
let above: string;
let beside: string;
beforeAll(async () => {
  world = await createWorld();
  first = await world.signedIn(world.county, 'administrator');
  second = await world.signedIn(world.county, 'administrator');
  above = await world.signedIn(world.city, 'administrator');
  beside = await world.signedIn(world.otherCounty, 'administrator');
});
afterAll(() => world.close());

const paramsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId, year: 2027 });

const propose = async (cookie: string, version: number, organ = world.county) =>
  await world.call(
    calendarRoutes.editYear,
    { params: paramsOf(organ), body: { file: NOTICE_2027, regionalHolidays: [] } },
    cookie,
    { 'if-match': `"${version}"` },
  );

const read = async (cookie: string, organ = world.county) =>
  (await world.call(calendarRoutes.readYear, { params: paramsOf(organ) }, cookie)).body;

const idIn = (body: object): string =>
  (body as { readonly proposal: { readonly proposalId: string } }).proposal.proposalId;

const settle = async (how: 'confirmYear' | 'withdrawYear', cookie: string, proposalId: string) =>
  await world.call(calendarRoutes[how], { params: { ...paramsOf(world.county), proposalId } }, cookie);

const steps = async (): Promise<readonly unknown[]> =>
  (
    await world.database.server
      .selectFrom('audit_entry')
      .select('details')
      .where('action', '=', 'calendar.edit')
      .orderBy('sequence')
      .execute()
  ).map(({ details }) => JSON.parse(details).step);

interface Told {
  readonly kind: string;
  readonly words: string;
  readonly calendar: object | null;
}

async function told(cookie: string): Promise<readonly Told[]> {
  const { body } = await world.call(deskRoutes.notifications, { query: {} }, cookie);
  return body['items'] as unknown as readonly Told[];
}

async function toConfirm(cookie: string): Promise<readonly object[]> {
  const { body } = await world.call(deskRoutes.todo, {}, cookie);
  const items = body['items'] as unknown as readonly { readonly kind: string }[];
  return items.filter(({ kind }) => kind === 'calendarToConfirm');
}

describe('a change of the working calendar', () => {
  it('waits for another person: who proposed it sees what it would move, and cannot confirm it', async () => {
    const proposed = await propose(first, 1);
    expect(proposed.body).toMatchObject({
      status: 'provisional',
      version: 1,
      proposal: { isOwn: true, change: { openDeadlines: 0 } },
    });
    const shown = await read(second);
    expect(shown).toMatchObject({ status: 'provisional', proposal: { isOwn: false } });
    const officer = await world.signedIn(world.county, 'drafter');
    expect(await read(officer)).toMatchObject({ proposal: { change: null } });
    const own = await settle('confirmYear', first, idIn(shown));
    expect([own.status, own.body['detail']]).toEqual([409, expect.stringContaining('另一名')]);
    expect((await settle('confirmYear', beside, idIn(shown))).status).toBe(404);
    expect(await read(second)).toMatchObject({ status: 'provisional', version: 1 });
  });

  it('is told to everybody who may confirm it and waits on their list, and on nobody else’s', async () => {
    const { regionId, organId } = world.county;
    const calendar = { regionId, organId, year: 2027 };
    for (const cookie of [second, above]) {
      expect(await told(cookie)).toMatchObject([
        { kind: 'calendarProposed', words: 'county2027年工作日历的修改等待确认，确认后才生效。', calendar },
      ]);
      expect(await toConfirm(cookie)).toMatchObject([
        { title: '确认county2027年工作日历的修改', year: 2027, organ: { regionId, organId } },
      ]);
    }
    for (const cookie of [first, beside, await world.signedIn(world.county, 'drafter')]) {
      expect([await told(cookie), await toConfirm(cookie)]).toEqual([[], []]);
    }
  });

  it('keeps others from proposing over it, and says whose it is', async () => {
    const again = await propose(above, 1);
    expect([again.status, again.body['code']]).toEqual([409, 'conflict']);
    expect(again.body['detail']).toContain('等待确认');
  });

  it('holds once a second person confirmed it, who may stand above the organ; once only', async () => {
    const proposalId = idIn(await read(above));
    const confirmed = await settle('confirmYear', above, proposalId);
    expect(confirmed.body).toMatchObject({ status: 'official', version: 2, proposal: null });
    expect((await settle('confirmYear', second, proposalId)).status).toBe(409);
    expect(await steps()).toEqual(['proposed', 'confirmed']);
    expect((await told(first)).map(({ words }) => words)).toEqual([
      '您提出的county2027年工作日历的修改已由他人确认，已经生效。',
    ]);
    expect([await toConfirm(second), await toConfirm(above)]).toEqual([[], []]);
  });

  it('can be taken back or sent back, and then changes nothing', async () => {
    await propose(first, 2);
    const proposalId = idIn(await read(second));
    expect((await settle('withdrawYear', second, proposalId)).status).toBe(204);
    expect(await read(first)).toMatchObject({ version: 2, proposal: null });
    expect((await settle('confirmYear', second, proposalId)).status).toBe(409);
    expect((await told(first)).map(({ words }) => words)).toContain(
      '您提出的county2027年工作日历的修改被退回，工作日历没有变动。',
    );
  });

  it('that is taken back by who proposed it tells them nothing', async () => {
    const before = (await told(first)).length;
    await propose(first, 2);
    await settle('withdrawYear', first, idIn(await read(first)));
    expect(await told(first)).toHaveLength(before);
  });

  it('is never confirmed by its author, whoever writes to the database', async () => {
    await propose(first, 2);
    await expect(
      world.database.server
        .updateTable('calendar_proposal')
        .set((build) => ({
          settled_as: 'confirmed',
          settled_by: build.ref('proposed_by'),
          settled_at: world.database.context.now(),
        }))
        .where('settled_as', 'is', null)
        .execute(),
    ).rejects.toThrow('calendar_proposal_by_another');
  });
});

describe('an organ in which nobody else could confirm', () => {
  it('goes on alone by the setting, and the trail says so; without it the change waits', async () => {
    const lonely = await createWorld();
    const only = await lonely.signedIn(lonely.county, 'administrator');
    const load = async (version: number) =>
      await lonely.call(
        calendarRoutes.editYear,
        { params: paramsOf(lonely.county), body: { file: NOTICE_2027, regionalHolidays: [] } },
        only,
        { 'if-match': `"${version}"` },
      );
    // Neither of them counts: not above the county, or no longer in use.
    await lonely.newPerson(lonely.township, ['administrator']);
    const gone = await lonely.newPerson(lonely.county, ['administrator']);
    const at = lonely.database.context.now();
    await lonely.database.server
      .updateTable('account')
      .set({ disabled_at: at })
      .where('account_id', '=', gone)
      .execute();
    expect((await load(1)).body).toMatchObject({ status: 'official', version: 2, proposal: null });
    const { details } = await lonely.database.server
      .selectFrom('audit_entry')
      .select('details')
      .where('action', '=', 'calendar.edit')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(details)).toMatchObject({ step: 'loadedAlone' });
    await chooseSetting(lonely, lonely.county, 'calendar.oneAdministrator', false);
    expect((await load(2)).body).toMatchObject({ version: 2, proposal: { isOwn: true } });
    await lonely.close();
  });
});
