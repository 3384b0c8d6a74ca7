import type { SurveyMode, SurveyQuestion, SurveyStatus } from '@zhaoshi/domain/survey/survey';
import type { SurveyBox } from '@zhaoshi/domain/survey/survey-box';
import type { ColumnType, Generated } from 'kysely';

interface SurveyTable {
  region_id: string;
  survey_id: string;
  organ_id: string;
  title: string;
  intro: string;
  mode: SurveyMode;
  /** Civil dates as text. */
  opens_on: string;
  closes_on: string;
  /** The last day on which it took answers, where somebody ended it; `null` of surveys that were ended before this was kept. */
  ended_on: Generated<string | null>;
  /** It ended with too few sheets for anything to be told. */
  has_too_few: Generated<boolean>;
  /** Written as JSON. */
  questions: ColumnType<readonly SurveyQuestion[], string, string>;
  status: SurveyStatus;
  response: Generated<string>;
  entered_at: Date;
  published_at: Date | null;
  version: Generated<number>;
}

interface SurveyBoxTable {
  region_id: string;
  survey_id: string;
  issued: number;
  /** Written as JSON. */
  unused_codes: ColumnType<readonly string[], string, string>;
  answers: ColumnType<SurveyBox, string, string>;
}

export interface SurveySchema {
  survey: SurveyTable;
  survey_box: SurveyBoxTable;
}

interface PublishedSurvey {
  region_id: string;
  survey_id: string;
  title: string;
  intro: string;
  mode: SurveyMode;
  opens_on: string;
  closes_on: string;
  questions: readonly SurveyQuestion[];
  status: SurveyStatus;
  response: string;
  organ_name: string;
  ended_on: string | null;
  has_too_few: boolean;
}

interface PublishedSurveyResult {
  region_id: string;
  survey_id: string;
  sheets: number;
  paper: number;
  counts: SurveyBox['counts'];
}

export interface PublishedSurveySchema {
  'published.survey': PublishedSurvey;
  'published.survey_result': PublishedSurveyResult;
}
