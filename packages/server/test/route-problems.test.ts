import type { ProblemCode } from '@zhaoshi/contract/problems';
import { PROBLEMS } from '@zhaoshi/contract/problems';
import { problemsOf } from '@zhaoshi/contract/problems-of';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld } from './api-world.ts';
import { COMMON_PROBLEMS, type Worlds } from './common-problems.ts';
import { OWN_PROBLEMS } from './own-problems.ts';
import { SAMPLED_ROUTES } from './route-samples.ts';
import { SAMPLE_SERVICE } from './sample-service.ts';
import { testServices } from './test-api.ts';

let worlds: Worlds;
beforeAll(async () => {
  const { files } = testServices();
  const withScanner = {
    ...files,
    scan: () => Promise.resolve({ verdict: 'unavailable', reason: 'test' } as const),
  };
  worlds = {
    usual: await createWorld({ singleSignOn: SAMPLE_SERVICE }),
    alone: await createWorld({ singleSignOn: null }),
    silent: await createWorld({ files: withScanner }),
    strict: await createWorld(
      { singleSignOn: SAMPLE_SERVICE, files: { ...files, dailyBytes: 1 } },
      { perAddress: 1, perAccount: 1 },
    ),
    broken: await createWorld(),
  };
  await worlds.broken.database.server.destroy();
});
afterAll(async () => {
  for (const world of Object.values(worlds)) await world.close();
});

const declared = SAMPLED_ROUTES.flatMap(({ id, route, sample }) =>
  [...problemsOf(route)].map((code) => ({ id, code, route, sample })),
);

/** How a problem of a route is provoked; things of one organ are not found by people of another. */
function provokeOf(id: string, code: ProblemCode, aboutOrgan: boolean) {
  const own = OWN_PROBLEMS[id]?.[code];
  if (own !== undefined || (code === 'not-found' && !aboutOrgan)) return own;
  return COMMON_PROBLEMS[code];
}

describe('every problem that a route declares', () => {
  it.each(declared)('$id answers $code', async ({ id, code, route, sample }) => {
    const provoke = provokeOf(id, code, sample.aboutOrgan);
    if (provoke === undefined) throw new Error(`nothing provokes ${code} of ${id}: declared in vain?`);
    const { status, body, headers } = await provoke(worlds, { route, sample });
    expect([status, body['code']], JSON.stringify(body).slice(0, 400)).toEqual([PROBLEMS[code].status, code]);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(JSON.stringify(body)).not.toContain('"path":"');
    if (code === 'stale') expect(body['current']).toMatchObject({ version: expect.any(Number) });
  });
});

it('nothing provokes a problem that its route does not declare', () => {
  const routes = new Map(SAMPLED_ROUTES.map(({ id, route }) => [id, problemsOf(route)]));
  for (const [id, codes] of Object.entries(OWN_PROBLEMS)) {
    for (const code of Object.keys(codes)) expect([...(routes.get(id) ?? [])], id).toContain(code);
  }
});
