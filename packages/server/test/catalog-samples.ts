import { randomUUID } from 'node:crypto';
import type { coverageRoutes } from '@zhaoshi/contract/routes/coverage';
import type { guideRoutes } from '@zhaoshi/contract/routes/guide';
import type { itemCatalogRoutes } from '@zhaoshi/contract/routes/item-catalog';
import type { reevaluationRoutes } from '@zhaoshi/contract/routes/reevaluation';
import type { CatalogItem } from '@zhaoshi/domain/disclosure/item-catalog/catalog-item';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { writeCatalog } from '@zhaoshi/report-files/write/xlsx/write-catalog';
import { wordingRow } from '../src/use-cases/item-catalog/write-wording.ts';
import type { World, WorldOrgan } from './api-world.ts';
import { plantCase } from './application-samples.ts';
import { plantPublished } from './document-desk.ts';
import { fileForm } from './file-samples.ts';
import type { AreaSamples } from './route-sample.ts';

const organIds = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

/** An invented row of a catalogue. */
export const catalogItem = (given: Partial<CatalogItem> = {}): CatalogItem => ({
  code: '1',
  field: 'socialAssistance',
  level1: '最低生活保障',
  level2: '审批结果',
  contentElements: ['低保对象名单'],
  basis: ['《社会救助暂行办法》'],
  publicationPeriod: '每季度',
  responsibleOrgan: '乡镇人民政府',
  channels: { must: ['website'], may: [], otherWords: '' },
  audience: 'public',
  audienceWords: '',
  disclosureClass: 'proactive',
  levels: ['township'],
  validFrom: '2024-01-01' as CivilDate,
  validTo: null,
  ...given,
});

/** A file of a catalogue, as it is exported. */
export const catalogFile = async (items: readonly CatalogItem[]): Promise<Buffer> =>
  Buffer.from(await writeCatalog(items));

/** An item that an organ keeps, and that it or other organs have to publish. */
export async function plantItem(
  { database, newPerson }: World,
  keeper: WorldOrgan,
  given: Partial<CatalogItem> = {},
  organs: readonly WorldOrgan[] = [keeper],
): Promise<{ readonly regionId: string; readonly itemId: string }> {
  const item = catalogItem({ code: randomUUID().slice(0, 8), ...given });
  const ids = { regionId: keeper.regionId, itemId: randomUUID() };
  const key = { region_id: ids.regionId, item_id: ids.itemId };
  await database.server
    .insertInto('catalog_item')
    .values({ ...key, organ_id: keeper.organId, field: item.field ?? '', code: item.code })
    .execute();
  const by = { accountId: await newPerson(keeper, ['disclosureOfficeHead']), at: database.context.now() };
  await database.server
    .insertInto('catalog_wording')
    .values(wordingRow(ids, 1, item, by))
    .execute();
  await database.server
    .insertInto('catalog_responsibility')
    .values(organs.map(({ organId }) => ({ ...key, organ_id: organId })))
    .execute();
  return ids;
}

const { code: _code, field: _field, ...WORDING } = catalogItem({ level2: '办事指南' });

const sentWording = () => structuredClone(WORDING) as never;

/** An import that waits to be run, uploaded by this account. */
async function plantImport({ database }: World, organ: WorldOrgan, accountId: string) {
  const importId = randomUUID();
  const kept = {
    ready: [{ number: 2, item: catalogItem({ code: randomUUID().slice(0, 8) }), notes: [] }],
    failed: [],
    unknownColumns: [],
    summary: { added: 1, changed: 0, same: 0, withoutOrgan: 0, unmatched: [] },
  };
  await database.server
    .insertInto('catalog_import')
    .values({
      region_id: organ.regionId,
      import_id: importId,
      organ_id: organ.organId,
      account_id: accountId,
      created_at: database.context.now(),
      rows: 1,
      ready: 1,
      imported: null,
      kept: JSON.stringify(kept),
    })
    .execute();
  return { ...organIds(organ), importId };
}

export const ITEM_CATALOG_SAMPLES: AreaSamples<typeof itemCatalogRoutes> = {
  search: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ), body: {} } }),
  },
  ofOrgan: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ) } }),
  },
  read: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await plantItem(world, organ) } }),
  },
  save: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantItem(world, organ), body: { content: sentWording() } },
      headers: { 'if-match': '"1"' },
    }),
  },
  assign: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantItem(world, organ), body: { organIds: [organ.organId] } },
      headers: { 'if-match': '"1"' },
    }),
  },
  importTemplate: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ) } }),
  },
  checkImport: {
    aboutOrgan: true,
    prepare: async (_world, organ) => {
      const { body, type } = fileForm('目录.xlsx', await catalogFile([catalogItem()]));
      return {
        request: { params: organIds(organ), query: { validFrom: '2026-01-01' }, body },
        headers: { 'content-type': type },
      };
    },
  },
  runImport: {
    aboutOrgan: true,
    prepare: async (world, organ, caller) => ({
      request: { params: await plantImport(world, organ, caller ?? randomUUID()) },
    }),
  },
  importFailures: {
    aboutOrgan: true,
    prepare: async (world, organ, caller) => ({
      request: { params: await plantImport(world, organ, caller ?? randomUUID()) },
    }),
  },
  exportCatalog: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ), body: {} } }),
  },
};

export const COVERAGE_SAMPLES: AreaSamples<typeof coverageRoutes> = {
  ofOrgan: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ) } }),
  },
  board: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  state: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: organIds(organ),
        body: {
          year: 2026,
          about: { itemId: (await plantItem(world, organ)).itemId },
          reason: '没有此项业务',
        },
      },
    }),
  },
  takeBack: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const statementId = randomUUID();
      await world.database.server
        .insertInto('nothing_produced')
        .values({
          region_id: organ.regionId,
          statement_id: statementId,
          organ_id: organ.organId,
          year: 2026,
          item_id: (await plantItem(world, organ)).itemId,
          catalog_code: null,
          title: '最低生活保障',
          reason: '没有此项业务',
          stated_by: await world.newPerson(organ, ['disclosureOfficer']),
          stated_at: world.database.context.now(),
        })
        .execute();
      return { request: { params: { ...organIds(organ), statementId } } };
    },
  },
};

/** A case of the organ that was refused. */
export async function plantRefused(world: World, organ: WorldOrgan, on = '2025-06-02') {
  const { applicationId } = await plantCase(world, organ);
  await world.database.server
    .updateTable('application')
    .set({
      receipt_date: on,
      result_on: on,
      result_outcome: 'refused.internalAffairs',
      last_outcome: 'refused.internalAffairs',
    })
    .where('application_id', '=', applicationId)
    .execute();
  return { regionId: organ.regionId, applicationId };
}

export const REEVALUATION_SAMPLES: AreaSamples<typeof reevaluationRoutes> = {
  queue: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  ofCase: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await plantRefused(world, organ) } }),
  },
  stateTrigger: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { regionId, applicationId } = await plantRefused(world, organ);
      return {
        request: {
          params: { regionId, kind: 'application', thingId: applicationId },
          body: { kind: 'consentGiven', on: '2026-06-02', words: '第三方来函同意公开' },
        },
      };
    },
  },
  record: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: await plantRefused(world, organ),
        body: { on: '2026-06-02', keeps: true, reason: '仍属内部事务信息', nextOn: null },
      },
    }),
  },
};

/** One published document for each organ of a world: the way to publication is long. */
const RULES = new WeakMap<World, Set<string>>();

async function plantRules(world: World, organ: WorldOrgan): Promise<void> {
  const planted = RULES.get(world) ?? new Set<string>();
  RULES.set(world, planted);
  if (planted.has(organ.organId)) return;
  planted.add(organ.organId);
  await plantPublished(world, organ, { kind: 'rules' });
}

export const GUIDE_SAMPLES: AreaSamples<typeof guideRoutes> = {
  read: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ) } }),
  },
  save: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const row = await world.database.server
        .selectFrom('organ_guide')
        .select('version')
        .where('organ_id', '=', organ.organId)
        .executeTakeFirst();
      return {
        request: { params: organIds(organ), body: { texts: { other: '其他说明' } } },
        headers: { 'if-match': `"${row?.version ?? 1}"` },
      };
    },
  },
  compose: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ) } }),
  },
  directory: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ) } }),
  },
  compilation: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      await plantRules(world, organ);
      return { request: { params: organIds(organ), body: { kinds: ['rules'] } } };
    },
  },
};
