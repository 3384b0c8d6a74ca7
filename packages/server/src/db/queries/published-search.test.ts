import { randomUUID } from 'node:crypto';
import { VALIDITIES } from '@zhaoshi/domain/disclosure/validity/validity';
import { civilDateAt, parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { askQuestion, placeOf, type SearchFilter } from '@zhaoshi/domain/search/question';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askSome, CATEGORIES, makeDocument, QUESTIONS } from '../../../test/search-bench-corpus.ts';
import { BENCH_REGION, benchEntry, loadDocuments, organId } from '../../../test/search-bench-load.ts';
import { searchEntry } from '../../../test/search-samples.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { sampleGrams } from '../sample-grams.ts';
import { removeSearchEntry, type SearchEntry, writeSearchEntry } from '../write-search-entry.ts';
import {
  countPublished,
  type ResultPosition,
  type SearchResult,
  searchPublished,
  searchTitles,
} from './published-search.ts';

const COUNT = 2000;
/** Long ones, so that a frequent word takes few of them; short ones are asked of the site itself. */
const PAGE = 300;
const HOUR_MS = 3_600_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const client = new Client({ ...database.logins.owner });
  await client.connect();
  await loadDocuments(client, COUNT);
  await client.end();
});
afterAll(() => database.drop());

const ENTRIES: readonly SearchEntry[] = Array.from({ length: COUNT }, (_, index) =>
  benchEntry(makeDocument(index, COUNT)),
);

/** All hits, page by page. */
async function findAll(asked: string, filter: SearchFilter = {}): Promise<readonly string[]> {
  const found: string[] = [];
  let position: ResultPosition | null = null;
  for (;;) {
    const result: SearchResult | null = await searchPublished(
      database.portal,
      askQuestion(asked, filter),
      position,
      PAGE,
      // What is found must not depend on how busy the machine is.
      60_000,
    );
    if (result === null || result.isCut) throw new Error(`gave up: ${asked}`);
    found.push(...result.hits.map(({ entry }) => entry.entry_id));
    const last = result.hits.at(-1);
    if (last === undefined || result.hits.length < PAGE) return found;
    position = { place: last.place, publishedAt: last.entry.published_at, entryId: last.entry.entry_id };
  }
}

/** The same by reading everything. */
function readAll(asked: string, keeps: (entry: SearchEntry) => boolean = () => true): readonly string[] {
  const question = askQuestion(asked, {});
  const placed = ENTRIES.filter(keeps).map((entry) => ({ entry, place: placeOf(question, entry) }));
  return (['number', 'title', 'text'] as const).flatMap((place) =>
    placed
      .filter((one) => one.place === place)
      .map(({ entry }) => entry)
      .toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
      .map(({ entryId }) => entryId),
  );
}

async function write(given: Omit<Parameters<typeof searchEntry>[0], 'regionId' | 'organId'>): Promise<void> {
  const entry = searchEntry({ regionId: BENCH_REGION, organId: organId(0), ...given });
  await database.server.transaction().execute((transaction) => writeSearchEntry(transaction, entry));
}

describe.each([
  ['asked for every gram', false],
  ['asked for the grams that a sample shows to be rare', true],
])('recall, %s', (_, isSampled) => {
  beforeAll(async () => {
    if (isSampled) expect(await sampleGrams(database.server, 0)).toBe(true);
  });

  it.each(Object.keys(QUESTIONS))('finds everything, titles first and the newest first: %s', async (kind) => {
    for (const asked of askSome(kind, COUNT, 3, 4)) {
      const right = readAll(asked);
      const found = await findAll(asked);
      expect(found, asked).toEqual(right);
    }
  });

  it.each(['通知 二', '二 通知 四', '工作 的 7', '公开 鿋'])(
    'takes single characters beside longer words: %s',
    async (asked) => {
      expect(await findAll(asked)).toEqual(readAll(asked));
    },
  );

  it('finds titles while one types', async () => {
    const asked = '工作要点';
    const right = ENTRIES.filter(({ title }) => title.includes(asked)).length;
    expect(right).toBeGreaterThan(100);
    const found = await searchTitles(database.portal, askQuestion(asked, {}), 8);
    expect(found).toHaveLength(8);
    expect(found.every(({ title }) => title.includes(asked))).toBe(true);
  });
});

describe('what is written in several ways', () => {
  const written = '关于100%_完成“两个\\责任”ＡＢＣ的「通知」';
  const entryId = randomUUID();
  beforeAll(() =>
    write({
      entryId,
      title: written,
      body: "第一段 it's <b>正文</b>；电话：０３５１-８６５９３２８\n第二段𠮷野家",
      documentNumber: '昭政办函【2026】 第17号',
      indexNumber: '014276888/2026-00017',
    }),
  );

  it.each([
    '100%_完成',
    '%_完',
    '"两个\\责任"',
    '“两个\\责任”',
    'abc的',
    'ＡＢＣ',
    "it's",
    '<b>正文',
    '0351-8659328',
    '８６５９３２８',
    '0351—8659328',
    '𠮷野',
    '昭政办函〔2026〕第17号',
    '昭政办函[2026]17号',
    '昭政办函（2026）17号',
    '昭政办函〔２０２６〕１７号',
    '昭政办函 【2026】 17号',
    '〔2026〕',
    '014276888/2026-00017',
    '2026-00017',
    '88/2026',
  ])('is found by %j', async (asked) => {
    expect(await findAll(asked)).toContain(entryId);
  });

  it.each(['100%完成', '1__%', '%%%', "' or 1=1 --", '两个/责任'])('is not found by %j', async (asked) => {
    expect(await findAll(asked)).not.toContain(entryId);
  });

  it('puts the thing with exactly this number first', async () => {
    await write({
      entryId: randomUUID(),
      title: '转发昭政办函〔2026〕17号的通知',
      publishedAt: new Date('2026-10-01'),
    });
    expect((await findAll('昭政办函〔2026〕17号'))[0]).toBe(entryId);
  });
});

describe('narrowing', () => {
  const day = (text: string) => parseCivilDate(text) ?? expect.fail(text);
  const from = day('2019-03-01');
  const to = day('2021-06-30');
  const filters: readonly (readonly [string, SearchFilter, (entry: SearchEntry) => boolean])[] = [
    ['organ', { organId: organId(3) }, (entry) => entry.organId === organId(3)],
    ['region', { regionId: BENCH_REGION }, () => true],
    ['another region', { regionId: randomUUID() }, () => false],
    ['genre', { genre: 'plan' }, ({ genre }) => genre === 'plan'],
    ['category', { category: '分类2' }, ({ subjectCategory }) => subjectCategory === '分类2'],
    ['validity', { validity: 'repealed' }, ({ validity }) => validity === 'repealed'],
    ['year', { year: 2024 }, ({ publishedAt }) => civilDateAt(publishedAt).startsWith('2024')],
    [
      'days, both included',
      { from, to },
      ({ publishedAt }) => civilDateAt(publishedAt) >= from && civilDateAt(publishedAt) <= to,
    ],
    [
      'several',
      { genre: 'plan', validity: 'inForce', year: 2025 },
      ({ genre, validity, publishedAt }) =>
        genre === 'plan' && validity === 'inForce' && civilDateAt(publishedAt).startsWith('2025'),
    ],
  ];

  it.each(filters)('to %s leaves exactly those', async (_, filter, keeps) => {
    for (const asked of ['工作', '公开 政府', '〔2019〕'])
      expect(await findAll(asked, filter), asked).toEqual(readAll(asked, keeps));
  });

  it('counts what each value would leave', async () => {
    const counts = await countPublished(database.portal, askQuestion('绿化', {}));
    const right = readAll('绿化');
    expect(counts?.total).toBe(right.length);
    expect(counts?.isMore).toBe(false);
    for (const validity of ['inForce', 'repealed'] as const) {
      const own = counts?.counts.find(({ facet, value }) => facet === 'validity' && value === validity);
      expect(own?.count, VALIDITIES[validity]).toBe(
        readAll('绿化', (entry) => entry.validity === validity).length,
      );
    }
    const categories = counts?.counts.filter(({ facet }) => facet === 'category') ?? [];
    expect(categories.length).toBeGreaterThan(CATEGORIES / 2);
    expect(categories.reduce((sum, { count }) => sum + count, 0)).toBe(right.length);
  });

  it('compares the texts of a few hits before it counts them', async () => {
    const asked = ENTRIES[7]?.body.slice(40, 52) ?? '';
    const counts = await countPublished(database.portal, askQuestion(asked, {}));
    expect(counts).toMatchObject({ total: readAll(asked).length, isExact: true });
  });
});

describe('before and after its time', () => {
  it('is not found before its minute, and is from then on', async () => {
    const entryId = randomUUID();
    await write({ entryId, title: '定时发布的事项甲', publishedAt: new Date(Date.now() + HOUR_MS) });
    expect(await findAll('定时发布的事项甲')).toEqual([]);
    await write({ entryId, title: '定时发布的事项甲', publishedAt: new Date(Date.now() - 1000) });
    expect(await findAll('定时发布的事项甲')).toEqual([entryId]);
  });

  it('shows the public edition until the minute of the next', async () => {
    const entryId = randomUUID();
    const publishedAt = new Date('2026-02-02T00:00:00Z');
    await write({ entryId, title: '旧版本的标题乙', publishedAt });
    await write({
      entryId,
      title: '新版本的标题乙',
      publishedAt,
      visibleFrom: new Date(Date.now() + HOUR_MS),
    });
    expect(await findAll('旧版本的标题乙')).toEqual([entryId]);
    expect(await findAll('新版本的标题乙')).toEqual([]);
    await write({ entryId, title: '新版本的标题乙', publishedAt, visibleFrom: new Date(Date.now() - 1000) });
    expect(await findAll('旧版本的标题乙')).toEqual([]);
    expect(await findAll('新版本的标题乙')).toEqual([entryId]);
    const rows = await database.server
      .selectFrom('search_entry')
      .select('title')
      .where('entry_id', '=', entryId)
      .execute();
    expect(rows).toEqual([{ title: '新版本的标题乙' }]);
  });

  it('is not found after it was taken down, at once or at a minute', async () => {
    const key = { regionId: BENCH_REGION, entryId: randomUUID() };
    await write({ entryId: key.entryId, title: '撤下的事项丙' });
    const remove = async (from?: Date) =>
      await database.server.transaction().execute((transaction) => removeSearchEntry(transaction, key, from));
    await remove(new Date(Date.now() + HOUR_MS));
    expect(await findAll('撤下的事项丙')).toEqual([key.entryId]);
    await remove(new Date(Date.now() - 1000));
    expect(await findAll('撤下的事项丙')).toEqual([]);
    await write({ entryId: key.entryId, title: '撤下的事项丙' });
    await remove();
    const rows = await database.server
      .selectFrom('search_entry')
      .select('title')
      .where('entry_id', '=', key.entryId)
      .execute();
    expect(rows).toEqual([]);
  });
});
