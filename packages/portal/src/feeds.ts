import { html } from '@zhaoshi/domain/kernel/html';
import { type FeedFormat, feedPath } from './paths.ts';

/** A published item as feeds tell it. */
export interface FeedItem {
  readonly title: string;
  readonly path: string;
  readonly organName: string;
  /** Moment of publication, ISO 8601. */
  readonly publishedAt: string;
}

export interface Feed {
  readonly title: string;
  /** Page that the feed belongs to. */
  readonly place: string;
  readonly origin: string;
  readonly items: readonly FeedItem[];
}

/** Characters that XML 1.0 cannot hold at all, not even escaped. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const xml = (text: string): string => text.replace(NOT_XML, '').toWellFormed();

/** When nothing has been published the feed still needs a moment; this one never changes. */
const NEVER = '1970-01-01T00:00:00.000Z';

const updatedOf = ({ items }: Feed): string => items[0]?.publishedAt ?? NEVER;

/** RFC 4287. */
export function atomFeed(feed: Feed): string {
  const { title, place, origin, items } = feed;
  const entries = items.map(
    ({ title: name, path, organName, publishedAt }) => html`<entry>
<title>${xml(name)}</title>
<id>${origin}${path}</id>
<link rel="alternate" type="text/html" href="${origin}${path}"/>
<author><name>${xml(organName)}</name></author>
<published>${publishedAt}</published>
<updated>${publishedAt}</updated>
</entry>
`,
  );
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<title>${xml(title)}</title>
<id>${origin}${place}</id>
<link rel="alternate" type="text/html" href="${origin}${place}"/>
<link rel="self" type="application/atom+xml" href="${origin}${feedPath(place, 'atom')}"/>
<updated>${updatedOf(feed)}</updated>
${entries}</feed>
`.markup;
}

/** JSON Feed 1.1. */
export function jsonFeed({ title, place, origin, items }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: `${origin}${place}`,
    feed_url: `${origin}${feedPath(place, 'json')}`,
    language: 'zh-CN',
    items: items.map((item) => ({
      id: `${origin}${item.path}`,
      url: `${origin}${item.path}`,
      title: item.title,
      content_text: `${item.organName}：${item.title}`,
      date_published: item.publishedAt,
      authors: [{ name: item.organName }],
    })),
  });
}

export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};
