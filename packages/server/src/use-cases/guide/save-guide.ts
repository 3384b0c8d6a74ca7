import type { Rejection } from '@zhaoshi/contract/problems';
import type { GuideTexts } from '@zhaoshi/domain/disclosure/guide/guide-parts';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import type { ChangeContext } from '../context.ts';

export const NO_GUIDE: Rejection = {
  code: 'state-refuses',
  detail: '村（居）民委员会不是行政机关，没有政府信息公开指南。',
};

/** Saves what the organ writes itself in its guide, whatever it lacks. */
export async function saveGuide(
  { change, reaches, expectedVersion }: ChangeContext,
  ids: OrganIds,
  texts: GuideTexts,
): Promise<Result<OrganIds, Rejection>> {
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, ids);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    if (!isOrganInLaw(organ.kind)) return err(NO_GUIDE);
    const written = { texts: JSON.stringify(texts).replaceAll('\\u0000', '') };
    const saved = await transaction
      .insertInto('organ_guide')
      .values({
        region_id: ids.regionId,
        organ_id: ids.organId,
        document_id: null,
        composed_sha256: null,
        composed_at: null,
        ...written,
        version: 2,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['region_id', 'organ_id'])
          .doUpdateSet({ ...written, version: expectedVersion + 1 })
          .where('organ_guide.version', '=', expectedVersion),
      )
      .returning('version')
      .executeTakeFirst();
    // Without a row the version is 1, and the first save makes it 2.
    if (saved === undefined || (saved.version === 2) !== (expectedVersion === 1)) {
      return err({ code: 'stale', current: ids });
    }
    return ok({ value: ids, subject: `organ-guide/${ids.organId}`, organPath: organ.path });
  });
}
