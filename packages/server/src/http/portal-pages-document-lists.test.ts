import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { organPath, regionPath } from '@zhaoshi/portal/paths';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../test/api-world.ts';
import { plantPublished } from '../../test/document-desk.ts';
import { openPublicSite, PUBLIC_ORIGIN, type PublicSite } from '../../test/public-site.ts';

let world: World;
let site: PublicSite;
let column: string;
let region: string;

async function pathOf({ regionId, organId }: WorldOrgan) {
  const row = await world.database.server
    .selectFrom('organ')
    .innerJoin('region', 'region.region_id', 'organ.region_id')
    .select(['organ.slug as organ', 'region.slug as region'])
    .where('organ.region_id', '=', regionId)
    .where('organ.organ_id', '=', organId)
    .executeTakeFirstOrThrow();
  return { column: organPath(row.region, row.organ), region: row.region };
}

const publish = (given: Partial<DocumentContent>, organ = world.township) =>
  plantPublished(world, organ, given);

beforeAll(async () => {
  world = await createWorld();
  site = await openPublicSite(world);
  ({ column, region } = await pathOf(world.township));
  await publish({ title: '水利公告', catalogCode: 'a21t.2' });
  await publish({ kind: 'guide', title: '示范镇政府信息公开指南', catalogCode: 'a20.15' });
  await publish({ kind: 'rules', title: '示范镇审查制度', catalogCode: 'a20.15' });
  await publish({
    kind: 'normativeDocument',
    catalogCode: 'a20.01',
    title: '=渠道管理办法, "试行"',
    documentNumber: '示镇规〔2025〕1号',
    issuingOrgan: '示范镇人民政府',
    dateOfDocument: '2025-01-02' as CivilDate,
    validTo: '2025-12-31' as CivilDate,
  });
});

afterAll(async () => {
  await site.close();
  await world.close();
});

const bodyOf = async (path: string): Promise<string> => {
  const { statusCode, body } = await site.get(path);
  expect(statusCode, path).toBe(200);
  return body;
};

describe('an organ’s column', () => {
  it('shows the catalogue with what was published, and says of every empty item that it is', async () => {
    const body = await bodyOf(`${column}/proactive`);
    expect(body).toContain(`<a href="${column}/proactive/a21t-2">农田水利</a> <span class="count">1 件`);
    expect(body).toContain(`<a href="${column}/proactive/a20-15">其他</a> <span class="count">2 件`);
    expect(body).toContain('预决算 <span class="count">本栏目暂无信息</span>');
    // Fifteen and eight items: each is a link or says why not.
    expect(
      body
        .match(/<ul class="reports catalog">[\s\S]*?<\/ul>/g)
        ?.join('')
        .match(/<li>/g),
    ).toHaveLength(23);
  });

  it('names guides and rules in their blocks, and the newest on its first page', async () => {
    expect(await bodyOf(`${column}/guide`)).toContain('示范镇政府信息公开指南</a>');
    expect(await bodyOf(`${column}/rules`)).toContain('示范镇审查制度</a>');
    expect(await bodyOf(column)).toContain('水利公告</a>');
  });

  it('lists by item, kind and year; rules with their validity and its day', async () => {
    expect(await bodyOf(`${column}/proactive/a21t-2`)).toContain('水利公告</a>');
    expect(await bodyOf(`${column}/proactive/kind-guide`)).toContain('示范镇政府信息公开指南</a>');
    const rules = await bodyOf(`${column}/proactive/normative`);
    expect(rules).toContain('<span>失效</span>');
    expect(rules).toMatch(/有效性截至 20\d{2}-\d{2}-\d{2}/);
    const years = /proactive\/(year-\d{4})"/.exec(await bodyOf(`${column}/proactive`))?.[1] ?? 'none';
    expect(await bodyOf(`${column}/proactive/${years}`)).toContain('共 4 件');
  });

  it('says why an item that the organ owes is empty, and how to apply and to be told', async () => {
    const body = await bodyOf(`${column}/proactive/a20-07`);
    expect(body).toContain('<p class="none">本栏目暂无信息</p>');
    expect(body).toContain(`<a href="/apply${column}">依法申请公开</a>`);
    expect(body).toContain('list=a20-07" rel="nofollow">邮件订阅</a>');
  });

  it('offers to tell of what is new where the column begins', async () => {
    const asked = encodeURIComponent(column);
    expect(await bodyOf(column)).toContain(`<a href="/subscribe?organ=${asked}" rel="nofollow">邮件订阅</a>`);
  });

  it.each([
    'nothing',
    'a20-07/2',
    'a21c-1',
    'a99-99',
    'year-1900',
    'kind-',
    'all/1',
    'all/2',
    'all/0',
    'all/x',
  ])('has nothing at %s', async (list) => {
    expect((await site.get(`${column}/proactive/${list}`)).statusCode).toBe(404);
  });
});

describe('the places around', () => {
  it.each(['/', 'region', 'organ'])('%s and its feeds name the newest', async (place) => {
    const path = { '/': '/', region: regionPath(region), organ: column }[place] ?? '';
    expect(await bodyOf(path)).toContain('水利公告');
    const feed = path === '/' ? '' : path;
    expect(await bodyOf(`${feed}/feed.atom`)).toContain('<title>水利公告</title>');
    expect(await bodyOf(`${feed}/feed.json`)).toContain('水利公告');
  });

  it('a list has feeds of its own, with nothing else', async () => {
    const feed = await bodyOf(`${column}/proactive/kind-guide/feed.atom`);
    expect(feed).toContain('示范镇政府信息公开指南');
    expect(feed).not.toContain('水利公告');
  });

  it('a list that holds nothing yet, or no more, has empty feeds: whoever follows it keeps following', async () => {
    const list = `${column}/proactive/a20-07`;
    expect(await bodyOf(list)).toContain(`href="${list}/feed.atom"`);
    const feed = await site.get(`${list}/feed.atom`);
    expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(feed.body).toContain(
      `<link rel="self" type="application/atom+xml" href="${PUBLIC_ORIGIN}${list}/feed.atom"/>`,
    );
    expect(feed.body).not.toContain('<entry>');
    expect(JSON.parse(await bodyOf(`${list}/feed.json`))).toMatchObject({ items: [] });
    expect((await site.get(`${column}/proactive/a99-99/feed.atom`)).statusCode).toBe(404);
  });

  it('the sitemap leads to each', async () => {
    const part = `/sitemaps/${region}/1.xml`;
    expect(await bodyOf('/sitemap.xml')).toContain(`<loc>${PUBLIC_ORIGIN}${part}</loc>`);
    expect((await bodyOf(part)).match(/<loc>/g)).toHaveLength(4);
    expect((await site.get(`/sitemaps/${region}/2.xml`)).statusCode).toBe(404);
  });
});

describe('open data', () => {
  it.each(['organ', 'region'])('of the %s is described, and every file is there', async (place) => {
    const path = `${place === 'organ' ? column : `${regionPath(region)}/organs`}/open-data`;
    const body = await bodyOf(path);
    expect(body).toContain('<code>index_number</code>');
    const files = [...body.matchAll(/href="([^"]+\.(?:csv|json))" download/g)].map(([, file]) => file ?? '');
    expect(files).toHaveLength(4);
    for (const file of files) await bodyOf(file);
  });

  it('holds no formula and keeps commas, quotes and days', async () => {
    const csv = await site.get(`${column}/open-data/normative.csv`);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    const [head, row, ...rest] = csv.body.slice(1).split('\r\n');
    expect(csv.body.charCodeAt(0)).toBe(0xfeff);
    expect(head?.startsWith('index_number,title,document_number,kind,')).toBe(true);
    expect(row).toContain(`,"'=渠道管理办法, ""试行""",示镇规〔2025〕1号,normativeDocument,`);
    expect(row).toContain(',2025-12-31,失效,');
    expect(rest).toEqual(['']);
    const json = (await site.get(`${column}/open-data/normative.json`)).json<{
      readonly rows: readonly Readonly<Record<string, unknown>>[];
    }>();
    expect(json.rows).toMatchObject([{ title: '=渠道管理办法, "试行"', edition: 1, validity: '失效' }]);
  });

  it.each(['documents-2026-2', 'documents-1999-1', 'documents', 'x'])('has no register %s', async (name) => {
    expect((await site.get(`${column}/open-data/${name}.csv`)).statusCode).toBe(404);
  });
});
