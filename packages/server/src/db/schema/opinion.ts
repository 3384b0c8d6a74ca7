import type { OpinionLevel, OpinionOrigin, OpinionStep, ReleaseKind } from '@zhaoshi/domain/opinion/opinion';
import type { Generated } from 'kysely';

interface OpinionSourceTable {
  region_id: string;
  source_id: string;
  organ_id: string;
  name: string;
  sealed_secret: string;
  created_by: string;
  created_at: Date;
  received_at: Date | null;
  ended_at: Date | null;
}

interface OpinionTable {
  region_id: string;
  opinion_id: string;
  organ_id: string;
  title: string;
  summary: string;
  platform: string;
  link: string;
  origin: OpinionOrigin;
  source_id: string | null;
  external_id: string | null;
  level: OpinionLevel;
  occurred_at: Date | null;
  found_at: Date;
  owner_id: string | null;
  step: OpinionStep;
  entered_at: Date;
  version: Generated<number>;
}

interface OpinionReleaseTable {
  region_id: string;
  opinion_id: string;
  release_id: string;
  kind: ReleaseKind;
  released_at: Date;
  channel: string;
  link: string;
  note: string;
  entered_by: string;
  entered_at: Date;
}

interface OpinionDocumentTable {
  region_id: string;
  opinion_id: string;
  document_id: string;
  linked_at: Date;
}

export type OpinionEventType =
  | 'enter'
  | 'edit'
  | 'step'
  | 'release'
  | 'removeRelease'
  | 'linkDocument'
  | 'unlinkDocument';

interface OpinionEventTable {
  region_id: string;
  opinion_id: string;
  sequence: number;
  type: OpinionEventType;
  /** JSON. */
  data: unknown;
  note: string;
  recorded_by: string | null;
  recorded_at: Date;
}

interface OpinionReminderTable {
  region_id: string;
  opinion_id: string;
  timer: string;
  stage: string;
  due_at: Date;
  told_at: Date;
}

export interface OpinionSchema {
  opinion_source: OpinionSourceTable;
  opinion: OpinionTable;
  opinion_release: OpinionReleaseTable;
  opinion_document: OpinionDocumentTable;
  opinion_event: OpinionEventTable;
  opinion_reminder: OpinionReminderTable;
}
