import type { QuizQuestion } from '@zhaoshi/domain/work-register/quiz';
import type { WorkKind } from '@zhaoshi/domain/work-register/work-kinds';
import type { WorkFacts } from '@zhaoshi/domain/work-register/work-record';
import type { ColumnType, Generated } from 'kysely';

interface WorkRecordTable {
  region_id: string;
  record_id: string;
  organ_id: string;
  kind: WorkKind;
  title: string;
  /** Civil dates as text. */
  planned_on: string | null;
  done_on: string | null;
  /** Written as JSON. */
  facts: ColumnType<WorkFacts, string, string>;
  quiz: ColumnType<readonly QuizQuestion[], string, string>;
  entered_at: Date;
  removed_at: Date | null;
  version: Generated<number>;
}

interface WorkRecordFileTable {
  region_id: string;
  record_id: string;
  file_id: string;
  place: number;
}

export type WorkEventType = 'enter' | 'edit' | 'remove';

interface WorkRecordEventTable {
  region_id: string;
  record_id: string;
  sequence: number;
  type: WorkEventType;
  data: unknown;
  reason: string;
  recorded_by: string;
  recorded_at: Date;
}

interface TrainingAttendanceTable {
  region_id: string;
  record_id: string;
  account_id: string;
  attended_at: Date;
  right_answers: number | null;
  passed: boolean | null;
}

export interface WorkRecordSchema {
  work_record: WorkRecordTable;
  work_record_file: WorkRecordFileTable;
  work_record_event: WorkRecordEventTable;
  training_attendance: TrainingAttendanceTable;
}
