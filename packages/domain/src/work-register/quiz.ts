/** A question with one right answer; `right` is its index among the options. */
export interface QuizQuestion {
  readonly question: string;
  readonly options: readonly string[];
  readonly right: number;
}

/** A question as whoever answers sees it. */
export type AskedQuestion = Omit<QuizQuestion, 'right'>;

/** Whoever reaches it has passed; no rule names a mark, so it is that of the assessments (oversight.md §2.1, 60 of 100). */
const PASS_PERCENT = 60;

export const askedOf = (quiz: readonly QuizQuestion[]): readonly AskedQuestion[] =>
  quiz.map(({ question, options }) => ({ question, options }));

/** How somebody did; `null` counts: none yet, or of no quiz. */
interface KeptMark {
  readonly right: number | null;
  readonly passed: boolean | null;
}

/**
 * Whether a new try counts instead of the one before: the better of both does, so that nobody loses by practising. What was
 * right of a quiz that has become shorter since counts no more. No rule says which one is to count (oversight.md §5).
 */
export const countsInstead = (
  before: KeptMark | undefined,
  mark: { readonly right: number; readonly of: number },
): boolean => {
  const right = before?.right ?? null;
  return right === null || right > mark.of || mark.right >= right;
};

/** How many answers are right, and whether they are enough. An answer that is missing is wrong. */
export function markQuiz(quiz: readonly QuizQuestion[], answers: readonly number[]) {
  const right = quiz.filter((question, index) => answers[index] === question.right).length;
  return { right, of: quiz.length, passed: quiz.length > 0 && right * 100 >= PASS_PERCENT * quiz.length };
}
