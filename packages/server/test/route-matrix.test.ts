import type { Route } from '@zhaoshi/contract/define-route';
import { can, canSomewhere } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { ROLE_NAMES, type Role } from '@zhaoshi/domain/permission/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jurisdictionOf } from '../src/db/queries/caller.ts';
import { type Answer, createWorld, type World, type WorldOrgan } from './api-world.ts';
import type { AnySample } from './route-sample.ts';
import { SAMPLED_ROUTES } from './route-samples.ts';
import { SAMPLE_SERVICE } from './sample-service.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ singleSignOn: SAMPLE_SERVICE });
});
afterAll(() => world.close());

/** The caller acts in the county's office or the county; the thing belongs to one of these. */
const RELATIONS = ['own', 'below', 'jurisdiction', 'above', 'other'] as const;

const subjectOf = (relation: (typeof RELATIONS)[number]): { home: WorldOrgan; subject: WorldOrgan } => {
  const { county, office, township, otherCounty, city } = world;
  switch (relation) {
    case 'own':
      return { home: county, subject: county };
    case 'below':
      return { home: county, subject: township };
    case 'jurisdiction':
      return { home: office, subject: township };
    case 'above':
      return { home: county, subject: city };
    default:
      return { home: county, subject: otherCounty };
  }
};

/** What the permission table says the answer is. */
function expected(route: Route, aboutOrgan: boolean, role: Role, home: WorldOrgan, subject: WorldOrgan) {
  const permission = route.permission as Permission;
  const kind = home === world.office ? 'governmentOrgan' : 'countyGovernment';
  const actor = {
    roles: [role],
    path: home.path,
    jurisdiction: jurisdictionOf(kind, home.path),
    secondFactor: true,
  };
  if (!canSomewhere(actor, permission)) return 403;
  return !aboutOrgan || can(actor, permission, subject.path) ? 'accepted' : 404;
}

const asked = new Map<string, ReturnType<AnySample['prepare']>>();

/** What may be asked again and again, because the answer is a refusal, which changes nothing. */
const refusedCall = (id: string, sample: AnySample): ReturnType<AnySample['prepare']> => {
  const known = asked.get(id) ?? sample.prepare(world, world.county, null);
  asked.set(id, known);
  return known;
};

const refusedPeople = new Map<string, Promise<string>>();

/**
 * Session of somebody with the role who is refused, which changes nothing for the next refusal. Each new person of an
 * organ is told of what happens there, so that thousands of them would make every call slower.
 */
const whoIsRefused = (home: WorldOrgan, role: Role): Promise<string> => {
  const key = `${home.organId} ${role}`;
  const known = refusedPeople.get(key) ?? world.signedIn(home, role);
  refusedPeople.set(key, known);
  return known;
};

/** What is accepted may change the caller, too; afterwards they have left and are told of nothing more. */
async function callByNewPerson(
  route: Route,
  sample: AnySample,
  home: WorldOrgan,
  role: Role,
  subject: WorldOrgan,
): Promise<Answer> {
  const accountId = await world.newPerson(home, [role]);
  const cookie = await world.sessionOf(accountId);
  const { request, headers } = await sample.prepare(world, subject, accountId);
  const answer = await world.call(route, request as never, cookie, headers);
  await world.leave(accountId);
  return answer;
}

const FREE = new Set<string>(['anyone', 'signingIn', 'self']);

describe.each(SAMPLED_ROUTES)('$id', ({ id, route, sample }) => {
  it('answers nobody who is not signed in, unless it is for anyone', async () => {
    const isOpen = route.permission === 'anyone';
    const { request, headers } = isOpen
      ? await sample.prepare(world, world.county, null)
      : await refusedCall(id, sample);
    const { status, body } = await world.call(route, request as never, null, headers);
    if (isOpen) expect(body['code']).not.toBe('forbidden');
    else expect(status).toBe(401);
  });
});

describe.each(SAMPLED_ROUTES.filter(({ route }) => !FREE.has(route.permission)))(
  '$id',
  ({ route, sample }) => {
    it('answers each role as the table says, for own, lower, supervised, higher and other organs', async () => {
      for (const relation of RELATIONS) {
        const { home, subject } = subjectOf(relation);
        // A refusal changes nothing, so that all who are refused may ask for the same thing.
        const refused = await sample.prepare(world, subject, null);
        for (const role of ROLE_NAMES) {
          const answer = expected(route, sample.aboutOrgan, role, home, subject);
          const { status, body } =
            answer === 'accepted'
              ? await callByNewPerson(route, sample, home, role, subject)
              : await world.call(
                  route,
                  refused.request as never,
                  await whoIsRefused(home, role),
                  refused.headers,
                );
          const isLetIn = status < 300 || (status === 409 && body['code'] === sample.rulesMayRefuse);
          const outcome = isLetIn ? 'accepted' : status;
          const context = `${route.id} ${role} ${relation}: ${JSON.stringify(body).slice(0, 300)}`;
          expect(outcome, context).toBe(answer);
        }
      }
    });
  },
);

describe.each(SAMPLED_ROUTES.filter(({ route }) => FREE.has(route.permission)))(
  '$id',
  ({ route, sample }) => {
    it('answers every role, because it is for all or for what is one’s own', async () => {
      for (const role of ROLE_NAMES) {
        const accountId = await world.newPerson(world.county, [role]);
        const cookie = await world.sessionOf(accountId, sample.stage);
        const { request, headers } = await sample.prepare(world, world.county, accountId);
        const { status, body } = await world.call(route, request as never, cookie, headers);
        await world.leave(accountId);
        const outcome = status < 400 ? 'accepted' : body['code'];
        const context = `${route.id} ${role}: ${JSON.stringify(body).slice(0, 300)}`;
        expect(outcome, context).toBe(sample.refusedHere ?? 'accepted');
      }
    });
  },
);

const STAGES = ['secondFactor', 'changePassword', 'enrolSecondFactor'] as const;

describe.each(
  SAMPLED_ROUTES.filter(({ route }) => route.permission !== 'anyone' && route.permission !== 'signingIn'),
)('$id', ({ id, route, sample }) => {
  it.each(STAGES)('refuses whoever is still at the stage %s of signing in', async (stage) => {
    const accountId = await world.newPerson(world.county, ['administrator', 'leader', 'drafter']);
    const cookie = await world.sessionOf(accountId, stage);
    const { request, headers } = await refusedCall(id, sample);
    const { status, body } = await world.call(route, request as never, cookie, headers);
    await world.leave(accountId);
    expect([status, body['code']]).toEqual([401, 'sign-in-incomplete']);
  });
});

describe.each(SAMPLED_ROUTES.filter(({ route }) => route.method !== 'GET'))(
  '$id',
  ({ id, route, sample }) => {
    it('refuses a call from another site', async () => {
      const { request, headers } = await refusedCall(id, sample);
      const cookie = await whoIsRefused(world.county, 'administrator');
      const foreign = { ...headers, 'sec-fetch-site': 'cross-site' };
      const { status, body } = await world.call(route, request as never, cookie, foreign);
      expect([status, body['code']]).toEqual([403, 'cross-site']);
    });
  },
);
