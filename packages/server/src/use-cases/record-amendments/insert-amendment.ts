import type { Rejection } from '@zhaoshi/contract/problems';
import type { AmendmentChannel, AmendmentRequest } from '@zhaoshi/domain/application/record-amendment';
import { addWorkingDays } from '@zhaoshi/domain/calendar/working-days';
import { type CivilDate, civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { OrganRow } from '../../db/queries/organs.ts';
import { amendmentSubject } from '../../db/queries/record-amendments.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';
import { newQueryCode, queryCodeHash } from '../applications/insert-application.ts';
import { nextSerialNumber } from '../applications/serial-number.ts';
import { findCalendar } from '../calendar/calendars.ts';
import { setDeadlines } from '../calendar/set-deadlines.ts';
import { attachFile } from '../files/attach-file.ts';
import { sealRequest } from './amendment-seal.ts';

export interface NewAmendment {
  readonly channel: AmendmentChannel;
  /** Who enters it at the office; `null` for the portal. */
  readonly enteredBy: string | null;
  readonly receivedOn: CivilDate;
  readonly request: AmendmentRequest;
  readonly fileIds: readonly string[];
}

export interface InsertedAmendment {
  readonly amendmentId: string;
  readonly number: string;
  /** For the applicant, this once. */
  readonly queryCode: string;
  readonly workingDays: number;
}

/** Of requests beside those of applications. */
const numberOf = (year: number, serial: number): string => `更${year}${String(serial).padStart(4, '0')}`;

/**
 * Keeps a request to have one's own record put right, with its evidence (条例41). The law sets no time; the period is a
 * setting, and runs in the register of deadlines like every other.
 */
export async function insertAmendment(
  transaction: Transaction<Schema>,
  organ: OrganRow,
  { channel, enteredBy, receivedOn, request, fileIds }: NewAmendment,
  { at, newId, box }: { readonly at: Date; readonly newId: () => string; readonly box: SecretBox },
): Promise<Result<InsertedAmendment, Rejection>> {
  const ids = { regionId: organ.region_id, organId: organ.organ_id };
  const settings = settingsAt(organ.path, await chosenSettings(transaction, organ.path));
  const workingDays = settings('application.recordAmendmentDays');
  const { calendar } = await findCalendar(transaction, organ.path);
  const due = addWorkingDays(calendar, receivedOn, workingDays);
  const amendmentId = newId();
  const queryCode = newQueryCode();
  const year = yearOf(civilDateAt(at));
  const number = numberOf(year, await nextSerialNumber(transaction, ids, 'amendment', year));
  await transaction
    .insertInto('record_amendment')
    .values({
      region_id: ids.regionId,
      amendment_id: amendmentId,
      organ_id: ids.organId,
      receipt_number: number,
      status: 'received',
      channel,
      entered_by: enteredBy,
      received_on: receivedOn,
      due_on: due.date,
      is_provisional: due.provisional,
      sealed: sealRequest(box, amendmentId, request),
      query_code_hash: queryCodeHash(box, queryCode),
      sealed_result: null,
      decided_on: null,
      decided_by: null,
    })
    .execute();
  for (const fileId of fileIds) {
    const attached = await attachFile(transaction, { ...ids, fileId });
    if (!attached.ok) return attached;
    await transaction
      .insertInto('record_amendment_file')
      .values({ region_id: ids.regionId, amendment_id: amendmentId, file_id: fileId })
      .execute();
  }
  const subject = amendmentSubject(amendmentId);
  await setDeadlines(transaction, { ...ids, path: organ.path, subject, at, newId }, [
    { kind: '更正本人信息', startsOn: receivedOn, workingDays, excluded: [] },
  ]);
  return ok({ amendmentId, number, queryCode, workingDays });
}
