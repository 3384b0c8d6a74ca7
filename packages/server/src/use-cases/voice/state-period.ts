import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { announcePublication } from '../../db/published-channel.ts';
import { keysOfDocument } from '../../db/queries/document-keys.ts';
import { contentOf, type DocumentIds } from '../../db/queries/documents.ts';
import { findPublicEdition } from '../../db/queries/public-editions.ts';
import type { ChangeContext } from '../context.ts';
import { draftPeriod } from './draft-period.ts';

const NO_DRAFT: Rejection = {
  code: 'state-refuses',
  detail: '只有已经公开的征求意见稿可以说明征求意见的期限。',
};
const NOT_SHORT: Rejection = {
  code: 'state-refuses',
  detail: '这份征求意见稿的期限不少于规定的期限，不需要说明理由。',
};

/** States why a public draft takes comments for a shorter time; from then on its own last day holds (决策条例15). */
export async function statePeriodReason(
  { change, reaches, caller, now }: ChangeContext,
  { regionId, documentId, reason }: DocumentIds & { readonly reason: string },
): Promise<Result<{ readonly until: string }, Rejection>> {
  return await change(async (transaction) => {
    const edition = await findPublicEdition(transaction, { regionId, documentId });
    if (edition === undefined || !reaches(edition.path)) return err({ code: 'not-found' });
    const period = draftPeriod(contentOf(edition), edition.visible_from, reason);
    if (period === null) return err(NO_DRAFT);
    if (period.until >= period.leastUntil) return err(NOT_SHORT);
    const stated = { reason, stated_by: caller.accountId, stated_at: now() };
    await transaction
      .insertInto('comment_period_reason')
      .values({ region_id: regionId, document_id: documentId, ...stated })
      .onConflict((conflict) => conflict.columns(['region_id', 'document_id']).doUpdateSet(stated))
      .execute();
    await announcePublication(transaction, await keysOfDocument(transaction, edition, edition.public_name));
    return ok({
      value: { until: period.until },
      subject: `document/${documentId}`,
      organPath: edition.path,
      details: { until: period.until, leastUntil: period.leastUntil },
    });
  });
}
