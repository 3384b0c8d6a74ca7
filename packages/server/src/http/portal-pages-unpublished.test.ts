import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPortalSite, type PortalSite } from '../../test/portal-site.ts';
import { searchEntry } from '../../test/search-samples.ts';
import { rowOfEntry } from '../db/write-search-entry.ts';

let site: PortalSite;
beforeAll(async () => {
  site = await openPortalSite();
});
afterAll(() => site.close());
beforeEach(() => site.cache.clear());

describe('what is not public yet', () => {
  const TITLE = '尚未公布的年度报告';

  it('is nowhere: page, file, list, search, feeds, sitemap', async () => {
    const organ = await site.organKey('education');
    const key = { region_id: organ.region_id, report_id: randomUUID() };
    const later = new Date(Date.now() + 3_600_000);
    const { content } = await site.database.server
      .selectFrom('report_version')
      .select('content')
      .executeTakeFirstOrThrow();
    await site.database.server
      .insertInto('annual_report')
      .values({ ...key, organ_id: organ.organ_id, report_year: 2022 })
      .execute();
    await site.database.server
      .insertInto('report_version')
      .values({
        ...key,
        version: 1,
        title: TITLE,
        content,
        content_sha256: '0'.repeat(64),
        published_at: later,
      })
      .execute();
    await site.database.server
      .insertInto('search_entry')
      .values(
        rowOfEntry(
          searchEntry({
            regionId: organ.region_id,
            organId: organ.organ_id,
            entryId: key.report_id,
            title: TITLE,
            body: TITLE,
            publishedAt: later,
          }),
        ),
      )
      .execute();
    for (const path of ['', '/report.json', '/report.pdf'])
      expect((await site.get(`/zhaoshi/education/annual-reports/2022${path}`)).statusCode).toBe(404);
    for (const path of [
      '/',
      '/zhaoshi',
      '/zhaoshi/education',
      '/zhaoshi/education/annual-reports',
      '/feed.atom',
      '/feed.json',
      '/zhaoshi/education/feed.atom',
      '/sitemaps/zhaoshi.xml',
    ]) {
      const { body, statusCode } = await site.get(path);
      expect(statusCode, path).toBe(200);
      expect(body, path).not.toContain(TITLE);
      expect(body, path).not.toContain('annual-reports/2022');
    }
    const { body } = await site.get(`/search?q=${encodeURIComponent(TITLE)}`);
    expect(body).toContain('没有找到');
    expect(body).not.toContain('annual-reports/2022');
  });

  it('does not take the place of what is public', async () => {
    const organ = await site.organKey('duandian');
    const { report_id } = await site.database.server
      .selectFrom('annual_report')
      .select('report_id')
      .where('organ_id', '=', organ.organ_id)
      .where('report_year', '=', 2019)
      .executeTakeFirstOrThrow();
    const { content } = await site.database.server
      .selectFrom('report_version')
      .select('content')
      .where('report_id', '=', report_id)
      .executeTakeFirstOrThrow();
    await site.database.server
      .insertInto('report_version')
      .values({
        region_id: organ.region_id,
        report_id,
        version: 2,
        title: TITLE,
        content,
        content_sha256: '1'.repeat(64),
        published_at: new Date(Date.now() + 3_600_000),
      })
      .execute();
    const { body, statusCode } = await site.get('/hedong/duandian/annual-reports/2019');
    expect(statusCode).toBe(200);
    expect(body).toContain('第 1 版');
  });
});
