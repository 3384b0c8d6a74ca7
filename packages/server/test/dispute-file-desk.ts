import type { DisputeFileKind } from '@zhaoshi/domain/dispute/dispute-files';
import { attachFile } from '../src/use-cases/files/attach-file.ts';
import type { World, WorldOrgan } from './api-world.ts';
import { plantSealedFile } from './application-file-samples.ts';

/** The ids of a dispute. */
export interface PlantedDispute {
  readonly regionId: string;
  readonly disputeId: string;
}

/** A paper of a dispute, by default one that came. */
export async function plantDisputeFile(
  world: World,
  organ: WorldOrgan,
  { regionId, disputeId }: PlantedDispute,
  { kind = 'answerNotice', name = '答复通知书.pdf' }: { kind?: DisputeFileKind; name?: string } = {},
): Promise<string> {
  const { database, services } = world;
  const fileId = await plantSealedFile(world, organ, { name });
  const officer = await world.newPerson(organ, ['disclosureOfficer']);
  await database.server.transaction().execute(async (transaction) => {
    await attachFile(transaction, { regionId, organId: organ.organId, fileId });
    await transaction
      .insertInto('dispute_file')
      .values({
        region_id: regionId,
        dispute_id: disputeId,
        file_id: fileId,
        kind,
        dated_on: '2026-03-05',
        number: '测试复答〔2026〕1号',
        sealed: services.secretBox.seal('测试县人民政府', `dispute-file/${fileId}`),
        added_by: officer,
        added_at: database.context.now(),
      })
      .execute();
  });
  return fileId;
}
