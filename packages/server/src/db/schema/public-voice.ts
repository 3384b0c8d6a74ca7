import type { VoiceKind } from '@zhaoshi/domain/disclosure/voice/voice';
import type { Adoption, VoiceStatus } from '@zhaoshi/domain/disclosure/voice/voice-answer';
import type { Generated, JSONColumnType } from 'kysely';
import type { Narrowings } from './narrowings.ts';

interface PublicVoiceTable {
  region_id: string;
  voice_id: string;
  organ_id: string;
  kind: VoiceKind;
  document_id: string | null;
  edition: number | null;
  /** The village whose page it is about. */
  village_id: Generated<string | null>;
  page: string;
  receipt_number: string;
  received_at: Date;
  /** Civil date as text. */
  due_on: string;
  sealed: string;
  query_code_hash: string;
  status: VoiceStatus;
  shows: Generated<boolean | null>;
  shown_text: Generated<string>;
  shown_reply: Generated<string>;
  sealed_answer: Generated<string | null>;
  fixed_edition: Generated<number | null>;
  adoption: Generated<Adoption | null>;
  adoption_reason: Generated<string>;
  answered_by: Generated<string | null>;
  answered_at: Generated<Date | null>;
  version: Generated<number>;
}

interface CommentPeriodReasonTable {
  region_id: string;
  document_id: string;
  reason: string;
  stated_by: string;
  stated_at: Date;
}

interface VoiceSentTable {
  /** Civil date as text. */
  day: string;
  asker: string;
  times: number;
}

interface SubscriptionTable {
  region_id: string;
  subscription_id: string;
  organ_id: string;
  query: string;
  list: string;
  narrowings: JSONColumnType<Narrowings>;
  sealed: string;
  address_hash: string;
  requested_at: Date;
  confirmed_at: Date | null;
  told_until: Date;
}

/** What the public says, and whom it tells (0024-public-voice.sql). */
export interface PublicVoiceSchema {
  public_voice: PublicVoiceTable;
  comment_period_reason: CommentPeriodReasonTable;
  voice_sent: VoiceSentTable;
  subscription: SubscriptionTable;
}

interface ShownVoiceView {
  region_id: string;
  organ_id: string;
  document_id: string;
  voice_id: string;
  public_name: string;
  kind: 'question' | 'comment';
  received_at: Date;
  shown_text: string;
  shown_reply: string;
  adoption: Adoption | null;
  adoption_reason: string;
  answered_at: Date;
}

export interface PublishedVoiceSchema {
  'published.public_voice': ShownVoiceView;
  'published.comment_count': { region_id: string; document_id: string; comments: number };
  'published.comment_period_reason': { region_id: string; document_id: string; reason: string };
  'published.voice_setting': { path: string; key: string; value: string };
}
