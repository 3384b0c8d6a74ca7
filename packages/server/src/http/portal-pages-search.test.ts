import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPortalSite, type PortalSite, REPORT } from '../../test/portal-site.ts';
import { searchEntry } from '../../test/search-samples.ts';
import { rowOfEntry } from '../db/write-search-entry.ts';

let site: PortalSite;
beforeAll(async () => {
  site = await openPortalSite();
});
afterAll(() => site.close());
beforeEach(() => site.cache.clear());

describe('the search', () => {
  const search = async (q: string) => await site.get(`/search?q=${encodeURIComponent(q)}`);
  const paths = (body: string) => [...body.matchAll(/<li><a href="([^"]+)">/g)].map(([, path]) => path);

  it.each(['金殿镇', '金殿', '金殿镇 2021', '２０２１', '金殿 公开'])('finds the report by %s', async (q) => {
    const response = await search(q);
    expect(response.statusCode).toBe(200);
    expect(response.headers['cache-control']).toBe('private, no-store');
    expect(paths(response.body)).toContain(REPORT);
    expect(response.body).toContain('<mark>');
  });

  it('finds organs by name', async () => {
    expect(paths((await search('教育局')).body)).toContain('/zhaoshi/education');
  });

  it.each(['', ' ', '长', 'a b'])('asks for more than %j', async (q) => {
    const { body, statusCode } = await search(q);
    expect(statusCode).toBe(200);
    expect(body).toMatch(/请至少输入两个字|请在上方输入/);
  });

  it.each([
    "' or 1=1 --",
    '%%',
    '__',
    '\\\\',
    '"><script>alert(1)</script>',
    '\u0000\u0000abc',
    '(a+)+$'.repeat(20),
    '\ud800\ud800',
    '🂡🂢',
    "'; drop table search_entry; --",
  ])('takes %j for words', async (q) => {
    const { body, statusCode } = await site.get(`/search?q=${encodeURIComponent(q.toWellFormed())}`);
    expect(statusCode).toBe(200);
    expect(paths(body).filter((path) => path?.startsWith('/hedong') === true)).toEqual([]);
    expect(body).not.toContain('<script>');
  });

  it('narrows by links and by days, and says what is chosen', async () => {
    const { body } = await search('公开 工作');
    const link = /<a href="([^"]+organ=jindian[^"]*)">[^<]*金殿镇[^<]*<\/a>/.exec(body)?.[1];
    const narrowed = await site.get((link ?? expect.fail('no such link')).replaceAll('&amp;', '&'));
    expect(narrowed.body).toMatch(/aria-current="true">[^<]*金殿镇/);
    expect(narrowed.body).toContain('<input type="hidden" name="organ" value="jindian">');
    expect(paths(narrowed.body)).toContain(REPORT);
    expect(paths(narrowed.body)).not.toContain('/hedong/duandian/annual-reports/2019');
    expect(paths(body)).toContain('/hedong/duandian/annual-reports/2019');
    const days = await site.get(`/search?q=${encodeURIComponent('公开')}&from=1999-01-01&to=1999-12-31`);
    expect(days.body).toContain('在所选的范围内没有找到');
    expect(days.body).toContain('value="1999-01-01"');
    const turned = await site.get(`/search?q=${encodeURIComponent('公开')}&from=2026-01-02&to=2026-01-01`);
    expect(turned.body).toContain('起始日期在截止日期之后，请核对。');
    const wrong = await site.get(`/search?q=${encodeURIComponent('公开')}&from=1999-31-31`);
    expect(wrong.body).toContain('日期没有读懂');
  });

  it('without an answer offers what comes near and the way to apply', async () => {
    const { body } = await search('金殿镇 养老院搬迁');
    expect(body).toContain('没有找到');
    expect(body).toMatch(/少写一些可以找到[\s\S]*>金殿镇<\/a>/);
    expect(body).toContain('href="/apply"');
    expect(body).toContain('有符合这次搜索的新信息时收到通知');
    expect((await search('金殿镇宇宙飞船发射场')).body).toMatch(/少写一些可以找到[\s\S]*>金殿<\/a>/);
    expect(paths((await search('office')).body).length).toBeGreaterThan(0);
    expect((await search('officehours')).body, 'half a word of letters').not.toContain('少写一些可以找到');
  });

  it('suggests titles while one types, and keeps nothing', async () => {
    const suggest = async (q: unknown) =>
      await site.app.inject({ method: 'POST', url: '/search/suggestions', payload: { q } });
    const found = await suggest('金殿镇');
    expect(found.headers['cache-control']).toBe('private, no-store');
    expect(found.json<{ items: { path: string }[] }>().items.map(({ path }) => path)).toContain(REPORT);
    for (const q of ['', '金', 5, null, ['金殿镇']]) expect((await suggest(q)).json()).toEqual({ items: [] });
  });

  it.each([
    '/search?q=a&q=b',
    '/search?q=%E5%85%AC%E5%BC%80&region=no-such&organ=x&year=abc&genre=toString&validity=constructor',
    '/search?q[]=公开',
    '/search?after=x',
    '/search?q=%E5%85%AC%E5%BC%80&after=9-9',
  ])('bears %s', async (url) => {
    expect((await site.get(encodeURI(decodeURI(url)))).statusCode).toBe(200);
  });

  it('goes on from page to page without a gap or a repetition', async () => {
    const { region_id, organ_id } = await site.organKey('education');
    const rows = Array.from({ length: 45 }, (_, index) =>
      rowOfEntry(
        searchEntry({
          regionId: region_id,
          organId: organ_id,
          entryId: randomUUID(),
          title: `分页检验${index}`,
          // Several have the same moment.
          publishedAt: new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 7))),
          path: `/zhaoshi/education/annual-reports/${3000 + index}`,
        }),
      ),
    );
    await site.database.server.insertInto('search_entry').values(rows).execute();
    const found: string[] = [];
    let next: string | undefined = `/search?q=${encodeURIComponent('分页检验')}`;
    while (next !== undefined) {
      const { body }: LightMyRequestResponse = await site.get(next.replaceAll('&amp;', '&'));
      found.push(
        ...paths(body).flatMap((path) => (path?.includes('/annual-reports/3') === true ? [path] : [])),
      );
      next = /<a href="([^"]+)" rel="next">/.exec(body)?.[1];
    }
    expect(found).toHaveLength(45);
    expect(new Set(found).size).toBe(45);
    await site.database.server.deleteFrom('search_entry').where('title', 'like', '分页检验%').execute();
  });
});
