import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../test/api-world.ts';
import { pathsUpwards } from './paths-upwards.ts';
import { loadedCalendars } from './queries/calendars.ts';
import { organsUpwards } from './queries/letter-organ.ts';
import { chosenSettings } from './queries/settings.ts';
import type { Schema } from './schema.ts';

describe('the paths of an organ and of all above it', () => {
  it.each([
    ['a/', ['a/']],
    ['a/b/c/', ['a/', 'a/b/', 'a/b/c/']],
    ['-', []],
    ['', []],
  ])('%s', (path, expected) => expect(pathsUpwards(path)).toEqual(expected));
});

describe('what holds for an organ and comes with nearly every call, among thousands of organs', () => {
  let world: World;

  beforeAll(async () => {
    world = await createWorld();
    const { county, office } = world;
    await sql`insert into organ
        (region_id, organ_id, parent_id, name, kind, level, slug, valid_from, path)
      select like_it.region_id, id, ${county.organId}::uuid, '某局' || n, like_it.kind, like_it.level, 'many-' || n,
        like_it.valid_from, ${county.path} || id || '/'
      from (select gen_random_uuid() as id, n from generate_series(1, 4000) as n) as made
        cross join organ as like_it
      where like_it.region_id = ${office.regionId} and like_it.organ_id = ${office.organId}`.execute(
      world.database.owner,
    );
    await sql`insert into setting (region_id, organ_id, key, value, changed_at)
      select region_id, organ_id, 'portal.unreachableDays', '3', now() from organ where slug like 'many-%'`.execute(
      world.database.owner,
    );
    await sql`analyze organ, setting`.execute(world.database.owner);
  });
  afterAll(() => world.close());

  it.each<[string, (database: Kysely<Schema>, path: string) => Promise<unknown>]>([
    ['its settings', chosenSettings],
    ['its calendars', (database, path) => loadedCalendars(database, path, { below: false })],
    ['the organs above', organsUpwards],
  ])('%s: found without reading them all', async (_, ask) => {
    const read = await world.database.server.transaction().execute(async (transaction) => {
      await ask(transaction, world.office.path);
      const { rows } = await sql<{ organs: number; settings: number }>`
        select pg_stat_get_xact_numscans('organ'::regclass) as organs,
          pg_stat_get_xact_numscans('setting'::regclass) as settings`.execute(transaction);
      return rows[0];
    });
    expect(read).toEqual({ organs: 0, settings: 0 });
  });
});
