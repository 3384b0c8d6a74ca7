import { html } from '@zhaoshi/domain/kernel/html';

/** A page for search engines; the day of its last change where it is known. */
export interface SitemapEntry {
  readonly path: string;
  /** "2026-11-21" */
  readonly changedOn: string | null;
}

const HEAD = html`<?xml version="1.0" encoding="utf-8"?>
`;

/** https://www.sitemaps.org/protocol.html: the list of the parts. */
export function sitemapIndex(origin: string, parts: readonly SitemapEntry[]): string {
  const entries = parts.map(
    ({
      path,
      changedOn,
    }) => html`<sitemap><loc>${origin}${path}</loc>${changedOn === null ? null : html`<lastmod>${changedOn}</lastmod>`}</sitemap>
`,
  );
  return html`${HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries}</sitemapindex>
`.markup;
}

/** One part; the protocol allows 50,000 addresses in it. */
export function sitemapPart(origin: string, pages: readonly SitemapEntry[]): string {
  const entries = pages.map(
    ({
      path,
      changedOn,
    }) => html`<url><loc>${origin}${path}</loc>${changedOn === null ? null : html`<lastmod>${changedOn}</lastmod>`}</url>
`,
  );
  return html`${HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries}</urlset>
`.markup;
}

/** @param sitemap whole address of the index */
export const robotsText = (sitemap: string): string =>
  `User-agent: *\nDisallow: /display\nDisallow: /search\nSitemap: ${sitemap}\n`;
