import type { VillageItem } from '@zhaoshi/domain/village/village-items';
import type { PostKind } from '@zhaoshi/domain/village/village-post';
import type { Generated } from 'kysely';

interface VillagePostTable {
  region_id: string;
  post_id: string;
  organ_id: string;
  item: VillageItem;
  /** Civil dates as text. */
  period_from: string;
  period_to: string;
  edition: Generated<number>;
}

interface VillagePostEditionTable {
  region_id: string;
  post_id: string;
  edition: number;
  organ_id: string;
  kind: PostKind;
  body: string;
  visible_from: string;
  visible_until: string;
  committee_signer: string;
  supervisor_signer: string;
  reason: string;
  /** What an important matter is about; empty of all others. */
  subject: Generated<string>;
  /** JSON text: keys of findings and reasons. */
  justified: string;
  posted_by: string;
  posted_at: Date;
}

interface VillagePhotoTable {
  region_id: string;
  post_id: string;
  edition: number;
  place: number;
  file_id: string;
  board_on: string | null;
  added_by: string;
  added_at: Date;
}

/** 村务公开 (0045-village.sql). */
export interface VillageSchema {
  village_post: VillagePostTable;
  village_post_edition: VillagePostEditionTable;
  village_photo: VillagePhotoTable;
}

export interface PublishedVillageSchema {
  'published.village': {
    region_id: string;
    organ_id: string;
    parent_id: string;
    slug: string;
    name: string;
    path: string;
  };
  'published.village_post': Omit<VillagePostTable, 'edition'> & {
    edition: number;
  } & Omit<VillagePostEditionTable, 'edition' | 'justified' | 'posted_by'>;
  'published.village_photo': {
    region_id: string;
    organ_id: string;
    post_id: string;
    place: number;
    board_on: string | null;
    file_id: string;
    media_type: string;
    size: number;
    sha256: string;
    storage_key: string;
  };
  'published.village_question': {
    region_id: string;
    organ_id: string;
    voice_id: string;
    received_at: Date;
    shown_text: string;
    shown_reply: string;
  };
}
