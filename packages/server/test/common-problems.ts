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

let standing:
  | (Subject & { readonly person: Person; readonly right: Awaited<ReturnType<AnySample['prepare']>> })
  | null = null;

/**
 * Somebody who may call the route, and what with. A refusal changes nothing, so that all the refusals of a route, which
 * come one after another, are asked of one person about one thing; afterwards that person leaves.
 */
async function whatIsRefused(world: World, subject: Subject): Promise<NonNullable<typeof standing>> {
  if (standing?.route === subject.route) return standing;
  if (standing !== null) await world.leave(standing.person.accountId);
  const person = await someoneWhoMay(world, subject);
  const right = await subject.sample.prepare(world, person.home, person.accountId);
  standing = { ...subject, person, right };
  return standing;
}

/** The sample's call with changes that have it refused before anything is done. */
async function refused(
  { usual }: Worlds,
  subject: Subject,
  changes: Pick<Changes, 'request' | 'headers' | 'cookie'>,
): Promise<Answer> {
  const { person, right } = await whatIsRefused(usual, subject);
  const cookie = changes.cookie === undefined ? person.cookie : changes.cookie;
  const request = { ...right.request, ...changes.request };
  return await usual.call(subject.route, request as never, cookie, { ...right.headers, ...changes.headers });
}

let stranger: Promise<string> | undefined;

/** Session of somebody without a role. */
const strangerOf = (world: World): Promise<string> => {
  stranger ??= world.newPerson(null, []).then((accountId) => world.sessionOf(accountId));
  return stranger;
};

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
  async (worlds, subject) =>
    await refused(worlds, subject, { request: { body: payload }, headers: { 'content-type': type } });

const atStage: Provoke = async ({ usual }, { route, sample }) => {
  const accountId = await usual.newPerson(usual.county, ['administrator']);
  const cookie = await usual.sessionOf(accountId, 'secondFactor');
  const { request, headers } = await sample.prepare(usual, usual.county, accountId);
  const answer = await usual.call(route, request as never, cookie, headers);
  await usual.leave(accountId);
  return answer;
};

const reusedKey: Provoke = async (worlds, subject) => {
  const key = randomUUID();
  const { person } = await whatIsRefused(worlds.usual, subject);
  await worlds.usual.database.server
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
  const cookie = subject.route.permission === 'anyone' ? null : person.cookie;
  return await refused(worlds, subject, { cookie, headers: { 'idempotency-key': key } });
};

const twice: Provoke = async ({ strict }, subject) => {
  await callWith(strict, subject);
  return await callWith(strict, subject);
};

/** Problems that follow from a route's shape; `not-found` for things of one organ. */
export const COMMON_PROBLEMS: Readonly<Partial<Record<ProblemCode, Provoke>>> = {
  'not-signed-in': async (worlds, subject) => await refused(worlds, subject, { cookie: null }),
  'sign-in-incomplete': atStage,
  forbidden: async (worlds, subject) =>
    await refused(worlds, subject, { cookie: await strangerOf(worlds.usual) }),
  'cross-site': async (worlds, subject) =>
    await refused(worlds, subject, { headers: { 'sec-fetch-site': 'cross-site' } }),
  invalid: async (worlds, subject) => await refused(worlds, subject, { request: nonsense(subject.route) }),
  malformed: raw('{', 'application/json'),
  'too-large': raw(JSON.stringify('x'.repeat(3_000_000)), 'application/json'),
  'unsupported-type': raw('<a/>', 'application/xml'),
  'version-missing': async ({ usual }, subject) => await callWith(usual, subject, { without: 'if-match' }),
  stale: async (worlds, subject) => await refused(worlds, subject, { headers: { 'if-match': '"999999"' } }),
  'key-missing': async (worlds, subject) =>
    await refused(worlds, subject, { headers: { 'idempotency-key': '' } }),
  'key-reused': reusedKey,
  'too-many': twice,
  fault: async ({ usual, broken }, subject) => {
    const { person, right } = await whatIsRefused(usual, subject);
    return await broken.call(subject.route, right.request as never, person.cookie, right.headers);
  },
  'not-found': async ({ usual }, subject) => await callWith(usual, subject, { subject: usual.otherCounty }),
};
