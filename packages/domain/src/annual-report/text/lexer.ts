import { NUMERAL_SOURCE, type ReadNumber, readNumber } from './numerals.ts';
import { VOCABULARY, type Word } from './vocabulary.ts';

const MEASURE_WORDS = [
  '件',
  '宗',
  '起',
  '例',
  '份',
  '条',
  '项',
  '个',
  '部',
  '元',
  '%',
  '个百分点',
  '',
] as const;

/** Measure words behind a number; '' for “为0”, which has none. */
export type Measure = (typeof MEASURE_WORDS)[number];

interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type Lexeme = Span &
  (
    | { readonly is: 'word'; readonly word: Word }
    | { readonly is: 'year'; readonly year: number }
    | { readonly is: 'number'; readonly number: ReadNumber; readonly measure: Measure }
    /** A mark that ends a clause; 、 is a joiner, not a stop. */
    | { readonly is: 'stop' }
    /** Anything that no word of the vocabulary covers. */
    | { readonly is: 'gap' }
  );

export type NumberLexeme = Extract<Lexeme, { is: 'number' }>;

const MEASURES = '个百分点|亿元|万元|元|[件宗起例份条项个部%]';
const WORDS = [...VOCABULARY.keys()].toSorted((a, b) => b.length - a.length).join('|');

/**
 * One alternative a kind of lexeme, in order of precedence at the same character: titles of documents are passed
 * over whole, so that the year of a notice is no statement about a year; words come before numbers, because 一 and
 * 三 stand in words too.
 */
const LEXEMES = new RegExp(
  [
    '(?<title>《[^》]{0,80}》)',
    '(?<year>20\\d\\d)(?:年度?(?!\\d)|(?=[、和及与至到~～—–-]{1,2}20\\d\\d))',
    '(?<date>\\d{1,2}月\\d{1,2}日)',
    `(?<part>第?[1-4一二三四]季度|上半年|下半年|\\d{1,2}月份?)`,
    `(?<word>${WORDS})`,
    `百分之(?<percent>${NUMERAL_SOURCE})`,
    `(?<ordinal>第)?(?<numeral>${NUMERAL_SOURCE})(?<bound>[余多])?(?<measure>${MEASURES})?`,
    '(?<stop>[，；：。！？（）])',
  ].join('|'),
  'g',
);

const PART_YEAR: Word = { category: 'partYear' };
const BEFORE_ZERO = /(?:为|是|：|共)$/;
const AFTER_ZERO = /^[，；。、（）]|^$/;

function measureOf(text: string): { measure: Measure; factor: number } {
  if (text === '万元') return { measure: '元', factor: 10_000 };
  if (text === '亿元') return { measure: '元', factor: 100_000_000 };
  return { measure: MEASURE_WORDS.find((word) => word === text) ?? '', factor: 1 };
}

/** “自然人72、商业企业3”: right behind such a word a number needs no measure word. */
function isCounted(last: Lexeme | undefined): boolean {
  return last?.is === 'word' && ['kind', 'looseKind', 'outcome', 'result'].includes(last.word.category);
}

function numberLexeme(folded: string, match: RegExpExecArray, span: Span, last: Lexeme | undefined): Lexeme {
  const groups = match.groups ?? {};
  const gap: Lexeme = { ...span, is: 'gap' };
  const before = folded.slice(Math.max(0, span.start - 4), span.start);
  const after = folded.slice(span.end, span.end + 5);
  if (groups['percent'] !== undefined) {
    const number = readNumber(groups['percent'], before, after);
    return number ? { ...span, is: 'number', number, measure: '%' } : gap;
  }
  if (groups['ordinal'] !== undefined) return gap;
  const { measure, factor } = measureOf(groups['measure'] ?? '');
  const number = readNumber(groups['numeral'] ?? '', before, `${groups['bound'] ?? ''}${measure}${after}`);
  if (!number) return gap;
  if (measure === '') {
    const isNought = number.value === 0 && BEFORE_ZERO.test(before);
    if (!((isNought || isCounted(last)) && AFTER_ZERO.test(after))) return gap;
  }
  // 一件事, 5部门, 3个月: the measure word belongs to another noun.
  if (/^(?:事|套|门|月|工作日|小时|自然|行政村)/.test(after)) return gap;
  return {
    ...span,
    is: 'number',
    measure,
    number: measure === '元' ? inYuan(number, span.text, factor) : number,
  };
}

/** An amount in 元; it agrees with every amount that rounds to what is printed. */
function inYuan(number: ReadNumber, printed: string, factor: number): ReadNumber {
  const unit = printed.includes('亿') ? 100_000_000 : printed.includes('万') ? 10_000 : 1;
  const half = 0.5 * unit * 10 ** -number.decimals - 1e-6;
  return {
    ...number,
    value: number.value * factor,
    low: number.low * factor - half,
    high: number.high * factor + half,
  };
}

/** Splits a folded sentence (see `foldText`) into lexemes; together they cover it without a hole. */
export function lex(folded: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  let covered = 0;
  const push = (lexeme: Lexeme) => {
    const last = lexemes.at(-1);
    // Neighbouring gaps are one gap: 进 + 一 + 步.
    if (lexeme.is === 'gap' && last?.is === 'gap') {
      lexemes[lexemes.length - 1] = {
        is: 'gap',
        start: last.start,
        end: lexeme.end,
        text: last.text + lexeme.text,
      };
    } else lexemes.push(lexeme);
  };
  for (const match of folded.matchAll(LEXEMES)) {
    const start = match.index;
    const text = match[0];
    if (start > covered) push({ is: 'gap', text: folded.slice(covered, start), start: covered, end: start });
    const span = { text, start, end: start + text.length };
    covered = span.end;
    const groups = match.groups ?? {};
    const word = groups['word'] === undefined ? undefined : VOCABULARY.get(text);
    if (word) push({ ...span, is: 'word', word });
    else if (groups['part'] !== undefined) push({ ...span, is: 'word', word: PART_YEAR });
    else if (groups['year'] !== undefined) push({ ...span, is: 'year', year: Number(groups['year']) });
    else if (groups['stop'] !== undefined) push({ ...span, is: 'stop' });
    else if (groups['title'] !== undefined || groups['date'] !== undefined) push({ ...span, is: 'gap' });
    else push(numberLexeme(folded, match, span, lexemes.at(-1)));
  }
  if (covered < folded.length) {
    push({ is: 'gap', text: folded.slice(covered), start: covered, end: folded.length });
  }
  return lexemes;
}

/** Whether a sentence can hold a claim at all: it has a number with a measure word, or 为0. */
export function mayHoldNumbers(folded: string): boolean {
  return /[\d〇零一二两三四五六七八九十百千万亿](?:[余多])?(?:个百分点|[亿万]?元|[件宗起例份条项个部%])|百分之|[为是：共][0零]/.test(
    folded,
  );
}
