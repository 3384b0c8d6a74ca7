import type { Route } from '@zhaoshi/contract/define-route';
import { auditRoutes } from '@zhaoshi/contract/routes/audit';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { newVisitor, personWithPassword } from '../../../test/visitor.ts';

const NOW = new Date('2026-11-21T02:03:04.567Z');

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

interface Entry {
  readonly subject: string;
  readonly organ: string | null;
  readonly organNames: Readonly<Record<string, string>>;
  readonly details: { readonly organ?: string; readonly succeeded?: boolean; readonly locked?: boolean };
}

async function seenBy(
  organ: WorldOrgan,
  event: string,
  also: { readonly organId?: string; readonly actor?: string } = {},
): Promise<readonly Entry[]> {
  const auditor = await world.signedIn(organ, 'auditor');
  const route: Route = auditRoutes.list;
  const { body } = await world.call(route, { query: { event, limit: 100, ...also } } as never, auditor);
  return body['items'] as unknown as readonly Entry[];
}

describe('what the auditor of a county sees of signing in', () => {
  it('is what happened to the accounts of its own people, with the failures that lock them', async () => {
    const { loginName, accountId } = await personWithPassword(world, world.township, ['drafter'], NOW);
    await newVisitor(world).signIn(loginName);
    for (let wrong = 0; wrong < 5; wrong += 1) await newVisitor(world).signIn(loginName, 'wrong');

    const own = (await seenBy(world.county, 'session.signIn')).filter(
      ({ subject }) => subject === `account/${accountId}`,
    );
    expect(own.map(({ details }) => [details.succeeded, details.locked ?? null])).toEqual([
      [false, true],
      ...Array.from({ length: 4 }, () => [false, false]),
      [true, null],
    ]);
    expect(own.every(({ organ }) => organ === 'township')).toBe(true);
    for (const { details, organNames } of own) expect(organNames[details.organ ?? '']).toBe('township');
    expect(await seenBy(world.otherCounty, 'session.signIn')).toEqual([]);
  });

  it('narrows to an organ with what is below it, and to a person', async () => {
    const first = await personWithPassword(world, world.township, ['drafter'], NOW);
    const second = await personWithPassword(world, world.otherCounty, ['drafter'], NOW);
    for (const { loginName } of [first, second]) await newVisitor(world).signIn(loginName);
    const subjects = async (also: Parameters<typeof seenBy>[2]): Promise<ReadonlySet<string>> =>
      new Set((await seenBy(world.city, 'session.signIn', also)).map(({ subject }) => subject));
    const below = await subjects({ organId: world.county.organId });
    expect(below.has(`account/${first.accountId}`)).toBe(true);
    expect(below.has(`account/${second.accountId}`)).toBe(false);
    expect(below.has('account/unknown')).toBe(false);
    expect([...(await subjects({ actor: second.accountId }))]).toEqual([`account/${second.accountId}`]);
    // Another's organ narrows to nothing; it opens nothing.
    expect(await seenBy(world.otherCounty, 'session.signIn', { organId: world.county.organId })).toEqual([]);
  });

  it('leaves out names that nobody has, which only the top of the tree sees', async () => {
    await newVisitor(world).call(sessionRoutes.signIn, {
      body: { loginName: 'nobody-at-all', password: 'wrong' },
    });
    const isUnknown = ({ subject }: Entry): boolean => subject === 'account/unknown';
    expect((await seenBy(world.county, 'session.signIn')).some(isUnknown)).toBe(false);
    expect((await seenBy(world.city, 'session.signIn')).some(isUnknown)).toBe(true);
  });
});

it('what was done while the organ stood elsewhere in the tree stays with the auditors of then', async () => {
  const { database, otherCounty, county } = world;
  const { loginName, accountId } = await personWithPassword(world, world.township, ['drafter'], NOW);
  const count = async (organ: WorldOrgan): Promise<number> =>
    (await seenBy(organ, 'session.signIn')).filter(({ subject }) => subject === `account/${accountId}`)
      .length;
  await newVisitor(world).signIn(loginName);
  const path = `${otherCounty.path}${world.township.organId}/`;
  await database.owner
    .updateTable('organ')
    .set({ path })
    .where('organ_id', '=', world.township.organId)
    .execute();
  await newVisitor(world).signIn(loginName);
  expect([await count(county), await count(otherCounty), await count(world.city)]).toEqual([1, 1, 2]);
});
