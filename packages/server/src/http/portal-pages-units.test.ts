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
