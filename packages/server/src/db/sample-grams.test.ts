import { gramsOfTerm, markOf } from '@zhaoshi/domain/search/grams';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BENCH_REGION, loadDocuments } from '../../test/search-bench-load.ts';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts';
import { LEAST_ENTRIES, sampleGrams } from './sample-grams.ts';

const COUNT = 300;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const client = new Client({ ...database.logins.owner });
  await client.connect();
  await loadDocuments(client, COUNT);
  await client.end();
});
afterAll(() => database.drop());

const entriesWith = async (gram: number): Promise<number | undefined> => {
  const row = await database.portal
    .selectFrom('published.search_gram')
    .select('entries')
    .where('gram', '=', gram)
    .executeTakeFirst();
  return row?.entries;
};

it('takes none of a few entries', async () => {
  expect(COUNT).toBeLessThan(LEAST_ENTRIES);
  expect(await sampleGrams(database.server)).toBe(false);
});

it('counts the frequent grams, and not again while there are about as many entries', async () => {
  expect(await sampleGrams(database.server, COUNT)).toBe(true);
  expect(await entriesWith(markOf('region', BENCH_REGION))).toBe(COUNT);
  const [pair] = gramsOfTerm('公开', 'text');
  const { count } = await database.server
    .selectFrom('search_entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('body', 'like', '%公开%')
    .executeTakeFirstOrThrow();
  expect(await entriesWith(pair?.gram ?? 0)).toBeGreaterThanOrEqual(count);
  expect(await entriesWith(gramsOfTerm('鿋鿍', 'text')[0]?.gram ?? 0)).toBeUndefined();
  expect(await sampleGrams(database.server, COUNT)).toBe(false);
});

it('counts anew when there are many fewer', async () => {
  await database.server.deleteFrom('search_entry').where('published_year', '>', 2015).execute();
  expect(await sampleGrams(database.server, 1)).toBe(true);
  expect(await entriesWith(markOf('region', BENCH_REGION))).toBeLessThan(COUNT);
});
