import type { Rejection } from '@zhaoshi/contract/problems';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { complaintKindsOf } from '@zhaoshi/domain/oversight/complaint';
import { supervises } from '@zhaoshi/domain/oversight/complaint-handler';
import type { Transaction } from 'kysely';
import { jurisdictionOf } from '../../db/queries/caller.ts';
import { actingOrgan } from '../../db/queries/heirs.ts';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import type { ChangeContext } from '../context.ts';
import { type ComplaintReceipt, receiptOf } from './complaint-receipt.ts';
import { insertComplaint, type NewComplaint } from './insert-complaint.ts';
import { keptOf } from './kept-complaint.ts';
import { putInBox } from './put-in-box.ts';

export interface EnterComplaint extends Omit<NewComplaint, 'handler'> {
  /** Of the form; entered twice it is one complaint. */
  readonly nonce: string;
}

/** Why nobody can be asked to answer for an organ that is no more, and who can; `null`: it is there. */
async function endedWords(
  transaction: Transaction<Schema>,
  { region_id, organ_id, name, valid_to }: OrganRow,
  today: CivilDate,
): Promise<string | null> {
  if (valid_to === null || valid_to > today) return null;
  const heir = await findOrgan(
    transaction,
    await actingOrgan(transaction, { regionId: region_id, organId: organ_id }),
  );
  const words = `${name}已于${chineseDate(valid_to)}撤销`;
  return heir === undefined || heir.organ_id === organ_id
    ? `${words}，没有登记由谁继续行使它的职权；请先在机构管理里登记，或者选择其他单位`
    : `${words}，它的职权由${heir.name}继续行使；请选择${heir.name}`;
}

/**
 * Enters a complaint made by telephone, in person or by letter. An anonymous one falls into the box like those of the
 * portal: the trail says that this officer entered one, and not which.
 */
export async function enterComplaint(
  context: ChangeContext & { readonly services: Pick<Services, 'secretBox'> },
  ids: OrganIds,
  { unit, channel, content, nonce }: EnterComplaint,
): Promise<Result<ComplaintReceipt, Rejection>> {
  const { change, reaches, caller, now, services } = context;
  const box = services.secretBox;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, ids);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const about = await findOrgan(transaction, unit);
    const jurisdiction = jurisdictionOf(organ.kind, organ.path);
    if (about === undefined || !supervises({ path: organ.path, jurisdiction }, about.path)) {
      const message = `${about?.name ?? '这个单位'}不由${organ.name}监督，请告诉投诉人向它的上一级机关投诉`;
      return err({ code: 'invalid', errors: [{ pointer: '/unit', message }] });
    }
    const ended = await endedWords(transaction, about, civilDateAt(now()));
    if (ended !== null) return err({ code: 'invalid', errors: [{ pointer: '/unit', message: ended }] });
    if (!complaintKindsOf({ isVillage: about.kind === 'village' }).includes(content.kind)) {
      const message =
        about.kind === 'village' ? '投诉村的，事项是村务公开' : '投诉村务公开的，请选择村，不要选择乡镇';
      return err({ code: 'invalid', errors: [{ pointer: '/kind', message }] });
    }
    // Corrected and entered again it is another one, and not lost behind the first.
    const receipt = receiptOf(box, JSON.stringify([caller.accountId, nonce, unit.organId, content]));
    const keeping = { box, receipt, today: civilDateAt(now()) };
    const { complainant } = content;
    if (complainant === null) {
      const { kind, text } = content;
      const boxed = { kind, channel, unitRegionId: unit.regionId, unitId: unit.organId, text };
      const put = await putInBox(transaction, ids, boxed, keeping);
      if (!put.ok) return put;
      return ok({ value: receipt, subject: `organ/${ids.organId}`, organPath: organ.path });
    }
    const told = { kind: content.kind, text: content.text, unit, isNamed: true, photos: 0 };
    if ((await keptOf(transaction, { box, receipt }, told)) !== 'nothing')
      return ok({ value: receipt, subject: `organ/${ids.organId}`, organPath: organ.path });
    const named = { handler: ids, unit, channel, content: { ...content, complainant } };
    const complaintId = await insertComplaint(transaction, named, keeping);
    return ok({
      value: receipt,
      subject: `complaint/${complaintId}`,
      organPath: organ.path,
      details: { kind: content.kind, channel },
      personal: { name: complainant.name, contact: complainant.contact },
    });
  });
}
