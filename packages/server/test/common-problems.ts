import { randomUUID } from 'node:crypto';
import { bodyOf, type Route } from '@zhaoshi/contract/define-route';
import type { ProblemCode } from '@zhaoshi/contract/problems';
import { canSomewhere } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { ROLE_NAMES, type Role } from '@zhaoshi/domain/permission/roles';
import { z } from 'zod';
import type { Answer, World, WorldOrgan } from './api-world.ts';
import type { AnySample } from './route-sample.ts';

/** Worlds that differ in what they can reach outside. */
export interface Worlds {
  readonly usual: World;
  /** Has no sign-in service. */
  readonly alone: World;
  /** Its sign-in service and its virus scanner do not answer. */
  readonly silent: World;
  /** Allows one try at a secret, and files of one byte a day. */
  readonly strict: World;
  /** Its database is gone. */
  readonly broken: World;
}

export interface Subject {
  readonly route: Route;
  readonly sample: AnySample;
}

/** Makes a call that is answered with a problem. */
export type Provoke = (worlds: Worlds, subject: Subject) => Promise<Answer>;

interface Person {
  readonly accountId: string;
  readonly cookie: string;
  readonly home: WorldOrgan;
}

const asActor = (role: Role, { path }: WorldOrgan) => ({
  roles: [role],
  path,
  jurisdiction: path,
  secondFactor: true,
});

/** Somebody who may call the route for what belongs to their own organ. */
export async function someoneWhoMay(world: World, { route, sample }: Subject): Promise<Person> {
  for (const home of [world.county, world.city]) {
    const role = ROLE_NAMES.find(
      (one) =>
        ['anyone', 'signingIn', 'self'].includes(route.permission) ||
        canSomewhere(asActor(one, home), route.permission as Permission),
    );
    if (role === undefined) continue;
    const accountId = await world.newPerson(home, [role]);
    return { accountId, cookie: await world.sessionOf(accountId, sample.stage), home };
  }
  throw new Error(`nobody may call ${route.id}`);
}

type Changes = {
  readonly request?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly without?: string;
  readonly cookie?: string | null;
};

/** Somebody who may call a route, and what with. */
interface Ready {
  readonly route: Route;
  readonly person: Person;
  readonly right: Awaited<ReturnType<AnySample['prepare']>>;
}

async function readyFor(world: World, subject: Subject, thing?: WorldOrgan): Promise<Ready> {
  const person = await someoneWhoMay(world, subject);
  const right = await subject.sample.prepare(world, thing ?? person.home, person.accountId);
  return { route: subject.route, person, right };
}

async function ask(world: World, { route, person, right }: Ready, changes: Changes): Promise<Answer> {
  const headers = { ...right.headers, ...changes.headers };
  if (changes.without !== undefined) delete headers[changes.without];
  const cookie = changes.cookie === undefined ? person.cookie : changes.cookie;
  return await world.call(route, { ...right.request, ...changes.request } as never, cookie, headers);
}

/** The sample's call by somebody who may make it, but for the changes. */
export async function callWith(
  world: World,
  subject: Subject,
  { subject: thing, ...changes }: Changes & { readonly subject?: WorldOrgan } = {},
): Promise<Answer> {
  const ready = await readyFor(world, subject, thing);
  const answer = await ask(world, ready, changes);
  // Whoever stays is told of all that happens in the organ from then on: thousands make every call slower.
  await world.leave(ready.person.accountId);
  return answer;
}

const lastReady = new WeakMap<World, Ready>();

/**
 * A refusal changes nothing, so that all the refusals of a route, which come one after another, are asked by one person
 * about one thing; then that person leaves.
 */
async function readyToBeRefused(world: World, subject: Subject): Promise<Ready> {
  const last = lastReady.get(world);
  if (last?.route === subject.route) return last;
  if (last !== undefined) await world.leave(last.person.accountId);
  const ready = await readyFor(world, subject);
  lastReady.set(world, ready);
  return ready;
}

/** The sample's call with changes that have it refused before anything is done. */
const refusedWith =
  (changes: Changes): Provoke =>
  async ({ usual }, subject) =>
    await ask(usual, await readyToBeRefused(usual, subject), changes);

const GARBAGE = '!'.repeat(5000);

const filledWith = (schema: z.ZodObject, value: string): object =>
  Object.fromEntries(Object.keys(schema.shape).map((name) => [name, value]));

/** What the route's schemas refuse. */
function nonsense(route: Route): object {
  if (bodyOf(route) instanceof z.ZodType) return { body: [] };
  if (route.params !== undefined) return { params: filledWith(route.params, '!') };
  return { query: filledWith(route.query ?? z.object({}), GARBAGE) };
}

const raw = (payload: string, type: string): Provoke =>
  refusedWith({ request: { body: payload }, headers: { 'content-type': type } });

const atStage: Provoke = async ({ usual }, { route, sample }) => {
  const accountId = await usual.newPerson(usual.county, ['administrator']);
  const cookie = await usual.sessionOf(accountId, 'secondFactor');
  const { request, headers } = await sample.prepare(usual, usual.county, accountId);
  const answer = await usual.call(route, request as never, cookie, headers);
  await usual.leave(accountId);
  return answer;
};

const reusedKey: Provoke = async ({ usual }, subject) => {
  const key = randomUUID();
  const ready = await readyToBeRefused(usual, subject);
  await usual.database.server
    .insertInto('idempotency')
    .values({
      account_id: ready.person.accountId,
      key,
      route: subject.route.id,
      request_sha256: 'of something else',
      value: '',
      created_at: new Date(),
    })
    .execute();
  const anonymous = subject.route.permission === 'anyone' && { cookie: null };
  return await ask(usual, ready, { ...anonymous, headers: { 'idempotency-key': key } });
};

const twice: Provoke = async ({ strict }, subject) => {
  await callWith(strict, subject);
  return await callWith(strict, subject);
};

/** Problems that follow from a route's shape; `not-found` for things of one organ. */
export const COMMON_PROBLEMS: Readonly<Partial<Record<ProblemCode, Provoke>>> = {
  'not-signed-in': refusedWith({ cookie: null }),
  'sign-in-incomplete': atStage,
  forbidden: async ({ usual }, subject) => {
    const cookie = await usual.sessionOf(await usual.newPerson(null, []));
    return await ask(usual, await readyToBeRefused(usual, subject), { cookie });
  },
  'cross-site': refusedWith({ headers: { 'sec-fetch-site': 'cross-site' } }),
  invalid: async (worlds, subject) =>
    await refusedWith({ request: nonsense(subject.route) })(worlds, subject),
  malformed: raw('{', 'application/json'),
  'too-large': raw(JSON.stringify('x'.repeat(3_000_000)), 'application/json'),
  'unsupported-type': raw('<a/>', 'application/xml'),
  'version-missing': refusedWith({ without: 'if-match' }),
  stale: refusedWith({ headers: { 'if-match': '"999999"' } }),
  'key-missing': refusedWith({ headers: { 'idempotency-key': '' } }),
  'key-reused': reusedKey,
  'too-many': twice,
  fault: async ({ usual, broken }, subject) => await ask(broken, await readyToBeRefused(usual, subject), {}),
  'not-found': async ({ usual }, subject) => await callWith(usual, subject, { subject: usual.otherCounty }),
};
