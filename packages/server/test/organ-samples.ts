import { randomUUID } from 'node:crypto';
import type { organOfficeRoutes } from '@zhaoshi/contract/routes/organ-offices';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import type { reportingUnitRoutes } from '@zhaoshi/contract/routes/reporting-units';
import type { settingRoutes } from '@zhaoshi/contract/routes/settings';
import type { TreeKind } from '@zhaoshi/domain/organ/tree';
import { findOrgan, findRegionGovernment } from '../src/db/queries/organs.ts';
import { insertOrgan } from '../src/use-cases/organs/insert-organ.ts';
import { insertReportingUnits } from '../src/use-cases/organs/start-reporting-units.ts';
import type { World, WorldOrgan } from './api-world.ts';
import type { AreaSamples } from './route-sample.ts';

const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

const newSlug = (): string => `s-${randomUUID().slice(0, 12)}`;

/** A new organ under another one. */
export async function plantOrgan(
  { database }: World,
  under: WorldOrgan,
  kind: TreeKind,
): Promise<WorldOrgan> {
  return await database.server.transaction().execute(async (transaction) => {
    const parent = await findOrgan(transaction, under);
    if (parent === undefined) throw new Error('no such parent');
    const organ = { name: `测试${kind}`, kind, slug: newSlug(), validFrom: '2020-01-01' };
    const made = await insertOrgan(transaction, organ, parent, randomUUID());
    if (!made.ok) throw new Error(made.error.map(({ message }) => message).join());
    return { regionId: made.value.region_id, organId: made.value.organ_id, path: made.value.path };
  });
}

/** Ends an organ as the console does. */
export async function closeOrgan(
  world: World,
  { regionId, organId }: WorldOrgan,
  validTo: string,
  successors: readonly (readonly [WorldOrgan, string | null])[],
): Promise<void> {
  const administrator = await world.signedIn(world.city, 'administrator');
  const successions = successors.map(([heir, matters]) => ({
    successor: { regionId: heir.regionId, organId: heir.organId },
    matters,
    documentNumber: null,
  }));
  const body = { validTo, statement: successors.length === 0 ? '职责不再保留。' : null, successions };
  const request = { params: { regionId, organId }, body };
  const closed = await world.call(organRoutes.close, request, administrator, { 'if-match': '"1"' });
  if (closed.status !== 200) throw new Error(JSON.stringify(closed.body));
}

export async function topOf({ database }: World, { regionId }: WorldOrgan): Promise<WorldOrgan> {
  const top = await findRegionGovernment(database.server, regionId);
  if (top === undefined) throw new Error('no government');
  return { regionId, organId: top.organ_id, path: top.path };
}

async function kindOf({ database }: World, organ: WorldOrgan): Promise<TreeKind> {
  const row = await findOrgan(database.server, organ);
  if (row === undefined) throw new Error('no such organ');
  return row.kind;
}

/** A kind that may stand under the organ. */
const kindBelow = async (world: World, organ: WorldOrgan): Promise<TreeKind> =>
  (await kindOf(world, organ)) === 'township' ? 'village' : 'department';

const NO_CONTACT = {
  address: null,
  postcode: null,
  officeHours: null,
  phone: null,
  fax: null,
  email: null,
  website: null,
  responsiblePerson: null,
};

const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });

async function organVersion({ database }: World, organ: WorldOrgan): Promise<number> {
  return (await findOrgan(database.server, organ))?.version ?? 0;
}

/** Every list needs a year of its own, because it can be started once. */
let year = 2100;
const nextYear = (): number => {
  year += 1;
  return year;
};

/** A village and a township of the same region that it can move to. */
async function plantMove(world: World, organ: WorldOrgan) {
  const top = await topOf(world, organ);
  const from =
    (await kindOf(world, organ)) === 'township' ? organ : await plantOrgan(world, organ, 'township');
  return {
    village: await plantOrgan(world, from, 'village'),
    target: await plantOrgan(world, top, 'township'),
  };
}

async function plantSuccession(world: World, organ: WorldOrgan): Promise<string> {
  const successionId = randomUUID();
  await world.database.server
    .insertInto('organ_successor')
    .values({
      region_id: organ.regionId,
      succession_id: successionId,
      organ_id: organ.organId,
      successor_region_id: world.office.regionId,
      successor_organ_id: world.office.organId,
      valid_from: '2021-01-01',
      matters: '测试事项',
      document_number: null,
    })
    .execute();
  return successionId;
}

const byIds = { aboutOrgan: true } as const;

const readByIds = {
  ...byIds,
  prepare: (_: World, organ: WorldOrgan) => Promise.resolve({ request: { params: idsOf(organ) } }),
};

export const ORGAN_SAMPLES: AreaSamples<typeof organRoutes> = {
  list: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  read: readByIds,
  edit: {
    ...byIds,
    prepare: async (world, organ) => ({
      request: { params: idsOf(organ), body: { name: '新名称', contact: NO_CONTACT } },
      headers: ifMatch(await organVersion(world, organ)),
    }),
  },
  create: {
    ...byIds,
    prepare: async (world, organ) => ({
      request: {
        params: idsOf(organ),
        body: {
          name: '新设机关',
          kind: await kindBelow(world, organ),
          slug: newSlug(),
          validFrom: '2026-01-01',
        },
      },
    }),
  },
  createRegion: {
    ...byIds,
    // Only a city can have a county below it, so the call goes to a new city in place of the organ itself.
    prepare: async (world, organ) => ({
      request: {
        params: idsOf(await plantCity(world, organ)),
        body: {
          name: '新县',
          slug: newSlug(),
          level: 'county' as const,
          government: { name: '新县人民政府', slug: 'government' },
          validFrom: '2026-01-01',
        },
      },
    }),
  },
  close: {
    ...byIds,
    prepare: async (world, organ) => ({
      request: {
        params: idsOf(await plantOrgan(world, organ, await kindBelow(world, organ))),
        body: { validTo: '2026-01-01', statement: '职能取消', successions: [] },
      },
      headers: ifMatch(1),
    }),
  },
  move: {
    ...byIds,
    prepare: async (world, organ) => {
      const { village, target } = await plantMove(world, organ);
      return {
        request: { params: idsOf(village), body: { parentId: target.organId } },
        headers: ifMatch(1),
      };
    },
  },
  listSuccessions: readByIds,
  addSuccession: {
    ...byIds,
    prepare: async (world, organ) => {
      const heir = await plantOrgan(world, await topOf(world, organ), 'department');
      return {
        request: {
          params: idsOf(organ),
          body: {
            successor: idsOf(heir),
            matters: '测试事项',
            documentNumber: null,
            validFrom: '2026-01-01',
          },
        },
        headers: ifMatch(await organVersion(world, organ)),
      };
    },
  },
  removeSuccession: {
    ...byIds,
    prepare: async (world, organ) => ({
      request: { params: { ...idsOf(organ), successionId: await plantSuccession(world, organ) } },
      headers: ifMatch(await organVersion(world, organ)),
    }),
  },
};

/** A city whose government stands right under the organ in the tree. */
async function plantCity({ database }: World, organ: WorldOrgan): Promise<WorldOrgan> {
  const [regionId, organId] = [randomUUID(), randomUUID()];
  await database.server
    .insertInto('region')
    .values({
      region_id: regionId,
      parent_id: organ.regionId,
      slug: newSlug(),
      name: '测试市',
      level: 'city',
      is_demonstration: false,
    })
    .execute();
  const path = `${organ.path}${organId}/`;
  await database.server
    .insertInto('organ')
    .values({
      region_id: regionId,
      organ_id: organId,
      parent_id: null,
      slug: 'government',
      name: '测试市人民政府',
      kind: 'cityGovernment',
      level: 'city',
      valid_from: '2020-01-01',
      valid_to: null,
      path,
    })
    .execute();
  return { regionId, organId, path };
}

const OFFICE = {
  name: '办公室',
  headTitle: null,
  address: null,
  officeHours: null,
  phone: null,
  fax: null,
  email: null,
  website: null,
  duties: ['办理政府信息公开事宜'],
};

async function versionIn(
  { database }: World,
  table: 'disclosure_office' | 'leading_group',
  { organId }: WorldOrgan,
): Promise<number> {
  const row = await database.server
    .selectFrom(table)
    .select('version')
    .where('organ_id', '=', organId)
    .executeTakeFirst();
  return row?.version ?? 1;
}

export const ORGAN_OFFICE_SAMPLES: AreaSamples<typeof organOfficeRoutes> = {
  readDisclosureOffice: readByIds,
  editDisclosureOffice: {
    ...byIds,
    prepare: async (world, organ) => ({
      request: { params: idsOf(organ), body: OFFICE },
      headers: ifMatch(await versionIn(world, 'disclosure_office', organ)),
    }),
  },
  readLeadingGroup: readByIds,
  editLeadingGroup: {
    ...byIds,
    prepare: async (world, organ) => ({
      request: {
        params: idsOf(organ),
        body: { name: '领导小组', documentNumber: null, establishedOn: null, office: null, members: [] },
      },
      headers: ifMatch(await versionIn(world, 'leading_group', organ)),
    }),
  },
};

/** A list that is started; it belongs to the organ's region, whose government every right here reaches alike. */
async function plantList({ database }: World, { regionId }: WorldOrgan) {
  const params = { regionId, reportYear: nextYear() };
  await database.server.transaction().execute((transaction) => insertReportingUnits(transaction, params));
  return params;
}

export const REPORTING_UNIT_SAMPLES: AreaSamples<typeof reportingUnitRoutes> = {
  listYears: {
    ...byIds,
    prepare: (_, { regionId }) => Promise.resolve({ request: { params: { regionId } } }),
  },
  read: {
    ...byIds,
    prepare: async (world, organ) => ({ request: { params: await plantList(world, organ) } }),
  },
  start: {
    ...byIds,
    prepare: (_, { regionId }) =>
      Promise.resolve({ request: { params: { regionId, reportYear: nextYear() } } }),
  },
  edit: {
    ...byIds,
    prepare: async (world, organ) => ({
      request: { params: await plantList(world, organ), body: { units: [] } },
      headers: ifMatch(1),
    }),
  },
};

async function settingVersion({ database }: World, { organId }: WorldOrgan): Promise<number> {
  const row = await database.server
    .selectFrom('setting')
    .select('version')
    .where('organ_id', '=', organId)
    .where('key', '=', 'security.idleMinutes')
    .executeTakeFirst();
  return row?.version ?? 1;
}

export const SETTING_SAMPLES: AreaSamples<typeof settingRoutes> = {
  list: readByIds,
  set: {
    ...byIds,
    prepare: async (world, organ) => ({
      request: { params: { ...idsOf(organ), key: 'security.idleMinutes' as const }, body: { value: 10 } },
      headers: ifMatch(await settingVersion(world, organ)),
    }),
  },
  clear: {
    ...byIds,
    prepare: async (world, organ) => ({
      request: { params: { ...idsOf(organ), key: 'security.idleMinutes' as const } },
      headers: ifMatch(await settingVersion(world, organ)),
    }),
  },
};
