import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPortalSite, type PortalSite } from '../../test/portal-site.ts';
import type { TestDatabase } from '../../test/test-database.ts';
import { publicAddresses } from '../portal-mirror/public-paths.ts';
import { insertReportingUnits } from '../use-cases/organs/start-reporting-units.ts';
import { createSiteFacts } from './portal-pages-facts.ts';

const LISTS = '/hedong/government/reporting-units';

let site: PortalSite;
let test: TestDatabase;

beforeAll(async () => {
  site = await openPortalSite();
  test = site.database;
  const { region_id: regionId } = await test.server
    .selectFrom('region')
    .select('region_id')
    .where('slug', '=', 'hedong')
    .executeTakeFirstOrThrow();
  // 金殿镇 has a published report of this year.
  await test.server
    .transaction()
    .execute((transaction) => insertReportingUnits(transaction, { regionId, reportYear: 2021 }));
  const { organ_id } = await test.server
    .selectFrom('organ')
    .select('organ_id')
    .where('region_id', '=', regionId)
    .where('slug', '=', 'finance')
    .executeTakeFirstOrThrow();
  await test.owner
    .updateTable('reporting_unit')
    .set({ included: false, reason: '<i>不对外</i>履行职能' })
    .where('report_year', '=', 2021)
    .where('unit_organ_id', '=', organ_id)
    .execute();
});

afterAll(() => site.close());

beforeEach(() => site.cache.clear());

const bodyOf = async (url: string): Promise<string> => (await site.get(url)).body;

describe('the lists of reporting units', () => {
  it('stand in the government’s column; its office shows the way, other organs do not', async () => {
    for (const organ of ['government', 'office'])
      for (const path of [`/hedong/${organ}`, `/hedong/${organ}/annual-reports`])
        expect(await bodyOf(path), path).toContain(`<a href="${LISTS}">`);
    expect(await bodyOf('/hedong/jindian/annual-reports')).not.toContain('reporting-units');
    for (const path of ['/hedong/office/reporting-units', '/hedong/jindian/reporting-units/2021'])
      expect((await site.get(path)).statusCode, path).toBe(404);
  });

  it('name the years', async () => {
    const years = [...(await bodyOf(LISTS)).matchAll(/reporting-units\/(\d+)"/g)].map(([, year]) => year);
    expect(years).toEqual(['2026', '2025', '2021']);
    expect((await site.get(`${LISTS}/1999`)).statusCode).toBe(404);
    expect((await site.get(`${LISTS}/abc`)).statusCode).toBe(404);
  });

  it('show who reports with the report where it is published, and who does not and why', async () => {
    const body = await bodyOf(`${LISTS}/2021`);
    const [included = '', leftOut = ''] = body.split('<h2 id="left-out">');
    expect(included).toContain(
      '<a href="/hedong/jindian">金殿镇人民政府</a></th><td><a href="/hedong/jindian/annual-reports/2021"',
    );
    expect(included).toContain('<a href="/hedong/duandian">段店乡人民政府</a></th><td>本平台尚未公布');
    expect(included).not.toContain('"/hedong/finance"');
    expect(leftOut).toContain('不报送年度报告的单位（1 个）');
    expect(leftOut).toContain(
      '<a href="/hedong/finance">河东县财政局</a></th><td>&lt;i&gt;不对外&lt;/i&gt;履行职能</td>',
    );
    expect(body).not.toContain('村民委员会');
    expect(body).toContain('第二十七条、第四十九条');
  });

  it('are narrowed to a level by plain links that tell how many there are, in other years as well', async () => {
    const body = await bodyOf(`${LISTS}/2021`);
    const [, nav = ''] = body.split('aria-label="按层级查看"');
    const choices = [...nav.matchAll(/<a href="([^"]+)"[^>]*>([^<]+) <small>(\d+) 个，已公布 (\d+) 份/g)].map(
      ([, path, name, units, published]) => ({
        path,
        name,
        units: Number(units),
        published: Number(published),
      }),
    );
    const [all, ...levels] = choices;
    expect(choices.map(({ path, name }) => [path, name])).toEqual([
      [`${LISTS}/2021`, '全部'],
      [`${LISTS}/2021/levels/office`, '政府办公厅（室）'],
      [`${LISTS}/2021/levels/department`, '部门'],
      [`${LISTS}/2021/levels/township`, '乡镇人民政府'],
      [`${LISTS}/2021/levels/subdistrict`, '街道办事处'],
    ]);
    for (const what of ['units', 'published'] as const)
      expect(levels.reduce((sum, level) => sum + level[what], 0)).toBe(all?.[what]);
    const ofTownships = levels[2];
    expect(ofTownships?.published).toBe(1);
    const townships = await bodyOf(`${LISTS}/2021/levels/township`);
    expect(townships).toContain(`<h2 id="included">报送年度报告的单位（${ofTownships?.units} 个）</h2>`);
    expect(townships).toContain('"/hedong/jindian"');
    expect(townships).not.toContain('"/hedong/education"');
    expect(townships).toContain('aria-current="true">乡镇人民政府');
    expect(townships).toContain(
      `<link rel="canonical" href="https://www.example.gov.cn${LISTS}/2021/levels/township">`,
    );
    expect(townships).toContain(`<a href="${LISTS}/2026/levels/township">2026年度</a>`);
    // Left out stands where it belongs.
    expect(townships).not.toContain('id="left-out"');
    expect(await bodyOf(`${LISTS}/2021/levels/department`)).toContain('不报送年度报告的单位（1 个）');
  });

  it('say so where a year has no unit of the level, and know no other levels', async () => {
    const none = await site.get(`${LISTS}/2021/levels/city`);
    expect(none.statusCode).toBe(200);
    expect(none.body).toContain('2021年度的名单上没有市级人民政府');
    expect(none.body).toContain('noindex');
    for (const path of [
      'levels/village',
      'levels/x',
      'pages/1',
      'pages/2',
      'pages/x',
      'levels/township/pages/2',
    ])
      expect((await site.get(`${LISTS}/2021/${path}`)).statusCode, path).toBe(404);
  });

  it('have pages, each with an address of its own in the sitemap and the mirror', async () => {
    await sql`
      insert into organ (region_id, organ_id, parent_id, slug, name, kind, level, valid_from, valid_to, path)
      select top.region_id, gen_random_uuid(), top.organ_id, 'unit-' || n, '第' || n || '局', 'department', 'county',
        '2020-01-01', null, top.path || gen_random_uuid() || '/'
      from generate_series(1, 130) as n, organ as top join region using (region_id)
      where region.slug = 'hexi' and top.parent_id is null and top.kind = 'countyGovernment'`.execute(
      test.owner,
    );
    const { region_id: regionId } = await test.server
      .selectFrom('region')
      .select('region_id')
      .where('slug', '=', 'hexi')
      .executeTakeFirstOrThrow();
    await test.server
      .transaction()
      .execute((transaction) => insertReportingUnits(transaction, { regionId, reportYear: 2021 }));
    site.cache.clear();
    const place = '/hexi/government/reporting-units/2021';
    const first = await bodyOf(`${place}/levels/department`);
    const second = await bodyOf(`${place}/levels/department/pages/2`);
    expect(first).toContain('第 1 页，共 2 页');
    expect(first).toContain(`<a href="${place}/levels/department/pages/2">下一页</a>`);
    expect(second).toContain(`<a href="${place}/levels/department">上一页</a>`);
    const unitsIn = (body: string) =>
      [...body.matchAll(/href="\/hexi\/(unit-\d+)"/g)].map(([, name]) => name);
    expect(new Set([...unitsIn(first), ...unitsIn(second)]).size).toBe(130);
    expect(unitsIn(first).filter((name) => unitsIn(second).includes(name))).toEqual([]);
    expect(second).toContain('（部门，第 2 页）');
    const sitemap = await bodyOf('/sitemaps/hexi.xml');
    const source = { published: test.portal, styleSheet: '/x.css' };
    const paths: string[] = [];
    for await (const { path } of publicAddresses({
      ...source,
      facts: createSiteFacts(test.portal, () => source),
    }))
      paths.push(path);
    for (const path of [
      '',
      '/pages/2',
      '/levels/department',
      '/levels/department/pages/2',
      '/levels/township',
    ]) {
      expect(sitemap).toContain(`${place}${path}</loc>`);
      expect(paths).toContain(`${place}${path}`);
    }
    expect(paths).not.toContain(`${place}/levels/department/pages/3`);
    expect(paths).not.toContain(`${place}/levels/city`);
  });

  it('have in a city’s list the governments below it', async () => {
    expect(await bodyOf('/zhaoshi/government/reporting-units/2025')).toContain(
      '<a href="/hedong/government">河东县人民政府</a>',
    );
  });

  it('are in the sitemap and among the addresses of the mirror', async () => {
    const sitemap = await bodyOf('/sitemaps/hedong.xml');
    const paths: string[] = [];
    const source = { published: test.portal, styleSheet: '/x.css' };
    const facts = createSiteFacts(test.portal, () => source);
    for await (const { path } of publicAddresses({ ...source, facts })) paths.push(path);
    for (const path of [LISTS, `${LISTS}/2021`, `${LISTS}/2026`]) {
      expect(sitemap).toContain(`${path}</loc>`);
      expect(paths).toContain(path);
    }
    expect(paths).not.toContain('/hedong/office/reporting-units');
  });

  it('say plainly when there is none', async () => {
    await test.owner.deleteFrom('reporting_unit').execute();
    const { statusCode, body } = await site.get(LISTS);
    expect(statusCode).toBe(200);
    expect(body).toContain('还没有在本平台公布年度报告报送单位名单');
    expect((await site.get(`${LISTS}/2021`)).statusCode).toBe(404);
  });
});
