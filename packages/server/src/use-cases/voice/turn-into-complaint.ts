import type { Rejection } from '@zhaoshi/contract/problems';
import type { VoiceContent } from '@zhaoshi/domain/disclosure/voice/voice';
import type { VoiceAnswer } from '@zhaoshi/domain/disclosure/voice/voice-answer';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type ComplaintKind, complaintKindsOf } from '@zhaoshi/domain/oversight/complaint';
import type { Complainant } from '@zhaoshi/domain/oversight/complaint-form';
import { handlerOf } from '@zhaoshi/domain/oversight/complaint-handler';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { complaintOfVoice, type FoundRouted, organsAround } from '../../db/queries/complaints.ts';
import { lockVoice, type VoiceIds, type VoiceRow } from '../../db/queries/public-voices.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import { receiptOf } from '../complaints/complaint-receipt.ts';
import { sealReason } from '../complaints/complaint-seal.ts';
import { insertOpenComplaint } from '../complaints/insert-complaint.ts';
import type { ChangeContext } from '../context.ts';
import { openVoice } from './voice-seal.ts';
import { writeAnswer } from './write-answer.ts';

type TurnContext = ChangeContext & { readonly services: Pick<Services, 'secretBox'> };

interface TurnIntoComplaint {
  readonly kind: ComplaintKind;
  /** Why it is a complaint. */
  readonly reason: string;
}

interface Routed {
  readonly unit: FoundRouted;
  readonly handler: FoundRouted;
}

const refuse = (detail: string): Result<never, Rejection> => err({ code: 'state-refuses', detail });

/** Whom it is about, and who handles complaints about that one; or why it cannot become one. */
async function routeOf(
  transaction: Transaction<Schema>,
  row: VoiceRow,
  kind: ComplaintKind,
): Promise<Result<Routed, Rejection>> {
  if (row.kind === 'comment') return refuse('意见是对征求意见稿提的，按采纳情况答复，不转为投诉。');
  const made = await complaintOfVoice(transaction, { regionId: row.region_id, voiceId: row.voice_id });
  if (made !== undefined) return refuse('这一件已经转为投诉，不能再转。');
  const routed = await organsAround(transaction, { regionId: row.region_id, organId: row.organ_id });
  const handler = routed && handlerOf(routed.unit, routed.around);
  if (routed === undefined || handler === null || handler === undefined)
    return refuse('本单位的上一级机关没有使用本平台，请在答复里告知对方向上一级机关投诉（条例第五十一条）。');
  if (complaintKindsOf({ isVillage: routed.unit.kind === 'village' }).includes(kind))
    return ok({ unit: routed.unit, handler });
  return err({ code: 'invalid', errors: [{ pointer: '/kind', message: '请选择这个单位可以投诉的事项' }] });
}

/** What was given, and nothing else. */
const complainantOf = ({ name, contact }: VoiceContent): Complainant | null =>
  name === '' && contact === '' ? null : { name, contact };

const answerOf = (row: VoiceRow, number: string, handlerName: string): VoiceAnswer => ({
  // An error report is never shown; a question that is a complaint belongs to who handles it.
  shows: row.kind === 'errorReport' ? null : false,
  shownText: '',
  refusal: row.kind === 'errorReport' ? '' : '属于投诉，不公开展示。',
  reply: `您反映的情况属于投诉，已转为投诉，编号 ${number}，由${handlerName}办理。查询码不变：凭这个编号和原来的查询码，在本网站的投诉箱查看办理结果。`,
  fixedEdition: null,
  adoption: null,
  adoptionReason: '',
});

/** Enters the complaint and what it was made of. @returns its number */
async function enter(
  transaction: Transaction<Schema>,
  row: VoiceRow,
  { unit, handler }: Routed,
  {
    complaint: { kind, reason },
    box,
    by,
    at,
  }: {
    readonly complaint: TurnIntoComplaint;
    readonly box: SecretBox;
    readonly by: string;
    readonly at: Date;
  },
): Promise<string> {
  const said = openVoice(box, row);
  const { number } = receiptOf(box, `voice/${row.voice_id}`);
  const content = { kind, text: said.text, complainant: complainantOf(said), applicationNumber: '' };
  const kept = { box, number, codeHash: row.query_code_hash, today: civilDateAt(at) };
  const made = { handler, unit, channel: 'voice', content } as const;
  const complaintId = await insertOpenComplaint(transaction, made, kept);
  await transaction
    .insertInto('complaint_voice')
    .values({
      region_id: handler.regionId,
      complaint_id: complaintId,
      voice_region_id: row.region_id,
      voice_id: row.voice_id,
      sealed_reason: sealReason(box, complaintId, reason),
      made_by: by,
    })
    .execute();
  return number;
}

/**
 * Makes a complaint of what somebody reported or asked, answers it accordingly and links both. The time of the one is
 * known, so that the other need not go by the box; and the code of the one opens the other, for nobody can be given a
 * new one. Its clocks run from today, when those who handle complaints get it.
 */
export async function turnIntoComplaint(
  { change, reaches, caller, now, expectedVersion, services: { secretBox: box } }: TurnContext,
  { ids, complaint }: { readonly ids: VoiceIds; readonly complaint: TurnIntoComplaint },
): Promise<Result<VoiceIds, Rejection>> {
  return await change(async (transaction) => {
    const row = await lockVoice(transaction, ids);
    if (row === undefined || !reaches(row.organ_path)) return err({ code: 'not-found' });
    if (row.version !== expectedVersion) return err({ code: 'stale', current: ids });
    const routed = await routeOf(transaction, row, complaint.kind);
    if (!routed.ok) return routed;
    const { handler } = routed.value;
    const decided = { by: caller.accountId, at: now(), box };
    const number = await enter(transaction, row, routed.value, { complaint, ...decided });
    await writeAnswer(transaction, row, answerOf(row, number, handler.name), decided);
    return ok({
      value: ids,
      subject: `publicVoice/${row.voice_id}`,
      organPath: row.organ_path,
      details: { kind: row.kind, complaint: complaint.kind, handler: handler.path },
      personal: { reason: complaint.reason },
    });
  });
}
