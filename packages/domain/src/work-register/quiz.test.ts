import { expect, it } from 'vitest';
import { askedOf, countsInstead, markQuiz, type QuizQuestion } from './quiz.ts';

const QUIZ: readonly QuizQuestion[] = [1, 0, 2, 1, 0].map((right, index) => ({
  question: `第 ${index + 1} 题`,
  options: ['甲', '乙', '丙'],
  right,
}));

it('shows no right answer to whoever answers', () => {
  expect(JSON.stringify(askedOf(QUIZ))).not.toContain('right');
});

it.each([
  [[1, 0, 2, 1, 0], { right: 5, of: 5, passed: true }],
  [[1, 0, 2, 0, 1], { right: 3, of: 5, passed: true }],
  [[1, 0, 0, 0, 1], { right: 2, of: 5, passed: false }],
  [[], { right: 0, of: 5, passed: false }],
  [[1, 0, 2, 1, 0, 9], { right: 5, of: 5, passed: true }],
])('marks %j', (answers, mark) => {
  expect(markQuiz(QUIZ, answers)).toEqual(mark);
});

it('passes nobody where nothing is asked', () => {
  expect(markQuiz([], [])).toEqual({ right: 0, of: 0, passed: false });
});

it.each([
  [undefined, 0, true],
  [{ right: null, passed: null }, 0, true],
  [{ right: 2, passed: true }, 1, false],
  [{ right: 1, passed: false }, 1, true],
  [{ right: 1, passed: false }, 2, true],
  // The quiz had five questions then.
  [{ right: 5, passed: true }, 1, true],
] as const)('after %o a try with %i right of 3 counts: %s', (before, right, counts) => {
  expect(countsInstead(before, { right, of: 3 })).toBe(counts);
});
