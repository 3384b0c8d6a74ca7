import { chineseDate } from '../../kernel/chinese-date.ts';
import { daysBetween } from '../../kernel/civil-date.ts';
import { stoppingFindings } from '../rules/steps.ts';
import { BOARD_STATES, isMissing } from '../work/board.ts';
import { isYearOver, titleOf } from '../work/compose-report.ts';
import { isEditable, REPORT_STATUSES } from '../work/report-status.ts';
import { disputeBlocks } from './leader-disputes.ts';
import {
  type LeaderBlock,
  type LeaderFacts,
  type LeaderMember,
  type LeaderPackage,
  listOf,
  paragraph,
} from './leader-facts.ts';
import { changeBlocks, figureBlocks } from './leader-figures.ts';
import { findingBlocks, problemBlocks } from './leader-findings.ts';

/** Days left to the last day, in words; nothing once it was sent. */
function dueWords({ due, today, status }: LeaderFacts): string {
  if (due === null) return '';
  const words = `应在${chineseDate(due.date)}以前报送和公布（${due.source}）`;
  if (!isMissing(status)) return `${words}。`;
  const days = daysBetween(today, due.date);
  if (days < 0) return `${words}，已经超过${-days}天。`;
  return days === 0 ? `${words}，今天是最后一天。` : `${words}，还有${days}天。`;
}

function standingBlocks(facts: LeaderFacts): readonly LeaderBlock[] {
  const { status, edition, reportYear, today, frozen } = facts;
  const again = edition > 1 ? `这是第${edition}版，更正以前公布的报告。` : '';
  const state = `现在的状态：${REPORT_STATUSES[status]}${frozen === null ? '' : `（第${frozen.submission}次封存）`}。${again}`;
  const running = isYearOver(reportYear, today)
    ? []
    : [paragraph(`${reportYear}年还没有结束，以下是“如果今天年终”的数字，随台账变化。`)];
  return [paragraph(`${state}${dueWords(facts)}`), ...running];
}

const isLate = ({ dueOn, signedOn, isCounted }: LeaderMember, { today }: LeaderFacts): boolean => {
  if (dueOn === null) return false;
  return isCounted ? signedOn !== null && signedOn > dueOn : today > dueOn;
};

/** 报送单位: who is missing in the sum, and who was or is late (条例49; annual-report.md §8). */
function memberBlocks(members: readonly LeaderMember[], facts: LeaderFacts): readonly LeaderBlock[] {
  if (members.length === 0) return [paragraph('这一年还没有报送单位名单。')];
  const missing = members.filter(({ isCounted }) => !isCounted);
  const late = members.filter((member) => member.isCounted && isLate(member, facts));
  return [
    paragraph(
      `共${members.length}个单位，${members.length - missing.length}个已计入汇总，缺${missing.length}个，逾期报送${late.length}个。`,
    ),
    ...(missing.length > 0 ? [paragraph('没有计入的：')] : []),
    ...listOf(
      missing.map(
        (member) =>
          `${member.name}（${BOARD_STATES[member.state]}${isLate(member, facts) ? '，已经逾期' : ''}）`,
      ),
    ),
    ...(late.length > 0 ? [paragraph('逾期报送的：')] : []),
    ...listOf(
      late.map(({ name, dueOn, signedOn }) => {
        const days = dueOn === null || signedOn === null ? 0 : daysBetween(dueOn, signedOn);
        return `${name}（晚${days}天）`;
      }),
    ),
  ];
}

/** What is asked of the leader now (30号三（四）). */
function signatureBlocks({ status, frozen, findings }: LeaderFacts): readonly LeaderBlock[] {
  if (status === 'inSignature' && frozen !== null) {
    return [
      paragraph(
        `请签发的是第${frozen.submission}次封存的报告，内容校验值（SHA-256）：${frozen.sha256}。签发以前请核对页面上的校验值与此一致。`,
      ),
      paragraph(
        '签发以后报送主管部门，数字和所计的案件不再变动；要修改的请选“退回修改”。签发须用动态口令确认，提请签发的人不能自己签发。',
      ),
    ];
  }
  if (!isEditable(status)) return [paragraph(`报告${REPORT_STATUSES[status]}，现在没有要签的。`)];
  const stopping = stoppingFindings(findings, 'submit').length;
  return [
    paragraph(
      stopping === 0
        ? '报告还没有提请签发。校验没有拦住的问题，提请签发以后请签。'
        : `报告还没有提请签发。提请以前还要处理${stopping}处校验结果，处理以前不能签。`,
    ),
  ];
}

const ORDER = ['一', '二', '三', '四', '五', '六', '七', '八'] as const;

/**
 * What a leader reads before signing a report: its standing, figures beside last year's, what is open, last year's
 * problems, units that are missing, cases that were lost, what to sign. Out of what is known, nothing added.
 */
export function composeLeaderPackage(facts: LeaderFacts): LeaderPackage {
  const { members } = facts;
  const parts: readonly (readonly [string, readonly LeaderBlock[]])[] = [
    ['现在的情况', standingBlocks(facts)],
    ['要签什么', signatureBlocks(facts)],
    ['主要数字', figureBlocks(facts)],
    ['变化较大的数字', changeBlocks(facts)],
    ['校验结果', findingBlocks(facts)],
    ['上年问题的整改', problemBlocks(facts)],
    ...(members === null ? [] : [['报送单位', memberBlocks(members, facts)] as const]),
    ['被纠正的复议、诉讼案件', disputeBlocks(facts)],
  ];
  return {
    title: `${titleOf(facts)}送签说明`,
    subtitle: `${chineseDate(facts.today)}，供分管负责人签发以前参阅，内部资料，不对外公开`,
    sections: parts.map(([title, blocks], index) => ({ heading: `${ORDER[index]}、${title}`, blocks })),
  };
}
