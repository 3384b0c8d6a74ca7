import type { NoticeDelivery } from '@zhaoshi/domain/notification/notice-times';

interface NoticePreferenceTable {
  account_id: string;
  delivery: NoticeDelivery;
  digest_at: number;
  quiet_from: number;
  quiet_until: number;
  sealed_address: string | null;
  sealed_mobile: string | null;
  sent_since: Date | null;
}

interface NoticeSendingTable {
  account_id: string;
  notification_id: string;
  message_id: string;
  sent_at: Date;
}

interface CalendarFeedTable {
  account_id: string;
  token_sha256: string;
  made_at: Date;
  read_at: Date | null;
}

interface RhythmRecordTable {
  region_id: string;
  organ_id: string;
  item: string;
  /** The last day of the turn that it is of; civil dates as text. */
  turn_on: string;
  done_on: string;
  note: string;
  recorded_by: string;
  recorded_at: Date;
}

export interface NoticeSchema {
  notice_preference: NoticePreferenceTable;
  notice_sending: NoticeSendingTable;
  calendar_feed: CalendarFeedTable;
  rhythm_record: RhythmRecordTable;
}
