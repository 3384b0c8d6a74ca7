import { foldForSearch } from '../search/fold.ts';

/**
 * A question that a person answers at once and a program that fills in forms does not: words only, so that it can be
 * heard as well as seen, and nothing is asked of anyone but this site.
 */
export interface HumanQuestion {
  readonly text: string;
  /** Any of these is right, as `foldAnswer` writes them. */
  readonly answers: readonly string[];
}

/** A whole number from 0, below the given one. */
export type Draw = (below: number) => number;

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** Up to 20, as people write it. */
const inWords = (number: number): string =>
  number <= 10 ? (DIGITS[number] ?? '') : number === 20 ? '二十' : `十${DIGITS[number - 10] ?? ''}`;

const numberAnswers = (number: number): readonly string[] => [String(number), inWords(number)];

const ORDINALS = ['第一', '第二', '第三'] as const;

const KINDS_OF_THINGS: readonly { readonly name: string; readonly things: readonly string[] }[] = [
  { name: '动物', things: ['黄牛', '兔子', '公鸡', '骆驼', '松鼠'] },
  { name: '水果', things: ['苹果', '香蕉', '西瓜', '葡萄', '桃子'] },
  { name: '季节', things: ['春天', '夏天', '秋天', '冬天'] },
  { name: '颜色', things: ['红色', '黄色', '蓝色', '绿色', '白色'] },
  { name: '文具', things: ['铅笔', '钢笔', '橡皮', '直尺', '本子'] },
  { name: '车船', things: ['火车', '轮船', '卡车', '公交车', '自行车'] },
];

const WORDS = ['政务公开', '便民服务', '依法行政', '阳光政府', '信息公开', '权力清单'] as const;

const pick = <T>(draw: Draw, list: readonly T[]): T => {
  const found = list[draw(list.length)];
  if (found === undefined) throw new RangeError('drew beyond the list');
  return found;
};

/** Some of a list, each once, in any order. */
function some<T>(draw: Draw, list: readonly T[], count: number): readonly T[] {
  const left = [...list];
  return Array.from({ length: count }, () => {
    const [taken] = left.splice(draw(left.length), 1);
    if (taken === undefined) throw new RangeError('not so many in the list');
    return taken;
  });
}

const QUESTIONS: readonly ((draw: Draw) => HumanQuestion)[] = [
  (draw) => {
    const [a, b] = [1 + draw(9), 1 + draw(9)];
    return { text: `${inWords(a)}加${inWords(b)}等于几？`, answers: numberAnswers(a + b) };
  },
  (draw) => {
    const [a, b] = [2 + draw(8), 1 + draw(9)];
    const [more, less] = a > b ? [a, b] : [b + 1, a];
    return { text: `${inWords(more)}减${inWords(less)}等于几？`, answers: numberAnswers(more - less) };
  },
  (draw) => {
    const numbers = some(draw, [1, 2, 3, 4, 5, 6, 7, 8, 9], 3);
    const text = `${numbers.map(inWords).join('、')}这三个数中，最大的是几？`;
    return { text, answers: numberAnswers(Math.max(...numbers)) };
  },
  (draw) => {
    const [one, ...others] = some(draw, KINDS_OF_THINGS, 3);
    const right = pick(draw, one?.things ?? []);
    const words = some(draw, [right, ...others.map(({ things }) => pick(draw, things))], 3);
    return { text: `${words.join('、')}，哪一个是${one?.name ?? ''}？`, answers: [right] };
  },
  (draw) => {
    const words = some(draw, KINDS_OF_THINGS, 3).map(({ things }) => pick(draw, things));
    const place = draw(3);
    return {
      text: `请写出${ORDINALS[place] ?? ''}个词：${words.join('、')}。`,
      answers: [words[place] ?? ''],
    };
  },
  (draw) => {
    const word = pick(draw, WORDS);
    return { text: `“${word}”的最后一个字是什么？`, answers: [Array.from(word).at(-1) ?? ''] };
  },
];

export const makeQuestion = (draw: Draw): HumanQuestion => pick(draw, QUESTIONS)(draw);

/** An answer without what is no part of it: blanks, marks, the unit somebody may have added. */
export const foldAnswer = (text: string): string => foldForSearch(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
