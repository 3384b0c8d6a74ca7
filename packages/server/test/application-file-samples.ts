import { Readable } from 'node:stream';
import type { applicationFileRoutes } from '@zhaoshi/contract/routes/application-files';
import type { CaseFileUse } from '@zhaoshi/domain/application/case-files';
import type { Status } from '@zhaoshi/domain/application/status';
import { latin, onePage, pdfOfObjects } from '../../redaction/test/drawn-pdf.ts';
import { takeIn } from '../src/adapters/files/take-in.ts';
import { addCaseFiles } from '../src/use-cases/applications/add-case-files.ts';
import { insertFile } from '../src/use-cases/files/upload-file.ts';
import { sealRedaction } from '../src/use-cases/redaction/kept-redaction.ts';
import type { World, WorldOrgan } from './api-world.ts';
import { type PlantedCase, plantCase } from './application-samples.ts';
import { fileForm } from './file-samples.ts';
import type { AreaSamples } from './route-sample.ts';
import { pdf } from './sample-files.ts';

/** A page with a number that must not get out and words that may. */
export const SECRET = '11010519491231002X';
export const OPEN_WORDS = 'Road repair budget';
export const sourcePdf = (): Buffer =>
  Buffer.from(
    pdfOfObjects(onePage(`${latin(60, 700, 14, OPEN_WORDS)}${latin(60, 600, 14, `ID ${SECRET}`)}`)),
  );

/** Covers the line with the number. */
export const SECRET_MARK = {
  page: 1,
  x: 0.08,
  y: 0.26,
  width: 0.5,
  height: 0.04,
  ground: 'privacy',
  reason: '当事人的身份证号码',
} as const;

interface GivenFile {
  readonly name?: string;
  readonly content?: Buffer;
  readonly uploadedBy?: string;
}

/** A sealed file of an organ that nothing refers to yet. */
export async function plantSealedFile(
  { database, services }: World,
  { regionId, organId }: WorldOrgan,
  { name = '张三的材料.pdf', content = sourcePdf(), uploadedBy = 'test' }: GivenFile = {},
): Promise<string> {
  const taken = await takeIn(services.files, { name, stream: Readable.from([content]) }, true);
  if (!taken.ok) throw new Error(taken.error.message);
  const context = { ...database.context, services, caller: { accountId: uploadedBy } };
  return await database.server
    .transaction()
    .execute((transaction) => insertFile(transaction, { regionId, organId }, taken.value, context));
}

/** A file of a case. */
export async function plantCaseFile(
  world: World,
  organ: WorldOrgan,
  { applicationId }: Pick<PlantedCase, 'applicationId'>,
  { use = 'source', ...given }: GivenFile & { readonly use?: CaseFileUse } = {},
): Promise<string> {
  const fileId = await plantSealedFile(world, organ, given);
  const owner = { regionId: organ.regionId, organId: organ.organId, applicationId };
  const { database } = world;
  const added = await database.server
    .transaction()
    .execute((transaction) => addCaseFiles(transaction, owner, [{ fileId, use }], database.context.now()));
  if (!added.ok) throw new Error(added.error.detail);
  return fileId;
}

/** A redacted file that waits to be looked through. */
export async function plantRedaction(world: World, organ: WorldOrgan, planted: PlantedCase): Promise<string> {
  const source = await plantCaseFile(world, organ, planted);
  const fileId = await plantCaseFile(world, organ, planted, { use: 'redacted', content: pdf() });
  await world.database.server
    .insertInto('application_redaction')
    .values({
      region_id: organ.regionId,
      application_id: planted.applicationId,
      file_id: fileId,
      source_file_id: source,
      sealed: sealRedaction(world.services.secretBox, fileId, {
        marks: [{ label: '1', ...SECRET_MARK }],
        notes: [],
        repeated: [],
      }),
      made_by: await world.newPerson(organ, ['drafter']),
      made_at: world.database.context.now(),
    })
    .execute();
  return fileId;
}

/** A case with a file, as the ids of routes. */
const ofFile = async (world: World, organ: WorldOrgan, given: Parameters<typeof plantCaseFile>[3] = {}) => {
  const planted = await plantCase(world, organ);
  const fileId = await plantCaseFile(world, organ, planted, given);
  return { regionId: organ.regionId, applicationId: planted.applicationId, fileId };
};

/** A status that a case reaches by many acts. */
export async function setStatus({ database }: World, applicationId: string, status: Status): Promise<void> {
  await database.server
    .updateTable('application')
    .set({ status })
    .where('application_id', '=', applicationId)
    .execute();
}

export const APPLICATION_FILE_SAMPLES: AreaSamples<typeof applicationFileRoutes> = {
  upload: {
    aboutOrgan: true,
    prepare: (_world, { regionId, organId }) => {
      const { body, type } = fileForm('申请书.pdf', pdf());
      const request = { params: { regionId, organId }, body };
      return Promise.resolve({ request, headers: { 'content-type': type } });
    },
  },
  list: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { regionId, applicationId } = await ofFile(world, organ);
      return { request: { params: { regionId, applicationId } } };
    },
  },
  add: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { applicationId } = await plantCase(world, organ);
      const fileId = await plantSealedFile(world, organ);
      const params = { regionId: organ.regionId, applicationId };
      return { request: { params, body: { fileId, use: 'search' } } };
    },
  },
  remove: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await ofFile(world, organ) } }),
  },
  download: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await ofFile(world, organ) } }),
  },
  pages: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await ofFile(world, organ) } }),
  },
  page: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: { ...(await ofFile(world, organ)), page: 1 }, query: { width: 200 } },
    }),
  },
  findText: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await ofFile(world, organ), body: { words: ['budget'] } },
    }),
  },
  redact: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await ofFile(world, organ), body: { name: '预算', marks: [SECRET_MARK] } },
    }),
  },
  release: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const planted = await plantCase(world, organ);
      const fileId = await plantRedaction(world, organ, planted);
      const { regionId, applicationId } = planted;
      return { request: { params: { regionId, applicationId, fileId } } };
    },
  },
  caseFile: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { regionId, applicationId } = await ofFile(world, organ);
      await setStatus(world, applicationId, 'closed');
      return { request: { params: { regionId, applicationId } } };
    },
  },
};
