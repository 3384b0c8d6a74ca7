import { figureOf, sumOf } from '../figures.ts';
import { type CellId, TABLE_NAMES, type TableId } from '../ids.ts';
import type { Claim, ClaimKind, ReadSentence } from '../text/claim.ts';
import { readClaimsOf, sentenceBefore } from '../text/claims.ts';
import { partListsIn, partsAgree } from '../text/part-lists.ts';
import { foldedText } from '../text/sentences.ts';
import { zeroStatementsOf } from '../text/zero-statements.ts';
import { defineRule, type Evaluation, type MessageValues } from './define.ts';
import type { CheckResult, CheckRule } from './rule.ts';
import { CheckResultKeys, type Compared, compareClaim, passageOf, TEXT_RULE } from './text-comparison.ts';
import { GROWTH_RULE, PERCENTAGE_RULE } from './text-rate-rules.ts';
import { emptyPlace } from './text-search.ts';

const figures = ({ figures: [a, b] }: Compared) => ({ a: a ?? '空白', b: b ?? '空白' });

const named = (compared: Compared): MessageValues => ({
  phrase: compared.claim.phrase,
  n: compared.claim.printed,
  a: accepted(compared),
});

/** Every accepted figure once, with its name when there are several: “26（未经复议直接起诉）或20（复议后起诉）”. */
function accepted({ claim, figures }: Compared): string {
  const first = figures[0] ?? '空白';
  const all = claim.readings.map(({ name }, index) => `${figures[index] ?? '空白'}（${name}）`);
  return all.length === 1 ? String(first) : all.join('或');
}

interface ClaimRule {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly message: string;
  readonly values: (compared: Compared) => MessageValues;
}

const CLAIM_RULES: readonly ClaimRule[] = [
  {
    id: 'AR-TXT-01',
    kind: 'received',
    message: '正文称收到{n}，表三为{a}（新收）或{b}（含结转）。',
    values: (compared) => ({ n: compared.claim.printed, ...figures(compared) }),
  },
  {
    id: 'AR-TXT-02',
    kind: 'byApplicant',
    message: '正文{kind}{n}，表三为{a}。',
    values: (compared) => ({ kind: compared.claim.phrase, n: compared.claim.printed, a: accepted(compared) }),
  },
  {
    id: 'AR-TXT-03',
    kind: 'handled',
    message: '正文称办结{n}，表三为{a}。',
    values: (compared) => ({ n: compared.claim.printed, a: accepted(compared) }),
  },
  { id: 'AR-TXT-04', kind: 'carried', message: '正文“{phrase}”{n}，表三为{a}。', values: named },
  { id: 'AR-TXT-05', kind: 'outcome', message: '正文“{phrase}”{n}，表三为{a}。', values: named },
  {
    id: 'AR-TXT-06',
    kind: 'reconsideration',
    message: '正文行政复议“{phrase}”{n}，表四为{a}。',
    values: named,
  },
  { id: 'AR-TXT-07', kind: 'litigation', message: '正文行政诉讼“{phrase}”{n}，表四为{a}。', values: named },
  { id: 'AR-TXT-10', kind: 'tableTwo', message: '正文“{phrase}”{n}，表二为{a}。', values: named },
];

/** Every claim of the text with its sentence. */
function claimsOf(sentences: readonly ReadSentence[]): readonly { claim: Claim; read: ReadSentence }[] {
  return sentences.flatMap((read) => read.figures.flatMap(({ claim }) => (claim ? { claim, read } : [])));
}

const claimRule = ({ id, kind, message, values }: ClaimRule): CheckRule =>
  defineRule({ ...TEXT_RULE, id, message }, ({ report }, verdicts) => {
    const keys = new CheckResultKeys();
    return claimsOf(readClaimsOf(report)).flatMap(({ claim, read: { sentence } }) => {
      if (claim.kind !== kind || claim.number.bound === 'ambiguous') return [];
      const key = keys.next(`${sentence.place}:${claim.phrase}${claim.printed}`);
      return compareClaim(report, claim, sentence, key, verdicts, values);
    });
  });

const evaluateZeroStatements: Evaluation = ({ report }, verdicts) => {
  const keys = new CheckResultKeys();
  return zeroStatementsOf(report).map(({ sentence, phrase, cells }): CheckResult => {
    const base = {
      cells,
      left: 0,
      passage: passageOf(sentence),
      key: keys.next(`${sentence.place}:${phrase}`),
    };
    const total = cells.reduce((sum, cell) => sum + (figureOf(report, cell) ?? 0), 0);
    const missing = cells.filter((cell) => figureOf(report, cell) === null);
    // A figure above 0 contradicts the sentence, whatever the blank cells beside it may mean.
    if (total > 0) return verdicts.fail({ phrase, a: total }, { ...base, right: total, difference: -total });
    if (missing.length > 0) return verdicts.notEvaluated('所述数据在表中为空', { ...base, missing });
    return verdicts.pass({ ...base, right: 0, difference: 0, note: '表中各项均为0' });
  });
};

const evaluatePartLists: Evaluation = ({ report }, verdicts) => {
  const keys = new CheckResultKeys();
  const sentences = readClaimsOf(report);
  return sentences.flatMap((read, index) =>
    partListsIn(read, sentenceBefore(sentences, index)).map((list): CheckResult => {
      const sum = list.parts.reduce((total, { value }) => total + value, 0);
      const whole = list.wholes[0]?.value ?? 0;
      const base = {
        cells: [...new Set(list.claims.flatMap(({ readings }) => readings[0]?.plus ?? []))],
        left: sum,
        right: whole,
        difference: sum - whole,
        passage: passageOf(list.sentence),
        key: keys.next(`${list.sentence.place}:${whole}=${list.parts.map(({ value }) => value).join('+')}`),
      };
      if (!partsAgree(list)) return verdicts.fail({ a: sum, b: whole }, base);
      return verdicts.pass({ ...base, note: list.exhaustive ? '各项之和等于总数' : '各项之和不超过总数' });
    }),
  );
};

const evaluateAmbiguous: Evaluation = ({ report }, verdicts) => {
  const keys = new CheckResultKeys();
  return claimsOf(readClaimsOf(report)).flatMap(({ claim, read: { sentence } }): CheckResult[] => {
    if (claim.number.bound !== 'ambiguous') return [];
    const text = `${claim.phrase}${claim.printed}`;
    const cells = [...new Set(claim.readings.flatMap(({ plus }) => plus))];
    return [
      verdicts.fail(
        { text },
        { cells, left: text, passage: passageOf(sentence), key: keys.next(`${sentence.place}:${text}`) },
      ),
    ];
  });
};

/** Cells that show whether a table has anything to speak of, and the words by which part one would. */
const SPOKEN_OF: readonly {
  readonly table: TableId;
  readonly cells: readonly CellId[];
  readonly words: RegExp;
}[] = [
  {
    table: 't3',
    cells: ['t3.newlyReceived/total', 't3.carriedIn/total'],
    words: /申请(?!(?:行政)?复议)/,
  },
  {
    table: 't4',
    cells: [
      't4.reconsideration/total',
      't4.litigationDirect/total',
      't4.litigationAfterReconsideration/total',
    ],
    words: /复议|诉讼/,
  },
];

const evaluateSilence: Evaluation = ({ report }, verdicts) => {
  if (!report.sections.s1) return [];
  const text = foldedText(report, ['s1']);
  return SPOKEN_OF.flatMap(({ table, cells, words }): CheckResult[] => {
    const known = cells.filter((cell) => figureOf(report, cell) !== null);
    const right = sumOf(report, known) ?? 0;
    if (right <= 0) return [];
    const base = { cells, right, passage: emptyPlace('s1'), key: table };
    const name = TABLE_NAMES[table];
    return [words.test(text) ? verdicts.pass(base) : verdicts.fail({ table: name }, base)];
  });
};

/**
 * Text against tables (annual-report.md §9.9). AR-TXT-15, that every occurrence counts, is how all of them work:
 * one result a claim. No claim, no result.
 */
export const TEXT_RULES: readonly CheckRule[] = [
  ...CLAIM_RULES.map(claimRule),
  defineRule(
    { ...TEXT_RULE, id: 'AR-TXT-08', message: '正文称“{phrase}”，表中为{a}。' },
    evaluateZeroStatements,
  ),
  defineRule(
    { ...TEXT_RULE, id: 'AR-TXT-09', blank: 'none', message: '“其中”各项之和{a}，总数{b}。' },
    evaluatePartLists,
  ),
  PERCENTAGE_RULE,
  GROWTH_RULE,
  defineRule(
    { ...TEXT_RULE, id: 'AR-TXT-13', blank: 'none', message: '数字表述有歧义：{text}。' },
    evaluateAmbiguous,
  ),
  defineRule(
    { ...TEXT_RULE, id: 'AR-TXT-14', severity: 'hint', message: '{table}有数据，正文未提及。' },
    evaluateSilence,
  ),
];
