import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

const HELP = [
  {
    question: '怎样保证不记名？',
    answer:
      '平台不保存单张答卷，只累计每个选项的次数；文字按字序混放，没有时间和先后。邀请码用过即销毁。结束以前谁都看不到结果，少于五份的一直不显示。',
  },
  {
    question: '公开参与和凭邀请码有什么不同？',
    answer:
      '凭邀请码的一码一次，能保证一人一份。公开参与的没有登录，只能限制同一网络地址每天的份数，结果里要说明。',
  },
  {
    question: '纸质答卷怎么办？',
    answer: '在调查页逐张录入，与网上的一起累计，另记纸质份数；没有填的题可以空着。',
  },
  {
    question: '座谈会、征求意见会登记在哪里？',
    answer: '登记在“工作台账”的“会议和社会评议活动”里，附会议记录。',
  },
] as const;

const about = { law: [LAW.assessmentSystem], help: HELP } as const;

export const SURVEYS_PAGE = {
  title: '社会评议',
  purpose: '请群众和代表评议政府信息公开工作：发问卷、收答卷、公布结果，不记名。',
  needs: 'survey.read',
  ...about,
} as const satisfies PageInfo;

export const NEW_SURVEY_PAGE = {
  title: '起草问卷',
  purpose: '写好题目和起止日期；开始以后题目不能再改。',
  needs: 'survey.manage',
  ...about,
} as const satisfies PageInfo;

export const SURVEY_PAGE = {
  title: '社会评议问卷',
  purpose: '开始、结束问卷，生成邀请码，录入纸质答卷，公布结果。',
  needs: 'survey.read',
  ...about,
} as const satisfies PageInfo;
