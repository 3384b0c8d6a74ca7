import type { Rejection } from '@zhaoshi/contract/problems';
import type { AmendmentRequest } from '@zhaoshi/domain/application/record-amendment';
import { civilDateAt, civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import { amendmentSubject } from '../../db/queries/record-amendments.ts';
import { refuseOrgan } from '../applications/register-application.ts';
import { insertAmendment } from '../record-amendments/insert-amendment.ts';
import { applicantChange } from './applicant-change.ts';
import { type ApplicantContext, keepReceipt } from './draft.ts';

export interface RequestAmendment {
  readonly organ: OrganIds;
  readonly request: AmendmentRequest;
  readonly fileId: string;
  /** Of the browser, for which the receipt is kept. */
  readonly token: string;
}

/** Enters a request of the portal to have one's own record put right, with its evidence (条例41). */
export async function requestAmendment(
  context: ApplicantContext,
  { organ: ids, request, fileId, token }: RequestAmendment,
): Promise<Result<null, Rejection>> {
  const { now, newId, services } = context;
  return await applicantChange(
    context,
    'application.suggest',
  )(async (transaction) => {
    const organ = await findOrgan(transaction, ids);
    if (organ === undefined) return err({ code: 'not-found' });
    const at = now();
    const today = civilDateAt(at);
    const refused = refuseOrgan(organ, today);
    if (refused !== null) return err(refused);
    const inserted = await insertAmendment(
      transaction,
      organ,
      { channel: 'portal', enteredBy: null, receivedOn: today, request, fileIds: [fileId] },
      { at, newId, box: services.secretBox },
    );
    if (!inserted.ok) return inserted;
    const { amendmentId, number, queryCode: code, workingDays } = inserted.value;
    const receipt = { kind: 'sent', organName: organ.name, number, code, at: civilMinuteAt(at) } as const;
    if (!(await keepReceipt(context, transaction, token, receipt))) return err({ code: 'conflict' });
    const subject = amendmentSubject(amendmentId);
    return ok({ value: null, subject, organPath: organ.path, details: { workingDays } });
  });
}
