import type { VoiceContent } from '@zhaoshi/domain/disclosure/voice/voice';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';

/** Words of an answer that are not public by themselves: they may name whoever asked. */
export interface KeptAnswer {
  readonly reply: string;
  readonly refusal: string;
}

const purposeOf = (voiceId: string): string => `public-voice/${voiceId}`;

export const sealVoice = (box: SecretBox, voiceId: string, content: VoiceContent): string =>
  box.seal(JSON.stringify(content), purposeOf(voiceId));

export const sealAnswer = (box: SecretBox, voiceId: string, answer: KeptAnswer): string =>
  box.seal(JSON.stringify(answer), purposeOf(voiceId));

interface Row {
  readonly voice_id: string;
  readonly sealed: string;
  readonly sealed_answer: string | null;
}

/** Written by `sealVoice` only, from a value of that type. */
export const openVoice = (
  box: SecretBox,
  { voice_id, sealed }: Pick<Row, 'voice_id' | 'sealed'>,
): VoiceContent => JSON.parse(box.open(sealed, purposeOf(voice_id))) as VoiceContent;

/** Written by `sealAnswer` only; `null` while it waits. */
export const openAnswer = (box: SecretBox, { voice_id, sealed_answer }: Row): KeptAnswer | null =>
  sealed_answer === null ? null : (JSON.parse(box.open(sealed_answer, purposeOf(voice_id))) as KeptAnswer);
