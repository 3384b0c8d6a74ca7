import type { SurveyMode, SurveyQuestion } from '@zhaoshi/domain/survey/survey';
import type { QuestionResult } from '@zhaoshi/domain/survey/survey-box';

/** A survey in the list. */
export interface ListedSurvey {
  readonly title: string;
  readonly organName: string;
  readonly path: string;
  /** "2026年11月20日至2026年12月20日". */
  readonly period: string;
  readonly state: string;
}

/** A survey that takes answers. */
export interface SurveyForm {
  readonly title: string;
  readonly intro: string;
  readonly organName: string;
  readonly path: string;
  readonly mode: SurveyMode;
  /** As people read it. */
  readonly closesOn: string;
  readonly questions: readonly SurveyQuestion[];
}

/** A survey that takes no answers now: not yet, no more, or with its result. */
export interface SurveyNotice {
  readonly title: string;
  readonly organName: string;
  readonly words: string;
  readonly result: {
    readonly sheets: number;
    readonly paper: number;
    readonly questions: readonly QuestionResult[];
    readonly response: string;
  } | null;
}
