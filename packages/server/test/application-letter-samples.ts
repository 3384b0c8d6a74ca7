import { randomUUID } from 'node:crypto';
import type { applicationLetterRoutes } from '@zhaoshi/contract/routes/application-letters';
import type { Command } from '@zhaoshi/domain/application/decide-act';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { day } from '../../domain/test/sample-letter.ts';
import { lockCase } from '../src/db/queries/application-case.ts';
import { actOnCase, loadState } from '../src/use-cases/applications/act-on-case.ts';
import type { World } from './api-world.ts';
import { type PlantedCase, plantCase } from './application-samples.ts';
import type { AreaSamples } from './route-sample.ts';

const paramsOf = ({ regionId, applicationId }: PlantedCase) => ({ regionId, applicationId });

/** Does an act on a planted case, without the interface. */
export async function actOnPlanted(
  { database, services }: World,
  { regionId, applicationId }: PlantedCase,
  command: Command,
  ...roles: readonly Role[]
): Promise<void> {
  const { context } = database;
  await database.server.transaction().execute(async (transaction) => {
    const row = await lockCase(transaction, { regionId, applicationId });
    if (row === undefined) throw new Error('no such case');
    const loaded = await loadState(transaction, row, context.now());
    const done = await actOnCase(
      transaction,
      loaded,
      command,
      { id: randomUUID(), roles },
      { now: context.now, newId: context.newId, box: services.secretBox },
    );
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  });
}

/** The letter of a planted case: its acknowledgement. */
export async function letterOf({ database }: World, { applicationId }: PlantedCase): Promise<string> {
  const { letter_id } = await database.server
    .selectFrom('letter')
    .select('letter_id')
    .where('application_id', '=', applicationId)
    .executeTakeFirstOrThrow();
  return letter_id;
}

export const APPLICATION_LETTER_SAMPLES: AreaSamples<typeof applicationLetterRoutes> = {
  templateFields: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: paramsOf(await plantCase(world, organ)), query: { act: 'noticeCorrection' } },
    }),
  },
  previewLetter: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: paramsOf(await plantCase(world, organ)),
        body: { act: { type: 'noticeCorrection', on: '2026-11-04', days: 15 }, texts: {} },
      },
    }),
  },
  letterFile: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const planted = await plantCase(world, organ);
      const params = { ...paramsOf(planted), letterId: await letterOf(world, planted) };
      return { request: { params, query: { format: 'docx' } } };
    },
  },
  proofOfDelivery: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const planted = await plantCase(world, organ);
      return { request: { params: { ...paramsOf(planted), letterId: await letterOf(world, planted) } } };
    },
  },
  approvalSheet: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const planted = await plantCase(world, organ);
      const act = { type: 'draftReply', on: day('2026-11-20'), outcome: 'granted.provided' } as const;
      await actOnPlanted(world, planted, { act, texts: {} }, 'drafter');
      return { request: { params: paramsOf(planted) } };
    },
  },
};
