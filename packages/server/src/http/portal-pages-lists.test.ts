import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ORIGIN, openPortalSite, type PortalSite, REPORT } from '../../test/portal-site.ts';

let site: PortalSite;
beforeAll(async () => {
  site = await openPortalSite();
});
afterAll(() => site.close());
beforeEach(() => site.cache.clear());

describe('feeds and sitemaps', () => {
  it.each(['/feed.atom', '/hedong/feed.atom', '/hedong/jindian/feed.atom'])(
    '%s is an Atom feed',
    async (url) => {
      const { body, headers } = await site.get(url);
      expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
      expect(body).toContain(`<id>${ORIGIN}${REPORT}</id>`);
      expect(body).not.toContain('<id>/');
      expect(body.includes('/hexi/')).toBe(url === '/feed.atom');
    },
  );

  it('has the same items as JSON', async () => {
    const feed: { readonly version: string; readonly items: readonly { readonly url: string }[] } = (
      await site.get('/hedong/feed.json')
    ).json();
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.items.map(({ url }) => url)).toContain(`${ORIGIN}${REPORT}`);
  });

  it('is told of by the pages', async () => {
    expect((await site.get('/hedong/jindian')).body).toContain('href="/hedong/jindian/feed.atom"');
  });

  it('lists every page once, and each is there', async () => {
    const locations = (body: string) =>
      [...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, found]) => found ?? '');
    expect((await site.get('/robots.txt')).body).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
    const parts = locations((await site.get('/sitemap.xml')).body);
    // Fixed pages, three regions, and the documents of two of them.
    expect(parts).toHaveLength(6);
    expect(parts).toContain(`${ORIGIN}/sitemaps/hedong/1.xml`);
    const pages: string[] = [];
    for (const part of parts) pages.push(...locations((await site.get(part.slice(ORIGIN.length))).body));
    expect(new Set(pages).size).toBe(pages.length);
    expect(pages).toContain(`${ORIGIN}${REPORT}`);
    for (const page of pages) {
      expect(page.startsWith(`${ORIGIN}/`)).toBe(true);
      expect((await site.get(page.slice(ORIGIN.length))).statusCode, page).toBe(200);
    }
  });

  it.each(['/sitemaps/1.xml', '/sitemaps/nobody.xml', '/nobody/feed.atom', '/hedong/nobody/feed.json'])(
    '%s is not there',
    async (url) => {
      expect((await site.get(url)).statusCode).toBe(404);
    },
  );
});
