import type { Rejection } from '@zhaoshi/contract/problems';
import { refuseReevaluation } from '@zhaoshi/domain/disclosure/reevaluation/reevaluation';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { type CaseIds, caseOrganPath, findWithheldCase } from '../../db/queries/reevaluations.ts';
import type { ChangeContext } from '../context.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { reevaluationMonths, withheldItem } from './reevaluation-queue.ts';

export interface CaseReview {
  readonly on: CivilDate;
  readonly keeps: boolean;
  readonly reason: string;
  readonly nextOn: CivilDate | null;
}

const purposeOf = (reevaluationId: string): string => `case-reevaluation/${reevaluationId}`;

export const openReason = (
  box: SecretBox,
  { reevaluation_id, sealed }: { readonly reevaluation_id: string; readonly sealed: string },
): string => box.open(sealed, purposeOf(reevaluation_id));

const NOT_WITHHELD: Rejection = {
  code: 'state-refuses',
  detail: '这件申请没有作出不予公开的决定，或者上次评估已经认为可以公开，不再评估。',
};

/** Records that a refused case was looked at again and how it ended (条例18). */
export async function recordReevaluation(
  context: ChangeContext & { readonly services: { readonly secretBox: SecretBox } },
  { regionId, applicationId }: CaseIds,
  review: CaseReview,
): Promise<Result<{ readonly reevaluationId: string }, Rejection>> {
  const { change, reaches, caller, now, newId, services } = context;
  return await change(async (transaction) => {
    const path = await caseOrganPath(transaction, { regionId, applicationId });
    if (path === undefined || !reaches(path)) return err({ code: 'not-found' });
    await oneAtATime(transaction, `case reevaluation ${applicationId}`);
    const found = await findWithheldCase(transaction, { regionId, applicationId });
    if (found === undefined) return err(NOT_WITHHELD);
    const at = now();
    const { keeps, nextOn, ...said } = review;
    const refusals = refuseReevaluation(
      withheldItem(applicationId, found),
      { ...said, to: keeps ? 'withheld' : 'proactive', nextOn },
      civilDateAt(at),
      await reevaluationMonths(transaction, path),
    );
    if (refusals.length > 0) return err({ code: 'state-refuses', detail: refusals.join('') });
    const reevaluationId = newId();
    await transaction
      .insertInto('case_reevaluation')
      .values({
        region_id: regionId,
        reevaluation_id: reevaluationId,
        application_id: applicationId,
        reviewed_on: review.on,
        keeps,
        next_on: keeps ? nextOn : null,
        sealed: services.secretBox.seal(review.reason, purposeOf(reevaluationId)),
        recorded_at: at,
        recorded_by: caller.accountId,
      })
      .execute();
    return ok({
      value: { reevaluationId },
      subject: `application/${applicationId}`,
      organPath: path,
      details: { reviewedOn: review.on, keeps },
    });
  });
}
