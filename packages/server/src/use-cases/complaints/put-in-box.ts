import { randomInt, randomUUID } from 'node:crypto';
import type { Rejection } from '@zhaoshi/contract/problems';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { sql, type Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { inChunks } from '../applications/import/in-chunks.ts';
import { type ComplaintReceipt, complaintCodeHash } from './complaint-receipt.ts';
import { type BoxedComplaint, sealBoxed } from './complaint-seal.ts';
import { keptOf, SENT_ANOTHER } from './kept-complaint.ts';

/** The same things in an order that is drawn. */
export function shuffled<T>(things: readonly T[]): readonly T[] {
  const drawn: T[] = [];
  for (const thing of things) {
    const at = randomInt(drawn.length + 1);
    drawn.splice(at, 0, thing);
  }
  return drawn;
}

/**
 * Puts an anonymous complaint in the box. Everything that lies there is written anew in a drawn order with it, under a
 * lock, so that the rows tell neither by their places nor by their transactions which came first; there is no time, no
 * network, no session, and no entry in the trail before the box is opened (ADR 0045). One that its form sent before is
 * there already; refused where that was another one.
 */
export async function putInBox(
  transaction: Transaction<Schema>,
  handler: OrganIds,
  content: BoxedComplaint,
  {
    box,
    receipt,
    today,
  }: { readonly box: SecretBox; readonly receipt: ComplaintReceipt; readonly today: CivilDate },
): Promise<Result<null, Rejection>> {
  await sql`lock table complaint_box in exclusive mode`.execute(transaction);
  const { kind, text, unitRegionId: regionId, unitId: organId, photos = [] } = content;
  const told = { kind, text, unit: { regionId, organId }, isNamed: false, photos: photos.length };
  const kept = await keptOf(transaction, { box, receipt }, told);
  if (kept !== 'nothing') return kept === 'same' ? ok(null) : err(SENT_ANOTHER);
  const complaintId = randomUUID();
  const lying = await transaction.deleteFrom('complaint_box').returningAll().execute();
  const added = {
    region_id: handler.regionId,
    complaint_id: complaintId,
    organ_id: handler.organId,
    received_on: today,
    receipt_number: receipt.number,
    query_code_hash: complaintCodeHash(box, receipt.code),
    sealed: sealBoxed(box, complaintId, content),
  };
  // A crowd of complaints has more values than one statement takes; the transaction and its drawn order are one all the same.
  await inChunks(shuffled([...lying, added]), async (rows) => {
    await transaction
      .insertInto('complaint_box')
      .values([...rows])
      .execute();
  });
  return ok(null);
}
