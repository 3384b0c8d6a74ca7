import { randomUUID } from 'node:crypto';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const contact = {
  address: null,
  postcode: null,
  officeHours: null,
  phone: null,
  fax: null,
  email: null,
  website: null,
  responsiblePerson: null,
};

const idsOf = ({ regionId, organId }: World['county']) => ({ regionId, organId });

describe('an edit', () => {
  it('needs the version it is based on', async () => {
    const cookie = await world.signedIn(world.township, 'disclosureOfficer');
    const request = { params: idsOf(world.township), body: { name: '新名称', contact } };
    const answer = await world.call(organRoutes.edit, request, cookie);
    expect([answer.status, answer.body['code']]).toEqual([428, 'version-missing']);
  });

  it('answers with the new version as its ETag, and a stale save with the resource as it is now', async () => {
    const cookie = await world.signedIn(world.township, 'disclosureOfficer');
    const request = { params: idsOf(world.township), body: { name: '甲', contact } };
    const read = await world.call(organRoutes.read, { params: request.params }, cookie);
    const etag = String(read.headers['etag']);
    const saved = await world.call(organRoutes.edit, request, cookie, { 'if-match': etag });
    expect([saved.status, saved.body['name']]).toEqual([200, '甲']);
    expect(saved.headers['etag']).toBe(`"${Number(read.body['version']) + 1}"`);

    const stale = await world.call(organRoutes.edit, { ...request, body: { name: '乙', contact } }, cookie, {
      'if-match': etag,
    });
    expect([stale.status, stale.body['code']]).toEqual([412, 'stale']);
    expect(stale.body['current']).toMatchObject({ name: '甲', version: saved.body['version'] });
    expect(stale.body['current']).not.toHaveProperty('path');
  });

  it('is written to the trail with who, for which organ, and before and after', async () => {
    const cookie = await world.signedIn(world.county, 'administrator');
    const params = idsOf(world.otherCounty);
    const own = { params: idsOf(world.county), body: { name: '改后', contact } };
    const { headers } = await world.call(organRoutes.read, { params: own.params }, cookie);
    await world.call(organRoutes.edit, own, cookie, { 'if-match': String(headers['etag']) });
    const refused = await world.call(organRoutes.edit, { params, body: { name: '改后', contact } }, cookie, {
      'if-match': '"1"',
    });
    expect(refused.status).toBe(404);

    const entries = await world.database.server
      .selectFrom('audit_entry')
      .select(['actor', 'subject', 'details'])
      .where('action', '=', 'organ.edit')
      .where('subject', 'in', [`organ/${own.params.organId}`, `organ/${params.organId}`])
      .execute();
    expect(entries).toHaveLength(1);
    expect(JSON.parse(entries[0]?.details ?? '')).toMatchObject({
      for: world.county.path,
      organ: world.county.path,
      before: { name: 'county' },
      after: { name: '改后' },
    });
  });
});

describe('what is sent wrongly', () => {
  it('is named field by field, and nothing is changed', async () => {
    const cookie = await world.signedIn(world.county, 'administrator');
    const answer = await world.call(
      organRoutes.edit,
      { params: idsOf(world.county), body: { name: 'a\u0000b', contact } },
      cookie,
      { 'if-match': '"1"' },
    );
    expect(answer.status).toBe(422);
    expect(answer.body['errors']).toEqual([{ pointer: '/name', message: '不能含控制字符' }]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('says what is wrong with a field in Chinese, also where the field has no words of its own', async () => {
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'zhaoshi-request': '1', 'content-type': 'application/json' },
      payload: JSON.stringify({ loginName: 7, password: 'x', more: true }),
    });
    const messages = answer.json<{ errors: { message: string }[] }>().errors.map(({ message }) => message);
    expect(answer.statusCode).toBe(422);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expect(message).toMatch(/[\u4e00-\u9fff]/);
  });

  it.each([
    ['no JSON', '{', 400, 'malformed'],
    ['too much', JSON.stringify({ loginName: 'x', password: 'y'.repeat(80_000) }), 413, 'too-large'],
  ])('%s', async (_name, payload, status, code) => {
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'zhaoshi-request': '1', 'content-type': 'application/json' },
      payload,
    });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });

  it('a path that is no route is a problem document too', async () => {
    const answer = await world.app.inject({ method: 'GET', url: `/api/nothing/${randomUUID()}` });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'not-found']);
  });
});
