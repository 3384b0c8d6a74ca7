import { randomUUID } from 'node:crypto';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '../../../test/act.ts';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantOrgan } from '../../../test/organ-samples.ts';

let world: World;
let admin: string;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.signedIn(world.county, 'administrator');
});
afterAll(() => world.close());

const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });
const slug = (): string => `t-${randomUUID().slice(0, 8)}`;

const pathOf = async (organ: WorldOrgan): Promise<string> => {
  const row = await world.database.server
    .selectFrom('organ')
    .select('path')
    .where('organ_id', '=', organ.organId)
    .executeTakeFirstOrThrow();
  return row.path;
};

const lastAction = async (): Promise<string> => {
  const { action } = await world.database.server
    .selectFrom('audit_entry')
    .select('action')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return action;
};

const create = (under: WorldOrgan, body: object) =>
  world.call(organRoutes.create, { params: idsOf(under), body: body as never }, admin);

describe('moving an organ', () => {
  it('takes everything below along, in one step, and people and their sessions with it', async () => {
    const [from, to] = [
      await plantOrgan(world, world.county, 'township'),
      await plantOrgan(world, world.county, 'township'),
    ];
    const village = await plantOrgan(world, from, 'village');
    const clerk = await world.signedIn(village, 'drafter');
    const formerBoss = await world.signedIn(from, 'auditor');
    const request = { params: idsOf(village), body: { parentId: to.organId } };
    const { status, body } = await world.call(organRoutes.move, request, admin, ifMatch(1));
    expect([status, body['parentId'], body['version']]).toEqual([200, to.organId, 2]);
    expect(await pathOf(village)).toBe(`${to.path}${village.organId}/`);
    expect(await lastAction()).toBe('organ.move');
    expect((await world.call(organRoutes.read, { params: idsOf(village) }, clerk)).status).toBe(200);
    expect((await world.call(organRoutes.read, { params: idsOf(village) }, formerBoss)).status).toBe(404);
  });

  it('moves a whole subtree, and nothing beside it', async () => {
    const [moved, target] = [
      await plantOrgan(world, world.county, 'department'),
      await plantOrgan(world, world.county, 'department'),
    ];
    const child = await plantOrgan(world, moved, 'department');
    const grandchild = await plantOrgan(world, child, 'department');
    const beside = await plantOrgan(world, world.county, 'department');
    const request = { params: idsOf(moved), body: { parentId: target.organId } };
    expect((await world.call(organRoutes.move, request, admin, ifMatch(1))).status).toBe(200);
    expect(await pathOf(grandchild)).toBe(
      `${target.path}${moved.organId}/${child.organId}/${grandchild.organId}/`,
    );
    expect(await pathOf(beside)).toBe(beside.path);
  });

  it.each([
    ['under itself', 'township', 'self', '不能移到自己或自己的下级之下'],
    ['under its own village', 'township', 'village', '不能移到自己或自己的下级之下'],
    ['where its kind cannot stand', 'department', 'township', '部门不能设在乡镇人民政府之下'],
    ['under an organ of another region', 'township', 'foreign', '没有找到这个机关'],
  ] as const)('refuses a place %s, and changes nothing', async (_, kind, target, message) => {
    const organ = await plantOrgan(world, world.county, kind);
    const village = kind === 'township' ? await plantOrgan(world, organ, 'village') : organ;
    const parents = {
      self: organ,
      village,
      township: world.township,
      foreign: world.otherCounty,
    };
    const request = { params: idsOf(organ), body: { parentId: parents[target].organId } };
    const { status, body } = await world.call(organRoutes.move, request, admin, ifMatch(1));
    expect(status).toBe(422);
    expect(body['errors']).toEqual([{ pointer: '/parentId', message }]);
    expect(await pathOf(organ)).toBe(organ.path);
  });

  it('keeps the tree whole when organs are moved and set up side by side', async () => {
    const [a, b] = [
      await plantOrgan(world, world.county, 'township'),
      await plantOrgan(world, world.county, 'township'),
    ];
    const village = await plantOrgan(world, a, 'village');
    await Promise.all([
      world.call(
        organRoutes.move,
        { params: idsOf(village), body: { parentId: b.organId } },
        admin,
        ifMatch(1),
      ),
      ...[1, 2, 3].map(() =>
        create(a, { name: '新村', kind: 'village', slug: slug(), validFrom: '2026-01-01' }),
      ),
    ]);
    const { rows } = await sql<{ readonly wrong: number }>`
      select count(*)::integer as wrong from organ child
      join organ parent on parent.region_id = child.region_id and parent.organ_id = child.parent_id
      where child.path <> parent.path || child.organ_id || '/'`.execute(world.database.owner);
    expect(rows[0]?.wrong).toBe(0);
  });
});

describe('closing an organ', () => {
  const close = (organ: WorldOrgan, body: object, version = 1) =>
    world.call(organRoutes.close, { params: idsOf(organ), body: body as never }, admin, ifMatch(version));

  it('asks for a successor or a statement', async () => {
    const organ = await plantOrgan(world, world.county, 'department');
    const { body } = await close(organ, { validTo: '2026-06-01', statement: ' ', successions: [] });
    expect(body['errors']).toEqual([{ pointer: '/statement', message: '没有承接机关时，请写明说明' }]);
  });

  it('names the successors, and nobody acts for it any longer', async () => {
    const [organ, heir] = [
      await plantOrgan(world, world.county, 'department'),
      await plantOrgan(world, world.county, 'department'),
    ];
    const officer = await world.signedIn(organ, 'disclosureOfficer');
    const succession = { successor: idsOf(heir), matters: null, documentNumber: '测试〔2026〕1号' };
    const body = { validTo: '2026-06-01', statement: null, successions: [succession] };
    expect((await close(organ, body)).body).toMatchObject({ validTo: '2026-06-01', version: 2 });
    const listed = await world.call(organRoutes.listSuccessions, { params: idsOf(organ) }, admin);
    expect(listed.body['items']).toMatchObject([
      { successor: idsOf(heir), validFrom: '2026-06-01', matters: null },
    ]);
    const session = await world.call(sessionRoutes.read, {}, officer);
    expect(session.body).toMatchObject({ organ: null, abilities: [] });
    expect((await close(organ, body, 2)).body['code']).toBe('state-refuses');
    const published = await world.database.portal
      .selectFrom('published.organ')
      .select('organ_id')
      .where('organ_id', '=', organ.organId)
      .execute();
    expect(published).toEqual([]);
  });

  it('refuses while something stands below it, and a successor that cannot be one', async () => {
    const township = await plantOrgan(world, world.county, 'township');
    const village = await plantOrgan(world, township, 'village');
    const statement = { validTo: '2026-06-01', statement: '撤并', successions: [] };
    expect((await close(township, statement)).body['code']).toBe('state-refuses');
    const organ = await plantOrgan(world, world.county, 'department');
    for (const [successor, message] of [
      [village, '村（居）民委员会不是行政机关，不能承接职权'],
      [organ, '机关不能承接自己的职权'],
      [world.otherCounty, '没有找到这个机关'],
    ] as const) {
      const successions = [{ successor: idsOf(successor), matters: null, documentNumber: null }];
      const { body } = await close(organ, { validTo: '2026-06-01', statement: null, successions });
      expect(body['errors']).toEqual([{ pointer: '/successions/0/successor', message }]);
    }
  });

  it('keeps at least one successor where no statement says why there is none', async () => {
    const [organ, heir] = [
      await plantOrgan(world, world.county, 'department'),
      await plantOrgan(world, world.county, 'department'),
    ];
    const successions = [{ successor: idsOf(heir), matters: null, documentNumber: null }];
    await close(organ, { validTo: '2026-06-01', statement: null, successions });
    const listed = await world.call(organRoutes.listSuccessions, { params: idsOf(organ) }, admin);
    const [only] = listed.body['items'] as unknown as readonly { readonly successionId: string }[];
    const params = { ...idsOf(organ), successionId: only?.successionId ?? '' };
    const removed = await act(world, organRoutes.removeSuccession, { params }, admin);
    expect(removed.body['code']).toBe('state-refuses');
  });
});

describe('powers that go over while the organ stays', () => {
  it('need the matters to be named', async () => {
    const heir = await plantOrgan(world, world.county, 'department');
    const body = { successor: idsOf(heir), documentNumber: null, validFrom: '2026-06-01' };
    const add = (matters: string | null) =>
      act(
        world,
        organRoutes.addSuccession,
        { params: idsOf(world.office), body: { ...body, matters } },
        admin,
      );
    expect((await add(null)).body['code']).toBe('invalid');
    expect((await add('不动产登记')).body).toMatchObject({ matters: '不动产登记' });
  });
});
