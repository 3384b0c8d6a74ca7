import { randomUUID } from 'node:crypto';
import { accountRoutes } from '@zhaoshi/contract/routes/account';
import { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { signInRoutes } from '@zhaoshi/contract/routes/sign-in';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { act } from '../../../test/act.ts';
import { type Answer, createWorld, type World } from '../../../test/api-world.ts';
import { CLIENT, type IdentityProvider, startIdentityProvider } from '../../../test/identity-provider.ts';
import { enrol, newVisitor, PASSWORD, personWithPassword, type Visitor } from '../../../test/visitor.ts';
import { createSingleSignOn, type SingleSignOn } from '../../adapters/oidc/single-sign-on.ts';
import { totpCode } from './totp.ts';

const CALLBACK = 'https://www.example.cn/api/sign-in/oidc/callback';

// The provider's clock is that of the machine.
const START = new Date();

let provider: IdentityProvider;
let service: SingleSignOn;
let world: World;
beforeAll(async () => {
  provider = await startIdentityProvider(CALLBACK);
  service = createSingleSignOn({
    issuer: provider.issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    scopes: 'openid',
    title: '全市统一身份认证',
    callback: CALLBACK,
  });
  world = await createWorld({ singleSignOn: service });
});
afterAll(async () => {
  await world.close();
  await provider.close();
});
beforeEach(() => world.setNow(START));

const answerOf = (back: URL) => ({ query: Object.fromEntries(back.searchParams) });

/** Leaves for the provider and comes back, as whoever is at its screen. */
async function goThrough(visitor: Visitor, subject: string, back?: string) {
  const started = await visitor.call(signInRoutes.startSingleSignOn, {
    query: back === undefined ? {} : { back },
  });
  expect(started.status).toBe(303);
  provider.setSubject(subject);
  const returned = await provider.visit(String(started.headers['location']));
  return { returned, end: await visitor.call(signInRoutes.finishSingleSignOn, answerOf(returned)) };
}

const ticketIn = ({ headers }: Answer): string => {
  const location = String(headers['location']);
  expect(location).toMatch(/^\/console\/account\?signOn=confirm#./);
  return location.slice(location.indexOf('#') + 1);
};

/** Leaves for the provider with the password, and comes back to confirm. @returns the ticket of the page */
async function goLinking(visitor: Visitor, subject: string): Promise<string> {
  const started = await visitor.call(accountRoutes.linkIdentity, { body: { password: PASSWORD } });
  provider.setSubject(subject);
  const returned = await provider.visit(String(started.body['address']));
  return ticketIn(await visitor.call(signInRoutes.finishSingleSignOn, answerOf(returned)));
}

const confirm = async (visitor: Visitor, ticket: string) =>
  await visitor.call(accountRoutes.confirmIdentity, { body: { ticket } });

async function linkByAdministrator(accountId: string, subject: string) {
  const administrator = await world.signedIn(world.county, 'administrator');
  const params = { accountId };
  return await act(world, accountsRoutes.linkIdentity, { params, body: { subject } }, administrator);
}

describe('single sign-on', () => {
  it('lets in whom an administrator linked, to the page that was asked for', async () => {
    const person = await personWithPassword(world, world.county, ['drafter'], START);
    const subject = randomUUID();
    expect((await linkByAdministrator(person.accountId, subject)).body['identities']).toMatchObject([
      { issuer: provider.issuer, subject },
    ]);
    const visitor = newVisitor(world);
    const { end } = await goThrough(visitor, subject, '/console/organs');
    expect(end.headers['location']).toBe('/console/organs');
    const session = await visitor.call(sessionRoutes.read, {});
    expect(session.body).toMatchObject({ stage: 'full', account: { loginName: person.loginName } });
  });

  it('never goes by a name: an identity that nobody linked opens nothing, whatever it is called', async () => {
    const person = await personWithPassword(world, world.county, ['drafter'], START);
    const visitor = newVisitor(world);
    const { end } = await goThrough(visitor, person.loginName);
    expect(end.headers['location']).toBe('/console/sign-in?signOn=unlinked');
    expect((await visitor.call(sessionRoutes.read, {})).status).toBe(401);
  });

  it('asks for the second factor all the same, and not for a change of the old password', async () => {
    const old = new Date(START.getTime() - 200 * 86_400_000);
    const person = await personWithPassword(world, world.county, ['leader'], START);
    const first = newVisitor(world);
    await first.signIn(person.loginName);
    const { key } = await enrol(first, START);
    await world.database.server
      .updateTable('account')
      .set({ password_changed_at: old })
      .where('account_id', '=', person.accountId)
      .execute();
    const subject = randomUUID();
    await linkByAdministrator(person.accountId, subject);
    const visitor = newVisitor(world);
    await goThrough(visitor, subject);
    expect((await visitor.call(sessionRoutes.read, {})).body['stage']).toBe('secondFactor');
    const at = new Date(START.getTime() + 60_000);
    world.setNow(at);
    const body = { code: totpCode(key, at) };
    expect((await visitor.call(sessionRoutes.confirmSecondFactor, { body })).body['stage']).toBe('full');
  });

  it('does not open a disabled account', async () => {
    const person = await personWithPassword(world, world.county, ['drafter'], START);
    const subject = randomUUID();
    await linkByAdministrator(person.accountId, subject);
    await world.database.server
      .updateTable('account')
      .set({ disabled_at: START })
      .where('account_id', '=', person.accountId)
      .execute();
    const { end } = await goThrough(newVisitor(world), subject);
    expect(end.headers['location']).toBe('/console/sign-in?signOn=unlinked');
  });
});

describe('the way back', () => {
  it.each([
    ['https://evil.example/', '/console/'],
    ['//evil.example', '/console/'],
    ['/console//evil.example', '/console/'],
    ['/console/\\evil.example', '/console/'],
    ['/elsewhere', '/console/'],
    ['/console/organs?x=1', '/console/organs?x=1'],
  ])('after asking for %s is %s', async (asked, expected) => {
    const person = await personWithPassword(world, world.county, ['drafter'], START);
    const subject = randomUUID();
    await linkByAdministrator(person.accountId, subject);
    const { end } = await goThrough(newVisitor(world), subject, asked);
    expect(end.headers['location']).toBe(expected);
  });

  it('is good once, in the browser that left, with the state that it took along', async () => {
    const person = await personWithPassword(world, world.county, ['drafter'], START);
    const subject = randomUUID();
    await linkByAdministrator(person.accountId, subject);
    const visitor = newVisitor(world);
    const { returned } = await goThrough(visitor, subject);
    const replayed = await newVisitor(world).call(signInRoutes.finishSingleSignOn, answerOf(returned));
    expect(replayed.headers['location'], 'without the cookie').toBe('/console/sign-in?signOn=expired');

    const other = newVisitor(world);
    await other.call(signInRoutes.startSingleSignOn, { query: {} });
    const injected = await other.call(signInRoutes.finishSingleSignOn, answerOf(returned));
    expect(injected.headers['location'], 'state of another browser').toBe('/console/sign-in?signOn=refused');
    expect((await other.call(sessionRoutes.read, {})).status).toBe(401);
  });

  it('is too late after ten minutes', async () => {
    const visitor = newVisitor(world);
    const started = await visitor.call(signInRoutes.startSingleSignOn, { query: {} });
    provider.setSubject(randomUUID());
    const returned = await provider.visit(String(started.headers['location']));
    world.setNow(new Date(START.getTime() + 600_001));
    const end = await visitor.call(signInRoutes.finishSingleSignOn, answerOf(returned));
    expect(end.headers['location']).toBe('/console/sign-in?signOn=expired');
  });

  it('leads to the sign-in page when the person broke off there, or the service is down', async () => {
    const visitor = newVisitor(world);
    const started = await visitor.call(signInRoutes.startSingleSignOn, { query: {} });
    const state = new URL(String(started.headers['location'])).searchParams.get('state') ?? '';
    const query = { error: 'access_denied', state, iss: provider.issuer };
    const end = await visitor.call(signInRoutes.finishSingleSignOn, { query });
    expect(end.headers['location']).toBe('/console/sign-in?signOn=refused');

    const down = createSingleSignOn({
      issuer: 'http://127.0.0.1:9',
      clientId: 'x',
      clientSecret: null,
      scopes: 'openid',
      title: 'x',
      callback: CALLBACK,
    });
    expect(await down.start()).toEqual({ ok: false, error: 'unavailable' });
  });
});

describe('one’s own link', () => {
  it('is made by going there once, after the password, and can be taken away again', async () => {
    const person = await personWithPassword(world, world.county, ['drafter'], START);
    const visitor = newVisitor(world);
    await visitor.signIn(person.loginName);
    const wrong = await visitor.call(accountRoutes.linkIdentity, { body: { password: 'wrong' } });
    expect(wrong.status).toBe(422);
    const subject = randomUUID();
    const ticket = await goLinking(visitor, subject);
    const before = await visitor.call(accountRoutes.read, {});
    expect(before.body['identities'], 'not before it was confirmed').toEqual([]);
    expect((await confirm(visitor, ticket)).status).toBe(204);
    const own = await visitor.call(accountRoutes.read, {});
    const [identity] = own.body['identities'] as unknown as { identityId: string; subject: string }[];
    expect(identity?.subject).toBe(subject);

    const fresh = newVisitor(world);
    await goThrough(fresh, subject);
    expect((await fresh.call(sessionRoutes.read, {})).status).toBe(200);
    const params = { identityId: identity?.identityId ?? '' };
    expect((await visitor.call(accountRoutes.unlinkIdentity, { params })).status).toBe(204);
    const { end: after } = await goThrough(newVisitor(world), subject);
    expect(after.headers['location']).toBe('/console/sign-in?signOn=unlinked');
  });

  it('attack: a planted way back does not tie the identity of one to the account of another', async () => {
    const [attacker, victim] = [
      await personWithPassword(world, world.county, ['drafter'], START),
      await personWithPassword(world, world.county, ['drafter'], START),
    ];
    const theirs = newVisitor(world);
    await theirs.signIn(attacker.loginName);
    const started = await theirs.call(accountRoutes.linkIdentity, { body: { password: PASSWORD } });
    const planted = (theirs.cookies() ?? '').split('; ').find((pair) => pair.startsWith('zhaoshi-sign-on='));
    provider.setSubject(randomUUID());
    const returned = await provider.visit(String(started.body['address']));
    // The browser comes from the other service, so the session's cookie (SameSite=Strict) does not come along.
    const back = newVisitor(world, planted);
    const ticket = ticketIn(await back.call(signInRoutes.finishSingleSignOn, answerOf(returned)));
    const visitor = newVisitor(world);
    await visitor.signIn(victim.loginName);
    expect(await confirm(visitor, ticket)).toMatchObject({ status: 409, body: { code: 'state-refuses' } });
    expect((await confirm(newVisitor(world), ticket)).status, 'nobody signed in').toBe(401);
    // Another session of the same person has not given the password for it either.
    const second = newVisitor(world);
    await second.signIn(attacker.loginName);
    expect((await confirm(second, ticket)).status).toBe(409);
    for (const browser of [theirs, visitor]) {
      expect((await browser.call(accountRoutes.read, {})).body['identities']).toEqual([]);
    }
  });

  it('waits five minutes to be confirmed, and takes no ticket that was made up or is of something else', async () => {
    const person = await personWithPassword(world, world.county, ['drafter'], START);
    const visitor = newVisitor(world);
    await visitor.signIn(person.loginName);
    const ticket = await goLinking(visitor, randomUUID());
    const other = world.services.secretBox.seal('{}', 'sign-on-flow');
    for (const made of ['x', other, `${ticket.slice(0, -2)}AA`]) {
      expect((await confirm(visitor, made)).status).toBe(409);
    }
    world.setNow(new Date(START.getTime() + 300_001));
    expect((await confirm(visitor, ticket)).body['detail']).toContain('五分钟');
    world.setNow(START);
    expect((await confirm(visitor, ticket)).status).toBe(204);
  });

  it('is not made for somebody who signed out meanwhile, nor of an identity that is somebody else’s', async () => {
    const [owner, other] = [
      await personWithPassword(world, world.county, ['drafter'], START),
      await personWithPassword(world, world.county, ['drafter'], START),
    ];
    const subject = randomUUID();
    await linkByAdministrator(owner.accountId, subject);
    const visitor = newVisitor(world);
    await visitor.signIn(other.loginName);
    const taken = await confirm(visitor, await goLinking(visitor, subject));
    expect(taken).toMatchObject({ status: 409, body: { code: 'conflict' } });
    const ticket = await goLinking(visitor, randomUUID());
    await visitor.call(sessionRoutes.signOut, {});
    expect((await confirm(visitor, ticket)).status).toBe(401);
    await visitor.signIn(other.loginName);
    expect((await confirm(visitor, ticket)).status, 'a later sign-in is another').toBe(409);
    expect((await linkByAdministrator(other.accountId, subject)).status).toBe(409);
  });
});
