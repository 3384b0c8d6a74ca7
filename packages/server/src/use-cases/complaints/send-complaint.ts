import type { Rejection } from '@zhaoshi/contract/problems';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { applicantChange } from '../applicants/applicant-change.ts';
import type { ApplicantContext } from '../applicants/draft.ts';
import { insertPhotos, type TakenPhoto } from './complaint-photos.ts';
import { type ComplaintReceipt, receiptOf } from './complaint-receipt.ts';
import { insertComplaint, type NewComplaint } from './insert-complaint.ts';
import { keptOf, SENT_ANOTHER } from './kept-complaint.ts';
import { putInBox } from './put-in-box.ts';

export interface SendComplaint extends Omit<NewComplaint, 'channel'> {
  readonly handlerPath: string;
  /** Taken in before. */
  readonly photos: readonly TakenPhoto[];
  /** Of the form; sent twice it is one complaint. */
  readonly nonce: string;
}

/**
 * Takes in a complaint from the portal's box. One with a name is entered at once, with its entry in the trail; an
 * anonymous one only falls into the box, of which the trail tells when it is opened.
 */
export async function sendComplaint(
  context: ApplicantContext,
  { handler, handlerPath, unit, content, photos, nonce }: SendComplaint,
): Promise<Result<ComplaintReceipt, Rejection>> {
  const { database, now, services } = context;
  const box = services.secretBox;
  const receipt = receiptOf(box, nonce);
  const keeping = { box, receipt, today: civilDateAt(now()) };
  const { complainant } = content;
  if (complainant === null) {
    const { kind, text } = content;
    const boxed = {
      kind,
      channel: 'portal',
      unitRegionId: unit.regionId,
      unitId: unit.organId,
      text,
      photos,
    } as const;
    const put = await database
      .transaction()
      .execute((transaction) => putInBox(transaction, handler, boxed, keeping));
    return put.ok ? ok(receipt) : put;
  }
  const sent = await applicantChange(
    context,
    'complaint.send',
  )(async (transaction) => {
    const told = { kind: content.kind, text: content.text, unit, isNamed: true, photos: photos.length };
    const kept = await keptOf(transaction, { box, receipt }, told);
    if (kept !== 'nothing') return err(kept === 'same' ? { code: 'conflict' } : SENT_ANOTHER);
    const named = { handler, unit, channel: 'portal', content: { ...content, complainant } } as const;
    const complaintId = await insertComplaint(transaction, named, keeping);
    const drawnIn = { ...handler, complaintId, receivedOn: keeping.today };
    await insertPhotos(transaction, box, drawnIn, photos);
    return ok({
      value: null,
      subject: `complaint/${complaintId}`,
      organPath: handlerPath,
      details: { kind: content.kind, photos: photos.length },
      personal: { name: complainant.name, contact: complainant.contact },
    });
  });
  // Sent a moment ago by the same form: the receipt is the same.
  return sent.ok || sent.error.code === 'conflict' ? ok(receipt) : sent;
}
