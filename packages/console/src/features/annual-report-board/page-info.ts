import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

export const REPORT_BOARD_PAGE = {
  title: '年报报送情况',
  purpose:
    '本地区各报送单位一年的年度报告：报了没有、还剩几天、有没有错误、变化大不大、文字是否雷同；审核接收、退回、提醒都在这里。',
  law: [LAW.reportDeadline],
  needs: 'report.receive',
  help: [
    {
      question: '名单从哪里来？',
      answer:
        '就是“年报报送单位”里这一年度的名单。没有报送的单位不会从汇总里消失，而是写明缺哪几家；缺一家，本级政府的报告就不能提请签发。',
    },
    {
      question: '退回以后会怎样？',
      answer:
        '勾选的单元格和文字会标给报送单位，重新报送时这些地方没有改动的，校验会提示。退回期间本级汇总不计算这份报告。',
    },
    {
      question: '“文字相近”是怎么算的？',
      answer:
        '提请签发时，拿第一部分和第五部分的文字与名单里其他单位比较，数字不同不算不同。只供审核时参考，是否雷同由您判断。',
    },
    {
      question: '提醒会发给谁？',
      answer:
        '发给单位的信息公开专员和工作机构负责人；过了期限的，也发给分管负责人。同一单位一天最多提醒一次。临近期限时系统也会自动提醒。',
    },
  ],
} as const satisfies PageInfo;
