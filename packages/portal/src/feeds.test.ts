import { describe, expect, it } from 'vitest';
import { atomFeed, jsonFeed } from './feeds.ts';

const feed = {
  title: '示例',
  place: '/hedong',
  origin: 'https://www.example.gov.cn',
  items: [
    {
      title: 'a\u0000\u0008<b>&\ud800"',
      path: '/hedong/x/annual-reports/2021',
      organName: '某镇',
      publishedAt: '2026-11-21T02:03:04.567Z',
    },
  ],
};

describe('feeds', () => {
  it('hold nothing that XML cannot hold', () => {
    const text = atomFeed(feed);
    expect(text).toContain('<title>a&lt;b&gt;&amp;\ufffd&quot;</title>');
    expect(text).toContain('<updated>2026-11-21T02:03:04.567Z</updated>\n<entry>');
    expect(text).toContain('href="https://www.example.gov.cn/hedong/feed.atom"');
  });

  it('are there before anything is published', () => {
    expect(atomFeed({ ...feed, items: [] })).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
    expect(JSON.parse(jsonFeed({ ...feed, items: [] }))).toMatchObject({ items: [] });
  });
});
