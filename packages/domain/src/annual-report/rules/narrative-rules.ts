import type { SectionId } from '../ids.ts';
import { organKindOf } from '../organ-kind.ts';
import type { AnnualReport, OrganKind } from '../report.ts';
import { malformedContacts } from '../text/contacts.ts';
import { feeStatementOf } from '../text/fee-statement.ts';
import { isAnswered, problemsOf } from '../text/last-year-problems.ts';
import { ordinalFaults } from '../text/ordinals.ts';
import { overviewTopics } from '../text/overview-topics.ts';
import { foldedText, foldText, foldWidth, sentencesOf } from '../text/sentences.ts';
import { staleStatements } from '../text/stale-statements.ts';
import { PAIR, pairRule } from './cross-year.ts';
import { defineRule, type Evaluation, failuresOrPass, type RuleSpec } from './define.ts';
import { forbiddenExpressions } from './forbidden-expressions.ts';
import type { CheckResult, CheckRule } from './rule.ts';
import { CheckResultKeys, passageOf, shortPassage } from './text-comparison.ts';
import { emptyPlace, passagesOf } from './text-search.ts';

const NARRATIVE_RULE = {
  class: 'NAR',
  severity: 'warn',
  waiver: 'author',
} as const satisfies Partial<RuleSpec>;

const FORM_NOTICE = '国办公开办函〔2021〕30号';

/** The text of one part, or `undefined` when the report does not have it: then AR-FRM-05 speaks. */
function textOf(report: AnnualReport, section: SectionId): string | undefined {
  return report.sections[section] === undefined ? undefined : foldedText(report, [section]);
}

const evaluateLength: Evaluation = ({ report, settings }, verdicts) => {
  const text = textOf(report, 's1');
  if (text === undefined) return [];
  const n = text.replace(/\s/g, '').length;
  const right = settings.overviewCharacters;
  const base = { left: n, right, difference: n - right, passage: emptyPlace('s1') };
  return [n > right ? verdicts.fail({ n, limit: right }, base) : verdicts.pass(base)];
};

const evaluateTopics: Evaluation = ({ report }, verdicts) => {
  const text = textOf(report, 's1');
  if (text === undefined) return [];
  const missing = overviewTopics(text).flatMap(({ name, isThere }) => (isThere ? [] : name));
  if (missing.length === 0) return [verdicts.pass()];
  const topics = missing.join('、');
  return [verdicts.fail({ topics }, { left: topics, passage: emptyPlace('s1') })];
};

/** 条例50(4) binds governments of every level; a government's own office report stands beside theirs. */
const GOVERNMENTS: ReadonlySet<OrganKind> = new Set([
  'township',
  'countyGovernment',
  'cityGovernment',
  'provinceGovernment',
]);

const RESULTS: readonly (readonly [name: string, words: RegExp])[] = [
  ['工作考核', /考核|考评/],
  ['社会评议', /评议|满意度|测评/],
  ['责任追究', /责任追究|追究|问责|追责/],
];

const evaluateResults: Evaluation = ({ report }, verdicts) => {
  const kind = organKindOf(report);
  const text = textOf(report, 's1');
  if (text === undefined || kind === null || !GOVERNMENTS.has(kind)) return [];
  const missing = RESULTS.flatMap(([name, words]) => (words.test(text) ? [] : name));
  if (missing.length === 0) return [verdicts.pass()];
  const items = missing.join('、');
  return [verdicts.fail({ items }, { left: items, passage: emptyPlace('s1') })];
};

const PROBLEM = /问题|不足|不够|不高|不强|困难|短板|薄弱|有待|欠缺|差距|滞后|需要进一步|需进一步/;
const MEASURE = /措施|改进|整改|下一步|下步|下阶段|今后|加强|加大|进一步|完善|提升|提高|努力|优化|强化/;

const evaluateProblems: Evaluation = ({ report, settings }, verdicts) => {
  const text = textOf(report, 's5');
  if (text === undefined) return [];
  const enough = text.length >= settings.problemsCharacters && PROBLEM.test(text) && MEASURE.test(text);
  const base = {
    left: text.length,
    right: settings.problemsCharacters,
    passage: emptyPlace('s5'),
  };
  return [enough ? verdicts.pass(base) : verdicts.fail({}, base)];
};

const evaluateLastYearsProblems: Evaluation = pairRule(({ report }, previous, verdicts) => {
  if (!report.sections.s5) return [];
  const problems = problemsOf(previous);
  if (problems.length === 0) return [];
  const sentences = sentencesOf(report);
  const open = problems.filter((problem) => !isAnswered(problem, sentences));
  return failuresOrPass(
    open.map((p) => verdicts.fail({ p }, { left: p, passage: emptyPlace('s5'), key: p })),
    verdicts,
  );
});

/** Where fees were collected, nobody may leave it out: then it blocks and cannot be waived. */
const FEES_COLLECTED = { severity: 'block', waiverBy: 'none' } as const;

const evaluateFeeStatement: Evaluation = ({ report, register }, verdicts) => {
  if (textOf(report, 's6') === undefined) return [];
  if (feeStatementOf(report) !== null) return [verdicts.pass()];
  const { count, amount } = register?.processingFees ?? { count: 0, amount: 0 };
  const isCollected = count > 0 || amount > 0;
  return [verdicts.fail({}, { passage: emptyPlace('s6'), ...(isCollected && FEES_COLLECTED) })];
};

const evaluateStale: Evaluation = ({ report }, verdicts) => {
  const keys = new CheckResultKeys();
  const failures = staleStatements(report).map(({ sentence, text }) =>
    verdicts.fail(
      { text },
      { left: text, passage: passageOf(sentence), key: keys.next(`${sentence.place}:${text}`) },
    ),
  );
  return failuresOrPass(failures, verdicts);
};

const evaluateOrdinals: Evaluation = ({ report }, verdicts) => {
  const keys = new CheckResultKeys();
  const bySection = Map.groupBy(sentencesOf(report), ({ place }) => place);
  const failures = [...bySection.values()].flatMap((sentences) =>
    ordinalFaults(sentences).map(({ sentence, text }) =>
      verdicts.fail(
        { text },
        { left: text, passage: passageOf(sentence), key: keys.next(`${sentence.place}:${text}`) },
      ),
    ),
  );
  return failuresOrPass(failures, verdicts);
};

function found(
  passage: NonNullable<CheckResult['passage']>,
  text: string,
  keys: CheckResultKeys,
): Partial<CheckResult> {
  return { left: text, passage: shortPassage(passage, text), key: keys.next(`${passage.section}:${text}`) };
}

const CONTACT = /电话|热线|传真|邮编|邮政编码|邮箱|mail|邮件|http|www/i;

const evaluateContacts: Evaluation = ({ report }, verdicts) => {
  const keys = new CheckResultKeys();
  const failures = passagesOf(report).flatMap((passage): CheckResult[] => {
    if (!CONTACT.test(passage.text)) return [];
    return malformedContacts(foldWidth(passage.text)).map((text) =>
      verdicts.fail({ text }, found(passage, text, keys)),
    );
  });
  return failuresOrPass(failures, verdicts);
};

const evaluateForbidden: Evaluation = ({ report, settings }, verdicts) => {
  const keys = new CheckResultKeys();
  const failures = passagesOf(report).flatMap((passage) =>
    forbiddenExpressions(foldText(passage.text), settings.forbiddenWords).map((text) =>
      verdicts.fail({ text }, found(passage, text, keys)),
    ),
  );
  return failuresOrPass(failures, verdicts);
};

/** Rules about what the text must and must not say (annual-report.md §9.10). */
export const NARRATIVE_RULES: readonly CheckRule[] = [
  defineRule(
    {
      ...NARRATIVE_RULE,
      id: 'AR-NAR-01',
      fromYear: 2021,
      message: '总体情况{n}字，原则上不超过{limit}字。',
      basis: `${FORM_NOTICE}一（一）`,
    },
    evaluateLength,
  ),
  defineRule(
    {
      ...NARRATIVE_RULE,
      id: 'AR-NAR-02',
      message: '总体情况缺少：{topics}。',
      basis: `${FORM_NOTICE}一（一）`,
    },
    evaluateTopics,
  ),
  defineRule(
    {
      ...NARRATIVE_RULE,
      id: 'AR-NAR-03',
      severity: 'block',
      waiver: 'reviewer',
      message: '缺少{items}结果情况。',
      basis: '政府信息公开条例第五十条第一款第四项',
    },
    evaluateResults,
  ),
  defineRule(
    {
      ...NARRATIVE_RULE,
      id: 'AR-NAR-04',
      message: '第五部分过于笼统或缺少改进措施。',
      basis: `${FORM_NOTICE}一（五）`,
    },
    evaluateProblems,
  ),
  defineRule(
    {
      ...NARRATIVE_RULE,
      id: 'AR-NAR-05',
      ...PAIR,
      severity: 'hint',
      message: '上年所列问题“{p}”未见整改情况。',
      basis: `${FORM_NOTICE}一（五）`,
    },
    evaluateLastYearsProblems,
  ),
  defineRule(
    {
      ...NARRATIVE_RULE,
      id: 'AR-NAR-06',
      fromYear: 2021,
      message: '第六部分应专门报告信息处理费收取情况。',
      basis: `${FORM_NOTICE}一（六）`,
    },
    evaluateFeeStatement,
  ),
  defineRule(
    {
      ...NARRATIVE_RULE,
      id: 'AR-NAR-07',
      severity: 'block',
      waiver: 'reviewer',
      message: '疑似误用其他单位或年度：{text}。',
      basis: `${FORM_NOTICE}三（四）`,
    },
    evaluateStale,
  ),
  defineRule(
    { ...NARRATIVE_RULE, id: 'AR-NAR-08', message: '序号重复或缺失：{text}。', basis: '公文格式通行要求' },
    evaluateOrdinals,
  ),
  defineRule(
    { ...NARRATIVE_RULE, id: 'AR-NAR-09', message: '联系方式或链接异常：{text}。', basis: '准确性通行要求' },
    evaluateContacts,
  ),
  defineRule(
    {
      ...NARRATIVE_RULE,
      id: 'AR-NAR-10',
      severity: 'block',
      waiver: 'none',
      message: '存在禁用或错误表述：{text}。',
      basis: '国办秘函〔2019〕19号',
    },
    evaluateForbidden,
  ),
];
