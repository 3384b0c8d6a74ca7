import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { ComplaintChannel } from '@zhaoshi/domain/oversight/complaint';
import type { ComplaintContent } from '@zhaoshi/domain/oversight/complaint-form';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { type ComplaintReceipt, complaintCodeHash } from './complaint-receipt.ts';
import { sealComplainant, sealText } from './complaint-seal.ts';

/** A complaint with everything that decides where it goes. */
export interface NewComplaint {
  readonly handler: OrganIds;
  readonly unit: OrganIds;
  readonly channel: ComplaintChannel;
  readonly content: ComplaintContent;
}

/** What keeps a complaint: its number and the hash of the code that opens it. */
interface Keeping {
  readonly box: SecretBox;
  readonly number: string;
  readonly codeHash: string;
  readonly today: CivilDate;
}

/**
 * Enters the complaint of somebody who gave a name, or one whose time is known anyway; every other goes by the box.
 *
 * @returns its id
 */
export async function insertOpenComplaint(
  transaction: Transaction<Schema>,
  { handler, unit, channel, content }: NewComplaint,
  { box, number, codeHash, today }: Keeping,
): Promise<string> {
  const complaintId = randomUUID();
  const { complainant } = content;
  await transaction
    .insertInto('complaint')
    .values({
      region_id: handler.regionId,
      complaint_id: complaintId,
      organ_id: handler.organId,
      unit_region_id: unit.regionId,
      unit_id: unit.organId,
      kind: content.kind,
      channel,
      receipt_number: number,
      query_code_hash: codeHash,
      received_on: today,
      sealed: sealText(box, complaintId, content.text),
      sealed_complainant: complainant && sealComplainant(box, complaintId, complainant),
      application_number: content.applicationNumber,
      status: 'received',
    })
    .execute();
  return complaintId;
}

/** The same with a receipt of its own, as the forms give one. */
export const insertComplaint = async (
  transaction: Transaction<Schema>,
  complaint: NewComplaint,
  {
    box,
    receipt,
    today,
  }: { readonly box: SecretBox; readonly receipt: ComplaintReceipt; readonly today: CivilDate },
): Promise<string> => {
  const { number, code } = receipt;
  return await insertOpenComplaint(transaction, complaint, {
    box,
    number,
    codeHash: complaintCodeHash(box, code),
    today,
  });
};
