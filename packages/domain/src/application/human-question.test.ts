import { describe, expect, it } from 'vitest';
import { foldAnswer, makeQuestion } from './human-question.ts';

/** A row of numbers that repeats itself, different for each seed. */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const QUESTIONS = Array.from({ length: 600 }, (_, index) => makeQuestion(drawer(index * 7919 + 1)));

const DIGITS = '零一二三四五六七八九十';
const numberOf = (word: string): number => DIGITS.indexOf(word);

describe('the question that a person answers', () => {
  it('is asked in words alone, and no answer is empty', () => {
    for (const { text, answers } of QUESTIONS) {
      expect(text).toMatch(/^[\p{Script=Han}、，。：？“”]+$/u);
      expect(answers.length).toBeGreaterThan(0);
      for (const answer of answers) expect(foldAnswer(answer)).toBe(answer);
      for (const answer of answers) expect(answer).not.toBe('');
    }
  });

  it('comes in several kinds, and many of them', () => {
    expect(new Set(QUESTIONS.map(({ text }) => text)).size).toBeGreaterThan(200);
    for (const part of ['加', '减', '最大的', '哪一个是', '请写出', '最后一个字']) {
      expect(
        QUESTIONS.some(({ text }) => text.includes(part)),
        part,
      ).toBe(true);
    }
  });

  it('reckons rightly', () => {
    for (const { text, answers } of QUESTIONS) {
      const [, a = '', sign, b = ''] = /^(.)(加|减)(.)等于几/.exec(text) ?? [];
      if (sign === undefined) continue;
      expect(answers[0]).toBe(String(numberOf(a) + (sign === '加' ? 1 : -1) * numberOf(b)));
      expect(Number(answers[0])).toBeGreaterThanOrEqual(0);
    }
  });

  it('takes the answer however it is typed', () => {
    expect(['１２', ' 12。', '十二'].map(foldAnswer)).toEqual(['12', '12', '十二']);
  });
});
