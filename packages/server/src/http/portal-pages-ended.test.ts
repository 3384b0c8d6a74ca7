import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { ok } from '@zhaoshi/domain/kernel/result';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ORIGIN, openPortalSite, type PortalSite } from '../../test/portal-site.ts';
import type { TestDatabase } from '../../test/test-database.ts';
import { publicMoment } from '../db/queries/published-moment.ts';
import { createLogger } from '../operations/log.ts';
import { keepMirror } from '../portal-mirror/keep-mirror.ts';
import { updateMirror } from '../portal-mirror/mirror.ts';
import { fileOf } from '../portal-mirror/mirror-files.ts';
import type { ChangeContext, RunChange } from '../use-cases/context.ts';
import { addSuccession } from '../use-cases/organs/add-succession.ts';
import { closeOrgan } from '../use-cases/organs/close-organ.ts';
import type { PageCache } from './page-cache.ts';
import { watchPublicClock } from './page-cache-clock.ts';
import { loadAssets } from './routes/assets.ts';

/** Organs of the demonstration with a published report each. */
const YILAN = '/hexi/yilan';
const YILAN_REPORT = `${YILAN}/annual-reports/2020`;
const JINDIAN = '/hedong/jindian';
const KENGZAIKOU = '/hedong/kengzaikou';

let site: PortalSite;
let test: TestDatabase;
let cache: PageCache;
let folder: string;

/** Changes as they are, but for the person behind them. */
function changeContext(): ChangeContext {
  const change: RunChange = async (work) =>
    await test.server.transaction().execute(async (transaction) => {
      const done = await work(transaction);
      return done.ok ? ok(done.value.value) : done;
    });
  return {
    ...test.context,
    change,
    reaches: () => true,
    expectedVersion: 1,
  } as Partial<ChangeContext> as ChangeContext;
}

async function idsOf(path: string) {
  const [, region = '', organ = ''] = path.split('/');
  const row = await test.server
    .selectFrom('organ')
    .innerJoin('region', 'region.region_id', 'organ.region_id')
    .select(['organ.region_id', 'organ_id'])
    .where('region.slug', '=', region)
    .where('organ.slug', '=', organ)
    .executeTakeFirstOrThrow();
  return { regionId: row.region_id, organId: row.organ_id };
}

/** Villages stand below townships and would keep them from being closed. */
async function closeBelow(path: string): Promise<void> {
  const { organId } = await idsOf(path);
  await test.server
    .updateTable('organ')
    .set({ valid_to: '2026-01-02' })
    .where('parent_id', '=', organId)
    .execute();
}

const bodyOf = async (url: string): Promise<string> => {
  const answer = await site.get(url);
  expect(answer.statusCode, url).toBe(200);
  return answer.body;
};

beforeAll(async () => {
  site = await openPortalSite();
  ({ database: test, cache } = site);
  folder = mkdtempSync(join(tmpdir(), 'zhaoshi-ended-'));
  for (const path of [YILAN, JINDIAN, KENGZAIKOU]) await closeBelow(path);
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

beforeEach(() => cache.clear());

const mirrorSource = async () => {
  const assets = await loadAssets();
  return { published: test.portal, styleSheet: assets.styleSheet, origin: ORIGIN, assets };
};

describe('an organ that has ended', () => {
  beforeAll(async () => {
    const closed = await closeOrgan(changeContext(), {
      ...(await idsOf(YILAN)),
      validTo: '2026-06-01',
      statement: '撤镇设街道 <b>（示例）</b>',
      successions: [
        { successor: await idsOf('/hexi/qianwei'), matters: '社会事务', documentNumber: '示例政〔2026〕1号' },
      ],
    });
    if (!closed.ok) throw new Error(JSON.stringify(closed.error));
  });

  it('keeps its column, marked, with the day, the statement and the successors with what they took over', async () => {
    const body = await bodyOf(YILAN);
    expect(body).toContain('<h2 id="ended">已撤销</h2>');
    expect(body).toContain('本机关已于2026年6月1日撤销');
    expect(body).toContain('撤销说明：撤镇设街道 &lt;b&gt;（示例）&lt;/b&gt;');
    expect(body).toContain('<a href="/hexi/qianwei">前卫镇人民政府</a>');
    expect(body).toContain('承接事项：社会事务（自2026年6月1日起，示例政〔2026〕1号）');
    expect(body).toContain(`href="${YILAN_REPORT}"`);
    for (const block of ['guide', 'rules', 'proactive', 'annual-reports', 'application']) {
      const page = await bodyOf(`${YILAN}/${block}`);
      expect(page, block).toContain('<strong>已撤销</strong>');
      expect(page, block).not.toContain('本机关还没有');
    }
    const application = await bodyOf(`${YILAN}/application`);
    expect(application).toContain('不再受理');
    expect(application).toContain('可以向下列机关提出申请');
    expect(application).toContain('href="/hexi/qianwei"');
    expect(application).not.toContain('政府信息公开工作机构</h2>');
  });

  it('is named by its successor', async () => {
    const body = await bodyOf('/hexi/qianwei');
    expect(body).toContain('<h2 id="taken-over">承接的职权</h2>');
    expect(body).toMatch(/<a href="\/hexi\/yilan">依兰镇人民政府<\/a> <span class="count">已撤销<\/span>/);
    expect(body).toContain('承接事项：社会事务（自2026年6月1日起');
  });

  it('keeps its reports at every exit: page, files, lists, feeds, sitemap, search', async () => {
    expect(await bodyOf(YILAN_REPORT)).toContain('<strong>已撤销</strong>');
    for (const format of ['docx', 'pdf', 'xlsx', 'json'])
      expect((await site.get(`${YILAN_REPORT}/report.${format}`)).statusCode, format).toBe(200);
    for (const path of [
      '/hexi',
      `${YILAN}/annual-reports`,
      '/feed.atom',
      '/feed.json',
      '/hexi/feed.atom',
      `${YILAN}/feed.atom`,
      `${YILAN}/feed.json`,
      '/sitemaps/hexi.xml',
      `/search?q=${encodeURIComponent('依兰镇')}`,
    ])
      expect(await bodyOf(path), path).toContain(YILAN_REPORT);
    expect(await bodyOf('/sitemaps/hexi.xml')).toContain(`<loc>${ORIGIN}${YILAN}/guide</loc>`);
    expect(await bodyOf(`/search?q=${encodeURIComponent('依兰镇')}`)).toMatch(
      /<a href="\/hexi\/yilan">.*已撤销<\/span>/,
    );
  });

  it('stands in no list of today, and by itself among all organs', async () => {
    expect(await bodyOf('/hexi')).not.toContain(`<li><a href="${YILAN}">`);
    const list = await bodyOf('/hexi/organs');
    const [today = '', ended = ''] = list.split('<h2 id="group-ended">已撤销的机关（1 个）</h2>');
    expect(today).not.toContain(`"${YILAN}"`);
    expect(ended).toContain(`<a href="${YILAN}">依兰镇人民政府</a>`);
    expect(ended).toContain('2026年6月1日撤销');
    // Neither does it count among those of today.
    const shown = [...today.matchAll(/<li><a href="\/hexi\/[a-z-]+">/g)].length;
    expect(await bodyOf('/')).toContain(
      `<a href="/hexi">河西县</a> <span class="count">机关 ${shown} 个</span>`,
    );
  });

  it('stays in the mirror with all that it published', async () => {
    await updateMirror(folder, await mirrorSource(), false);
    for (const path of [
      YILAN,
      `${YILAN}/guide`,
      YILAN_REPORT,
      `${YILAN_REPORT}/report.pdf`,
      `${YILAN}/feed.json`,
    ])
      expect(existsSync(join(folder, 'identity', fileOf(path))), path).toBe(true);
    expect(readFileSync(join(folder, 'identity', fileOf(YILAN)), 'utf8')).toBe(await bodyOf(YILAN));
  });
});

describe('an organ that gave away some of its powers', () => {
  it('says which and to whom, without being marked as ended', async () => {
    const added = await addSuccession(changeContext(), {
      ...(await idsOf('/zhaoshi/education')),
      successor: await idsOf('/zhaoshi/health'),
      matters: '校医院监督',
      documentNumber: null,
      validFrom: '2026-03-01',
    });
    expect(added.ok).toBe(true);
    const body = await bodyOf('/zhaoshi/education');
    expect(body).toContain('<h2 id="moved">划出的职权</h2>');
    expect(body).toContain('承接事项：校医院监督（自2026年3月1日起）');
    expect(body).not.toContain('已撤销');
    expect(await bodyOf('/zhaoshi/health')).toContain('承接事项：校医院监督');
  });
});

/** Every page of the site is made. */
const WHOLE_MIRROR = { timeout: 240_000 };

describe('when the day turns in China', () => {
  const log: string[] = [];
  const today = civilDateAt(new Date());
  const tomorrow = addDays(today, 1);

  /** Moves the day by which the published views go. */
  const setToday = async (day: string): Promise<void> => {
    await sql`create or replace function civil_today() returns date language sql stable as
      ${sql.lit(`select date '${day}'`)}`.execute(test.owner);
  };

  it('an organ that ends that day is shown as ended by pages and mirror, and not before', {
    timeout: 600_000,
  }, async () => {
    await setToday(today);
    const closed = await closeOrgan(changeContext(), {
      ...(await idsOf(KENGZAIKOU)),
      validTo: tomorrow,
      statement: '尚未公布的说明',
      successions: [{ successor: await idsOf(JINDIAN), matters: null, documentNumber: null }],
    });
    expect(closed.ok).toBe(true);
    const logger = createLogger(
      (line) => log.push(line),
      () => new Date(),
    );
    const mirror = keepMirror(folder, await mirrorSource(), logger);
    const clock = watchPublicClock({
      ask: () => publicMoment(test.server),
      onTurn: () => {
        cache.clear();
        mirror.changed(null);
      },
      log: logger,
      longestMs: 100,
    });
    const mirrored = () => readFileSync(join(folder, 'identity', fileOf(KENGZAIKOU)), 'utf8');
    await expect.poll(() => log.join(''), WHOLE_MIRROR).toContain('mirror updated');
    for (const path of [KENGZAIKOU, JINDIAN, '/hedong', '/hedong/organs']) {
      const body = await bodyOf(path);
      expect(body, path).not.toMatch(/尚未公布的说明|承接的职权|坑仔口镇人民政府<\/a>.*撤销/);
    }
    expect(await bodyOf('/hedong')).toContain(`<li><a href="${KENGZAIKOU}">`);
    expect(mirrored()).not.toContain('已撤销');
    const unseen = await test.portal
      .selectFrom('published.organ_record')
      .select(['ended_on', 'closing_statement'])
      .where('slug', '=', 'kengzaikou')
      .executeTakeFirst();
    expect(unseen).toEqual({ ended_on: null, closing_statement: null });

    await setToday(tomorrow);
    await expect.poll(() => bodyOf(KENGZAIKOU), { timeout: 60_000 }).toContain('尚未公布的说明');
    expect(await bodyOf(JINDIAN)).toContain(`<a href="${KENGZAIKOU}">`);
    expect(await bodyOf('/hedong')).not.toContain(`<li><a href="${KENGZAIKOU}">`);
    await expect.poll(mirrored, WHOLE_MIRROR).toContain('尚未公布的说明');
    await clock.stop();
    await mirror.stop();
  });
});

describe('the published views', () => {
  it('go by the day in China, never by the database’s own', async () => {
    const { rows } = await sql<{ readonly viewname: string }>`
      select viewname from pg_views where schemaname = 'published' and definition ~* 'current_date'`.execute(
      test.owner,
    );
    expect(rows).toEqual([]);
  });
});
