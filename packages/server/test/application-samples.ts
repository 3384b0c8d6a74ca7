import type { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { ApplicationForm } from '@zhaoshi/domain/application/application-form';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { SettingKey, ValueOf } from '@zhaoshi/domain/setting/catalogue';
import { findOrgan } from '../src/db/queries/organs.ts';
import { insertApplication, type NewApplication } from '../src/use-cases/applications/insert-application.ts';
import type { World, WorldOrgan } from './api-world.ts';
import type { AreaSamples } from './route-sample.ts';

/** A citizen's form with everything on it that must not get out. */
export const SAMPLE_FORM: ApplicationForm = {
  applicant: {
    kind: 'naturalPerson',
    name: '赵测试甲',
    identityType: 'residentCard',
    identityNumber: '11010519491231002X',
    creditCode: null,
    legalRepresentative: null,
    contactPerson: null,
    address: '示范县示范路88号院3单元',
    postcode: '100000',
    phone: '13912345678',
    fax: null,
    email: 'ceshijia@example.cn',
  },
  agent: null,
  description: '2025年示范县农村公路养护资金的分配方案',
  supplyForm: 'electronic',
  supplyWay: 'online',
  acceptsOtherWay: true,
  helpNeeded: null,
};

const day = (text: string): CivilDate => text as CivilDate;

export interface PlantedCase {
  readonly regionId: string;
  readonly applicationId: string;
  readonly registrationNumber: string;
  readonly queryCode: string;
}

/** What an organ must have entered before it can send letters: how it can be reached, remedies, its 机关代字. */
export async function readyForLetters({ database }: World, { regionId, organId }: WorldOrgan): Promise<void> {
  const ids = { region_id: regionId, organ_id: organId };
  const contact = { phone: '0000-1234567', address: '示范县城中路1号' };
  await database.server
    .insertInto('organ_contact')
    .values({ ...ids, ...contact })
    // Another sample may have emptied it.
    .onConflict((conflict) => conflict.columns(['region_id', 'organ_id']).doUpdateSet(contact))
    .execute();
  const settings = {
    'letter.numberWord': '示府公复',
    'remedy.reviewOrgan': '示范市人民政府',
    'remedy.court': '示范市中级人民法院',
  };
  await database.server
    .insertInto('setting')
    .values(
      Object.entries(settings).map(([key, value]) => ({
        ...ids,
        key,
        value: JSON.stringify(value),
        changed_at: database.context.now(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Chooses a value of a setting for an organ. */
export async function chooseSetting<K extends SettingKey>(
  { database }: World,
  { regionId, organId }: WorldOrgan,
  key: K,
  value: ValueOf<K>,
): Promise<void> {
  const chosen = { value: JSON.stringify(value), changed_at: database.context.now() };
  await database.server
    .insertInto('setting')
    .values({ region_id: regionId, organ_id: organId, key, ...chosen })
    .onConflict((conflict) => conflict.columns(['region_id', 'organ_id', 'key']).doUpdateSet(chosen))
    .execute();
}

/** A case of the organ, handed in at the counter, by default on 2026-11-02. */
export async function plantCase(
  world: World,
  organ: WorldOrgan,
  given: Partial<NewApplication> = {},
): Promise<PlantedCase> {
  const { database, services } = world;
  const { context } = database;
  await readyForLetters(world, organ);
  return await database.server.transaction().execute(async (transaction) => {
    const row = await findOrgan(transaction, organ);
    if (row === undefined) throw new Error('no such organ');
    const inserted = await insertApplication(
      transaction,
      row,
      {
        channel: 'counter',
        isMisaddressed: false,
        sentOn: null,
        arrivedOn: day('2026-11-02'),
        receiptDate: day('2026-11-02'),
        summary: null,
        form: SAMPLE_FORM,
        isImported: false,
        registrationNumber: null,
        actor: 'applicant',
        ...given,
      },
      { at: context.now(), newId: context.newId, box: services.secretBox },
    );
    return { regionId: organ.regionId, ...inserted };
  });
}

const paramsOf = ({ regionId, applicationId }: PlantedCase) => ({ regionId, applicationId });

export const APPLICATION_SAMPLES: AreaSamples<typeof applicationRoutes> = {
  search: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { body: {} } }) },
  register: {
    aboutOrgan: true,
    prepare: (_world, { regionId, organId }) =>
      Promise.resolve({
        request: {
          params: { regionId, organId },
          body: {
            channel: 'counter',
            isMisaddressed: false,
            sentOn: null,
            arrivedOn: '2026-11-20',
            confirmedOn: null,
            summary: null,
            form: SAMPLE_FORM,
            fileIds: [],
          },
        },
      }),
  },
  read: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: paramsOf(await plantCase(world, organ)) } }),
  },
  act: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: paramsOf(await plantCase(world, organ)),
        body: { act: { type: 'note', on: '2026-11-20' }, texts: { text: '与科室沟通' } },
      },
      headers: { 'if-match': '"1"' },
    }),
  },
  preview: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: paramsOf(await plantCase(world, organ)),
        body: { act: { type: 'approveExtension', on: '2026-11-20', days: 10 }, texts: {} },
      },
    }),
  },
};
