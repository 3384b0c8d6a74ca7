import { addDays } from '@zhaoshi/domain/kernel/civil-date';
import { ordersBecauseOf } from '../../db/queries/remediation-orders.ts';
import { actOnComplaint } from '../complaints/act-on-complaint.ts';
import { changeOrder } from '../complaints/change-order.ts';
import { complaintCodeHash, receiptOf } from '../complaints/complaint-receipt.ts';
import { insertComplaint } from '../complaints/insert-complaint.ts';
import { openBoxWithin } from '../complaints/open-box.ts';
import { putInBox } from '../complaints/put-in-box.ts';
import { type ComplaintStory, complaintStories } from './complaint-stories.ts';
import { done, handOf, idsOf, morningOf, type Stage, todayOf } from './stage.ts';

/** A complaint that lies in the register or still in the box. */
interface Sent {
  readonly story: ComplaintStory;
  readonly codeHash: string;
}

/** Sends a complaint as the portal or an officer would; of an anonymous one nothing but its words falls into the box. */
async function send(stage: Stage, story: ComplaintStory): Promise<Sent> {
  const { transaction, secretBox: box, newId } = stage;
  const { kind, text, channel, complainant, ago } = story;
  const [handler, unit] = [idsOf(stage, story.handler), idsOf(stage, story.unit)];
  const receipt = receiptOf(box, newId());
  const keeping = { box, receipt, today: addDays(todayOf(stage), -ago) };
  if (complainant === null) {
    const boxed = { kind, channel, text, unitRegionId: unit.regionId, unitId: unit.organId };
    await putInBox(transaction, handler, boxed, keeping);
  } else {
    const content = { kind, text, complainant, applicationNumber: '' };
    await insertComplaint(transaction, { handler, unit, channel, content }, keeping);
  }
  return { story, codeHash: complaintCodeHash(box, receipt.code) };
}

async function playActs(stage: Stage, { story, codeHash }: Sent): Promise<void> {
  const today = todayOf(stage);
  const row = await stage.transaction
    .selectFrom('complaint')
    .select(['region_id', 'complaint_id'])
    .where('query_code_hash', '=', codeHash)
    .executeTakeFirstOrThrow();
  const ids = { regionId: row.region_id, complaintId: row.complaint_id };
  const officer = {
    organ: story.handler,
    role: 'disclosureOfficer',
    permission: 'complaint.handle',
  } as const;
  for (const [index, { ago, act }] of story.acts.entries()) {
    const moment = morningOf(stage, addDays(today, -ago));
    done(await actOnComplaint(await handOf(stage, officer, moment, index + 1), ids, act));
  }
  const given = await ordersBecauseOf(stage.transaction, ids);
  const unit = { organ: story.unit, role: 'unitHead', permission: 'remediation.perform' } as const;
  const issuer = { ...officer, permission: 'remediation.review' } as const;
  // Order and circular ask for the same, and are answered alike.
  for (const { region_id: regionId, order_id: orderId } of given)
    for (const [index, { ago, act }] of story.order.entries()) {
      const moment = morningOf(stage, addDays(today, -ago));
      const hand = await handOf(stage, act.type === 'report' ? unit : issuer, moment, index + 1);
      done(await changeOrder(hand, { regionId, orderId }, act));
    }
}

/**
 * Writes the invented complaints: sent, the box opened, and then handled through the acts of those who would have done so.
 *
 * @returns how many there are
 */
export async function loadComplaints(stage: Stage): Promise<number> {
  const stories = complaintStories(todayOf(stage));
  const sent: Sent[] = [];
  for (const story of stories) sent.push(await send(stage, story));
  await openBoxWithin(stage.transaction, { at: stage.at, box: stage.secretBox });
  for (const one of sent) await playActs(stage, one);
  return stories.length;
}
