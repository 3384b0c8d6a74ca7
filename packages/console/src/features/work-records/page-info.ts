import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

const HELP = [
  {
    question: '这里登记什么？',
    answer:
      '公开和答复以外的工作：年度工作要点分解的任务、培训、会议和社会评议活动、宣传、责任追究。文件的公开、申请的办理、复议诉讼都有各自的台账，不在这里重复登记。',
  },
  {
    question: '还没有做的也要登记吗？',
    answer:
      '可以先登记计划，只填标题和计划日期；到期前七天列入待办。做完以后填写日期和情况，上传通知、签到表、照片等证明材料。',
  },
  {
    question: '年度报告怎么用？',
    answer: '每类工作全年的次数、人数、学时在页首合计，点数字打开所计的记录，写年度报告第一部分时照着写。',
  },
  {
    question: '登记错了怎么办？',
    answer: '没有完成的直接修改；已经完成的更正要写明理由；整条登记错误的注销。每一次改动都留在“经过”里。',
  },
] as const;

export const WORK_RECORDS_PAGE = {
  title: '工作台账',
  purpose: '工作要点任务、培训、会议和社会评议、宣传、责任追究：计划什么、做了什么、有什么证明。',
  law: [LAW.assessmentSystem, LAW.training],
  needs: 'work.read',
  help: HELP,
} as const satisfies PageInfo;

export const NEW_WORK_RECORD_PAGE = {
  title: '登记工作',
  purpose: '登记一项计划，或者已经做了的一件事；证明材料可以以后再传。',
  law: [LAW.assessmentSystem, LAW.training],
  needs: 'work.write',
  help: HELP,
} as const satisfies PageInfo;

export const WORK_RECORD_PAGE = {
  title: '工作记录',
  purpose: '这项工作的计划、完成情况、证明材料和经过。',
  law: [LAW.assessmentSystem, LAW.training],
  needs: 'work.read',
  help: HELP,
} as const satisfies PageInfo;

export const TRAININGS_PAGE = {
  title: '我的培训',
  purpose: '本机关和上级机关举办的培训：确认参加，有测试题的当场作答、评分。',
  law: [LAW.training],
  help: [
    {
      question: '测试没有合格怎么办？',
      answer: '可以重做，按最好的一次计。答对六成为合格。',
    },
  ],
} as const satisfies PageInfo;
