import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

export const RHYTHM_PAGE = {
  title: '年度工作',
  purpose: '每年、每季度要做的公开工作，做了就登记；到期没有登记的会提醒，再不办的告知分管领导。',
  law: [LAW.disclosureOffice],
  needs: 'work.read',
  help: [
    {
      question: '为什么没有收到提醒？',
      answer:
        '本机关登记过任何一项年度工作，或者在工作台账里登记过培训、会议以后，才开始提醒；在此以前到期的不追。',
    },
    {
      question: '年度报告、定期评估怎么不在这里？',
      answer:
        '年度报告、工作日历、不予公开信息的评估、栏目更新、村务公开各有自己的页面和待办，不在这里重复。',
    },
    {
      question: '培训、开放日、考核要登记两次吗？',
      answer:
        '不用。工作台账里已经举办的培训、政府开放日、主要负责人听取汇报，已经结束的考核（组织考核的和被考核的机关都算），已经公布结果的社会评议，这里就算完成，并且列出那条记录。',
    },
    {
      question: '上季度的工作这季度才做完，怎么登记？',
      answer:
        '在上季度的那一行登记，日期如实填写，计入上季度。上年没有登记的，在本年的最前面列出。本年一月补办的上年培训，在上年的那一行登记后，不再计入本年。',
    },
  ],
} as const satisfies PageInfo;
