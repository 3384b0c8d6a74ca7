import { randomUUID } from 'node:crypto';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ORIGIN, openPortalSite, type PortalSite, REPORT } from '../../test/portal-site.ts';

let site: PortalSite;
beforeAll(async () => {
  site = await openPortalSite();
  // What organs enter about themselves is entered by the tests.
  for (const table of [
    'setting',
    'organ_contact',
    'leading_group_member',
    'leading_group',
    'disclosure_office',
  ] as const)
    await site.database.owner.deleteFrom(table).execute();
});
afterAll(() => site.close());
beforeEach(() => site.cache.clear());

type Element = DefaultTreeAdapterTypes.Element;

const elements = (node: DefaultTreeAdapterTypes.Node): Element[] => {
  const inner = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  return 'tagName' in node ? [node, ...inner] : inner;
};

const attribute = (element: Element, name: string) =>
  element.attrs.find((found) => found.name === name)?.value;

const metaOf = (body: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    elements(parse(body)).flatMap((element) => {
      const name = attribute(element, 'name');
      return element.tagName === 'meta' && name !== undefined
        ? [[name, attribute(element, 'content') ?? '']]
        : [];
    }),
  );

describe('what pages say of themselves', () => {
  it('uses the names of government sites and leaves out what is not known', async () => {
    const meta = metaOf((await site.get(REPORT)).body);
    expect(meta).toMatchObject({
      SiteName: '昭示市政府信息公开',
      SiteDomain: 'www.example.gov.cn',
      ColumnName: '政府信息公开年报',
      ColumnType: '政府信息公开',
      ContentSource: '金殿镇人民政府',
    });
    expect(meta['PubDate']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
    expect(meta['ArticleTitle']).toContain('2021');
    expect(meta['SiteIDCode']).toBeUndefined();
    expect(metaOf((await site.get('/hedong')).body)['ArticleTitle']).toBeUndefined();
  });

  it('names one canonical address, of the operator’s site', async () => {
    const canonical = async (path: string) =>
      elements(parse((await site.get(path)).body)).flatMap((element) =>
        attribute(element, 'rel') === 'canonical' ? attribute(element, 'href') : [],
      );
    expect(await canonical('/hedong/jindian')).toEqual([`${ORIGIN}/hedong/jindian`]);
    expect(await canonical('/zhaoshi')).toEqual([`${ORIGIN}/`]);
    expect(await canonical('/hedong/organs?group=township')).toEqual([`${ORIGIN}/hedong/organs`]);
    expect(await canonical('/search?q=x')).toEqual([]);
  });

  it('leads from the site map to what every page leads to at its foot', async () => {
    const [main = '', foot = ''] = (await site.get('/site-map')).body.split('</main>');
    for (const [address] of foot.matchAll(/href="[^"]+"/g)) {
      if (address !== 'href="/site-map"') expect(main).toContain(address);
    }
    expect(foot).toContain('href="/voice/complaint"');
  });

  it('shows the registration of the settings, of the site’s keys alone', async () => {
    expect((await site.get('/')).body).not.toContain('网站标识码');
    expect((await site.get('/')).body).toContain('主办单位：昭示市人民政府');
    const { region_id, organ_id } = await site.database.server
      .selectFrom('organ')
      .innerJoin('region', 'region.region_id', 'organ.region_id')
      .select(['organ.region_id', 'organ_id'])
      .where('region.parent_id', 'is', null)
      .where('organ.parent_id', 'is', null)
      .executeTakeFirstOrThrow();
    const set = async (key: string, value: unknown): Promise<void> => {
      await site.database.server
        .insertInto('setting')
        .values({ region_id, organ_id, key, value: JSON.stringify(value), changed_at: new Date() })
        .execute();
    };
    await set('site.identificationCode', '4100000001');
    await set('site.icpNumber', '<b>ICP备1号</b>');
    await set('security.idleMinutes', 7);
    site.cache.clear();
    const { body } = await site.get('/hexi/yilan');
    expect(body).toContain('网站标识码：4100000001');
    expect(body).toContain('&lt;b&gt;ICP备1号&lt;/b&gt;');
    expect(metaOf(body)['SiteIDCode']).toBe('4100000001');
    expect(metaOf(body)['ColumnName']).toBe('政府信息公开');
    await set('publication.printsMetaTags', false);
    site.cache.clear();
    const plain = metaOf((await site.get('/hexi/yilan')).body);
    expect(plain).toMatchObject({ description: expect.stringContaining('政府信息公开指南') });
    expect(Object.keys(plain)).not.toContain('SiteName');
    expect(Object.keys(plain)).not.toContain('ColumnName');
    const apart = '<li class="apart"><a href="/hexi/yilan/application">依申请公开</a></li>';
    expect((await site.get('/hexi/yilan/guide')).body).toContain(apart);
    await set('publication.columnLayout', '依申请公开与四项并列');
    site.cache.clear();
    expect((await site.get('/hexi/yilan/guide')).body).toContain(apart.replace(' class="apart"', ''));
    const seen = await site.database.portal.selectFrom('published.setting').select('key').execute();
    expect(seen.map(({ key }) => key).toSorted()).toEqual([
      'publication.columnLayout',
      'publication.printsMetaTags',
      'site.icpNumber',
      'site.identificationCode',
    ]);
  });
});

describe('a column', () => {
  it.each([
    ['guide', '政府信息公开指南', '本机关还没有在本平台发布政府信息公开指南。'],
    ['rules', '政府信息公开制度', '条例第四条'],
    [
      'proactive',
      '法定主动公开内容',
      '>本栏目暂无信息</span><span class="about">国民经济和社会发展统计信息</span>',
    ],
    ['annual-reports', '政府信息公开年报', '2021'],
    ['application', '依申请公开', '可以网上申请，也可以当面提交或者邮寄申请。'],
  ])('has the block %s, which says what is in it', async (block, name, words) => {
    const { body } = await site.get(`/hedong/jindian/${block}`);
    expect(body).toContain(`<h1>金殿镇人民政府<br>${name}</h1>`);
    expect(body).toContain(words);
  });

  it('shows what was entered of the organ, each in its block', async () => {
    const organ = await site.organKey('kengzaikou');
    await site.database.server
      .insertInto('organ_contact')
      .values({ ...organ, address: '<b>坑仔口镇</b>', phone: '' })
      .execute();
    await site.database.server
      .insertInto('disclosure_office')
      .values({ ...organ, name: '镇党政办公室', phone: '0595-1', duties: ['办理公开事宜'], version: 2 })
      .execute();
    await site.database.server
      .insertInto('leading_group')
      .values({ ...organ, name: '公开工作领导小组', version: 2 })
      .execute();
    const member = { member_id: randomUUID(), post: '镇长', duty: 'head' as const, valid_from: '2020-01-01' };
    await site.database.server
      .insertInto('leading_group_member')
      .values({ ...organ, ...member, name: '示例人', position: 1 })
      .execute();
    const bodyOf = async (block: string) => (await site.get(`/hedong/kengzaikou/${block}`)).body;
    expect(await bodyOf('proactive')).toContain('<dt>办公地址</dt><dd>&lt;b&gt;坑仔口镇&lt;/b&gt;</dd>');
    expect(await bodyOf('proactive')).not.toContain('联系电话');
    expect(await bodyOf('guide')).toContain('<dt>联系电话</dt><dd>0595-1</dd>');
    expect(await bodyOf('application')).toContain('镇党政办公室');
    expect(await bodyOf('rules')).toContain('<th scope="row">组长</th><td>示例人</td><td>镇长</td>');
    expect(await bodyOf('rules')).toContain('<li>办理公开事宜</li>');
  });

  it('stands under its region, and the region under the city', async () => {
    const { body } = await site.get('/hedong/jindian');
    expect(body).toContain('<li><a href="/">首页</a></li><li><a href="/hedong">河东县</a></li>');
    expect((await site.get('/zhaoshi/education')).body).not.toContain('<a href="/zhaoshi">');
  });
});

describe('the list of organs', () => {
  it('is filtered by group and level', async () => {
    const names = async (query: string) =>
      [
        ...(await site.get(`/hedong/organs${query}`)).body.matchAll(/<li><a href="\/hedong\/([a-z-]+)">/g),
      ].map(([, slug]) => slug);
    const rows = await site.database.portal
      .selectFrom('published.organ_record as organ')
      .innerJoin('published.region as region', 'region.region_id', 'organ.region_id')
      .select(['organ.slug', 'organ.kind', 'organ.level'])
      .where('region.slug', '=', 'hedong')
      .orderBy('organ.slug')
      .execute();
    const sorted = async (query: string) =>
      (await names(query)).toSorted((x = '', y = '') => (x < y ? -1 : 1));
    const slugs = (wanted: (row: (typeof rows)[number]) => boolean) =>
      rows.filter(wanted).map(({ slug }) => slug);
    expect(rows.length).toBeGreaterThan(4);
    expect(await sorted('')).toEqual(slugs(() => true));
    expect(await sorted('?group=township')).toEqual(
      slugs(({ kind }) => ['township', 'subdistrictOffice'].includes(kind)),
    );
    expect(await sorted('?group=government&level=county')).toEqual(
      slugs(({ kind }) => ['countyGovernment', 'governmentOrgan'].includes(kind)),
    );
    expect(await names('?group=township&level=county')).toEqual([]);
  });

  it('does not let made-up filters into the cache or the page', async () => {
    const plain = (await site.get('/hedong/organs')).body;
    const before = site.cache.stats().entries;
    for (const query of ['?group=%3Cscript%3E', '?level=x&group=y', '?group=a&group=b', '?other=1'])
      expect((await site.get(`/hedong/organs${query}`)).body).toBe(plain);
    expect(site.cache.stats().entries).toBe(before);
  });
});

describe('charts', () => {
  it('show blanks as blanks', async () => {
    const { body } = await site.get('/hedong/kengzaikou/annual-reports/2020');
    const charts = elements(parse(body)).filter(({ tagName }) => tagName === 'svg');
    expect(charts.length).toBeGreaterThan(0);
    for (const chart of charts) expect(attribute(chart, 'role')).toBe('img');
    expect(body).toContain('class="value missing"');
    expect(body).not.toMatch(/<svg[^>]*style=/);
  });
});
