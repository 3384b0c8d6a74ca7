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
  readonly subject?: WorldOrgan;
};

/** The sample's call by somebody who may make it, but for the changes. */
export async function callWith(world: World, subject: Subject, changes: Changes = {}): Promise<Answer> {
  const { route, sample } = subject;
  const person = await someoneWhoMay(world, subject);
  const right = await sample.prepare(world, changes.subject ?? person.home, person.accountId);
  const headers = { ...right.headers, ...changes.headers };
  if (changes.without !== undefined) delete headers[changes.without];
  const cookie = changes.cookie === undefined ? person.cookie : changes.cookie;
  const answer = await world.call(route, { ...right.request, ...changes.request } as never, cookie, headers);
  // Whoever stays is told of all that happens in the organ from then on: thousands make every call slower.
  await world.leave(person.accountId);
  return answer;
}

const GARBAGE = '!'.repeat(5000);

const filledWith = (schema: z.ZodObject, value: string): object =>
  Object.fromEntries(Object.keys(schema.shape).map((name) => [name, value]));

/** What the route's schemas refuse. */
function nonsense(route: Route): object {
  if (bodyOf(route) instanceof z.ZodType) return { body: [] };
  if (route.params !== undefined) return { params: filledWith(route.params, '!') };
  return { query: filledWith(route.query ?? z.object({}), GARBAGE) };
}

const raw =
  (payload: string, type: string): Provoke =>
  async ({ usual }, subject) =>
    await callWith(usual, subject, { request: { body: payload }, headers: { 'content-type': type } });

const atStage: Provoke = async ({ usual }, { route, sample }) => {
  const accountId = await usual.newPerson(usual.county, ['administrator']);
  const cookie = await usual.sessionOf(accountId, 'secondFactor');
  const { request, headers } = await sample.prepare(usual, usual.county, accountId);
  return await usual.call(route, request as never, cookie, headers);
};

const reusedKey: Provoke = async ({ usual }, subject) => {
  const key = randomUUID();
  const person = await someoneWhoMay(usual, subject);
  await usual.database.server
    .insertInto('idempotency')
    .values({
      account_id: person.accountId,
      key,
      route: subject.route.id,
      request_sha256: 'of something else',
      value: '',
      created_at: new Date(),
    })
    .execute();
  const { request, headers } = await subject.sample.prepare(usual, person.home, person.accountId);
  const cookie = subject.route.permission === 'anyone' ? null : person.cookie;
  return await usual.call(subject.route, request as never, cookie, { ...headers, 'idempotency-key': key });
};

const twice: Provoke = async ({ strict }, subject) => {
  await callWith(strict, subject);
  return await callWith(strict, subject);
};

/** Problems that follow from a route's shape; `not-found` for things of one organ. */
export const COMMON_PROBLEMS: Readonly<Partial<Record<ProblemCode, Provoke>>> = {
  'not-signed-in': async ({ usual }, subject) => await callWith(usual, subject, { cookie: null }),
  'sign-in-incomplete': atStage,
  forbidden: async ({ usual }, subject) => {
    const cookie = await usual.sessionOf(await usual.newPerson(null, []));
    return await callWith(usual, subject, { cookie });
  },
  'cross-site': async ({ usual }, subject) =>
    await callWith(usual, subject, { headers: { 'sec-fetch-site': 'cross-site' } }),
  invalid: async ({ usual }, subject) => await callWith(usual, subject, { request: nonsense(subject.route) }),
  malformed: raw('{', 'application/json'),
  'too-large': raw(JSON.stringify('x'.repeat(3_000_000)), 'application/json'),
  'unsupported-type': raw('<a/>', 'application/xml'),
  'version-missing': async ({ usual }, subject) => await callWith(usual, subject, { without: 'if-match' }),
  stale: async ({ usual }, subject) =>
    await callWith(usual, subject, { headers: { 'if-match': '"999999"' } }),
  'key-missing': async ({ usual }, subject) =>
    await callWith(usual, subject, { headers: { 'idempotency-key': '' } }),
  'key-reused': reusedKey,
  'too-many': twice,
  fault: async ({ usual, broken }, subject) => {
    const person = await someoneWhoMay(usual, subject);
    const { request, headers } = await subject.sample.prepare(usual, person.home, person.accountId);
    return await broken.call(subject.route, request as never, person.cookie, headers);
  },
  'not-found': async ({ usual }, subject) => await callWith(usual, subject, { subject: usual.otherCounty }),
};
