/**
 * A generated corpus of published documents: each is made from its index alone, so that every engine is given the
 * same and nothing is kept. Titles of 10 to 40 characters, texts of 300 to 1500.
 */
import { createRandom, type Random } from './search-bench-random.ts';
import {
  frequentWord,
  makeWords,
  personName,
  placeName,
  tailWord,
  type Words,
  word,
} from './search-bench-words.ts';

export interface BenchDocument {
  readonly index: number;
  readonly title: string;
  readonly body: string;
  readonly documentNumber: string;
  readonly indexNumber: string;
  readonly publishedAt: Date;
  readonly organ: number;
  readonly category: number;
}

const SEED = 20_261_121;
export const ORGANS = 200;
export const CATEGORIES = 24;
const WORDS: Words = makeWords(createRandom(SEED));

const FIRST_DAY = Date.UTC(2011, 0, 4);
const LAST_DAY = Date.UTC(2026, 10, 20);

const OFFICES = ['昭政发', '昭政办发', '昭教发', '昭财字', '昭自然资', '昭农发', '昭卫发', '昭市监'] as const;
const TITLE_ENDS = [
  '的通知',
  '的公告',
  '的公示',
  '实施方案',
  '管理办法',
  '工作要点',
  '的意见',
  '情况的通报',
] as const;

function figure(random: Random, year: number): string {
  switch (random.below(6)) {
    case 0:
      return `${year}年${1 + random.below(12)}月${1 + random.below(28)}日`;
    case 1:
      return `${random.below(90_000)}.${random.below(100)}万元`;
    case 2:
      return `${random.below(3000)}件`;
    case 3:
      return `电话0${300 + random.below(600)}-${1_000_000 + random.below(8_999_999)}`;
    case 4:
      return `第${1 + random.below(40)}条`;
    default:
      return `${random.pick(OFFICES)}〔${2005 + random.below(20)}〕${1 + random.below(400)}号`;
  }
}

function clause(random: Random, year: number): string {
  let text = '';
  const pieces = 3 + random.below(6);
  for (let piece = 0; piece < pieces; piece += 1) {
    const kind = random.below(100);
    if (kind < 7) text += figure(random, year);
    else if (kind < 10) text += personName(random);
    else if (kind < 14) text += placeName(random);
    else text += word(random, WORDS);
  }
  return text;
}

function makeBody(random: Random, year: number): string {
  const length = 300 + Math.floor(1200 * random.share() ** 1.4);
  let text = '';
  while (text.length < length) {
    const end = random.below(12);
    text += clause(random, year) + (end === 0 ? '。\n' : end < 4 ? '。' : end === 4 ? '；' : '，');
  }
  return text;
}

function makeTitle(random: Random, year: number): string {
  let text = `关于${random.below(3) === 0 ? `印发${year}年` : ''}`;
  const length = 4 + random.below(24);
  while (text.length < length) text += random.below(8) === 0 ? placeName(random) : word(random, WORDS);
  return text + random.pick(TITLE_ENDS);
}

/** @param count of how many it is one: later ones are published later */
export function makeDocument(index: number, count: number): BenchDocument {
  const random = createRandom(SEED ^ Math.imul(index + 1, 0x9e37_79b1));
  const publishedAt = new Date(FIRST_DAY + (LAST_DAY - FIRST_DAY) * (index / count) ** 0.7);
  const year = publishedAt.getUTCFullYear();
  return {
    index,
    title: makeTitle(random, year),
    body: makeBody(random, year),
    documentNumber: `${random.pick(OFFICES)}〔${year}〕${1 + random.below(900)}号`,
    indexNumber: `0142768-8/${year}-${String(index).padStart(6, '0')}`,
    publishedAt,
    organ: Math.floor(ORGANS * random.share() ** 1.5),
    category: Math.floor(CATEGORIES * random.share() ** 1.5),
  };
}

const CLEAN = /^[^\s]+$/u;

/** A part of some document's text, without blanks. */
function partOf(random: Random, count: number, from: 'title' | 'body', length: number): string {
  for (;;) {
    const text = makeDocument(random.below(count), count)[from];
    const at = random.below(Math.max(1, text.length - length));
    const part = text.slice(at, at + length);
    if (part.length === length && CLEAN.test(part)) return part;
  }
}

type Ask = (random: Random, count: number) => string;

/** What people ask, by kind; whatever is taken from a text is there at least once. */
export const QUESTIONS: Readonly<Record<string, Ask>> = {
  'frequent word': (random) => {
    for (;;) {
      const asked = frequentWord(random, WORDS);
      if (asked.length >= 2) return asked;
    }
  },
  'rare word': (random) => tailWord(random, WORDS),
  'two words': (random) => `${random.pick(WORDS.frequent.slice(0, 120))}  ${tailWord(random, WORDS)}`,
  'three frequent words': (random) =>
    [0, 1, 2].map(() => random.pick(WORDS.frequent.slice(2, 300))).join(' '),
  'phrase of a text': (random, count) => partOf(random, count, 'body', 14 + random.below(10)),
  '2 of a text': (random, count) => partOf(random, count, 'body', 2),
  '3 of a text': (random, count) => partOf(random, count, 'body', 3),
  '4 of a text': (random, count) => partOf(random, count, 'body', 4),
  '6 of a text': (random, count) => partOf(random, count, 'body', 6),
  '10 of a text': (random, count) => partOf(random, count, 'body', 10),
  '2 of a title': (random, count) => partOf(random, count, 'title', 2),
  '5 of a title': (random, count) => partOf(random, count, 'title', 5),
  'name of a person': (random) => personName(random),
  'document number': (random, count) => makeDocument(random.below(count), count).documentNumber,
  'number in other brackets': (random, count) =>
    makeDocument(random.below(count), count).documentNumber.replace('〔', '[').replace('〕', ']'),
  'index number': (random, count) => makeDocument(random.below(count), count).indexNumber,
  'part of a number': (random) => `${2005 + random.below(20)}〕${1 + random.below(400)}号`,
  'figure with unit': (random) => `${random.below(90_000)}.${random.below(100)}万`,
  telephone: (random) => `${1_000_000 + random.below(8_999_999)}`,
  'in no text': (random) => `鿋${random.pick(WORDS.tail)}鿍`,
};

/** @param seed another one asks other things of the same kinds */
export function askSome(kind: string, count: number, rounds: number, seed: number): readonly string[] {
  const random = createRandom(SEED ^ seed ^ (kind.length * 7919));
  const ask = QUESTIONS[kind];
  if (ask === undefined) throw new Error(`no questions of the kind ${kind}`);
  return Array.from({ length: rounds }, () => ask(random, count));
}
