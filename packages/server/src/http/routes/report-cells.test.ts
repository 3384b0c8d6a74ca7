import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const PLACE = '/east/organs/open-data/annual-reports-2024';
/** More than are kept ready, and more than are read at once. */
const MANY = 130;

/** So many organs with a published report of three cells each. */
async function publishMany(): Promise<void> {
  const { regionId, organId, path } = world.county;
  const { owner } = world.database;
  await sql`insert into organ (region_id, organ_id, parent_id, slug, name, kind, level, valid_from, path)
    select ${regionId}::uuid, gen_random_uuid(), ${organId}::uuid, 'o' || lpad(o::text, 3, '0'), '机关' || o,
      'department', 'county', '2019-01-01', ${path} || o || '/'
    from generate_series(1, ${sql.lit(MANY)}) as o`.execute(owner);
  await sql`insert into annual_report (region_id, report_id, organ_id, report_year)
    select region_id, gen_random_uuid(), organ_id, 2024 from organ where kind = 'department'`.execute(owner);
  await sql`insert into report_version (region_id, report_id, version, title, content, content_sha256, published_at)
    select region_id, report_id, 1, '年度报告', '{}', repeat('0', 64), '2025-01-20' from annual_report`.execute(
    owner,
  );
  await sql`insert into report_cell (region_id, report_id, version, cell_id, state, value, raw)
    select region_id, report_id, 1, cell, 'value', 3, '3' from annual_report,
      unnest(array['t3.granted/total', 't3.newlyReceived/total', 't4.reconsideration/total']) as cell`.execute(
    owner,
  );
}

const get = async (format: 'csv' | 'json', headers: Readonly<Record<string, string>> = {}) =>
  await world.app.inject({ url: `${PLACE}.${format}`, headers });

const linesOf = (text: string) => text.trimEnd().split('\r\n');

describe('the cells of a region with many reports', () => {
  beforeAll(publishMany);

  it('go out as they are read, whole and in the order of organs', async () => {
    const answer = await get('csv');
    expect([answer.statusCode, answer.headers['content-length']]).toEqual([200, undefined]);
    const [head, ...rows] = linesOf(answer.body);
    expect(head).toMatch(/^\ufefforgan,report_year,cell/u);
    expect(rows).toHaveLength(MANY * 3);
    expect([rows[0]?.split(',')[0], rows.at(-1)?.split(',')[0]]).toEqual(['机关1', `机关${MANY}`]);
    const json = JSON.parse((await get('json')).body) as { readonly rows: readonly unknown[] };
    expect(json.rows).toHaveLength(MANY * 3);
    expect(world.cache.stats().entries).toBe(0);
  });

  it('are compressed for who takes it', async () => {
    const answer = await get('csv', { 'accept-encoding': 'br, gzip' });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(answer.rawPayload).toString()).toBe((await get('csv')).body);
  });

  it('are not sent again to who has them, and are new with the next publication', async () => {
    const { etag = '' } = (await get('csv')).headers;
    expect((await get('csv', { 'if-none-match': etag })).statusCode).toBe(304);
    expect((await get('json', { 'if-none-match': etag })).statusCode).toBe(200);
    const { owner } = world.database;
    await sql`insert into report_version (region_id, report_id, version, title, content, content_sha256, published_at)
      select region_id, report_id, 2, '年度报告', '{}', repeat('1', 64), '2025-02-20'
      from annual_report join organ using (region_id, organ_id) where slug = 'o002'`.execute(owner);
    const after = await get('csv', { 'if-none-match': etag });
    // The newer version has no cells: those of the older are not public any more.
    expect([after.statusCode, linesOf(after.body).length]).toEqual([200, (MANY - 1) * 3 + 1]);
  });

  it('are not at a year or a place without any', async () => {
    const paths = [
      `${PLACE.replace('2024', '2023')}.csv`,
      `${PLACE.replace('2024', '24')}.csv`,
      PLACE.replace('east', 'north'),
    ];
    for (const url of paths) expect((await world.app.inject({ url })).statusCode).toBe(404);
  });
});
