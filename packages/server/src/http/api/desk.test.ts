import { randomUUID } from 'node:crypto';
import { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { notify } from '../../use-cases/notifications/notify.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

interface Todo {
  readonly kind: string;
  readonly count: number;
  readonly dueOn: string | null;
}

async function todo(cookie: string): Promise<readonly Todo[]> {
  const { body } = await world.call(deskRoutes.todo, {}, cookie);
  return body['items'] as unknown as readonly Todo[];
}

const of = (items: readonly Todo[], kind: string) => items.find((item) => item.kind === kind);

describe('the to-do list', () => {
  it('counts only what the person may do, in their reach', async () => {
    const officer = await todo(await world.signedIn(world.township, 'disclosureOfficer'));
    expect(officer.map(({ kind }) => kind)).toEqual(['disclosureOfficeIncomplete']);
    expect(officer[0]?.count).toBe(1);
    expect(await todo(await world.signedIn(world.township, 'drafter'))).toEqual([]);

    const administrator = await todo(await world.signedIn(world.county, 'administrator'));
    expect(of(administrator, 'disclosureOfficeIncomplete')?.count).toBe(3);
    // 21 November 2026: the notice for 2027 is not in the program.
    expect(of(administrator, 'calendarMissing')).toMatchObject({ count: 1, dueOn: '2026-12-01' });
  });

  it('an entry goes when the thing is done', async () => {
    const cookie = await world.signedIn(world.otherCounty, 'disclosureOfficer');
    expect(of(await todo(cookie), 'disclosureOfficeIncomplete')?.count).toBe(1);
    await world.database.server
      .insertInto('disclosure_office')
      .values({
        region_id: world.otherCounty.regionId,
        organ_id: world.otherCounty.organId,
        name: '政务公开办',
        address: '某路1号',
        office_hours: '工作日 9:00—17:00',
        phone: '0000-1234567',
        duties: [],
        version: 2,
      })
      .execute();
    expect(await todo(cookie)).toEqual([]);
  });

  it('the reporting units wait for the office of the government in December', async () => {
    world.setNow(new Date('2026-12-05T02:00:00.000Z'));
    const supervisor = await todo(await world.signedIn(world.office, 'supervisor'));
    const township = await todo(await world.signedIn(world.township, 'supervisor'));
    world.setNow(new Date('2026-11-21T02:03:04.567Z'));
    expect(of(supervisor, 'reportingUnitsUnset')).toMatchObject({ dueOn: '2026-12-31' });
    expect(township).toEqual([]);
  });

  it('counts locked accounts of people below, each once', async () => {
    const accountId = await world.newPerson(world.township, ['drafter', 'unitHead']);
    await world.database.server
      .updateTable('account')
      .set({ locked_until: new Date('2026-11-21T02:10:00.000Z') })
      .where('account_id', '=', accountId)
      .execute();
    const county = await todo(await world.signedIn(world.county, 'administrator'));
    expect(of(county, 'accountsLocked')?.count).toBe(1);
    const other = await todo(await world.signedIn(world.otherCounty, 'administrator'));
    expect(of(other, 'accountsLocked')).toBeUndefined();
  });
});

describe('notifications', () => {
  it('are the person’s own, newest first, and stay unread that come after what was seen', async () => {
    const accountId = await world.newPerson(world.county, ['drafter']);
    const cookie = await world.sessionOf(accountId);
    const tell = async (moment: string, kind: 'passwordReset' | 'secondFactorReset') => {
      const context = { now: () => new Date(moment), newId: randomUUID };
      await world.database.server
        .transaction()
        .execute((transaction) => notify(transaction, { accountId, kind, facts: {} }, context));
    };
    await tell('2026-11-20T01:00:00.000Z', 'passwordReset');
    await tell('2026-11-20T02:00:00.000Z', 'secondFactorReset');
    const first = await world.call(deskRoutes.notifications, { query: { limit: 1 } }, cookie);
    expect(first.body).toMatchObject({
      unread: 2,
      items: [{ words: '管理员清除了您的动态口令，请在下次登录时重新设置。', isRead: false }],
    });
    const next = { query: { limit: 1, cursor: String(first.body['nextCursor']) } };
    const second = await world.call(deskRoutes.notifications, next, cookie);
    expect(second.body).toMatchObject({
      items: [{ words: '管理员重置了您的密码，其他设备已退出登录。' }],
      nextCursor: null,
    });

    await world.call(deskRoutes.markRead, { body: { upTo: '2026-11-20T01:30:00.000Z' } }, cookie);
    const after = await world.call(deskRoutes.notifications, { query: {} }, cookie);
    expect(after.body).toMatchObject({ unread: 1, items: [{ isRead: false }, { isRead: true }] });
    const stranger = await world.signedIn(world.county, 'drafter');
    expect((await world.call(deskRoutes.notifications, { query: {} }, stranger)).body).toMatchObject({
      unread: 0,
      items: [],
    });
  });
});

describe('a role that is given', () => {
  it('tells the person, whose earlier sessions have ended', async () => {
    const accountId = await world.newPerson(world.township, ['drafter']);
    const administrator = await world.signedIn(world.county, 'administrator');
    const { regionId, organId } = world.township;
    const granted = await world.call(
      accountsRoutes.grant,
      { params: { accountId }, body: { regionId, organId, role: 'unitHead' } },
      administrator,
      { 'if-match': '"1"' },
    );
    expect(granted.status).toBe(200);
    const { body } = await world.call(
      deskRoutes.notifications,
      { query: {} },
      await world.sessionOf(accountId),
    );
    expect(body).toMatchObject({
      unread: 1,
      items: [{ words: '您被授予township的“科室（站所）负责人”角色。' }],
    });
  });
});

describe('the search of the console', () => {
  const find = async (q: string, cookie: string) => {
    const { body } = await world.call(deskRoutes.search, { query: { q } }, cookie);
    const items = body['items'] as unknown as readonly { readonly kind: string; readonly title: string }[];
    return items.map(({ kind, title }) => `${kind} ${title}`);
  };

  it('finds organs and accounts in the person’s reach only', async () => {
    const administrator = await world.signedIn(world.county, 'administrator');
    expect(await find('county', administrator)).toContain('organ county');
    expect(await find('othercounty', administrator)).toEqual([]);
    expect(await find('测试', administrator)).toContain('account 测试人员');
    const drafter = await world.signedIn(world.county, 'drafter');
    expect(await find('测试', drafter)).toEqual([]);
  });

  it('takes signs of patterns for themselves', async () => {
    const administrator = await world.signedIn(world.city, 'administrator');
    expect(await find('%', administrator)).toEqual([]);
    expect(await find('c_ty', administrator)).toEqual([]);
  });
});
