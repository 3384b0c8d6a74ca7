import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { FEED_FORMATS, type FeedFormat, feedPath } from './paths.ts';
import type { Site } from './view-models.ts';

/** What the head of a page says about it. */
export interface PageMeta {
  readonly title: string;
  /** 栏目 the page belongs to. */
  readonly column: string;
  /** 概况、政策、互动 …: the kind of the column as government sites name it. */
  readonly columnType?: string;
  readonly description?: string;
  /** Only pages that are one published item. */
  readonly article?: { readonly publishedAt: string; readonly source: string; readonly keywords: string };
  /** Path of the region or organ whose feeds belong to the page. */
  readonly feeds?: string;
  /** Path under which search engines shall know the page, where it is not its own. */
  readonly canonical?: string;
  /** Kept out of search engines: results, errors. */
  readonly noIndex?: boolean;
}

const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

const named = (name: string, content: string | undefined): SafeHtml | null =>
  content === undefined || content === ''
    ? null
    : html`<meta name="${name}" content="${content}">
`;

/**
 * Names that government sites use (国办发〔2017〕47号 and its 网页标签; the full mandatory list is unconfirmed):
 * of the site on every page, of the column on pages of a column, of the article on published items. What is not
 * known is left out, never made up.
 */
function governmentTags(
  site: Site,
  { article, column, columnType, title }: PageMeta,
): readonly (SafeHtml | null)[] {
  return [
    named('SiteName', `${site.name}政府信息公开`),
    named('SiteDomain', site.origin === '' ? '' : new URL(site.origin).host),
    named('SiteIDCode', site.registration.identificationCode),
    named('ColumnName', column),
    named('ColumnType', columnType),
    named('ArticleTitle', article === undefined ? undefined : title),
    named('PubDate', article?.publishedAt),
    named('ContentSource', article?.source),
    named('Keywords', article?.keywords),
  ];
}

/** Tags of government sites where the site wants them, and what search engines and feed readers go by. */
export function metaTags(site: Site, path: string | null, meta: PageMeta): SafeHtml {
  const canonical = meta.canonical ?? path;
  const tags = [
    ...(site.printsMetaTags ? governmentTags(site, meta) : []),
    named('description', meta.description),
    named('robots', meta.noIndex === true ? 'noindex, follow' : undefined),
  ].flatMap((tag) => tag ?? []);
  const link =
    canonical === null || meta.noIndex === true
      ? null
      : html`<link rel="canonical" href="${site.origin}${canonical}">
`;
  const feeds = meta.feeds;
  const alternates =
    feeds === undefined
      ? []
      : FEED_FORMATS.map(
          (
            format,
          ) => html`<link rel="alternate" type="${FEED_TYPES[format]}" title="${meta.title}" href="${feedPath(feeds, format)}">
`,
        );
  return html`${tags}${link}${alternates}`;
}
