import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

const HELP = [
  {
    question: '多久公布一次？',
    answer:
      '一般事项每季度至少一次，财务收支默认每月一次（可以在设置里改为每季度），重大事项随时公布。本期没有发生的，写明“本期没有发生”后公布，也算公布。',
  },
  {
    question: '上个月的账没有公布，现在补上算哪个月的？',
    answer:
      '算上个月的。填写时最前面的“公布哪个月的”默认选最早没有公布的一个月（季度），可以改选；写好的内容跟着走。公布的时间照实显示。',
  },
  {
    question: '公布多长时间？',
    answer:
      '不少于15日，张贴当日不算。到期后自动移到门户的“往期公布”，仍可以查。登记公开栏照片的，从拍摄之日起再满15日。',
  },
  {
    question: '没有网络怎么办？',
    answer:
      '照常填写，内容暂存在这台手机上，关掉页面也在。没有网络时点“公布”，内容排队等候；联网后打开本页自动发出。登录超时的，重新登录后自动发出。',
  },
  {
    question: '个人信息怎么办？',
    answer:
      '公布以前自动检查身份证号、银行账号、手机号等，没有遮盖的不公布，可以一键遮盖。照片里的文字系统看不出来，须由您逐张查看。',
  },
  {
    question: '公布错了怎么改？',
    answer: '在“已公布的村务”里点“更正”，写明原因，公布新的一版；原来的一版不再公开，留存备查。',
  },
] as const;

export const VILLAGE_PAGE = {
  title: '公布村务',
  purpose: '本月、本季度该公布的村务，点一项就可以填写、公布。',
  law: [LAW.villageItems],
  needs: 'village.write',
  help: HELP,
} as const satisfies PageInfo;

export const VILLAGE_POST_PAGE = {
  title: '填写村务',
  purpose: '写文字、表格，或者拍照；公布后在门户展示至少15日。',
  law: [LAW.villageItems],
  needs: 'village.write',
  help: HELP,
} as const satisfies PageInfo;

export const VILLAGE_POSTS_PAGE = {
  title: '已公布的村务',
  purpose: '公布过的村务；登记公开栏照片，公布错了的更正。',
  law: [LAW.villageItems],
  needs: 'village.read',
  help: HELP,
} as const satisfies PageInfo;

export const VILLAGE_QUESTIONS_PAGE = {
  title: '村民提问',
  purpose: '村民在门户上提的问题；答复，并决定是否公开展示。',
  law: [LAW.villageItems],
  needs: 'village.write',
  help: HELP,
} as const satisfies PageInfo;

export const VILLAGE_OVERVIEW_PAGE = {
  title: '各村公布情况',
  purpose: '每个村每项村务公布了没有；逾期的可以督促。村务不计入政府信息公开的统计和年度报告。',
  law: [LAW.villageSupervision],
  needs: 'village.read',
  help: [
    {
      question: '各种颜色是什么意思？',
      answer:
        '“已公布”是本月、本季度已经公布；“待公布”是还有时间；“即将到期”是只剩7日；“逾期”是本季度、上季度里有到期的月份（季度）没有公布，补公布以后消除。“村务公开：期满后几日内公布不算逾期”可以在设置里改（待确认）。还没有在平台上公布过村务的村，以前的不算逾期。',
    },
    {
      question: '督促以后怎样？',
      answer:
        '村里的经办人在平台内收到通知。多次督促仍不公布，或者村民反映公布不实的，依法调查核实，责令公布。',
    },
  ],
} as const satisfies PageInfo;
