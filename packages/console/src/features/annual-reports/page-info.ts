import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

const HELP = [
  {
    question: '年度报告的数字从哪里来？',
    answer:
      '表二、表三、表四由台账统计：案件、文件、月度数字、复议诉讼台账一有变化，报告里的数字就跟着变，直到提请签发时封存。没有使用台账的单位可以在每张表上选“自行填报”，合计自动算出，不用填。点任何一个数字，可以看到它所计的案件。',
  },
  {
    question: '文字里的数字怎样跟着变？',
    answer:
      '在“插入数字”里选一项，文字里出现如 {newlyReceived.total} 的标记，旁边的预览和正式报告里显示的是数字。台账变了，文字里的数字一起变，不会前后不一致。',
  },
  {
    question: '校验结果怎样处理？',
    answer:
      '“错误”必须改正；“须改正或者说明”的可以写明理由，写了理由以后数字或者文字又有变化的，要重新说明；“提示”只供参考。草稿随时可以保存，不受校验结果影响。',
  },
  {
    question: '什么时候可以提请签发？',
    answer:
      '统计年度结束以后（1月1日起）。平时可以点“预演提请签发”，看现在还有哪些问题。提请签发时数字和所计的案件一并封存；要改的先撤回送签。',
  },
] as const;

export const REPORTS_PAGE = {
  title: '年度报告',
  purpose: '本机关各年度的政府信息公开工作年度报告：办到哪一步、哪一天以前报送和公布。',
  law: [LAW.reportDeadline],
  needs: 'report.read',
  help: HELP,
} as const satisfies PageInfo;

export const REPORT_PAGE = {
  title: '编写年度报告',
  purpose: '文字、三张表、校验、送签、报送和公布，都在这一页。',
  law: [LAW.reportDeadline],
  needs: 'report.read',
  help: HELP,
} as const satisfies PageInfo;
