import { randomUUID } from 'node:crypto';
import { accountRoutes } from '@zhaoshi/contract/routes/account';
import { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import { fileRoutes } from '@zhaoshi/contract/routes/files';
import { signInRoutes } from '@zhaoshi/contract/routes/sign-in';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { fileForm } from '../../../test/file-samples.ts';
import { pdf } from '../../../test/sample-files.ts';
import { SAMPLE_SERVICE } from '../../../test/sample-service.ts';
import { newVisitor, PASSWORD, personWithPassword } from '../../../test/visitor.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ singleSignOn: SAMPLE_SERVICE });
});
afterAll(() => world.close());

const keptUnder = async (key: string) =>
  await world.database.server
    .selectFrom('idempotency')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirstOrThrow();

it('a repeated call answers the same link, and neither link nor name can be read in the database', async () => {
  const cookie = await world.signedIn(world.county, 'administrator');
  const accountId = await world.newPerson(world.township, ['drafter']);
  const headers = { 'idempotency-key': randomUUID(), 'if-match': '"1"' };
  const reset = () => world.call(accountsRoutes.resetPassword, { params: { accountId } }, cookie, headers);
  const [first, again] = [await reset(), await reset()];
  expect(first.status).toBe(200);
  expect(again.body).toEqual(first.body);
  const token = String(first.body['path']).split('#')[1] ?? '';
  const row = await keptUnder(headers['idempotency-key']);
  expect(token).toHaveLength(43);
  expect(row.value).toMatch(/^v1\./);
  expect(JSON.stringify(row)).not.toContain(token);
  const acts = await world.database.server
    .selectFrom('audit_entry')
    .select('sequence')
    .where('subject', '=', `account/${accountId}`)
    .execute();
  expect(acts, 'the work was done once').toHaveLength(1);
});

it('the hash of a request is one that cannot be made without the key of the installation', async () => {
  const cookie = await world.signedIn(world.county, 'administrator');
  const { regionId, organId } = world.county;
  const memberships = [{ regionId, organId, role: 'drafter' as const }];
  const request = { body: { loginName: `k${randomUUID().slice(0, 8)}`, displayName: '王五', memberships } };
  const key = randomUUID();
  await world.call(accountsRoutes.create, request, cookie, { 'idempotency-key': key });
  const text = JSON.stringify([{}, {}, request.body]);
  const { createHash } = await import('node:crypto');
  const row = await keptUnder(key);
  expect(row.request_sha256).not.toBe(createHash('sha256').update(text).digest('hex'));
  expect(JSON.stringify(row)).not.toContain('王五');
});

it('whoever may no longer do it is not answered again', async () => {
  const administrator = await world.newPerson(world.county, ['administrator']);
  const cookie = await world.sessionOf(administrator);
  const accountId = await world.newPerson(world.township, ['drafter']);
  const headers = { 'idempotency-key': randomUUID(), 'if-match': '"1"' };
  const reset = async (by: string) =>
    (await world.call(accountsRoutes.resetPassword, { params: { accountId } }, by, headers)).status;
  expect(await reset(cookie)).toBe(200);
  await world.database.server
    .updateTable('membership')
    .set({ revoked_at: new Date() })
    .where('account_id', '=', administrator)
    .execute();
  const { regionId, organId } = world.otherCounty;
  await world.database.server
    .insertInto('membership')
    .values({
      region_id: regionId,
      membership_id: randomUUID(),
      organ_id: organId,
      account_id: administrator,
      role: 'administrator',
      granted_at: new Date(),
    })
    .execute();
  expect(await reset(await world.sessionOf(administrator))).toBe(404);
});

it('somebody who got a role out of reach meanwhile is out of reach for the repetition too', async () => {
  const cookie = await world.signedIn(world.county, 'administrator');
  const accountId = await world.newPerson(world.township, ['drafter']);
  const headers = { 'idempotency-key': randomUUID(), 'if-match': '"1"' };
  const reset = async () =>
    (await world.call(accountsRoutes.resetPassword, { params: { accountId } }, cookie, headers)).status;
  expect(await reset()).toBe(200);
  const { regionId, organId } = world.otherCounty;
  await world.database.server
    .insertInto('membership')
    .values({
      region_id: regionId,
      membership_id: randomUUID(),
      organ_id: organId,
      account_id: accountId,
      role: 'drafter',
      granted_at: new Date(),
    })
    .execute();
  expect(await reset()).toBe(403);
});

it('the key of one upload does not pass for another file', async () => {
  const cookie = await world.signedIn(world.county, 'drafter');
  const { regionId, organId } = world.county;
  const key = randomUUID();
  const upload = async (name: string, content: Buffer) => {
    const { body, type } = fileForm(name, content);
    const request = { params: { regionId, organId }, body } as never;
    return await world.call(fileRoutes.upload, request, cookie, {
      'content-type': type,
      'idempotency-key': key,
    });
  };
  const first = await upload('甲.pdf', pdf());
  expect(first.status).toBe(200);
  expect((await upload('甲.pdf', pdf())).body['fileId']).toBe(first.body['fileId']);
  const other = await upload('甲.pdf', Buffer.concat([pdf(), Buffer.from('\n% another\n')]));
  expect([other.status, other.body['code']]).toEqual([409, 'key-reused']);
  expect((await upload('乙.pdf', pdf())).body['code']).toBe('key-reused');
});

it('linking starts once; a wrong password leaves the key free, and no secret of it is kept', async () => {
  const { loginName } = await personWithPassword(
    world,
    world.county,
    ['drafter'],
    new Date('2026-11-20T00:00:00Z'),
  );
  const visitor = newVisitor(world);
  await visitor.signIn(loginName);
  const headers = { 'idempotency-key': randomUUID() };
  const link = (password: string) =>
    visitor.call(accountRoutes.linkIdentity, { body: { password } }, headers);
  expect((await link('wrong')).status).toBe(422);
  const first = await link(PASSWORD);
  expect(first.status).toBe(200);
  expect((await link(PASSWORD)).body['address']).toBe(first.body['address']);
  const row = JSON.stringify(await keptUnder(headers['idempotency-key']));
  for (const secret of [PASSWORD, 'the-verifier-of-the-flow']) expect(row).not.toContain(secret);
});

it('the first set-up needs a key as well', async () => {
  const body = {
    token: 'x'.repeat(43),
    region: { name: '某市', level: 'city' as const, slug: 'moushi' },
    governmentName: '某市人民政府',
    loginName: 'first',
    displayName: '首任',
    password: PASSWORD,
  };
  const answer = await world.call(signInRoutes.setUp, { body }, null, { 'idempotency-key': '' });
  expect([answer.status, answer.body['code']]).toEqual([428, 'key-missing']);
});
