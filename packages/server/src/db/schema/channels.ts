import type { MediaKind, MediaPostState } from '@zhaoshi/domain/disclosure/channels/new-media';
import type { ReadingPlace } from '@zhaoshi/domain/disclosure/document-act';
import type { Generated } from 'kysely';

interface NoticeBoardTable {
  region_id: string;
  board_id: string;
  organ_id: string;
  place: string;
  /** An office or a post. */
  keeper: string;
  /** Civil dates as text. */
  closed_on: string | null;
  version: Generated<number>;
}

interface BoardPostingTable {
  region_id: string;
  posting_id: string;
  organ_id: string;
  board_id: string;
  document_id: string;
  edition: number;
  posted_on: string;
  shown_until: string;
  shown_words: string;
  planned_on: string;
  posted_by: string;
  photo_file_id: string | null;
  taken_down_on: string | null;
  taken_down_by: string | null;
  removal_photo_file_id: string | null;
  note: string;
  version: Generated<number>;
}

interface HandoverTable {
  region_id: string;
  handover_id: string;
  organ_id: string;
  place: ReadingPlace;
  receiver: string;
  handed_on: string;
  made_by: string;
  made_at: Date;
  receipt: Generated<string>;
  received_on: string | null;
  received_by: string | null;
  version: Generated<number>;
}

interface HandoverItemTable {
  region_id: string;
  handover_id: string;
  place: number;
  document_id: string;
  edition: number;
}

interface GazetteIssueTable {
  region_id: string;
  issue_id: string;
  organ_id: string;
  issue_year: number;
  number: number;
  total: number | null;
  dated_on: string;
  file_id: string;
  document_id: string;
  made_by: string;
  made_at: Date;
}

interface GazetteItemTable {
  region_id: string;
  issue_id: string;
  place: number;
  document_id: string;
  edition: number;
}

interface MediaAccountTable {
  region_id: string;
  media_id: string;
  organ_id: string;
  kind: MediaKind;
  name: string;
  address: string;
  closed_on: string | null;
  version: Generated<number>;
}

interface MediaPostTable {
  region_id: string;
  post_id: string;
  organ_id: string;
  media_id: string;
  document_id: string;
  edition: number;
  state: MediaPostState;
  failure: string | null;
  link: string;
  asked_by: string;
  asked_at: Date;
  changed_at: Date;
  version: Generated<number>;
}

interface PromotedCaseTable {
  region_id: string;
  document_id: string;
  application_id: string;
  linked_by: string;
  linked_at: Date;
}

/** Channels beside the portal (0023-channels.sql). */
export interface ChannelSchema {
  notice_board: NoticeBoardTable;
  board_posting: BoardPostingTable;
  handover: HandoverTable;
  handover_item: HandoverItemTable;
  gazette_issue: GazetteIssueTable;
  gazette_item: GazetteItemTable;
  media_account: MediaAccountTable;
  media_post: MediaPostTable;
  promoted_case: PromotedCaseTable;
}
