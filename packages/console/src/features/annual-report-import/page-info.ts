import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

export const REPORT_IMPORT_PAGE = {
  title: '录入以往报告',
  purpose:
    '把以往年度已经公布的报告、没有使用本系统的单位报送的报告，照原件录入；也可以把写好的文件填入本单位的草稿；可以一次选多个文件。',
  law: [LAW.reportDeadline],
  needs: 'report.write',
  help: [
    {
      question: '读得不准怎么办？',
      answer:
        '每格数字旁边写着它在原件里的位置，请打开原件对照。读错了的不要录入：请在 Word 或 WPS 里另存为 .docx 再试，或者在“编写年度报告”里自行填报。系统不改动文件里的任何数字，合计不对也照原样录入，校验会指出。',
    },
    {
      question: '“作为草稿”是什么意思？',
      answer:
        '把文件里的文字和数字填入本单位这一年还没有封存的报告，再接着编写。填入以前逐处列出草稿里现在的和文件里的，可以只填其中几处；没有列出的不改动，别人同时保存过的会提醒重新对照。',
    },
    {
      question: '录入以后会怎样？',
      answer:
        '别的单位的文件“作为报送的报告”计入本级政府的汇总，等主管部门审核接收。本单位正在编报的年度“作为草稿”填入，由分管负责人签发后报送；以往年度的“作为已公布的报告”马上出现在公众网站上，以后只能更正。原件和录入的数字一起保存。',
    },
  ],
} as const satisfies PageInfo;
