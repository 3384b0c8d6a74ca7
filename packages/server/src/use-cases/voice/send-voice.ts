import type { Rejection } from '@zhaoshi/contract/problems';
import type { VoiceContent, VoiceKind } from '@zhaoshi/domain/disclosure/voice/voice';
import { civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import { announcePublication } from '../../db/published-channel.ts';
import { keysOfDocument } from '../../db/queries/document-keys.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import { applicantChange } from '../applicants/applicant-change.ts';
import { type ApplicantContext, keepReceipt } from '../applicants/draft.ts';
import { countSent } from './daily-limit.ts';
import { insertVoice, type VoicePlace } from './insert-voice.ts';

/** A page or a document that takes what the public says, with what the answer has to name. */
export interface VoiceTarget extends VoicePlace {
  readonly organPath: string;
  readonly organName: string;
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

/** Takes in what somebody says of something published; nothing of it is public before an officer has looked at it. */
export async function sendVoice(
  context: ApplicantContext,
  { kind, target, content, token, network }: SendVoice,
): Promise<Result<null, Rejection>> {
  const { now, newId, services } = context;
  const { regionId, organId, organPath, organName, document } = target;
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
    const { voiceId, number, code } = await insertVoice(
      transaction,
      { kind, target, content, answerMonths: settings('voice.answerMonths') },
      { at, newId, box: services.secretBox },
    );
    const receipt = { kind: 'sent', organName, number, code, at: civilMinuteAt(at) } as const;
    if (!(await keepReceipt(context, transaction, token, receipt))) return err({ code: 'conflict' });
    if (kind === 'comment' && document !== null) {
      // The page says how many came.
      const row = { region_id: regionId, organ_id: organId, document_id: document.documentId };
      await announcePublication(transaction, await keysOfDocument(transaction, row, document.publicName));
    }
    return ok({ value: null, subject: `publicVoice/${voiceId}`, organPath, details: { kind } });
  });
}
