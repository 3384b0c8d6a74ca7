import type { ProblemCode } from '@zhaoshi/contract/problems';
import type { disputeFileRoutes } from '@zhaoshi/contract/routes/dispute-files';
import type { World, WorldOrgan } from './api-world.ts';
import { plantSealedFile } from './application-file-samples.ts';
import { callWith, type Provoke } from './common-problems.ts';
import { type PlantedDispute, plantDisputeFile } from './dispute-file-desk.ts';
import { plantDispute } from './dispute-samples.ts';
import { fileForm } from './file-samples.ts';
import { afterwards, bytesGone, noFile, unscanned, uploaded } from './problem-ways.ts';
import type { AreaSamples } from './route-sample.ts';
import { pdf } from './sample-files.ts';

const ofFile = async (world: World, organ: WorldOrgan) => {
  const ids = await plantDispute(world, organ);
  return { ...ids, fileId: await plantDisputeFile(world, organ, ids) };
};

export const DISPUTE_FILE_SAMPLES: AreaSamples<typeof disputeFileRoutes> = {
  upload: {
    aboutOrgan: true,
    prepare: (_world, { regionId, organId }) => {
      const { body, type } = fileForm('答复通知书.pdf', pdf());
      const request = { params: { regionId, organId }, body };
      return Promise.resolve({ request, headers: { 'content-type': type } });
    },
  },
  list: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { regionId, disputeId } = await ofFile(world, organ);
      return { request: { params: { regionId, disputeId } } };
    },
  },
  add: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const params = await plantDispute(world, organ);
      const fileId = await plantSealedFile(world, organ);
      const body = {
        fileId,
        kind: 'answer' as const,
        datedOn: '2026-03-16',
        number: '',
        counterpart: '测试县人民政府',
      };
      return { request: { params, body } };
    },
  },
  remove: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await ofFile(world, organ), body: { reason: '登记在了别的案件' } },
    }),
  },
  download: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await ofFile(world, organ) } }),
  },
};

const evidenceGone = afterwards<PlantedDispute>(async (world, { disputeId }) => {
  const { storage_key } = await world.database.server
    .selectFrom('file')
    .innerJoin('dispute_file', 'dispute_file.file_id', 'file.file_id')
    .select('storage_key')
    .where('dispute_id', '=', disputeId)
    .executeTakeFirstOrThrow();
  await world.services.files.storage.remove(storage_key);
});

export const DISPUTE_FILE_PROBLEMS: Readonly<
  Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>
> = {
  'disputeFile.upload': {
    unavailable: unscanned,
    malformed: noFile,
    'too-large': uploaded('大.pdf', Buffer.concat([pdf(), Buffer.alloc(2 * 1024 * 1024)])),
    'unsupported-type': uploaded('程序.exe', Buffer.from('MZ')),
  },
  'disputeFile.download': {
    'range-refused': async ({ usual }, subject) =>
      await callWith(usual, subject, { headers: { range: 'bytes=999999-' } }),
    unavailable: bytesGone,
  },
  'disputes.evidence': { unavailable: evidenceGone },
};
