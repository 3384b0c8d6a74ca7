import type { Rejection } from '@zhaoshi/contract/problems';
import {
  type AmendmentRequest,
  type DESK_CHANNELS,
  receiptFault,
} from '@zhaoshi/domain/application/record-amendment';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import { type AmendmentIds, amendmentSubject } from '../../db/queries/record-amendments.ts';
import type { Services } from '../../services.ts';
import { refuseOrgan } from '../applications/register-application.ts';
import type { ChangeContext } from '../context.ts';
import { insertAmendment } from './insert-amendment.ts';

export interface RegisterAmendment extends OrganIds {
  readonly channel: (typeof DESK_CHANNELS)[number];
  readonly receivedOn: CivilDate;
  readonly request: AmendmentRequest;
  readonly fileIds: readonly string[];
}

export interface RegisteredAmendment extends AmendmentIds {
  readonly number: string;
  readonly queryCode: string;
}

/** Registers a request that came in at the counter or by post (条例41); evidence on paper may stay on paper. */
export async function registerAmendment(
  context: ChangeContext & { readonly services: Pick<Services, 'secretBox'> },
  { regionId, organId, ...given }: RegisterAmendment,
): Promise<Result<RegisteredAmendment, Rejection>> {
  const { change, reaches, now, newId, caller, services } = context;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const at = now();
    const today = civilDateAt(at);
    const refused = refuseOrgan(organ, today);
    if (refused !== null) return err(refused);
    const fault = receiptFault(given.receivedOn, today);
    if (fault !== null) return err({ code: 'invalid', errors: [{ pointer: '/receivedOn', message: fault }] });
    const inserted = await insertAmendment(
      transaction,
      organ,
      { ...given, enteredBy: caller.accountId },
      { at, newId, box: services.secretBox },
    );
    if (!inserted.ok) return inserted;
    const { amendmentId, number, queryCode, workingDays } = inserted.value;
    return ok({
      value: { regionId, amendmentId, number, queryCode },
      subject: amendmentSubject(amendmentId),
      organPath: organ.path,
      details: { channel: given.channel, workingDays },
    });
  });
}
