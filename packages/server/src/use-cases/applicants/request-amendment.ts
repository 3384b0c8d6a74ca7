import type { Rejection } from '@zhaoshi/contract/problems';
import type { AmendmentRequest } from '@zhaoshi/domain/application/record-amendment';
import { addWorkingDays } from '@zhaoshi/domain/calendar/working-days';
import { civilDateAt, civilMinuteAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import { amendmentSubject } from '../../db/queries/record-amendments.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import { newQueryCode, queryCodeHash } from '../applications/insert-application.ts';
import { refuseOrgan } from '../applications/register-application.ts';
import { nextSerialNumber } from '../applications/serial-number.ts';
import { findCalendar } from '../calendar/calendars.ts';
import { setDeadlines } from '../calendar/set-deadlines.ts';
import { attachFile } from '../files/attach-file.ts';
import { sealRequest } from '../record-amendments/amendment-seal.ts';
import { applicantChange } from './applicant-change.ts';
import { type ApplicantContext, keepReceipt } from './draft.ts';

/** Of requests beside those of applications. */
const numberOf = (year: number, serial: number): string => `更${year}${String(serial).padStart(4, '0')}`;

export interface RequestAmendment {
  readonly organ: OrganIds;
  readonly request: AmendmentRequest;
  readonly fileId: string;
  /** Of the browser, for which the receipt is kept. */
  readonly token: string;
}

/**
 * Enters a request to have one's own record put right, with its evidence (条例41). The law sets no time; the period is a
 * setting, and runs in the register of deadlines like every other.
 */
export async function requestAmendment(
  context: ApplicantContext,
  { organ: ids, request, fileId, token }: RequestAmendment,
): Promise<Result<null, Rejection>> {
  const { now, newId, services } = context;
  const { secretBox: box } = services;
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
    const settings = settingsAt(organ.path, await chosenSettings(transaction, organ.path));
    const workingDays = settings('application.recordAmendmentDays');
    const { calendar } = await findCalendar(transaction, organ.path);
    const due = addWorkingDays(calendar, today, workingDays);
    const amendmentId = newId();
    const code = newQueryCode();
    const year = yearOf(today);
    const number = numberOf(year, await nextSerialNumber(transaction, ids, 'amendment', year));
    const receipt = { kind: 'sent', organName: organ.name, number, code, at: civilMinuteAt(at) } as const;
    if (!(await keepReceipt(context, transaction, token, receipt))) return err({ code: 'conflict' });
    await transaction
      .insertInto('record_amendment')
      .values({
        region_id: ids.regionId,
        amendment_id: amendmentId,
        organ_id: ids.organId,
        receipt_number: number,
        status: 'received',
        received_on: today,
        due_on: due.date,
        is_provisional: due.provisional,
        sealed: sealRequest(box, amendmentId, request),
        query_code_hash: queryCodeHash(box, code),
        sealed_result: null,
        decided_on: null,
        decided_by: null,
      })
      .execute();
    const attached = await attachFile(transaction, { ...ids, fileId });
    if (!attached.ok) return attached;
    await transaction
      .insertInto('record_amendment_file')
      .values({ region_id: ids.regionId, amendment_id: amendmentId, file_id: fileId })
      .execute();
    const subject = amendmentSubject(amendmentId);
    await setDeadlines(transaction, { ...ids, path: organ.path, subject, at, newId }, [
      { kind: '更正本人信息', startsOn: today, workingDays, excluded: [] },
    ]);
    return ok({ value: null, subject, organPath: organ.path, details: { workingDays } });
  });
}
