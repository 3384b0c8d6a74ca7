import { organOfficeRoutes } from '@zhaoshi/contract/routes/organ-offices';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantOrgan } from '../../../test/organ-samples.ts';

let world: World;
let officer: string;
beforeAll(async () => {
  world = await createWorld();
  officer = await world.signedIn(world.township, 'disclosureOfficer');
});
afterAll(() => world.close());

const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });

const OFFICE = {
  name: '党政办公室',
  headTitle: '主任',
  address: '示例路1号',
  officeHours: '工作日',
  phone: '0000-1',
  fax: null,
  email: null,
  website: null,
  duties: ['办理本行政机关的政府信息公开事宜'],
};

const saveOffice = (organ: WorldOrgan, body: object, version: number, cookie = officer) =>
  world.call(
    organOfficeRoutes.editDisclosureOffice,
    { params: idsOf(organ), body: body as never },
    cookie,
    ifMatch(version),
  );

describe('the disclosure office', () => {
  it('is empty at first, with the five duties of 条例4 to start from', async () => {
    const { body, headers } = await world.call(
      organOfficeRoutes.readDisclosureOffice,
      { params: idsOf(world.township) },
      officer,
    );
    expect(body).toMatchObject({ office: null, version: 1 });
    expect(body['statutoryDuties']).toHaveLength(5);
    expect(headers['etag']).toBe('"1"');
  });

  it('is entered once by two at the same time; the other is shown what is there', async () => {
    const answers = await Promise.all([
      saveOffice(world.township, OFFICE, 1),
      saveOffice(world.township, { ...OFFICE, name: '综合办公室' }, 1),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const lost = answers.find(({ status }) => status === 412);
    expect(lost?.body['current']).toMatchObject({ version: 2, office: { headTitle: '主任' } });
    const saved = await saveOffice(world.township, { ...OFFICE, phone: '0000-2' }, 2);
    expect(saved.body).toMatchObject({ version: 3, office: { phone: '0000-2' } });
    const published = await world.database.portal
      .selectFrom('published.disclosure_office')
      .selectAll()
      .where('organ_id', '=', world.township.organId)
      .execute();
    expect(published).toMatchObject([{ name: '党政办公室', phone: '0000-2', duties: OFFICE.duties }]);
  });

  it('is not entered over a version that never was, nor changed twice from the same one', async () => {
    const cookie = await world.signedIn(world.office, 'disclosureOfficer');
    const early = await saveOffice(world.office, OFFICE, 2, cookie);
    expect([early.status, early.body['current']]).toMatchObject([412, { version: 1, office: null }]);
    expect((await saveOffice(world.office, OFFICE, 1, cookie)).status).toBe(200);
    const answers = await Promise.all([
      saveOffice(world.office, { ...OFFICE, phone: '0000-2' }, 2, cookie),
      saveOffice(world.office, { ...OFFICE, phone: '0000-3' }, 2, cookie),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const lost = answers.find(({ status }) => status === 412);
    expect(lost?.body['current']).toMatchObject({ version: 3 });
  });

  it('is none for a village, which is no organ in law (条例2)', async () => {
    const village = await plantOrgan(world, world.township, 'village');
    const admin = await world.signedIn(world.county, 'administrator');
    const { body } = await saveOffice(village, OFFICE, 1, admin);
    expect(body['code']).toBe('state-refuses');
  });
});

interface Member {
  readonly memberId: string | null;
  readonly name: string;
  readonly post: string;
  readonly duty: 'head' | 'deputy' | 'member';
  readonly validFrom: string;
  readonly validTo: string | null;
}

const member = (name: string, more: Partial<Member> = {}): Member => ({
  memberId: null,
  name,
  post: '乡长',
  duty: 'member',
  validFrom: '2025-01-01',
  validTo: null,
  ...more,
});

describe('the leading group', () => {
  const save = (members: readonly Member[], version: number) =>
    world.call(
      organOfficeRoutes.editLeadingGroup,
      {
        params: idsOf(world.township),
        body: {
          name: '领导小组',
          documentNumber: '测试〔2025〕1号',
          establishedOn: '2025-01-01',
          office: '党政办',
          members: [...members],
        },
      },
      officer,
      ifMatch(version),
    );

  const namesIn = async (): Promise<readonly string[]> =>
    (
      await world.database.portal
        .selectFrom('published.leading_group_member')
        .select('name')
        .where('organ_id', '=', world.township.organId)
        .orderBy('position')
        .execute()
    ).map(({ name }) => name);

  it('keeps the order; who leaves stays on record and goes from the public page', async () => {
    const first = await save(
      [member('甲某', { duty: 'head' }), member('乙某'), member('丙某', { validFrom: '2999-01-01' })],
      1,
    );
    expect(first.status).toBe(200);
    const group = first.body['group'] as unknown as { readonly members: readonly Member[] };
    // Somebody who comes later is not shown before.
    expect(await namesIn()).toEqual(['甲某', '乙某']);

    const [head, , coming] = group.members;
    if (head === undefined || coming === undefined) throw new Error('members are missing');
    const second = await save([member('丁某'), { ...head, post: '党委书记' }], 2);
    expect(await namesIn()).toEqual(['丁某', '甲某']);
    expect(second.body['formerMembers']).toMatchObject([{ name: '乙某', validTo: '2026-11-21' }]);
    const names = JSON.stringify(second.body);
    // Taken back, because it never held.
    expect(names).not.toContain('丙某');
    expect(names).toContain('党委书记');
  });

  it('keeps names out of the trail', async () => {
    const entries = await world.database.server
      .selectFrom('audit_entry')
      .select('details')
      .where('action', '=', 'leadingGroup.edit')
      .execute();
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.map(({ details }) => details).join()).not.toMatch(/[甲乙丙丁]某/);
  });

  it('refuses somebody else’s member, a member twice, and an end before the beginning', async () => {
    const foreign = '00000000-0000-4000-8000-000000000001';
    const { status, body } = await save(
      [member('甲某', { memberId: foreign }), member('乙某', { validTo: '2024-01-01' })],
      3,
    );
    expect(status).toBe(422);
    const errors = body['errors'] as unknown as readonly { readonly pointer: string }[];
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/members/0/memberId', '/members/1/validTo']);
    expect(await namesIn()).toEqual(['丁某', '甲某']);
  });

  it('is not entered over a version that never was, nor changed twice from the same one', async () => {
    const early = await save([member('戊某')], 9);
    expect(early.status).toBe(412);
    const answers = await Promise.all([save([member('丁某')], 3), save([member('甲某')], 3)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const won = answers.find(({ status }) => status === 200);
    expect(won?.body['version']).toBe(4);
    expect(await namesIn()).toHaveLength(1);
  });
});
