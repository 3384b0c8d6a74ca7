import { err, ok, type Result } from '../kernel/result.ts';
import { choicesOf, type SurveyFault, type SurveyQuestion } from './survey.ts';

/** The places of what was chosen, or what was written; empty: left open. */
export type SurveyAnswer = readonly number[] | string;

/**
 * All that is kept of answers: how often each was chosen, and what was written, in the order of the alphabet. There is no
 * sheet in it, so that nobody can put together what one person said; nor a time or an order in which they came.
 */
export interface SurveyBox {
  readonly sheets: number;
  /** How many of them were on paper. */
  readonly paper: number;
  /** By question, by choice. */
  readonly counts: readonly (readonly number[])[];
  /** By question. */
  readonly texts: readonly (readonly string[])[];
}

/** Of one text, in characters; our own choice. */
export const LONGEST_ANSWER = 500;

export const emptyBox = (questions: readonly SurveyQuestion[]): SurveyBox => ({
  sheets: 0,
  paper: 0,
  counts: questions.map((question) => choicesOf(question).map(() => 0)),
  texts: questions.map(() => []),
});

/** What is wrong with one answer, in words. */
function answerFault(
  question: SurveyQuestion,
  answer: SurveyAnswer | undefined,
  isPaper: boolean,
): string | null {
  const { kind } = question;
  if (kind === 'text') {
    if (answer === undefined || answer === '') return null;
    return typeof answer === 'string' && answer.length <= LONGEST_ANSWER
      ? null
      : `不超过 ${LONGEST_ANSWER} 字`;
  }
  if (answer === undefined || answer.length === 0) return isPaper ? null : '请选择';
  if (typeof answer === 'string') return '请选择';
  const isKnown = answer.every(
    (place) => Number.isInteger(place) && place >= 0 && place < choicesOf(question).length,
  );
  if (!isKnown || new Set(answer).size < answer.length) return '不在可以选择的范围内';
  return kind !== 'multiple' && answer.length > 1 ? '只能选一项' : null;
}

/** Everything that is wrong with a sheet. On paper people leave questions open; the portal asks for them. */
export const sheetFaults = (
  questions: readonly SurveyQuestion[],
  answers: readonly SurveyAnswer[],
  isPaper: boolean,
): readonly SurveyFault[] =>
  questions.flatMap((question, index) => {
    const message = answerFault(question, answers[index], isPaper);
    return message === null ? [] : [{ pointer: `/answers/${index}`, message }];
  });

/** The box with one sheet more, or everything that is wrong with the sheet. */
export function addSheet(
  questions: readonly SurveyQuestion[],
  box: SurveyBox,
  answers: readonly SurveyAnswer[],
  isPaper: boolean,
): Result<SurveyBox, readonly SurveyFault[]> {
  const faults = sheetFaults(questions, answers, isPaper);
  if (faults.length > 0) return err(faults);
  const counts = box.counts.map((choices, index) => {
    const answer = answers[index] ?? [];
    return typeof answer === 'string'
      ? choices
      : choices.map((count, place) => count + (answer.includes(place) ? 1 : 0));
  });
  const texts = box.texts.map((written, index) => {
    const answer = answers[index] ?? '';
    const text = typeof answer === 'string' ? answer.trim() : '';
    return text === '' ? written : [...written, text].toSorted();
  });
  return ok({ sheets: box.sheets + 1, paper: box.paper + (isPaper ? 1 : 0), counts, texts });
}

/** Of fewer sheets somebody could tell who said what; no rule names a figure, so it is our own. */
export const LEAST_SHEETS = 5;

/**
 * Why nothing is told of a box, in words; `null`: all of it may be. Whoever enters sheets of paper knows what is on them,
 * and could take them from the whole: the others must be none or enough by themselves.
 */
export function tooFewSheets({ sheets, paper }: Pick<SurveyBox, 'sheets' | 'paper'>): string | null {
  const online = sheets - paper;
  if (sheets < LEAST_SHEETS) {
    return `只有 ${sheets} 份答卷，少于 ${LEAST_SHEETS} 份的，结果不显示、不公布：能看出是谁说的。`;
  }
  return online > 0 && online < LEAST_SHEETS
    ? `网上的答卷只有 ${online} 份，少于 ${LEAST_SHEETS} 份的，结果不显示、不公布：录入纸质答卷的人能推算出是谁说的。`
    : null;
}

/** What the public is told of a survey that ended so; of how many there were nothing, for that too could tell. */
export const TOO_FEW_IN_PUBLIC = `收到的答卷太少，结果不公布：从不到 ${LEAST_SHEETS} 份的答卷里能看出是谁说的。`;

export interface ChoiceResult {
  readonly label: string;
  readonly count: number;
  /** Of all sheets, in tenths of a percent. */
  readonly permille: number;
}

export interface QuestionResult {
  readonly question: string;
  readonly choices: readonly ChoiceResult[];
  /** Of a rating, in hundredths; `null` where nobody rated, or nothing is rated. */
  readonly average: number | null;
  readonly texts: readonly string[];
}

function averageOf({ kind }: SurveyQuestion, counts: readonly number[]): number | null {
  const rated = counts.reduce((sum, count) => sum + count, 0);
  if (kind !== 'rating' || rated === 0) return null;
  const sum = counts.reduce((points, count, place) => points + count * (place + 1), 0);
  return Math.round((sum * 100) / rated);
}

/** What a survey came to, question by question; `null` as long as it has too few sheets to be shown to anybody. */
export const surveyResults = (
  questions: readonly SurveyQuestion[],
  { sheets, paper, counts, texts }: SurveyBox,
): readonly QuestionResult[] | null =>
  tooFewSheets({ sheets, paper }) !== null
    ? null
    : questions.map((question, index) => ({
        question: question.question,
        choices: choicesOf(question).map((label, place) => {
          const count = counts[index]?.[place] ?? 0;
          return { label, count, permille: Math.round((count * 1000) / sheets) };
        }),
        average: averageOf(question, counts[index] ?? []),
        texts: texts[index] ?? [],
      }));
