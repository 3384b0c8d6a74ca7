import { isVoiceKind, type VoiceKind } from '@zhaoshi/domain/disclosure/voice/voice';

/** The stages of the list; `all` narrows to none. */
export const STAGES = { open: '待办理', answered: '已办理', toAdopt: '待定采纳情况', all: '全部' } as const;

export type Stage = keyof typeof STAGES;

const isStage = (value: unknown): value is Stage => typeof value === 'string' && Object.hasOwn(STAGES, value);

export interface VoiceSearch {
  /** Without it what waits is shown. */
  readonly stage?: Stage;
  readonly kind?: VoiceKind;
  /** Comments of one draft. */
  readonly regionId?: string;
  readonly documentId?: string;
}

const textIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The filter out of an address; what is none is left out. */
export function voiceSearch({
  stage,
  kind,
  regionId,
  documentId,
}: Readonly<Record<string, unknown>>): VoiceSearch {
  const region = textIn(regionId);
  const document = textIn(documentId);
  return {
    ...(isStage(stage) && { stage }),
    ...(typeof kind === 'string' && isVoiceKind(kind) && { kind }),
    ...(region !== null && document !== null && { regionId: region, documentId: document }),
  };
}
