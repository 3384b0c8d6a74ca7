import { accountRoutes } from '@zhaoshi/contract/routes/account';
import { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { act } from '../../../test/act.ts';
import { type Answer, createWorld, type World } from '../../../test/api-world.ts';
import { enrol, newVisitor, PASSWORD, personWithPassword, type Visitor } from '../../../test/visitor.ts';
import { totpCode, totpStep } from './totp.ts';

const START = new Date('2026-11-21T02:03:04.567Z');
const later = (seconds: number): Date => new Date(START.getTime() + seconds * 1000);

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => world.setNow(START));

const stageOf = ({ body }: Answer): unknown => body['stage'];
const confirm = async (visitor: Visitor, code: string): Promise<Answer> =>
  await visitor.call(sessionRoutes.confirmSecondFactor, { body: { code } });

/** A leader who has set up a second factor. */
async function leader() {
  const person = await personWithPassword(world, world.county, ['leader'], START);
  const visitor = newVisitor(world);
  await visitor.signIn(person.loginName);
  return { ...person, visitor, ...(await enrol(visitor, START)) };
}

/** Signs in a minute later, up to the second step. */
async function atSecondStep(loginName: string, seconds = 60): Promise<Visitor> {
  world.setNow(later(seconds));
  const visitor = newVisitor(world);
  expect(stageOf(await visitor.signIn(loginName))).toBe('secondFactor');
  return visitor;
}

describe('those who approve or administer', () => {
  it('are led to setting up a second factor, and may do nothing before', async () => {
    const { loginName } = await personWithPassword(world, world.county, ['leader'], START);
    const visitor = newVisitor(world);
    expect(stageOf(await visitor.signIn(loginName))).toBe('enrolSecondFactor');
    expect((await visitor.call(accountRoutes.listSessions, {})).body['code']).toBe('sign-in-incomplete');
    const before = visitor.cookies();
    const { answer, recoveryCodes } = await enrol(visitor, START);
    expect(answer.body['session']).toMatchObject({ stage: 'full', secondFactor: true });
    expect(visitor.cookies(), 'a new token').not.toBe(before);
    expect((await world.call(sessionRoutes.read, {}, before)).status).toBe(401);
    expect(recoveryCodes).toHaveLength(10);
    expect(recoveryCodes[0]).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('give the code at every later sign-in, under a new token again', async () => {
    const { loginName, key } = await leader();
    const visitor = await atSecondStep(loginName);
    expect((await visitor.call(accountRoutes.listSessions, {})).body['code']).toBe('sign-in-incomplete');
    const before = visitor.cookies();
    const answer = await confirm(visitor, totpCode(key, later(60)));
    expect(answer.body).toMatchObject({ stage: 'full', secondFactor: true });
    expect(visitor.cookies()).not.toBe(before);
    expect((await world.call(sessionRoutes.read, {}, before)).status).toBe(401);
  });

  it('may give it again before a signature; the session stays as it is', async () => {
    const { loginName, key } = await leader();
    const visitor = await atSecondStep(loginName);
    await confirm(visitor, totpCode(key, later(60)));
    const session = visitor.cookies()?.split('; ')[0];
    expect((await confirm(visitor, totpCode(key, later(90)))).body).toMatchObject({ stage: 'full' });
    expect(visitor.cookies()?.split('; ')[0]).toBe(session);
    expect((await confirm(visitor, totpCode(key, later(90)))).body['code'], 'spent').toBe('invalid');
  });

  it('cannot get around the code by a new password, a new key or recovery codes', async () => {
    const { loginName } = await leader();
    const visitor = await atSecondStep(loginName);
    const next = 'Kd9!tWq3#rLm';
    const answers = [
      await visitor.call(accountRoutes.changePassword, { body: { current: PASSWORD, next } }),
      await visitor.call(accountRoutes.startSecondFactor, { body: {} }),
      await visitor.call(accountRoutes.startSecondFactor, { body: { password: PASSWORD } }),
      await visitor.call(accountRoutes.renewRecoveryCodes, { body: { password: PASSWORD } }),
    ];
    for (const { body } of answers) expect(body['code']).toBe('sign-in-incomplete');
  });

  it('have their rights rest in a session without it', async () => {
    const accountId = await world.newPerson(world.county, ['administrator']);
    const { startSession } = await import('./start-session.ts');
    const session = { accountId, stage: 'full', secondFactor: false, device: '测试' } as const;
    const { token } = await world.database.server
      .transaction()
      .execute((transaction) => startSession(transaction, session, world.database.context));
    const answer = await world.call(accountsRoutes.list, { query: {} }, `zhaoshi-session=${token}`);
    expect(answer.status).toBe(403);
  });
});

describe('others', () => {
  it('may set one up, giving their password once more', async () => {
    const { loginName } = await personWithPassword(world, world.county, ['drafter'], START);
    const visitor = newVisitor(world);
    await visitor.signIn(loginName);
    const without = await visitor.call(accountRoutes.startSecondFactor, { body: {} });
    expect(without.body['errors']).toEqual([{ pointer: '/password', message: '请填写密码' }]);
    const { answer } = await enrol(visitor, START, PASSWORD);
    expect(answer.status).toBe(200);
    await atSecondStep(loginName);
  });
});

describe('a code', () => {
  it('is good for its step, the one before and the one after', () => {
    const key = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
    const steps = [-60, -30, 0, 30, 60].map((seconds) =>
      totpStep(key, totpCode(key, later(seconds)), START, null),
    );
    const now = Math.floor(START.getTime() / 30_000);
    expect(steps).toEqual([null, now - 1, now, now + 1, null]);
  });

  it('agrees with RFC 6238, appendix B', () => {
    const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(
      [59, 1_111_111_109, 2_000_000_000].map((seconds) => totpCode(key, new Date(seconds * 1000))),
    ).toEqual(['287082', '081804', '279037']);
  });

  it('works once（重放）, and spends those before it; the one of enrolment too', async () => {
    const { loginName, key } = await leader();
    const replayed = await atSecondStep(loginName, 20);
    expect((await confirm(replayed, totpCode(key, START))).status, 'the code of enrolment').toBe(422);

    const first = await atSecondStep(loginName, 60);
    const code = totpCode(key, later(60));
    expect((await confirm(first, code)).status).toBe(200);
    const second = await atSecondStep(loginName, 61);
    expect((await confirm(second, code)).status, 'again').toBe(422);
    expect((await confirm(second, totpCode(key, later(31)))).status, 'an earlier one').toBe(422);
    expect((await confirm(second, totpCode(key, later(91)))).status, 'the next').toBe(200);
  });

  it('sent twice at the same moment lets one in', async () => {
    const { loginName, key } = await leader();
    const visitors = [await atSecondStep(loginName), await atSecondStep(loginName)];
    const code = totpCode(key, later(60));
    const answers = await Promise.all(visitors.map((visitor) => confirm(visitor, code)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 422]));
  });

  it('that is wrong counts: a right password does not wipe it out, and at the limit the account locks', async () => {
    const { loginName, key } = await leader();
    for (let failure = 0; failure < 4; failure += 1) {
      const visitor = await atSecondStep(loginName, 60 + failure);
      expect((await confirm(visitor, '000000')).status).toBe(422);
    }
    const last = await atSecondStep(loginName, 70);
    expect((await confirm(last, '000000')).status).toBe(401);
    expect((await last.call(sessionRoutes.read, {})).status).toBe(401);
    expect((await newVisitor(world).signIn(loginName)).status).toBe(401);
    world.setNow(later(70 + 15 * 60 + 1));
    const free = await atSecondStep(loginName, 70 + 15 * 60 + 1);
    expect((await confirm(free, totpCode(key, later(70 + 15 * 60 + 1)))).status).toBe(200);
  });

  it('has its key sealed in the database, bound to the account', async () => {
    const { accountId, key } = await leader();
    const row = await world.database.server
      .selectFrom('account')
      .select(['totp_secret', 'totp_pending_secret'])
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow();
    expect(row.totp_pending_secret).toBeNull();
    expect(row.totp_secret).toMatch(/^v1\./);
    expect(row.totp_secret).not.toContain(key);
  });
});

describe('a recovery code', () => {
  it('stands in for a lost phone once, however it is typed', async () => {
    const { loginName, recoveryCodes } = await leader();
    const typed = (recoveryCodes[3] ?? '').toLowerCase().replaceAll('-', ' ');
    const visitor = await atSecondStep(loginName);
    expect((await confirm(visitor, typed)).status).toBe(200);
    const own = await visitor.call(accountRoutes.read, {});
    expect(own.body['secondFactor']).toMatchObject({ recoveryCodesLeft: 9, required: true });
    const again = await atSecondStep(loginName, 61);
    expect((await confirm(again, typed)).status).toBe(422);
  });

  it('of an old set is worth nothing after new ones were made', async () => {
    const { loginName, recoveryCodes, visitor } = await leader();
    const body = { password: PASSWORD };
    const renewed = await visitor.call(accountRoutes.renewRecoveryCodes, { body });
    const codes = renewed.body['recoveryCodes'] as unknown as string[];
    const next = await atSecondStep(loginName);
    expect((await confirm(next, recoveryCodes[0] ?? '')).status).toBe(422);
    expect((await confirm(next, codes[0] ?? '')).status).toBe(200);
  });

  it('is kept as a hash only', async () => {
    const { accountId, recoveryCodes } = await leader();
    const rows = await world.database.server
      .selectFrom('recovery_code')
      .selectAll()
      .where('account_id', '=', accountId)
      .execute();
    expect(rows).toHaveLength(10);
    expect(JSON.stringify(rows)).not.toContain((recoveryCodes[0] ?? '').replaceAll('-', ''));
  });
});

describe('an administrator', () => {
  it('takes a lost second factor away; the person is signed out and sets up a new one', async () => {
    const { accountId, loginName, visitor, key } = await leader();
    const administrator = await world.signedIn(world.county, 'administrator');
    const params = { accountId };
    const reset = await act(world, accountsRoutes.resetSecondFactor, { params }, administrator);
    expect([reset.status, reset.body['hasSecondFactor']]).toEqual([200, false]);
    expect((await visitor.call(sessionRoutes.read, {})).status).toBe(401);
    const again = newVisitor(world);
    expect(stageOf(await again.signIn(loginName))).toBe('enrolSecondFactor');
    const renewed = await enrol(again, START);
    expect(renewed.key).not.toBe(key);
  });

  it('sees nothing of keys or codes in the trail', async () => {
    const { accountId, key, recoveryCodes } = await leader();
    const entries = await world.database.server
      .selectFrom('audit_entry')
      .select('details')
      .where('subject', '=', `account/${accountId}`)
      .execute();
    const text = JSON.stringify(entries);
    expect(entries.length).toBeGreaterThanOrEqual(3);
    for (const secret of [key, ...recoveryCodes, PASSWORD]) expect(text).not.toContain(secret);
  });
});
