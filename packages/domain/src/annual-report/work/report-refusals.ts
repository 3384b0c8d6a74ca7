/** Why a report does not take an act; every reason that holds is given at once. */
export const REPORT_REFUSALS = {
  'not-in-status': '报告现在的状态不能这样办理：',
  'not-your-role': '您的角色不能办理这一步。',
  'text-missing': '还没有填写。',
  'personal-data': '公众可以看到的文字里有个人信息，没有办理；请删去或者遮盖后再办理：',
  'findings-block': '校验发现有错误，改正以前不能报送和公布：',
  'findings-unexplained': '校验发现有需要说明的地方，请逐项改正或者写明理由：',
  'content-changed': '内容在您查看以后变过，请刷新后重新查看这一版。',
  'same-person': '提请签发的人不能签发同一份报告。',
  'own-acceptance': '签发的人不能代主管部门接收同一份报告。',
  'marks-missing': '请至少标明一个单元格或者一处文字，或者写明需要修改的问题。',
  'members-missing': '还有单位没有报送或者没有接收：',
  'not-restating': '这不是对已公布报告的更正。',
  'register-moved':
    '更正期间登记改动过，与已公布的数字不再一致，不能放弃更正。请改回下列登记，或者完成更正重报：',
  'own-file':
    '本单位的报告由分管负责人签发后报送，不能直接录入文件代替；请把文件填入草稿，再提请签发。没有做任何改动。',
  'made-here':
    '这一年度的报告已经在平台上提请签发或者报送过，不能作为以往已公布的报告录入；请修改后重新报送。没有做任何改动。',
  'goes-up':
    '正在编报的年度，名单上的单位由分管负责人签发报送、主管部门接收以后公布，不能作为以往已公布的报告录入；请把文件填入草稿：',
  'already-published': '这一年度的报告已经公布，只能更正重报。',
  'counted-elsewhere':
    '本单位已经撤销，不在这一年度报送单位名单上，登记簿里的内容由继续行使职权的单位统计和报送，不能重复报送：',
  'year-not-over': '统计期还没有结束（核定时间点为12月31日），可以先编写和预演，1月1日以后再提请签发。',
} as const;

export type ReportRefusalCode = keyof typeof REPORT_REFUSALS;

export interface ReportRefusal {
  readonly code: ReportRefusalCode;
  readonly message: string;
  /** The field of the command that is meant. */
  readonly field?: string;
}

/** `more`: what exactly, where the words end in a colon. */
export const reportRefusal = (code: ReportRefusalCode, more = ''): ReportRefusal => ({
  code,
  message: `${REPORT_REFUSALS[code]}${more}`,
});
