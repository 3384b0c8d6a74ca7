import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

const HELP = [
  {
    question: '抽查的信息是怎样抽出来的？',
    answer:
      '从每个单位在所选日期内公开、现在仍然公开的信息里，按种子计算抽签的次序，取前几条。种子、日期和条数都写在检查页上，谁用同样的种子抽，抽出来的都一样。',
  },
  {
    question: '看不到、核实不了的怎么办？',
    answer: '选“无法核实”，不计为问题。',
  },
  {
    question: '发现问题以后呢？',
    answer:
      '对有问题的单位下达整改通知，或者通报批评，问题逐条写进文书；整改以后点“复查”，把有问题的信息再检查一遍。',
  },
] as const;

export const INSPECTIONS_PAGE = {
  title: '监督检查',
  purpose: '从各单位已经公开的信息里抽查，登记问题，督促整改，复查。',
  law: [LAW.complaintDuty],
  needs: 'inspection.read',
  help: HELP,
} as const satisfies PageInfo;

export const NEW_INSPECTION_PAGE = {
  title: '制定检查计划',
  purpose: '检查哪些单位、抽多少条、检查什么；保存后当即抽取。',
  law: [LAW.complaintDuty],
  needs: 'inspection.handle',
  help: HELP,
} as const satisfies PageInfo;

export const INSPECTION_PAGE = {
  title: '监督检查',
  purpose: '抽到的信息、逐条的检查结果、整改通知和通报。',
  law: [LAW.complaintDuty],
  needs: 'inspection.read',
  help: HELP,
} as const satisfies PageInfo;
