import { randomUUID } from 'node:crypto';
import type { applicationTransferRoutes } from '@zhaoshi/contract/routes/application-transfer';
import { INTAKE_CHANNELS } from '@zhaoshi/domain/application/intake';
import { SHEET_COLUMN_IDS, type SheetRow } from '@zhaoshi/domain/application/register-sheet/columns';
import { writeFailedRows } from '@zhaoshi/report-files/write/xlsx/write-register';
import { sealRows } from '../src/use-cases/applications/import/kept-import.ts';
import type { World, WorldOrgan } from './api-world.ts';
import { plantCase } from './application-samples.ts';
import { fileForm } from './file-samples.ts';
import type { AreaSamples } from './route-sample.ts';

const organIds = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

const BLANK = Object.fromEntries(SHEET_COLUMN_IDS.map((id) => [id, ''])) as SheetRow;

/** A row of an old register that can be imported. */
export const sheetRow = (change: Partial<SheetRow> = {}): SheetRow => ({
  ...BLANK,
  registrationNumber: `旧${randomUUID().slice(0, 8)}`,
  channel: INTAKE_CHANNELS.counter.title,
  receiptDate: '2023-03-01',
  applicantKind: '自然人',
  name: '赵测试甲',
  phone: '13912345678',
  description: '2022年公路养护资金分配方案',
  ...change,
});

/** A file with these rows, as somebody fills the template in. */
export const sheetFile = async (rows: readonly SheetRow[]): Promise<Buffer> =>
  Buffer.from(await writeFailedRows(rows.map((row) => ({ row, reasons: [] }))));

/** An import of an organ that waits to be run, uploaded by this account. */
export async function plantImport(
  { database, services }: World,
  organ: WorldOrgan,
  accountId: string,
): Promise<{ readonly importId: string }> {
  const importId = randomUUID();
  const row = sheetRow();
  await database.server
    .insertInto('application_import')
    .values({
      region_id: organ.regionId,
      import_id: importId,
      organ_id: organ.organId,
      account_id: accountId,
      created_at: database.context.now(),
      rows: 1,
      ready: 1,
      imported: null,
      sealed: sealRows(services.secretBox, importId, {
        ready: [{ number: 2, row, isConcluded: false }],
        failed: [],
        unknownColumns: [],
      }),
    })
    .execute();
  return { importId };
}

const importOf = async (world: World, organ: WorldOrgan, caller: string | null) => ({
  ...organIds(organ),
  ...(await plantImport(world, organ, caller ?? randomUUID())),
});

export const APPLICATION_TRANSFER_SAMPLES: AreaSamples<typeof applicationTransferRoutes> = {
  importTemplate: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ) } }),
  },
  checkImport: {
    aboutOrgan: true,
    prepare: async (_world, organ) => {
      const { body, type } = fileForm('旧登记簿.xlsx', await sheetFile([sheetRow()]));
      return { request: { params: organIds(organ), body }, headers: { 'content-type': type } };
    },
  },
  runImport: {
    aboutOrgan: true,
    prepare: async (world, organ, caller) => ({
      request: { params: await importOf(world, organ, caller) },
    }),
  },
  importReport: {
    aboutOrgan: true,
    prepare: async (world, organ, caller) => ({
      request: { params: await importOf(world, organ, caller) },
    }),
  },
  importFailures: {
    aboutOrgan: true,
    prepare: async (world, organ, caller) => ({
      request: { params: await importOf(world, organ, caller) },
    }),
  },
  exportRegister: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      await plantCase(world, organ);
      return { request: { params: organIds(organ), body: {} } };
    },
  },
};
