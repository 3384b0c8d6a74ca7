import { accountRoutes } from '@zhaoshi/contract/routes/account';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { DAY_MS } from '@zhaoshi/domain/kernel/durations';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, createWorld, type World } from '../../../test/api-world.ts';
import { newVisitor, OTHER_PASSWORD, PASSWORD, personWithPassword } from '../../../test/visitor.ts';

const START = new Date('2026-11-21T02:03:04.567Z');

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => world.setNow(START));

const stageOf = ({ body }: Answer): unknown => body['stage'];
const codeOf = ({ status, body }: Answer): unknown[] => [status, body['code']];

describe('an old password', () => {
  it('is changed at sign-in before anything else is possible', async () => {
    const old = new Date(START.getTime() - 90 * DAY_MS);
    const { loginName } = await personWithPassword(world, world.county, ['drafter'], old);
    const visitor = newVisitor(world);
    expect(stageOf(await visitor.signIn(loginName))).toBe('changePassword');
    expect(codeOf(await visitor.call(accountRoutes.listSessions, {}))).toEqual([401, 'sign-in-incomplete']);
    const same = { current: PASSWORD, next: PASSWORD };
    expect((await visitor.call(accountRoutes.changePassword, { body: same })).body['errors']).toEqual([
      { pointer: '/next', message: '不能与最近 5 次用过的密码相同' },
    ]);
    const body = { current: PASSWORD, next: OTHER_PASSWORD };
    expect(stageOf(await visitor.call(accountRoutes.changePassword, { body }))).toBe('full');
    expect((await newVisitor(world).signIn(loginName)).status).toBe(401);
    expect((await newVisitor(world).signIn(loginName, OTHER_PASSWORD)).status).toBe(200);
  });

  it('does not come back for five changes, and ends the other sessions with each', async () => {
    const { loginName } = await personWithPassword(world, world.county, ['drafter'], START);
    const [visitor, other] = [newVisitor(world), newVisitor(world)];
    await visitor.signIn(loginName);
    await other.signIn(loginName);
    const passwords = [
      PASSWORD,
      'Kd9!tWq3#rLm',
      'Vz6?hNb1%sXc',
      'Jf2*yGp8&eTu',
      'Qa5^oMi7(dKw',
      'Rx3)lZv9_bHn',
    ];
    for (const [index, next] of passwords.slice(1).entries()) {
      world.setNow(new Date(START.getTime() + index * 1000));
      const body = { current: passwords[index] ?? '', next };
      expect((await visitor.call(accountRoutes.changePassword, { body })).status).toBe(200);
    }
    expect((await other.call(sessionRoutes.read, {})).status).toBe(401);
    const [first = '', second = ''] = passwords;
    const current = passwords.at(-1) ?? '';
    const again = async (next: string) =>
      (await visitor.call(accountRoutes.changePassword, { body: { current, next } })).status;
    expect(await again(second)).toBe(422);
    world.setNow(new Date(START.getTime() + 60_000));
    expect(await again(first)).toBe(200);
  });

  it('is weighed against the list that is carried along', async () => {
    const { loginName } = await personWithPassword(world, world.county, ['drafter'], START);
    const visitor = newVisitor(world);
    await visitor.signIn(loginName);
    for (const next of ['Trustno1trustno1!', 'Iloveyou2026!!', 'Qwertyuiop123!']) {
      const answer = await visitor.call(accountRoutes.changePassword, { body: { current: PASSWORD, next } });
      expect(JSON.stringify(answer.body['errors']), next).toContain('太容易被猜到');
    }
  });
});
