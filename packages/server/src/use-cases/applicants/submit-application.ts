import type { Rejection } from '@zhaoshi/contract/problems';
import { formOf, hasAgent } from '@zhaoshi/domain/application/web-form';
import { civilDateAt, civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { APPLICANT_ACTOR } from '../../db/queries/application-case.ts';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import { addCaseFiles } from '../applications/add-case-files.ts';
import { insertApplication } from '../applications/insert-application.ts';
import { refuseOrgan } from '../applications/register-application.ts';
import { applicantChange } from './applicant-change.ts';
import { type ApplicantContext, type ApplicationDraft, lockDraft, saveDraft } from './draft.ts';

const MISSING: Rejection = { code: 'invalid', detail: '申请还没有填完整，请检查各步后再提交。' };

/** Proofs that the form needs: of the applicant, and where somebody acts for them the power of attorney (条例29). */
export function missingProofs({
  values,
  files,
}: Pick<ApplicationDraft, 'values' | 'files'>): readonly ('identity' | 'powerOfAttorney')[] {
  const needed = hasAgent(values) ? (['identity', 'powerOfAttorney'] as const) : (['identity'] as const);
  return needed.filter((use) => !files.some((file) => file.use === use));
}

/**
 * Sends a draft: it becomes a case that waits until both sides confirmed its day of receipt (条例31(3)). Of the draft
 * only the receipt is left, so sending it again finds that and enters nothing.
 */
export async function submitApplication(
  context: ApplicantContext,
  organ: OrganIds,
  token: string,
): Promise<Result<null, Rejection>> {
  const { now, newId, services } = context;
  const { secretBox: box } = services;
  return await applicantChange(
    context,
    'application.submit',
  )(async (transaction) => {
    const draft = await lockDraft(context, transaction, token);
    if (draft?.kind !== 'draft') return err({ code: 'not-found' });
    const form = formOf(draft.values);
    if (form === null || missingProofs(draft).length > 0 || !draft.isHuman) return err(MISSING);
    const row = await findOrgan(transaction, organ);
    if (row === undefined) return err({ code: 'not-found' });
    const at = now();
    const today = civilDateAt(at);
    const refused = refuseOrgan(row, today);
    if (refused !== null) return err(refused);
    const inserted = await insertApplication(
      transaction,
      row,
      {
        channel: 'portal',
        isMisaddressed: false,
        sentOn: null,
        arrivedOn: today,
        receiptDate: null,
        summary: null,
        form,
        isImported: false,
        registrationNumber: null,
        actor: APPLICANT_ACTOR,
      },
      { at, newId, box },
    );
    const { applicationId, registrationNumber: number, queryCode: code } = inserted;
    const added = await addCaseFiles(transaction, { ...organ, applicationId }, draft.files, at);
    if (!added.ok) return added;
    const receipt = { kind: 'sent', organName: row.name, number, code, at: civilMinuteAt(at) } as const;
    await saveDraft(context, transaction, token, receipt);
    return ok({
      value: null,
      subject: `application/${applicationId}`,
      organPath: row.path,
      details: { channel: 'portal', applicantKind: form.applicant.kind },
    });
  });
}
