import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

const FIGURES_HELP = [
  {
    question: '哪些数字要填？',
    answer:
      '年度报告表二里平台没有台账的四项：行政许可、行政处罚、行政强制的处理决定数量，和行政事业性收费金额。已公开和依法不公开的处理决定都计算在内；没有发生的月份填 0，空着不等于 0。',
  },
  {
    question: '谁来签核？',
    answer:
      '由填报人以外的人签核：科室（站所）负责人、工作机构负责人或者分管领导。本月没有结束的、没有写明数据来源的，不能签核。',
  },
  {
    question: '签核时发现数字有误怎么办？',
    answer:
      '勾选后点“退回所选”，写明理由。填报人的待办里出现“修改被退回的统计数字”，打开就能看到理由；修改后再由另一人签核。更正被退回的，合计仍按原来签核的数字。',
  },
  {
    question: '签核以后发现有误怎么办？',
    answer:
      '点开那个数字，填写更正后的数字和理由，由另一人再签核。更正签核以前，合计仍按原来的数字；每一次填报、签核、退回都留存，不能覆盖。',
  },
  {
    question: '按科室填还是按全机关填？',
    answer:
      '都可以，但同一个月的同一项只用一种，否则会重复计算。有科室填报的，各科室每个月都要填，没有的填 0。',
  },
] as const;

export const STATISTICS_BOARD_PAGE = {
  title: '统计数据',
  purpose: '各机关年度报告表二的月度数字：填了多少、还有多少待签核、哪些没有填。',
  law: [LAW.reportDeadline],
  needs: 'statistics.read',
  help: FIGURES_HELP,
} as const satisfies PageInfo;

export const STATISTICS_PAGE = {
  title: '机关统计数据',
  purpose: '按月填报、由另一人签核；全年合计就是年度报告表二将要显示的数字。',
  law: [LAW.reportDeadline],
  needs: 'statistics.read',
  help: FIGURES_HELP,
} as const satisfies PageInfo;

export const NORMATIVE_PAGE = {
  title: '规范性文件台账',
  purpose: '规章、行政规范性文件在任何一天的效力状态，和年度报告表二的制发、废止、现行有效件数。',
  law: [LAW.proactiveContent],
  needs: 'document.read',
  help: [
    {
      question: '本平台发布的文件要登记吗？',
      answer:
        '不用。体裁选“规章”或者“行政规范性文件”的文件，公开后自动进入台账；其中写明的废止、修改、代替关系自动生效。',
    },
    {
      question: '平台启用以前的文件怎么办？',
      answer:
        '点“登记以往文件”，写明名称、文号、成文日期。以后在本平台发布了同一文号的文件，只按发布的计一次。',
    },
    {
      question: '文件被平台以外的决定废止了怎么办？',
      answer: '点“登记废止、失效”，写明日期和依据。网页撤回不等于废止，撤回的文件仍在台账里。',
    },
    {
      question: '“本年废止件数”包括到期失效的吗？',
      answer: '表样没有说明，默认计入，这样上年有效数加制发数减废止数等于本年有效数；可以在设置里改。',
    },
  ],
} as const satisfies PageInfo;
