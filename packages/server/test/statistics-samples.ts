import { randomUUID } from 'node:crypto';
import type { statisticsRoutes } from '@zhaoshi/contract/routes/statistics';
import type { statisticsNormativeRoutes } from '@zhaoshi/contract/routes/statistics-normative';
import type { FigureRow } from '@zhaoshi/domain/statistics/figure-sheet';
import type { StatisticKind } from '@zhaoshi/domain/statistics/statistic-kinds';
import { writeFigureTemplate } from '../src/use-cases/statistics/figure-sheet.ts';
import type { World, WorldOrgan } from './api-world.ts';
import { once } from './document-desk.ts';
import { fileForm } from './file-samples.ts';
import type { AreaSamples } from './route-sample.ts';

const organIds = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

export const STATISTIC_YEAR = 2026;

interface PlantedFigure {
  readonly kind: StatisticKind;
  readonly month: number;
  readonly unit: string;
  readonly figure: number | null;
  readonly source: string;
  readonly enteredBy: string;
  readonly signedBy: string | null;
}

/** A figure of the organ for a month of 2026, entered by somebody else than whoever is asked later. */
export async function plantFigure(world: World, organ: WorldOrgan, given: Partial<PlantedFigure> = {}) {
  const { server, context } = world.database;
  const entryId = randomUUID();
  const { regionId } = organ;
  const enteredBy = given.enteredBy ?? (await world.newPerson(organ, ['drafter']));
  const place = {
    region_id: regionId,
    organ_id: organ.organId,
    year: STATISTIC_YEAR,
    kind: given.kind ?? 'penalties',
    month: given.month ?? 3,
    // A name of its own, so that one plant is never in the way of another.
    unit: given.unit ?? `执法队${entryId.slice(0, 8)}`,
  };
  await server
    .insertInto('statistic_entry')
    .values({ ...place, entry_id: entryId })
    .execute();
  await server
    .insertInto('statistic_version')
    .values({
      region_id: regionId,
      entry_id: entryId,
      version: 1,
      figure: given.figure === undefined ? 12 : given.figure,
      source: given.source ?? '行政处罚台账',
      reason: '',
      entered_by: enteredBy,
      entered_at: context.now(),
      signed_by: given.signedBy ?? null,
      signed_at: given.signedBy === undefined || given.signedBy === null ? null : context.now(),
    })
    .execute();
  return { regionId, entryId };
}

/** A document of before the platform in the organ's register. */
export async function plantRecord(
  world: World,
  organ: WorldOrgan,
  given: { readonly documentNumber?: string } = {},
) {
  const { server, context } = world.database;
  const recordId = randomUUID();
  await server
    .insertInto('normative_record')
    .values({
      region_id: organ.regionId,
      record_id: recordId,
      organ_id: organ.organId,
      kind: 'normativeDocument',
      title: '示范县农村公路管理办法',
      document_number: given.documentNumber ?? `示政规〔2015〕${Math.ceil(Math.random() * 99_999)}号`,
      date_of_document: '2015-04-01',
      valid_from: '2015-05-01',
      valid_to: null,
      end_kind: null,
      ended_on: null,
      end_ground: '',
      recorded_by: await world.newPerson(organ, ['disclosureOfficer']),
      recorded_at: context.now(),
      removed_at: null,
    })
    .execute();
  return { regionId: organ.regionId, recordId };
}

const readFigure = once((world, organ) => plantFigure(world, organ));

const enteredFigure = () => ({
  kind: 'licensing' as const,
  month: 2,
  unit: `窗口${randomUUID().slice(0, 8)}`,
  figure: 5,
  source: '行政审批系统',
  reason: '',
  basedOn: null,
});

/** A record as it is sent; its number is new each time. */
export const sentRecord = () => ({
  row: 'normativeDocument' as const,
  title: '示范县村庄规划管理办法',
  documentNumber: `示政规〔2016〕${Math.ceil(Math.random() * 99_999)}号`,
  dateOfDocument: '2016-04-01',
  validFrom: null,
  validTo: null,
  end: null,
});

/** A sheet of figures as somebody filled it in. */
export const figureSheet = async (...rows: readonly Partial<FigureRow>[]): Promise<Buffer> =>
  Buffer.from(await writeFigureTemplate(rows.map((row) => ({ ...BLANK_FIGURE, ...row }))));

const BLANK_FIGURE: FigureRow = { month: '', kind: '', unit: '', figure: '', source: '', reason: '' };

async function sentSheet(_world: World, organ: WorldOrgan) {
  const sheet = await figureSheet(
    { month: '2', kind: '行政许可', unit: '窗口', figure: '5', source: '行政审批系统' },
    { month: '二月', kind: '行政许可', figure: '5' },
  );
  const { body, type } = fileForm('统计数据.xlsx', sheet);
  return {
    request: { params: organIds(organ), query: { year: STATISTIC_YEAR }, body },
    headers: { 'content-type': type },
  };
}

export const STATISTICS_SAMPLES: AreaSamples<typeof statisticsRoutes> = {
  board: {
    aboutOrgan: false,
    prepare: () => Promise.resolve({ request: { query: { year: STATISTIC_YEAR } } }),
  },
  ofYear: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({ request: { params: organIds(organ), query: { year: STATISTIC_YEAR } } }),
  },
  history: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await readFigure(world, organ) } }),
  },
  enter: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({
        request: { params: organIds(organ), body: { year: STATISTIC_YEAR, figures: [enteredFigure()] } },
      }),
  },
  signOff: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { entryId } = await plantFigure(world, organ);
      const body = { year: STATISTIC_YEAR, figures: [{ entryId, version: 1 }] };
      return { request: { params: organIds(organ), body } };
    },
  },
  return: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { entryId } = await plantFigure(world, organ);
      const body = { year: STATISTIC_YEAR, figures: [{ entryId, version: 1 }], reason: '与台账不符' };
      return { request: { params: organIds(organ), body } };
    },
  },
  importTemplate: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({ request: { params: organIds(organ), query: { year: STATISTIC_YEAR } } }),
  },
  checkImport: { aboutOrgan: true, prepare: sentSheet },
  importFailures: { aboutOrgan: true, prepare: sentSheet },
  tableTwo: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({ request: { params: organIds(organ), query: { year: STATISTIC_YEAR } } }),
  },
};

const DAY = { on: '2026-11-21' };

export const STATISTICS_NORMATIVE_SAMPLES: AreaSamples<typeof statisticsNormativeRoutes> = {
  list: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ), query: DAY } }),
  },
  export: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ), query: DAY } }),
  },
  register: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ), body: sentRecord() } }),
  },
  edit: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantRecord(world, organ), body: sentRecord() },
      headers: { 'if-match': '"1"' },
    }),
  },
  remove: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantRecord(world, organ), body: { reason: '重复登记' } },
      headers: { 'if-match': '"1"' },
    }),
  },
};
