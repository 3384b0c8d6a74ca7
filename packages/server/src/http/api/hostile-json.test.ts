// Attack list, 14: what a JSON body can be besides what the form sends.
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';

let world: World;
let administrator: string;
beforeAll(async () => {
  world = await createWorld();
  administrator = await world.signedIn(world.county, 'administrator');
});
afterAll(() => world.close());

async function send(payload: string) {
  const { regionId, organId } = world.county;
  const answer = await world.app.inject({
    method: 'PUT',
    url: organRoutes.edit.path.replace(':regionId', regionId).replace(':organId', organId),
    headers: {
      'zhaoshi-request': '1',
      'content-type': 'application/json',
      'if-match': '"1"',
      cookie: administrator,
    },
    payload,
  });
  return { status: answer.statusCode, body: answer.json<{ code: string; name?: string }>() };
}

const CONTACT =
  '{"address":null,"postcode":null,"officeHours":null,"phone":null,"fax":null,"email":null,"website":null,"responsiblePerson":null}';

const bodyWith = (name: string, more = '', contact = CONTACT): string =>
  `{"name":${name},"contact":${contact}${more}}`;

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('attack: a hostile JSON body', () => {
  it.each([
    ['nested deeper than the stack', nested(30_000), 422],
    ['nested in an extra field', bodyWith('"甲"', `,"more":${nested(20_000)}`), 422],
    ['a prototype as own key', bodyWith('"甲"', ',"__proto__":{"isAdministrator":true}'), 400],
    ['a prototype by its constructor', bodyWith('"甲"', ',"constructor":{"prototype":{"x":1}}'), 400],
    ['a prototype deep inside', bodyWith('"甲"', '', CONTACT.replace('}', ',"__proto__":{"x":1}}')), 400],
    ['a field that is not asked for', bodyWith('"甲"', ',"version":99'), 422],
    ['a huge number in place of a text', bodyWith('1e400'), 422],
    ['a number with many digits', bodyWith('9'.repeat(50_000)), 422],
    ['a very long text', bodyWith(JSON.stringify('长'.repeat(10_000))), 422],
    ['a text of control characters', bodyWith('"\\u0000\\u001b[2J"'), 422],
    ['a body of a megabyte', bodyWith(JSON.stringify('x'.repeat(1_000_000))), 413],
    ['an object in place of a text', bodyWith('{"$ne":null}'), 422],
    ['a broken escape', bodyWith('"\\ud83"'), 400],
    ['no JSON at all', '', 400],
  ])('%s is refused, changes nothing and pollutes nothing', async (_name, payload, status) => {
    const answer = await send(payload);
    expect([answer.status, answer.body.code]).toEqual([
      status,
      { 400: 'malformed', 413: 'too-large', 422: 'invalid' }[status],
    ]);
    const { organId } = world.county;
    const row = await world.database.server
      .selectFrom('organ')
      .select(['name', 'version'])
      .where('organ_id', '=', organId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ name: 'county', version: 1 });
    expect(({} as Record<string, unknown>)['isAdministrator']).toBeUndefined();
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('of a key that is there twice the last one counts, for the check and for the change alike', async () => {
    const refused = await send(bodyWith('"甲"', ',"name":""'));
    expect(refused.status).toBe(422);
    const saved = await send(bodyWith('""', ',"name":"乙"'));
    expect([saved.status, saved.body.name]).toEqual([200, '乙']);
  });
});
