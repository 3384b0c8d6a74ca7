import { organPath, regionPath } from '@zhaoshi/portal/paths';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../test/api-world.ts';
import { plantPublished, usualDesk } from '../../test/document-desk.ts';
import { plantDocument } from '../../test/document-samples.ts';
import { openPublicSite, type PublicSite } from '../../test/public-site.ts';
import { keysOfMinutes } from '../db/queries/document-keys.ts';
import { cacheKey } from './page-cache.ts';
import { STANDARD_DISPLAY } from './portal-pages-site.ts';

let world: World;
let sites: readonly PublicSite[];

beforeAll(async () => {
  world = await createWorld();
  sites = [await openPublicSite(world), await openPublicSite(world)];
});

afterAll(async () => {
  for (const site of sites) await site.close();
  await world.close();
});

async function placeOf({ regionId, organId }: WorldOrgan) {
  const row = await world.database.server
    .selectFrom('organ')
    .innerJoin('region', 'region.region_id', 'organ.region_id')
    .select(['organ.slug as organ', 'region.slug as region'])
    .where('organ.region_id', '=', regionId)
    .where('organ.organ_id', '=', organId)
    .executeTakeFirstOrThrow();
  return { region: regionPath(row.region), column: organPath(row.region, row.organ) };
}

async function publicPath(published: Awaited<ReturnType<typeof plantPublished>>): Promise<string> {
  const { body } = await published.desk.read(published.ids);
  return (body['publicEdition'] as unknown as { readonly publicPath: string }).publicPath;
}

it('a publication forgets the pages that show it, on every server, and no other', async () => {
  const { township, otherCounty } = world;
  const [own, far] = [await placeOf(township), await placeOf(otherCounty)];
  const other = await publicPath(await plantPublished(world, township, { title: '另一件公告' }));
  const desk = await usualDesk(world, township);
  const ids = await plantDocument(world, township, { title: '新发布的公告' });
  await desk.sign(ids);
  const changing = ['/', own.region, own.column, `${own.column}/proactive`, `${own.column}/proactive/all`];
  const staying = [
    other,
    far.region,
    far.column,
    `${far.column}/proactive`,
    `${own.column}/annual-reports`,
    `${own.column}/application`,
    '/accessibility',
  ];
  for (const { get } of sites) {
    for (const path of [...changing, ...staying]) expect((await get(path)).statusCode, path).toBe(200);
  }
  const bodyAt = (site: PublicSite, path: string) => site.cache.peek(cacheKey(STANDARD_DISPLAY, path));
  const before = sites.map((site) => staying.map((path) => bodyAt(site, path)));
  expect(before.flat()).not.toContain(undefined);

  await desk.act(ids, 'publisher', { type: 'publish' });
  for (const site of sites) {
    for (const path of changing) {
      const isThere = async () => (await site.get(path)).body.includes('新发布的公告');
      await expect.poll(isThere, { interval: 20 }).toBe(true);
    }
  }
  // The very same bytes, not others that are equal.
  for (const [index, site] of sites.entries()) {
    for (const [place, path] of staying.entries()) {
      expect(bodyAt(site, path) === before[index]?.[place], path).toBe(true);
    }
  }
});

it('a withdrawal takes the document from every page that named it', async () => {
  const published = await plantPublished(world, world.township, { title: '要撤回的公告' });
  const path = await publicPath(published);
  const { column, region } = await placeOf(world.township);
  const naming = ['/', region, column, `${column}/proactive`, `${column}/feed.atom`, '/feed.json'];
  for (const { get } of sites) {
    for (const page of naming) {
      await expect.poll(async () => (await get(page)).body).toContain('要撤回的公告');
    }
    expect((await get(path)).statusCode).toBe(200);
  }
  const act = { type: 'withdraw', kind: 'error', hidesExistence: false };
  await published.desk.act(published.ids, 'leader', act, { notice: '有误，撤回。' });
  for (const { get } of sites) {
    await expect.poll(async () => (await get(path)).statusCode).toBe(410);
    for (const page of naming) expect((await get(page)).body, page).not.toContain('要撤回的公告');
  }
});

it('a minute that came names what it made public, and nothing of the time before', async () => {
  const { server } = world.database;
  const path = await publicPath(await plantPublished(world, world.township));
  const { visible_from: at } = await server
    .selectFrom('document_edition')
    .select('visible_from')
    .orderBy('visible_from', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const { column, region } = await placeOf(world.township);
  const keys = await keysOfMinutes(server, { after: new Date(at.getTime() - 1), to: at });
  expect(keys).toEqual(expect.arrayContaining([path, column, region, '/']));
  expect(await keysOfMinutes(server, { after: at, to: new Date(at.getTime() + 1) })).toEqual([]);
});
