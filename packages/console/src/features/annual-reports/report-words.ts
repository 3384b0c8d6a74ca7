import type { ReportStatus } from '@zhaoshi/domain/annual-report/work/report-status';

/** What comes next at each place of the way, for whoever opens the report. */
export const NEXT_STEPS: Readonly<Record<ReportStatus, string>> = {
  drafting: '写好文字，核对三张表，处理校验结果；登记保密审查以后提请签发。',
  inSignature: '等分管负责人签发并报送。数字和所计案件已经封存；要修改的先撤回送签，或者由签发人退回。',
  submitted: '等主管部门审核接收。要修改的由主管部门退回更正。',
  returned: '按主管部门标明的问题修改，重新登记保密审查、提请签发。',
  accepted: '主管部门已经接收，可以公布。',
  published: '公众已经可以看到。发现数字有误的发起更正，更正前后的数字和原因一并公开。',
};

export const STATUS_COLORS: Readonly<Record<ReportStatus, string>> = {
  drafting: 'default',
  inSignature: 'processing',
  submitted: 'processing',
  returned: 'error',
  accepted: 'success',
  published: 'success',
};

/** Days left to a day, in words; `late` once it has passed. */
export function dueWords(days: number): { readonly words: string; readonly isLate: boolean } {
  if (days < 0) return { words: `已经超过 ${-days} 天`, isLate: true };
  return { words: days === 0 ? '今天是最后一天' : `还有 ${days} 天`, isLate: false };
}
