import type { Verdict } from '@zhaoshi/domain/assessment/score';
import type { ColumnType, Generated } from 'kysely';

/** Kept as JSON text, read as what it says. */
type Json = ColumnType<unknown, string, never>;

interface AssessmentTable {
  region_id: string;
  assessment_id: string;
  organ_id: string;
  year: number;
  title: string;
  /** Civil dates as text. */
  starts_on: string;
  ends_on: string;
  state: AssessmentState;
  begun_by: string;
  begun_at: Date;
  closed_at: Date | null;
  published_at: Date | null;
  counted_to: Generated<string | null>;
  early_reason: Generated<string>;
  version: Generated<number>;
}

export type AssessmentState = 'running' | 'closed' | 'published';

interface AssessmentSetTable {
  region_id: string;
  assessment_id: string;
  number: number;
  content: Json;
  recorded_by: string;
  recorded_at: Date;
}

interface AssessmentUnitTable {
  region_id: string;
  assessment_id: string;
  unit_organ_id: string;
  unit_region_id: string;
  self_points: Generated<number | null>;
  self_text: Generated<string>;
  self_by: Generated<string | null>;
  self_at: Generated<Date | null>;
  version: Generated<number>;
}

interface AssessmentSelfFileTable {
  region_id: string;
  assessment_id: string;
  unit_organ_id: string;
  place: number;
  unit_region_id: string;
  file_id: string;
}

interface AssessmentMarkTable {
  region_id: string;
  assessment_id: string;
  mark_id: string;
  unit_organ_id: string;
  code: string;
  points: number | null;
  is_met: boolean | null;
  note: string;
  marked_by: string;
  marked_at: Date;
  ended_at: Date | null;
}

interface AssessmentObjectionTable {
  region_id: string;
  assessment_id: string;
  objection_id: string;
  unit_organ_id: string;
  code: string;
  item: string | null;
  about: string;
  reason: string;
  raised_by: string;
  raised_at: Date;
  ruling: 'upheld' | 'rejected' | null;
  ruling_reason: Generated<string>;
  ruled_by: string | null;
  ruled_at: Date | null;
}

interface AssessmentResultTable {
  region_id: string;
  assessment_id: string;
  unit_organ_id: string;
  unit_name: string;
  place: number | null;
  total: number | null;
  verdict: Verdict;
  /** Why, in words. */
  because: Generated<string>;
  /** Indicators that nobody looked at; `null`: closed before this was kept. */
  unrated: Generated<number | null>;
  facts: Json;
}

export interface AssessmentSchema {
  assessment: AssessmentTable;
  assessment_set: AssessmentSetTable;
  assessment_unit: AssessmentUnitTable;
  assessment_self_file: AssessmentSelfFileTable;
  assessment_mark: AssessmentMarkTable;
  assessment_objection: AssessmentObjectionTable;
  assessment_result: AssessmentResultTable;
}

/** What the public sees of assessments whose results were published. */
export interface PublishedAssessmentSchema {
  'published.assessment': Pick<
    AssessmentTable,
    'region_id' | 'assessment_id' | 'organ_id' | 'year' | 'title' | 'starts_on' | 'ends_on' | 'early_reason'
  > & { published_at: Date; counted_to: string };
  'published.assessment_result': Omit<AssessmentResultTable, 'facts'>;
}
