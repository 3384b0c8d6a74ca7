import { randomUUID } from 'node:crypto';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { TAKEN_ORGAN_SLUGS, TAKEN_REGION_SLUGS } from '@zhaoshi/domain/organ/slug';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const CONTACT = {
  address: '示例路1号',
  postcode: '100000',
  officeHours: '工作日 9:00—17:00',
  phone: '0000-1234567',
  fax: '',
  email: 'a@b.example',
  website: null,
  responsiblePerson: '某某',
};

const pathOf = async (organ: WorldOrgan): Promise<string> => {
  const row = await world.database.server
    .selectFrom('organ')
    .select('path')
    .where('organ_id', '=', organ.organId)
    .executeTakeFirstOrThrow();
  return row.path;
};

const lastAudit = async () =>
  await world.database.server
    .selectFrom('audit_entry')
    .select(['action', 'subject', 'details'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();

const create = (under: WorldOrgan, body: object) =>
  world.call(organRoutes.create, { params: idsOf(under), body: body as never }, admin);

describe('setting up an organ', () => {
  it('puts it under its parent, with level and path, and writes it to the trail', async () => {
    const body = { name: '新乡人民政府', kind: 'township', slug: slug(), validFrom: '2026-01-01' };
    const { status, body: made } = await create(world.county, body);
    expect(status).toBe(200);
    expect(made).toMatchObject({
      name: '新乡人民政府',
      level: 'township',
      parentId: world.county.organId,
      regionName: 'East',
      isRegionGovernment: false,
      version: 1,
    });
    const organId = String(made['organId']);
    expect(await pathOf({ ...world.county, organId })).toBe(`${world.county.path}${organId}/`);
    expect(await lastAudit()).toMatchObject({ action: 'organ.create', subject: `organ/${organId}` });
  });

  it('says all that is wrong at once', async () => {
    const { status, body } = await create(world.township, {
      name: '某局',
      kind: 'department',
      slug: 'office',
      validFrom: '2001-01-01',
    });
    expect(status).toBe(422);
    expect(body['errors']).toEqual([
      { pointer: '/kind', message: '部门不能设在乡镇人民政府之下' },
      { pointer: '/slug', message: '本地区已有机关使用这个网址名' },
      { pointer: '/validFrom', message: '这一天上级机关不存在' },
    ]);
  });

  it('makes one organ of a call that is sent twice', async () => {
    const body = { name: '两次局', kind: 'department', slug: slug(), validFrom: '2026-01-01' } as const;
    const key = { 'idempotency-key': randomUUID() };
    const request = { params: idsOf(world.county), body };
    const first = await world.call(organRoutes.create, request, admin, key);
    const second = await world.call(organRoutes.create, request, admin, key);
    expect(second.body['organId']).toBe(first.body['organId']);
  });

  it('lets no field in that is not of the call: path, region, level, version (attack 23)', async () => {
    const body = { name: '某局', kind: 'department', slug: slug(), validFrom: '2026-01-01' };
    for (const more of [
      { path: world.city.path },
      { regionId: world.otherCounty.regionId },
      { level: 'province' },
      { version: 9 },
    ]) {
      expect((await create(world.county, { ...body, ...more })).status).toBe(422);
    }
    const edit = await world.call(
      organRoutes.edit,
      {
        params: idsOf(world.township),
        body: { name: '改名', contact: CONTACT, kind: 'countyGovernment' } as never,
      },
      admin,
      ifMatch(1),
    );
    expect(edit.status).toBe(422);
  });

  it('knows every name that stands for something else in addresses', async () => {
    const { rows } = await sql<{ readonly definition: string }>`
      select pg_get_constraintdef(oid) as definition from pg_constraint
      where conname in ('organ_slug_is_free', 'region_slug_is_free') order by conname`.execute(
      world.database.owner,
    );
    const inDatabase = rows.map(({ definition }) =>
      [...definition.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name ?? '').toSorted(),
    );
    expect(inDatabase).toEqual([[...TAKEN_ORGAN_SLUGS].toSorted(), [...TAKEN_REGION_SLUGS].toSorted()]);
  });
});

describe('founding a region', () => {
  const region = () => ({
    name: '北县',
    slug: slug(),
    level: 'county' as const,
    government: { name: '北县人民政府', slug: 'government' },
    validFrom: '2026-01-01',
  });

  it('stands below the city in the tree, in a region of its own', async () => {
    const cityAdmin = await world.signedIn(world.city, 'administrator');
    const request = { params: idsOf(world.city), body: region() };
    const { status, body } = await world.call(organRoutes.createRegion, request, cityAdmin);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      isRegionGovernment: true,
      kind: 'countyGovernment',
      parentId: world.city.organId,
    });
    expect(body['regionId']).not.toBe(world.city.regionId);
  });

  it('cannot lie in a county, nor below an organ that is no government', async () => {
    const inCounty = await world.call(
      organRoutes.createRegion,
      { params: idsOf(world.county), body: region() },
      admin,
    );
    expect(inCounty.body['errors']).toEqual([
      { pointer: '/level', message: '这一级地区不能设在这一级政府之下' },
    ]);
    const underTownship = { params: idsOf(world.township), body: region() };
    const refused = await world.call(organRoutes.createRegion, underTownship, admin);
    expect([refused.status, refused.body['code']]).toEqual([409, 'state-refuses']);
  });
});

describe('editing an organ', () => {
  it('keeps what was sent, empty lines as nothing; the person is not in the trail', async () => {
    const organ = await plantOrgan(world, world.county, 'department');
    const request = { params: idsOf(organ), body: { name: '改名局', contact: CONTACT } };
    const { body, headers } = await world.call(organRoutes.edit, request, admin, ifMatch(1));
    expect(body).toMatchObject({ name: '改名局', contact: { ...CONTACT, fax: null }, version: 2 });
    expect(headers['etag']).toBe('"2"');
    const { details } = await lastAudit();
    expect(details).toContain('0000-1234567');
    expect(details).not.toContain('某某');
    const shown = await world.database.portal
      .selectFrom('published.organ_contact')
      .selectAll()
      .where('organ_id', '=', organ.organId)
      .executeTakeFirstOrThrow();
    expect(shown).toMatchObject({ phone: '0000-1234567', fax: null, responsible_person: '某某' });
  });

  it('refuses what is no phone, postcode, mail or web address, each at its place', async () => {
    const contact = {
      ...CONTACT,
      phone: '请来电',
      postcode: '12',
      email: 'x',
      website: 'javascript:alert(1)',
    };
    const request = { params: idsOf(world.township), body: { name: '镇', contact } };
    const { body } = await world.call(organRoutes.edit, request, admin, ifMatch(1));
    expect(body['code']).toBe('invalid');
    const errors = body['errors'] as unknown as readonly { readonly pointer: string }[];
    expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/contact/email',
      '/contact/phone',
      '/contact/postcode',
      '/contact/website',
    ]);
  });

  it('answers a stale save with what is there now, and keeps it', async () => {
    const organ = await plantOrgan(world, world.county, 'department');
    const save = (name: string) =>
      world.call(
        organRoutes.edit,
        { params: idsOf(organ), body: { name, contact: CONTACT } },
        admin,
        ifMatch(1),
      );
    const answers = await Promise.all([save('甲'), save('乙')]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const won = answers.find(({ status }) => status === 200);
    const lost = answers.find(({ status }) => status === 412);
    expect(lost?.body['current']).toMatchObject({ name: won?.body['name'], version: 2 });
    const { body } = await world.call(organRoutes.read, { params: idsOf(organ) }, admin);
    expect(body['name']).toBe(won?.body['name']);
  });
});

describe('another organ’s rows by id (attack 22)', () => {
  it('are not found, also not as a parent, a successor or through the ids of another region', async () => {
    const foreign = await plantOrgan(world, world.otherCounty, 'department');
    const mixed = { regionId: world.county.regionId, organId: foreign.organId };
    for (const params of [idsOf(foreign), mixed]) {
      expect((await world.call(organRoutes.read, { params }, admin)).status).toBe(404);
      const edit = { params, body: { name: '夺', contact: CONTACT } };
      expect((await world.call(organRoutes.edit, edit, admin, ifMatch(1))).status).toBe(404);
    }
    const listed = await world.call(organRoutes.list, { query: { limit: 100 } }, admin);
    const items = listed.body['items'] as unknown as readonly { readonly organId: string }[];
    expect(items.map(({ organId }) => organId)).not.toContain(foreign.organId);
  });
});

describe('the list', () => {
  it('finds by part of the name, and takes wildcards for what they are', async () => {
    const make = (name: string) =>
      create(world.county, { name, kind: 'department', slug: slug(), validFrom: '2026-01-01' });
    await make('百分之百%局');
    const find = async (name: string): Promise<number> => {
      const { body } = await world.call(organRoutes.list, { query: { name } }, admin);
      return (body['items'] as unknown as readonly object[]).length;
    };
    expect([await find('百分之百'), await find('%'), await find('_之百'), await find('没有')]).toEqual([
      1, 1, 0, 0,
    ]);
  });
});
