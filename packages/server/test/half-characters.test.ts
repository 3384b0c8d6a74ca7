import { bodyOf } from '@zhaoshi/contract/define-route';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createWorld, type World } from './api-world.ts';
import { someoneWhoMay } from './common-problems.ts';
import { SAMPLED_ROUTES } from './route-samples.ts';
import { SAMPLE_SERVICE } from './sample-service.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ singleSignOn: SAMPLE_SERVICE });
});
afterAll(() => world.close());

/** What a paste leaves that was cut in the middle of a rare character. */
const HALF = '\ud83d';

type Path = readonly (string | number)[];

function pathsOfTexts(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => pathsOfTexts(inner, [...path, name]));
}

/** A copy in which half a character stands at the end of one text. */
function withHalf(value: unknown, [name, ...rest]: Path): unknown {
  if (name === undefined) return `${String(value)}${HALF}`;
  if (Array.isArray(value)) {
    return value.map((one, index) => (index === Number(name) ? withHalf(one, rest) : one));
  }
  const inner = (value as Readonly<Record<string, unknown>>)[name];
  return { ...(value as object), [name]: withHalf(inner, rest) };
}

/** The body with half a character in every text that the route lets people write freely. */
function hostileBody(schema: z.ZodType, body: unknown): { readonly body: unknown; readonly texts: number } {
  let texts = 0;
  let hostile = body;
  for (const path of pathsOfTexts(body)) {
    const tried = withHalf(hostile, path);
    if (!schema.safeParse(tried).success) continue;
    hostile = tried;
    texts += 1;
  }
  return { body: hostile, texts };
}

const written = SAMPLED_ROUTES.flatMap(({ id, route, sample }) => {
  const schema = bodyOf(route);
  return schema instanceof z.ZodType ? [{ id, route, sample, schema }] : [];
});

const reached = new Map<string, number>();

describe('half a character in whatever people write', () => {
  it.each(written)('$id takes it or refuses it, and does not fail', async ({ id, route, sample, schema }) => {
    const person = await someoneWhoMay(world, { route, sample });
    const right = await sample.prepare(world, person.home, person.accountId);
    const sent: { readonly body?: unknown } = right.request;
    const { body, texts } = hostileBody(schema, sent.body);
    reached.set(id, texts);
    const answer = await world.call(route, { ...right.request, body } as never, person.cookie, right.headers);
    expect(answer.status, JSON.stringify(answer.body).slice(0, 300)).toBeLessThan(500);
    expect(JSON.stringify(answer.body)).not.toContain('\\ud83d');
  });

  it('was written into most routes', () => {
    const total = [...reached.values()].reduce((sum, texts) => sum + texts, 0);
    expect([...new Set(written.map(({ id }) => id))].filter((id) => !reached.has(id))).toEqual([]);
    expect(total).toBeGreaterThan(100);
  });
});
