import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { surveyRoutes } from '@zhaoshi/contract/routes/surveys';
import { chineseSpan } from '@zhaoshi/domain/kernel/chinese-date';
import type { QuestionKind, SurveyMode } from '@zhaoshi/domain/survey/survey';

export type SurveyRow = RouteOutput<typeof surveyRoutes.list>['items'][number];
export type ShownSurvey = RouteOutput<typeof surveyRoutes.read>;

/** From its first day to the day on which it really ended. */
export const periodOf = ({ opensOn, closesOn, endedOn }: SurveyRow): string =>
  chineseSpan(opensOn, endedOn ?? closesOn);

export interface QuestionValues {
  readonly kind: QuestionKind;
  readonly question: string;
  readonly options?: readonly string[];
}

/** What the form holds. */
export interface SurveyValues {
  readonly title: string;
  readonly intro?: string;
  readonly mode: SurveyMode;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly questions?: readonly QuestionValues[];
}

const isChoice = (kind: QuestionKind): boolean => kind === 'single' || kind === 'multiple';

/** What is sent of a form; options that a question had before it became another kind are left behind. */
export const bodyOf = ({ intro = '', questions = [], ...values }: SurveyValues) => ({
  ...values,
  intro,
  questions: questions.map(({ kind, question, options = [] }) => ({
    kind,
    question,
    options: isChoice(kind) ? [...options] : [],
  })),
});
