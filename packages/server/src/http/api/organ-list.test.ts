import { organOfficeRoutes } from '@zhaoshi/contract/routes/organ-offices';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '../../../test/act.ts';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantOrgan } from '../../../test/organ-samples.ts';

let world: World;
let admin: string;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.signedIn(world.city, 'administrator');
});
afterAll(() => world.close());

const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

type Listed = readonly {
  readonly organId: string;
  readonly hasBelow: boolean;
  readonly lacksOffice: boolean;
}[];

const under = async (organ: WorldOrgan, query: object = {}, cookie = admin) => {
  const { status, body } = await world.call(
    organRoutes.list,
    { query: { parentRegionId: organ.regionId, parentId: organ.organId, ...query } },
    cookie,
  );
  return { status, body, items: (body['items'] ?? []) as unknown as Listed };
};

describe('the organs right under one', () => {
  it('are its own and the governments of lower regions, not those below them, its office first', async () => {
    expect((await under(world.city)).items.map(({ organId }) => organId).toSorted()).toEqual(
      [world.county.organId, world.otherCounty.organId].toSorted(),
    );
    const { items } = await under(world.county);
    expect(items.map(({ organId }) => organId)).toEqual([world.office.organId, world.township.organId]);
  });

  it('say whether anything stands under them', async () => {
    expect((await under(world.county)).items.map(({ hasBelow }) => hasBelow)).toEqual([false, false]);
    await plantOrgan(world, world.township, 'village');
    expect((await under(world.county)).items.map(({ hasBelow }) => hasBelow)).toEqual([false, true]);
  });

  it('come page by page, each once, those that are closed last', async () => {
    const parent = await plantOrgan(world, world.county, 'department');
    const planted = [];
    for (let count = 0; count < 5; count += 1)
      planted.push((await plantOrgan(world, parent, 'department')).organId);
    const closed = planted[0] ?? '';
    await world.database.server
      .updateTable('organ')
      .set({ valid_to: '2021-01-01', closing_statement: '撤并' })
      .where('organ_id', '=', closed)
      .execute();
    const seen: string[] = [];
    let cursor: unknown = null;
    do {
      const { body, items } = await under(parent, { limit: 2, ...(cursor !== null && { cursor }) });
      seen.push(...items.map(({ organId }) => organId));
      cursor = body['nextCursor'] ?? null;
    } while (cursor !== null);
    expect(seen.toSorted()).toEqual(planted.toSorted());
    expect(seen.at(-1)).toBe(closed);
  });

  it('of an organ out of reach are not told', async () => {
    const clerk = await world.signedIn(world.township, 'drafter');
    expect((await under(world.county, {}, clerk)).status).toBe(404);
  });
});

describe('organs whose disclosure office is not all entered', () => {
  it('are marked and can be asked for; a village never is one', async () => {
    const lacking = async (): Promise<readonly string[]> => {
      const query = { lacksOffice: 'true', limit: 100 } as const;
      const { body } = await world.call(organRoutes.list, { query }, admin);
      return (body['items'] as unknown as Listed).map(({ organId }) => organId);
    };
    const village = await plantOrgan(world, world.township, 'village');
    const before = await lacking();
    expect(before).toContain(world.office.organId);
    expect(before).not.toContain(village.organId);
    const body = {
      name: '办公室',
      headTitle: null,
      address: '示例路1号',
      officeHours: '工作日 9:00—17:00',
      phone: '0000-1234567',
      fax: null,
      email: null,
      website: null,
      duties: ['办理政府信息公开事宜'],
    };
    const edit = { params: idsOf(world.office), body };
    await world.call(organOfficeRoutes.editDisclosureOffice, edit, admin, { 'if-match': '"1"' });
    expect(await lacking()).toEqual(before.filter((organId) => organId !== world.office.organId));
    const { items } = await under(world.county);
    const office = items.find(({ organId }) => organId === world.office.organId);
    expect(office?.lacksOffice).toBe(false);
  });
});

describe('the successions of an organ', () => {
  it('name those whose powers it took over', async () => {
    const [former, heir] = [
      await plantOrgan(world, world.county, 'department'),
      await plantOrgan(world, world.county, 'department'),
    ];
    const body = {
      successor: idsOf(heir),
      matters: '不动产登记',
      documentNumber: '测试〔2026〕1号',
      validFrom: '2026-06-01',
    };
    await act(world, organRoutes.addSuccession, { params: idsOf(former), body }, admin);
    const { body: told } = await world.call(organRoutes.listSuccessions, { params: idsOf(heir) }, admin);
    expect(told).toMatchObject({
      items: [],
      predecessions: [{ predecessor: idsOf(former), matters: '不动产登记', validFrom: '2026-06-01' }],
    });
  });
});
