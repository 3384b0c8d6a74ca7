import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

const HELP = [
  {
    question: '分数是怎样算的？',
    answer:
      '每个板块从板块分值扣起，扣完为止。平台能统计的指标，由登记簿里的案件、文件、栏目直接得出，每一处扣分都能打开依据；平台看不到的，由考核人员评定并写明依据。没有人评定的是“未评”，既不扣分也不是零分；整个板块都未评的，不计入总分。',
  },
  {
    question: '单项否决是什么？',
    answer:
      '否决项有一项成立，无论得分多少都是不合格（国办秘函〔2019〕19号），排名列在没有否决的单位后面。否决项没有全部评定的，不能评为合格，是“尚不能评定”。',
  },
  {
    question: '对扣分有异议怎么办？',
    answer:
      '在扣分的依据旁边点“提出异议”，写明理由。异议由评定人以外的人裁定；成立的，这一处不再计分。每一处只受理一次。',
  },
  {
    question: '考核什么时候定下来？',
    answer:
      '结束考核以前，得分随登记簿的变化随时重算；结束时得分和依据定格，以后的变化不再影响。没有到截止日期的，写明理由才能结束；还没有评定的，列出来确认以后才能结束。公布以后，门户显示计分的起止、各单位的得分、等次和原因。',
  },
  {
    question: '分值可以按本地方案改吗？',
    answer:
      '可以。默认指标的分值来自地方方案，标有“待确认”。在“考核指标”里下载表格，按本地方案改好再导入；“平台统计”一列写明由哪个统计项计分，空着的由考核人员评定。',
  },
] as const;

export const ASSESSMENTS_PAGE = {
  title: '考核',
  purpose: '政府信息公开工作考核：全年的得分、每一处扣分的依据，和结果。',
  law: [LAW.assessmentSystem],
  needs: 'assessment.read',
  help: HELP,
} as const satisfies PageInfo;

export const ASSESSMENT_PAGE = {
  title: '考核排名',
  purpose: '各单位现在的得分和排名；点单位名称看每一处扣分。',
  law: [LAW.assessmentSystem],
  needs: 'assessment.read',
  help: HELP,
} as const satisfies PageInfo;

export const ASSESSED_UNIT_PAGE = {
  title: '考核得分',
  purpose: '今天哪些事项在扣分，每一处的依据，和办理的去处。',
  law: [LAW.assessmentSystem],
  needs: 'assessment.read',
  help: HELP,
} as const satisfies PageInfo;
