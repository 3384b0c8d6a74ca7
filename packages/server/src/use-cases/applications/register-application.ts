import type { Rejection } from '@zhaoshi/contract/problems';
import type { ApplicationForm } from '@zhaoshi/domain/application/application-form';
import type { CaseFileUse } from '@zhaoshi/domain/application/case-files';
import { type IntakeChannel, receiptDateOf } from '@zhaoshi/domain/application/intake';
import { checkIntakeDates } from '@zhaoshi/domain/application/intake-dates';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import type { Services } from '../../services.ts';
import type { ChangeContext } from '../context.ts';
import { addCaseFiles } from './add-case-files.ts';
import { type InsertedApplication, insertApplication } from './insert-application.ts';

export interface RegisterApplication extends OrganIds {
  readonly channel: IntakeChannel;
  readonly isMisaddressed: boolean;
  readonly sentOn: string | null;
  readonly arrivedOn: string | null;
  readonly confirmedOn: string | null;
  readonly summary: string | null;
  readonly form: ApplicationForm;
  readonly fileIds: readonly { readonly fileId: string; readonly use: CaseFileUse }[];
}

/** An organ that answers applications; a village committee does not (条例27, 村组法2). */
export function refuseOrgan(organ: OrganRow, today: CivilDate): Rejection | null {
  if (!isOrganInLaw(organ.kind)) {
    return { code: 'state-refuses', detail: '村（居）民委员会不是行政机关，不受理政府信息公开申请。' };
  }
  if (organ.valid_to !== null && organ.valid_to <= today) {
    return { code: 'state-refuses', detail: '该机关已经撤销，请向承接其职权的机关登记。' };
  }
  return null;
}

/** Registers an application that came in by any channel but the portal (条例29, 31). */
export async function registerApplication(
  context: ChangeContext & { readonly services: Pick<Services, 'secretBox'> },
  { regionId, organId, ...given }: RegisterApplication,
): Promise<Result<InsertedApplication & OrganIds, Rejection>> {
  const { change, reaches, now, newId, caller, services } = context;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const at = now();
    const refused = refuseOrgan(organ, civilDateAt(at));
    if (refused !== null) return err(refused);
    const facts = {
      channel: given.channel,
      isMisaddressed: given.isMisaddressed,
      // The contract has checked that these texts are days.
      sentOn: given.sentOn as CivilDate | null,
      arrivedOn: given.arrivedOn as CivilDate | null,
      confirmedOn: given.confirmedOn as CivilDate | null,
    };
    const { date: receiptDate } = receiptDateOf(facts);
    const today = civilDateAt(at);
    const faults = checkIntakeDates({ ...facts, receiptDate, enteredOn: today }, today);
    if (faults.length > 0) {
      const errors = faults.map(({ field, message }) => ({ pointer: `/${field}`, message }));
      return err({ code: 'invalid', errors });
    }
    const inserted = await insertApplication(
      transaction,
      organ,
      {
        ...given,
        ...facts,
        receiptDate,
        isImported: false,
        registrationNumber: null,
        actor: caller.accountId,
      },
      { at, newId, box: services.secretBox },
    );
    const added = await addCaseFiles(
      transaction,
      { regionId, organId, applicationId: inserted.applicationId },
      given.fileIds,
      at,
    );
    if (!added.ok) return added;
    return ok({
      value: { regionId, organId, ...inserted },
      subject: `application/${inserted.applicationId}`,
      organPath: organ.path,
      details: { channel: given.channel, applicantKind: given.form.applicant.kind },
    });
  });
}
