import { savedViewRoutes } from '@zhaoshi/contract/routes/saved-views';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const save = async (cookie: string, name: string, filter: object = {}) =>
  await world.call(savedViewRoutes.save, { body: { name, filter } }, cookie);

const namesOf = async (cookie: string): Promise<readonly string[]> => {
  const { body } = await world.call(savedViewRoutes.list, {}, cookie);
  return (body['items'] as unknown as readonly { readonly name: string }[]).map(({ name }) => name);
};

it('a view is its person’s alone: nobody else sees or removes it', async () => {
  const [mine, theirs] = [
    await world.signedIn(world.county, 'drafter'),
    await world.signedIn(world.county, 'disclosureOfficer'),
  ];
  const { body } = await save(mine, '逾期', { stage: 'overdue' });
  expect(await namesOf(mine)).toEqual(['逾期']);
  expect(await namesOf(theirs)).toEqual([]);
  const params = { viewId: String(body['viewId']) };
  expect((await world.call(savedViewRoutes.remove, { params }, theirs)).status).toBe(404);
  expect((await world.call(savedViewRoutes.remove, { params }, mine)).status).toBeLessThan(300);
  expect(await namesOf(mine)).toEqual([]);
});

it('an applicant is never kept in a view', async () => {
  const cookie = await world.signedIn(world.county, 'drafter');
  const refused = await save(cookie, '张三的申请', { applicant: '张三' });
  expect(refused.body).toMatchObject({ code: 'invalid' });
  expect(await namesOf(cookie)).toEqual([]);
});

it('a name is given once, and thirty views are enough', async () => {
  const cookie = await world.signedIn(world.county, 'drafter');
  for (let number = 1; number <= 30; number += 1) {
    expect((await save(cookie, `视图${number}`)).status).toBe(200);
  }
  expect((await save(cookie, '视图1')).body).toMatchObject({ code: 'state-refuses' });
  expect((await save(cookie, '视图31')).body).toMatchObject({
    detail: '最多保存 30 个视图，请先删除不用的。',
  });
});
