import { SCAN_KINDS, type ScanKind } from '../disclosure/scan/finding.ts';

/**
 * What the platform counts by itself for an assessment (oversight.md §2). Each counter gives findings, every one with the
 * thing that proves it; an indicator names the counter that proves it, or none: then an assessor judges.
 */
interface Counter {
  /** As a sheet of indicators names it. */
  readonly title: string;
  /** What one finding is. */
  readonly finding: string;
}

/** Numbers of persons that a public file never shows (条例15; 个保法28); a mobile number may be that of an office. */
export const UNMASKED_KINDS = ['idNumber', 'bankCard'] as const satisfies readonly ScanKind[];

export const COUNTERS = {
  organOverview: { title: '机构概况缺项', finding: '办公地址、办公时间、联系电话、负责人中没有填写的一项' },
  officeMissing: { title: '信息公开工作机构信息不全', finding: '没有登记工作机构的地址、办公时间或者电话' },
  guideOutdated: { title: '指南没有公开', finding: '没有公开的政府信息公开指南' },
  reportLate: {
    title: '年度报告迟报、被退回',
    finding: '上一年度的报告到期没有公布、迟于期限公布，或者退回后没有重新报送',
  },
  reportAlike: {
    title: '年度报告与其他单位雷同',
    finding: '报告文字与名单上其他单位的相似度超过设置的比例；没有可比的报告的不能评定',
  },
  reportAlikeOwn: {
    title: '年度报告与本单位上年雷同',
    finding: '报告文字与本单位上年报告的相似度超过设置的比例；两年的文字不都在平台的不能评定',
  },
  trainingMissing: {
    title: '本期没有培训',
    finding: '考核期满，没有登记举办过培训，也没有人员登记参加过培训；没有用过工作台账的不能评定',
  },
  openDayMissing: {
    title: '本期没有举办政府开放日',
    finding: '考核期满，没有登记举办过政府开放日；没有用过工作台账的不能评定',
  },
  opinionsLate: {
    title: '政务舆情没有按时回应',
    finding: '超过时限（5小时、24小时、48小时）才回应或者仍没有回应的一件政务舆情；本期没有舆情的不能评定',
  },
  draftsWithoutFeedback: { title: '意见征集没有公布采纳情况', finding: '征集期满的草案没有公布意见采纳情况' },
  normativeCount: {
    title: '规范性文件底数与年度报告不一致',
    finding: '台账里现行有效的规范性文件件数与上一年度报告表二不一致',
  },
  validityUnmarked: {
    title: '规范性文件没有标注施行日期',
    finding: '公开的规范性文件没有写明施行日期，效力状态无从标注',
  },
  planColumns: { title: '规划计划栏目空白', finding: '栏目没有信息也没有说明' },
  budgetColumns: { title: '预决算、政府采购栏目空白', finding: '栏目没有信息也没有说明' },
  feeColumns: { title: '收费栏目空白', finding: '栏目没有信息也没有说明' },
  enforcementColumns: { title: '行政许可、处罚强制栏目空白', finding: '栏目没有信息也没有说明' },
  welfareColumns: { title: '民生、应急、监督检查、招考栏目空白', finding: '栏目没有信息也没有说明' },
  majorProjects: { title: '重大建设项目信息缺类', finding: '八类信息中没有公开的一类' },
  latePublication: { title: '文件逾期公开', finding: '超过公开期限才公开或者仍没有公开的一份文件' },
  missingElements: { title: '公开文件缺要素', finding: '公开文件缺内容概述、主题分类或者发文机关' },
  deadLinks: { title: '公开文件里的链接失效', finding: '公开文件里连续打不开的一个链接' },
  catalogGaps: { title: '标准目录事项缺项、逾期', finding: '标准目录里没有公开或者逾期更新的一个事项' },
  lateReplies: {
    title: '依申请公开逾期答复',
    finding: '超过答复期限才答复，或者超过期限仍没有答复的一件申请',
  },
  disputesRectified: { title: '复议诉讼结果纠正', finding: '本期内被纠正的一件复议、诉讼（按年报表四口径）' },
  uninterpreted: { title: '政策文件没有解读', finding: '公开后仍没有解读材料的一份政策文件' },
  lateVoices: { title: '公众留言逾期答复', finding: '超过答复期限的一条报错、提问或者意见' },
  staleColumns: { title: '栏目超过时限没有更新', finding: '超过更新时限的一个栏目' },
  leaks: { title: '因泄露不应公开的内容撤回', finding: '含有国家秘密、个人隐私等内容公开后撤回的一份文件' },
  unmasked: {
    title: '公开的附件含未遮盖的个人信息',
    finding: `公开的附件里有${UNMASKED_KINDS.map((kind) => SCAN_KINDS[kind].title).join('、')}的一个文件`,
  },
  homePageVeto: { title: '首页超过两周没有更新', finding: '本级政府各单位超过两周没有发布任何信息' },
  columnsVeto: { title: '栏目不更新、空白达到否决数', finding: '达到否决数的不更新或者空白栏目' },
  messagesVeto: { title: '留言超过三个月没有答复', finding: '超过三个月没有答复的一条留言' },
  newMediaVeto: { title: '政务新媒体超过两周没有更新', finding: '超过两周没有更新的一个政务新媒体账号' },
} as const satisfies Readonly<Record<string, Counter>>;

export type CounterName = keyof typeof COUNTERS;

export const COUNTER_NAMES = Object.keys(COUNTERS) as readonly CounterName[];

/** The counter that a sheet names by its title; `null`: there is none of that name. */
export const counterByTitle = (title: string): CounterName | null =>
  COUNTER_NAMES.find((name) => COUNTERS[name].title === title) ?? null;
