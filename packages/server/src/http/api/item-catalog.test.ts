import { coverageRoutes } from '@zhaoshi/contract/routes/coverage';
import { guideRoutes } from '@zhaoshi/contract/routes/guide';
import { itemCatalogRoutes } from '@zhaoshi/contract/routes/item-catalog';
import { reevaluationRoutes } from '@zhaoshi/contract/routes/reevaluation';
import { readGrids } from '@zhaoshi/report-files/read/xlsx/read-grids';
import { writePlainSheet } from '@zhaoshi/report-files/write/xlsx/write-plain-sheet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { catalogFile, catalogItem, plantItem, plantRefused } from '../../../test/catalog-samples.ts';
import { plantPublished, usualDesk } from '../../../test/document-desk.ts';
import { plantDocument } from '../../../test/document-samples.ts';
import { fileForm } from '../../../test/file-samples.ts';

/** A sheet with these headings and rows. */
const sheetOf = async (
  headings: readonly string[],
  ...rows: readonly (readonly string[])[]
): Promise<Buffer> =>
  Buffer.from(
    await writePlainSheet({ name: '目录', columns: headings.map((title) => ({ title, width: 20 })), rows }),
  );

let world: World;
let keeper: string;
let officer: string;

beforeAll(async () => {
  world = await createWorld();
  keeper = await world.signedIn(world.county, 'supervisor');
  officer = await world.signedIn(world.township, 'disclosureOfficer');
});
afterAll(() => world.close());

const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

async function check(file: Buffer, cookie = keeper) {
  const { body, type } = fileForm('目录.xlsx', file);
  return await world.call(
    itemCatalogRoutes.checkImport,
    { params: idsOf(world.county), query: { validFrom: '2026-01-01' }, body } as never,
    cookie,
    { 'content-type': type },
  );
}

const run = async (importId: string) =>
  await world.call(itemCatalogRoutes.runImport, { params: { ...idsOf(world.county), importId } }, keeper);

const kept = async () =>
  await world.call(itemCatalogRoutes.search, { params: idsOf(world.county), body: { limit: 100 } }, keeper);

describe('a county’s catalogue', () => {
  it('is checked first, imported whole, matched to organs; imported again it changes only what is new', async () => {
    const items = [
      catalogItem({ code: 'A1', responsibleOrgan: '各乡镇' }),
      catalogItem({ code: 'A2', level2: '标准', responsibleOrgan: '征收部门' }),
    ];
    const checked = await check(await catalogFile(items));
    expect(checked.body).toMatchObject({
      rows: 2,
      ready: 2,
      failed: 0,
      added: 2,
      imported: null,
      unmatched: ['征收部门'],
    });
    expect((await kept()).body['items']).toEqual([]);
    const done = await run(String(checked.body['importId']));
    expect(done.body).toMatchObject({ imported: 2, withoutOrgan: 1 });
    expect((await kept()).body['items']).toMatchObject([
      { code: 'A1', organs: [{ name: 'township' }], isValid: true },
      { code: 'A2', organs: [] },
    ]);
    expect((await run(String(checked.body['importId']))).body['code']).toBe('state-refuses');
    const again = await check(
      await catalogFile([items[0] ?? catalogItem(), catalogItem({ ...items[1], publicationPeriod: '每月' })]),
    );
    expect(again.body).toMatchObject({ added: 0, changed: 1, same: 1 });
    await run(String(again.body['importId']));
    const [, second] = (await kept()).body['items'] as unknown as readonly { readonly itemId: string }[];
    const read = await world.call(
      itemCatalogRoutes.read,
      { params: { regionId: world.county.regionId, itemId: second?.itemId ?? '' } },
      keeper,
    );
    expect(read.body).toMatchObject({
      publicationPeriod: '每月',
      wordings: [{ number: 2 }, { number: 1, content: { publicationPeriod: '每季度' } }],
    });
  });

  it('gives back the rows that it does not understand, in its own columns with the reasons', async () => {
    const bad = catalogItem({ code: 'B1' });
    const file = await sheetOf(
      ['序号', '一级事项', '公开内容（要素）', '公开时限', '公开主体', '公开层级'],
      ['B1', '救助', '名单', '每月', '民政局', '省里'],
      [bad.code, '', '', '长期', '民政局', '县级'],
    );
    const checked = await check(file);
    expect(checked.body).toMatchObject({ ready: 0, failed: 2, failures: [{ row: 2 }, { row: 3 }] });
    const importId = String(checked.body['importId']);
    const response = await world.app.inject({
      url: `/api/organs/${world.county.regionId}/${world.county.organId}/catalog-imports/${importId}/failures`,
      headers: { cookie: keeper, 'zhaoshi-request': 'console' },
    });
    const grids = await readGrids(response.rawPayload);
    const texts = grids.ok ? (grids.value[0]?.grid.cells ?? []).map(({ text }) => text) : [];
    expect(texts).toContain('错误原因');
    expect(texts.join()).toContain('公开层级“省里”不认识');
  });

  it('refuses a file that is no catalogue, and a township’s officer', async () => {
    const none = await sheetOf(['姓名']);
    expect((await check(none)).body['detail']).toContain('没有找到标准目录的表头');
    expect((await check(Buffer.from('x'))).body['code']).toBe('unsupported-type');
    expect((await check(await catalogFile([catalogItem()]), officer)).body['code']).toBe('forbidden');
  });
});

describe('what an organ owes', () => {
  it('shows gaps, what is late, what is stated not to exist; the public reads the statement until something comes', async () => {
    const { regionId, itemId } = await plantItem(world, world.county, { publicationPeriod: '每季度' }, [
      world.township,
    ]);
    const coverage = async () =>
      (await world.call(coverageRoutes.ofOrgan, { params: idsOf(world.township) }, officer)).body;
    const rowOf = (body: Awaited<ReturnType<typeof coverage>>) =>
      (body['items'] as unknown as readonly { readonly itemId: string }[]).find(
        (row) => row.itemId === itemId,
      );
    expect(rowOf(await coverage())).toMatchObject({ state: 'overdue', documents: 0 });
    const stated = await world.call(
      coverageRoutes.state,
      { params: idsOf(world.township), body: { year: 2026, about: { itemId }, reason: '没有低保对象变化' } },
      officer,
    );
    expect(stated.status).toBe(200);
    expect(rowOf(await coverage())).toMatchObject({
      state: 'stated',
      statement: { reason: '没有低保对象变化' },
    });
    const shown = async () =>
      await world.database.portal
        .selectFrom('published.nothing_produced')
        .selectAll()
        .where('item_id', '=', itemId)
        .execute();
    expect(await shown()).toMatchObject([{ year: 2026, title: '最低生活保障 / 审批结果' }]);
    expect(Object.keys((await shown())[0] ?? {})).not.toContain('reason');
    await plantPublished(world, world.township, { catalogItemId: itemId });
    expect(await shown()).toEqual([]);
    expect(rowOf(await coverage())).toMatchObject({ state: 'published', documents: 1 });
    const refused = await world.call(
      coverageRoutes.state,
      { params: idsOf(world.township), body: { year: 2026, about: { code: 'a21t.2' }, reason: '没有' } },
      officer,
    );
    expect(refused.body['detail']).toContain('已有公开的文件');
    const board = await world.call(coverageRoutes.board, { query: {} }, keeper);
    expect(
      (board.body['items'] as unknown as readonly { readonly organName: string }[]).find(
        ({ organName }) => organName === 'township',
      ),
    ).toMatchObject({ counts: { published: 1 } });
    expect(regionId).toBe(world.township.regionId);
  });

  it('what an organ says of itself fills its column, as the portal shows it', async () => {
    const officer = await world.signedIn(world.township, 'disclosureOfficeHead');
    const ownColumn = async () => {
      const { body } = await world.call(coverageRoutes.ofOrgan, { params: idsOf(world.township) }, officer);
      const columns = body['columns'] as unknown as readonly {
        readonly code: string;
        readonly freshness: { readonly state: string };
      }[];
      return columns.find(({ code }) => code === 'a20.02')?.freshness.state;
    };
    expect(await ownColumn()).toBe('empty');
    const { regionId: region_id, organId: organ_id } = world.township;
    await world.database.server
      .insertInto('organ_contact')
      .values({ region_id, organ_id, address: '某镇政府路1号', phone: '0531-88881234' })
      .execute();
    expect(await ownColumn()).toBe('untimed');
  });

  it('an item of another organ keeps a document from being submitted', async () => {
    const { itemId } = await plantItem(world, world.county, {}, [world.county]);
    const ids = await plantDocument(world, world.township, { catalogItemId: itemId });
    const refused = await (await usualDesk(world, world.township)).tryAct(ids, 'drafter', { type: 'submit' });
    expect(JSON.stringify(refused.body)).toContain('不由本机关公开');
  });
});

describe('what was refused', () => {
  it('comes up after the organ’s period, and again a period after its review', async () => {
    const head = await world.signedIn(world.township, 'disclosureOfficeHead');
    const ids = await plantRefused(world, world.township, '2025-06-02');
    const queue = async () =>
      (await world.call(reevaluationRoutes.queue, { query: {} }, head)).body[
        'items'
      ] as unknown as readonly object[];
    expect(await queue()).toMatchObject([
      {
        about: { kind: 'application', applicationId: ids.applicationId },
        dueOn: '2026-06-02',
        state: 'overdue',
      },
    ]);
    const record = async (body: { readonly on: string; readonly reason: string }) =>
      await world.call(
        reevaluationRoutes.record,
        { params: ids, body: { keeps: true, nextOn: null, ...body } },
        head,
      );
    expect((await record({ on: '2026-06-02', reason: ' ' })).body['detail']).toContain('请填写评估的理由');
    expect((await record({ on: '2026-06-02', reason: '仍属内部事务信息' })).status).toBe(200);
    expect(await queue()).toEqual([]);
    const history = await world.call(reevaluationRoutes.ofCase, { params: ids }, head);
    expect(history.body['items']).toMatchObject([{ keeps: true, reason: '仍属内部事务信息' }]);
  });
});

describe('the guide', () => {
  it('is made of the organ’s data, becomes a draft, and is outdated when the data change', async () => {
    const params = idsOf(world.township);
    const read = async () => (await world.call(guideRoutes.read, { params }, officer)).body;
    expect(JSON.stringify((await read())['parts'])).toContain('没有填写工作机构的联系电话');
    const texts = { application: '自收到申请之日起15个工作日内答复。', readingPlaces: '示范镇便民服务中心' };
    const saved = await world.call(guideRoutes.save, { params, body: { texts } }, officer, {
      'if-match': '"1"',
    });
    expect(saved.body).toMatchObject({
      version: 2,
      warnings: [{ part: 'application', found: '15个工作日' }],
    });
    const stale = await world.call(guideRoutes.save, { params, body: { texts } }, officer, {
      'if-match': '"1"',
    });
    expect(stale.body).toMatchObject({ code: 'stale', current: { version: 2 } });
    const made = await world.call(guideRoutes.compose, { params }, officer);
    expect(made.body).toMatchObject({ isNew: true });
    expect(await read()).toMatchObject({ document: { status: 'draft', isOutdated: false } });
    await world.database.server
      .insertInto('disclosure_office')
      .values({
        region_id: params.regionId,
        organ_id: params.organId,
        name: '党政综合办公室',
        head_title: null,
        address: '中心街1号',
        office_hours: '8:00—12:00',
        phone: '0000-1234567',
        fax: null,
        email: null,
        website: null,
        duties: [],
        version: 2,
      })
      .execute();
    expect(await read()).toMatchObject({ document: { isOutdated: true } });
    const again = await world.call(guideRoutes.compose, { params }, officer);
    expect(again.body).toMatchObject({ isNew: false, documentId: made.body['documentId'] });
    expect(await read()).toMatchObject({ document: { isOutdated: false } });
  });
});
