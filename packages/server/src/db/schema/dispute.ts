import type { DisputedAct, DisputeKind, DisputeRole, Procedure } from '@zhaoshi/domain/dispute/dispute';
import type { DisputeFileKind } from '@zhaoshi/domain/dispute/dispute-files';
import type { DisputeResult, StageKind } from '@zhaoshi/domain/dispute/dispute-results';
import type { LossCause } from '@zhaoshi/domain/dispute/loss-causes';
import type { ColumnType, Generated } from 'kysely';

/** Empty where it is not given. */
type Day = ColumnType<string | null, string | null | undefined, string | null>;

interface DisputeTable {
  region_id: string;
  dispute_id: string;
  organ_id: string;
  kind: DisputeKind;
  role: DisputeRole;
  act: DisputedAct;
  /** Civil dates as text. */
  act_on: string | null;
  application_id: string | null;
  preceding_id: string | null;
  masked_party: string;
  sealed: string;
  opened_on: string | null;
  settled_on: string | null;
  entered_at: Date;
  removed_at: Date | null;
  version: Generated<number>;
  document_id: Day;
  known_on: Day;
  is_untold: Generated<boolean>;
}

interface DisputeStageTable {
  region_id: string;
  dispute_id: string;
  sequence: number;
  organ_id: string;
  kind: StageKind;
  tribunal: string;
  number: string;
  procedure: Procedure | null;
  /** Civil dates as text. */
  accepted_on: string | null;
  decided_on: string | null;
  effective_on: string | null;
  result: DisputeResult | null;
  served_on: string | null;
  answered_on: string | null;
  performed_on: string | null;
  opinion_on: string | null;
  reported_on: string | null;
  filed_on: Day;
  is_extended: Generated<boolean>;
  decision_served_on: Day;
  decision_received_on: Day;
  orders_reply: Generated<boolean>;
  perform_by: Day;
}

interface DisputeFileTable {
  region_id: string;
  dispute_id: string;
  file_id: string;
  kind: DisputeFileKind;
  dated_on: string;
  number: string;
  /** From whom or to whom. */
  sealed: string;
  added_by: string;
  added_at: Date;
}

interface DisputeLossTable {
  region_id: string;
  dispute_id: string;
  organ_id: string;
  causes: LossCause[];
  unit: string;
  measures: string;
  recorded_at: Date;
}

export type DisputeEventType =
  | 'enter'
  | 'edit'
  | 'addStage'
  | 'editStage'
  | 'removeStage'
  | 'remove'
  | 'addFile'
  | 'removeFile'
  | 'recordLoss'
  | 'exportEvidence';

interface DisputeEventTable {
  region_id: string;
  dispute_id: string;
  sequence: number;
  type: DisputeEventType;
  /** What it was before and is now, without names. */
  data: unknown;
  reason: string;
  recorded_by: string;
  recorded_at: Date;
}

export interface DisputeSchema {
  dispute: DisputeTable;
  dispute_stage: DisputeStageTable;
  dispute_event: DisputeEventTable;
  dispute_file: DisputeFileTable;
  dispute_loss: DisputeLossTable;
}
