import type { CivilDate } from '../kernel/civil-date.ts';

export const QUESTION_KINDS = {
  single: '单选',
  multiple: '多选',
  rating: '打分：1 到 5 分',
  text: '文字',
} as const;

export type QuestionKind = keyof typeof QUESTION_KINDS;

export const QUESTION_KIND_NAMES = Object.keys(QUESTION_KINDS) as readonly QuestionKind[];

export interface SurveyQuestion {
  readonly kind: QuestionKind;
  readonly question: string;
  /** Of a choice; elsewhere empty. */
  readonly options: readonly string[];
}

/** Who may answer: whoever was given a code, each code once; or anybody. */
export const SURVEY_MODES = { invited: '凭邀请码，一码一次', open: '公开参与' } as const;

export type SurveyMode = keyof typeof SURVEY_MODES;

export const SURVEY_STATUSES = {
  draft: '草稿',
  open: '进行中',
  closed: '已结束',
  published: '已公布结果',
} as const;

export type SurveyStatus = keyof typeof SURVEY_STATUSES;

export interface Survey {
  readonly title: string;
  readonly intro: string;
  readonly mode: SurveyMode;
  readonly opensOn: CivilDate;
  readonly closesOn: CivilDate;
  readonly questions: readonly SurveyQuestion[];
}

const RATINGS = ['1 分', '2 分', '3 分', '4 分', '5 分'] as const;

/** What may be chosen in answer to a question; nothing where one writes. */
export const choicesOf = ({ kind, options }: SurveyQuestion): readonly string[] =>
  kind === 'rating' ? RATINGS : kind === 'text' ? [] : options;

/** Whether answers are taken on a day; both days are days of the survey. */
export const takesAnswers = (
  { status, opensOn, closesOn }: Pick<Survey, 'opensOn' | 'closesOn'> & { readonly status: SurveyStatus },
  today: CivilDate,
): boolean => status === 'open' && opensOn <= today && today <= closesOn;

/**
 * The last day of a survey that is ended on a day: that day, or the planned one where it is over already.
 *
 * @returns `null` of one that had not begun: it never ran
 */
export const endOfSurvey = (
  { opensOn, closesOn }: Pick<Survey, 'opensOn' | 'closesOn'>,
  endedOn: CivilDate,
): CivilDate | null => (endedOn < opensOn ? null : endedOn < closesOn ? endedOn : closesOn);

export interface SurveyFault {
  readonly pointer: string;
  readonly message: string;
}

function questionFaults({ kind, options }: SurveyQuestion, index: number): readonly SurveyFault[] {
  const isChoice = kind === 'single' || kind === 'multiple';
  if (!isChoice && options.length > 0) {
    return [{ pointer: `/questions/${index}/options`, message: '打分和文字题没有选项' }];
  }
  if (!isChoice) return [];
  const given = options.map((option) => option.trim());
  if (given.length < 2 || given.includes('')) {
    return [{ pointer: `/questions/${index}/options`, message: '选择题至少要有两个选项，选项不能为空' }];
  }
  return new Set(given).size < given.length
    ? [{ pointer: `/questions/${index}/options`, message: '选项不能重复' }]
    : [];
}

/** A form of a page without a script has a field for each choice of several; how many of them is our own choice. */
const MOST_FIELDS = 50;

const fieldsOf = ({ kind, options }: SurveyQuestion): number => (kind === 'multiple' ? options.length : 1);

/** Everything that keeps a survey from being started; a draft may lack anything of it. */
export const surveyFaults = (
  { opensOn, closesOn, questions }: Survey,
  today: CivilDate,
): readonly SurveyFault[] => [
  ...(questions.length === 0 ? [{ pointer: '/questions', message: '至少要有一道题' }] : []),
  ...questions.flatMap((question, index) => questionFaults(question, index)),
  ...(questions.reduce((sum, question) => sum + fieldsOf(question), 0) > MOST_FIELDS
    ? [{ pointer: '/questions', message: '题目和多选的选项太多，请分成两项调查' }]
    : []),
  ...(closesOn < opensOn ? [{ pointer: '/closesOn', message: '结束日期不能早于开始日期' }] : []),
  ...(closesOn < today ? [{ pointer: '/closesOn', message: '结束日期已经过去' }] : []),
];
