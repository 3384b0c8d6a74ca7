import type { Rejection } from '@zhaoshi/contract/problems';
import { VOICE_KINDS, type VoiceContent, type VoiceKind } from '@zhaoshi/domain/disclosure/voice/voice';
import { answerDueOn } from '@zhaoshi/domain/disclosure/voice/voice-answer';
import { civilDateAt, civilMinuteAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import { announcePublication } from '../../db/published-channel.ts';
import { keysOfDocument } from '../../db/queries/document-keys.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import { applicantChange } from '../applicants/applicant-change.ts';
import { type ApplicantContext, keepReceipt } from '../applicants/draft.ts';
import { newQueryCode, queryCodeHash } from '../applications/insert-application.ts';
import { nextSerialNumber } from '../applications/serial-number.ts';
import { countSent } from './daily-limit.ts';
import { sealVoice } from './voice-seal.ts';

/** What something is said of: a page of an organ, or a published document of it. */
export interface VoiceTarget {
  readonly regionId: string;
  readonly organId: string;
  readonly organPath: string;
  readonly organName: string;
  readonly page: string;
  readonly document: {
    readonly documentId: string;
    readonly edition: number;
    readonly publicName: string;
  } | null;
}

export interface SendVoice {
  readonly kind: VoiceKind;
  readonly target: VoiceTarget;
  readonly content: VoiceContent;
  /** Of the browser, for which the receipt is kept. */
  readonly token: string;
  /** As `networkOf` has it. */
  readonly network: string;
}

const numberOf = (kind: VoiceKind, year: number, serial: number): string =>
  `${VOICE_KINDS[kind].prefix}${year}${String(serial).padStart(4, '0')}`;

/** Takes in what somebody says of something published; nothing of it is public before an officer has looked at it. */
export async function sendVoice(
  context: ApplicantContext,
  { kind, target, content, token, network }: SendVoice,
): Promise<Result<null, Rejection>> {
  const { now, newId, services } = context;
  const { secretBox: box } = services;
  const { regionId, organId, organPath, organName, page, document } = target;
  return await applicantChange(
    context,
    'voice.send',
  )(async (transaction) => {
    const at = now();
    const settings = settingsAt(organPath, await chosenSettings(transaction, organPath));
    const tooMany = await countSent(transaction, context, {
      network,
      most: settings('voice.perAddressDaily'),
    });
    if (tooMany !== null) return err({ code: 'state-refuses', detail: tooMany });
    const voiceId = newId();
    const code = newQueryCode();
    const today = civilDateAt(at);
    const year = yearOf(today);
    const number = numberOf(
      kind,
      year,
      await nextSerialNumber(transaction, { regionId, organId }, kind, year),
    );
    const receipt = { kind: 'sent', organName, number, code, at: civilMinuteAt(at) } as const;
    if (!(await keepReceipt(context, transaction, token, receipt))) return err({ code: 'conflict' });
    await transaction
      .insertInto('public_voice')
      .values({
        region_id: regionId,
        voice_id: voiceId,
        organ_id: organId,
        kind,
        document_id: document?.documentId ?? null,
        edition: document?.edition ?? null,
        page,
        receipt_number: number,
        received_at: at,
        due_on: answerDueOn(today, settings('voice.answerMonths')),
        sealed: sealVoice(box, voiceId, content),
        query_code_hash: queryCodeHash(box, code),
        status: 'received',
      })
      .execute();
    if (kind === 'comment' && document !== null) {
      // The page says how many came.
      const row = { region_id: regionId, organ_id: organId, document_id: document.documentId };
      await announcePublication(transaction, await keysOfDocument(transaction, row, document.publicName));
    }
    return ok({ value: null, subject: `publicVoice/${voiceId}`, organPath, details: { kind } });
  });
}
