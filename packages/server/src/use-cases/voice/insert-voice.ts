import { VOICE_KINDS, type VoiceContent, type VoiceKind } from '@zhaoshi/domain/disclosure/voice/voice';
import { answerDueOn } from '@zhaoshi/domain/disclosure/voice/voice-answer';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { Schema } from '../../db/schema.ts';
import { newQueryCode, queryCodeHash } from '../applications/insert-application.ts';
import { nextSerialNumber } from '../applications/serial-number.ts';
import { sealVoice } from './voice-seal.ts';

/** What something is said of: a page of an organ, or a published document of it. */
export interface VoicePlace {
  readonly regionId: string;
  readonly organId: string;
  readonly page: string;
  readonly document: { readonly documentId: string; readonly edition: number } | null;
  /** The organ is a village, whose page 村务公开 it is about. */
  readonly isVillage?: boolean;
}

export interface InsertVoice {
  readonly kind: VoiceKind;
  readonly target: VoicePlace;
  readonly content: VoiceContent;
  /** `voice.answerMonths` of the organ. */
  readonly answerMonths: number;
}

const numberOf = (kind: VoiceKind, year: number, serial: number): string =>
  `${VOICE_KINDS[kind].prefix}${year}${String(serial).padStart(4, '0')}`;

/** Writes what somebody said with the next number of the year. @returns what opens it again */
export async function insertVoice(
  transaction: Transaction<Schema>,
  { kind, target, content, answerMonths }: InsertVoice,
  { at, newId, box }: { readonly at: Date; readonly newId: () => string; readonly box: SecretBox },
): Promise<{ readonly voiceId: string; readonly number: string; readonly code: string }> {
  const { regionId, organId, page, document, isVillage = false } = target;
  const voiceId = newId();
  const code = newQueryCode();
  const today = civilDateAt(at);
  const year = yearOf(today);
  const serial = await nextSerialNumber(transaction, { regionId, organId }, kind, year);
  const number = numberOf(kind, year, serial);
  await transaction
    .insertInto('public_voice')
    .values({
      region_id: regionId,
      voice_id: voiceId,
      organ_id: organId,
      kind,
      document_id: document?.documentId ?? null,
      edition: document?.edition ?? null,
      village_id: isVillage ? organId : null,
      page,
      receipt_number: number,
      received_at: at,
      due_on: answerDueOn(today, answerMonths),
      sealed: sealVoice(box, voiceId, content),
      query_code_hash: queryCodeHash(box, code),
      status: 'received',
    })
    .execute();
  return { voiceId, number, code };
}
