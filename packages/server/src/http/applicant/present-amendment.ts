import { AMENDMENT_STATUSES, type AmendmentRequest } from '@zhaoshi/domain/application/record-amendment';
import { toldDateText } from '@zhaoshi/domain/calendar/provisional-words';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { OwnAmendment } from '@zhaoshi/portal/applicant/own-case';
import type { Followed } from '../../use-cases/applicants/find-own-case.ts';
import { amendmentPurpose } from '../../use-cases/applicants/request-amendment.ts';
import type { ApplicantTools } from './tools.ts';

/** A request to have one's own record put right, as whoever made it sees it. */
export async function loadAmendment(
  { context }: ApplicantTools,
  { regionId, id }: Followed,
): Promise<OwnAmendment> {
  const { database, services } = context;
  const row = await database
    .selectFrom('record_amendment')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'record_amendment.region_id')
        .onRef('organ.organ_id', '=', 'record_amendment.organ_id'),
    )
    .selectAll('record_amendment')
    .select('organ.name as organ_name')
    .where('record_amendment.region_id', '=', regionId)
    .where('amendment_id', '=', id)
    .executeTakeFirstOrThrow();
  const open = (sealed: string): string => services.secretBox.open(sealed, amendmentPurpose(id));
  // Written by `requestAmendment` only, from a value of that type.
  const request = JSON.parse(open(row.sealed)) as AmendmentRequest;
  return {
    number: row.receipt_number,
    organName: row.organ_name,
    status: AMENDMENT_STATUSES[row.status],
    receivedOn: row.received_on,
    due: toldDateText({ date: row.due_on as CivilDate, provisional: row.is_provisional }),
    record: request.record,
    result: row.sealed_result === null ? null : open(row.sealed_result),
  };
}
