import type { Finding } from '../rules/rule.ts';
import { isStopping } from '../rules/steps.ts';
import { isAnswered, problemsOf } from '../text/last-year-problems.ts';
import { sentencesOf } from '../text/sentences.ts';
import { type LeaderBlock, type LeaderFacts, listOf, paragraph } from './leader-facts.ts';

/** So many of each kind are told one by one, so that the paper stays short. */
const MOST_TOLD = 15;

function told(findings: readonly Finding[], words: (finding: Finding) => string): readonly LeaderBlock[] {
  const rest = findings.length - MOST_TOLD;
  const more = rest > 0 ? [`另有${rest}处，见报告页面的“校验结果”。`] : [];
  return listOf([...findings.slice(0, MOST_TOLD).map(words), ...more]);
}

const WAIVED_BY = { author: '编写单位说明', reviewer: '工作机构负责人或者分管领导说明' } as const;

const withReason = ({ message, waiver }: Finding): string =>
  waiver === undefined ? message : `${message}${WAIVED_BY[waiver.by]}：${waiver.reason}`;

/** What stands against the report still, and what was accepted with which reason (annual-report.md §9). */
export function findingBlocks({ findings }: LeaderFacts): readonly LeaderBlock[] {
  const failing = findings.filter(({ status }) => status === 'fail');
  const blocks = failing.filter(({ severity }) => severity === 'block');
  const warnings = failing.filter((finding) => finding.severity === 'warn' && isStopping(finding, 'submit'));
  // A warning that nobody may explain away stops nothing, and is told with the hints.
  const others = failing.filter((finding) => !blocks.includes(finding) && !warnings.includes(finding));
  const waived = findings.filter(({ status }) => status === 'waived');
  const count = `错误${blocks.length}处，须改正或者说明的${warnings.length}处，提醒和提示${others.length}处，已说明理由的${waived.length}处。`;
  const open = [...blocks, ...warnings, ...others];
  const wordsOf = ({ severity, message, waiverBy }: Finding): string =>
    `${severity === 'warn' && waiverBy === 'none' ? '提醒' : SEVERITIES[severity]}：${message}`;
  return [
    paragraph(open.length + waived.length === 0 ? '校验没有发现问题。' : count),
    ...(open.length > 0 ? [paragraph('没有处理的：')] : []),
    ...told(open, wordsOf),
    ...(waived.length > 0 ? [paragraph('已说明理由的：')] : []),
    ...told(waived, withReason),
  ];
}

const SEVERITIES = { block: '错误', warn: '须改正或者说明', hint: '提示' } as const;

/** Longer than that a sentence of the report is not repeated here. */
const LONGEST_ANSWER = 120;

const short = (text: string): string =>
  text.length > LONGEST_ANSWER ? `${text.slice(0, LONGEST_ANSWER)}……` : text;

/** Problems that last year's report named, and what this one says became of them (annual-report.md AR-NAR). */
export function problemBlocks({ report, previous, reportYear }: LeaderFacts): readonly LeaderBlock[] {
  if (previous === null) return [paragraph(`没有${reportYear - 1}年的报告，无从对照。`)];
  const problems = problemsOf(previous);
  if (problems.length === 0) return [paragraph('上年报告的第五部分没有读出具体问题，请对照原文。')];
  const sentences = sentencesOf(report);
  const rows = problems.map((problem) => {
    const answer = sentences.find((sentence) => isAnswered(problem, [sentence]));
    return [problem, answer === undefined ? '没有写到' : short(answer.text)];
  });
  return [{ kind: 'table', columns: ['上年的问题', '本年报告里的说法'], widths: [2, 3], rows }];
}
