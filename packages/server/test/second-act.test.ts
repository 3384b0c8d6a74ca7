import type { Route, RouteRequest } from '@zhaoshi/contract/define-route';
import { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import { applicationQueryCodeRoutes } from '@zhaoshi/contract/routes/application-query-code';
import { applicationRelationRoutes } from '@zhaoshi/contract/routes/application-relations';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS_SAMPLES } from './account-samples.ts';
import { createWorld, type World } from './api-world.ts';
import { APPLICATION_QUERY_CODE_SAMPLES } from './application-query-code-samples.ts';
import { APPLICATION_RELATION_SAMPLES } from './application-relation-samples.ts';
import { ORGAN_SAMPLES } from './organ-samples.ts';

let world: World;
let administrator: string;
let clerk: string;
beforeAll(async () => {
  world = await createWorld();
  administrator = await world.signedIn(world.county, 'administrator');
  clerk = await world.signedIn(world.county, 'disclosureOfficer');
});
afterAll(() => world.close());

const over = (version: unknown) => ({ 'if-match': `"${String(version)}"` });

/** What an act that must be taken says of the version it raised. */
async function raisedBy<R extends Route>(
  route: R,
  request: RouteRequest<R>,
  { cookie, version }: { readonly cookie: string; readonly version: string },
): Promise<Readonly<Record<string, unknown>>> {
  const { status, body } = await world.call(route, request, cookie, { 'if-match': version });
  expect([status, body['code']], route.id).toEqual([200, undefined]);
  return body['raised'] as unknown as Readonly<Record<string, unknown>>;
}

const AS_IS = '"1"';

describe('a second act on the same page, right after one that answers something else than the thing', () => {
  it.each(['revoke', 'resetPassword'] as const)('of an account, after %s', async (name) => {
    const { request } = await ACCOUNTS_SAMPLES[name].prepare(world, world.township, null);
    const { accountId } = request.params;
    const role = { regionId: world.county.regionId, organId: world.county.organId, role: 'leader' } as const;
    const more = await world.call(
      accountsRoutes.grant,
      { params: { accountId }, body: role },
      administrator,
      over(1),
    );
    const by = { cookie: administrator, version: `"${String(more.body['version'])}"` };
    const raised = await raisedBy(accountsRoutes[name], request as never, by);
    expect(raised).toEqual({ accountId, version: 3 });
    const edit = { params: { accountId }, body: { displayName: '改名' } };
    const second = await world.call(accountsRoutes.edit, edit, administrator, over(raised['version']));
    expect(second.status, JSON.stringify(second.body)).toBe(200);
  });

  it.each(['addSuccession', 'removeSuccession'] as const)('of an organ, after %s', async (name) => {
    const { request, headers } = await ORGAN_SAMPLES[name].prepare(world, world.township, null);
    const by = { cookie: administrator, version: headers?.['if-match'] ?? '' };
    const raised = await raisedBy(organRoutes[name], request as never, by);
    const { regionId, organId } = world.township;
    expect(raised).toMatchObject({ regionId, organId });
    const { request: again } = await ORGAN_SAMPLES.addSuccession.prepare(world, world.township, null);
    const second = await world.call(organRoutes.addSuccession, again, administrator, over(raised['version']));
    expect(second.status, JSON.stringify(second.body)).toBe(200);
  });

  it('of a case, after a new query code and after it is split', async () => {
    const issued = await APPLICATION_QUERY_CODE_SAMPLES.issueQueryCode.prepare(world, world.county, null);
    const by = { cookie: clerk, version: AS_IS };
    const first = await raisedBy(applicationQueryCodeRoutes.issueQueryCode, issued.request, by);
    const again = { cookie: clerk, version: `"${String(first['version'])}"` };
    await raisedBy(applicationQueryCodeRoutes.issueQueryCode, issued.request, again);

    const { request } = await APPLICATION_RELATION_SAMPLES.split.prepare(world, world.county, null);
    const split = await raisedBy(applicationRelationRoutes.split, request, by);
    const { params } = request;
    expect(split).toMatchObject(params);
    const after = { cookie: clerk, version: `"${String(split['version'])}"` };
    await raisedBy(applicationQueryCodeRoutes.issueQueryCode, { params, body: issued.request.body }, after);
  });
});
