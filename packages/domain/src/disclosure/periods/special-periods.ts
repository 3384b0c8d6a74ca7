import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Length, Limit, PeriodRule } from './period-rule.ts';

const day = (text: string): CivilDate => text as CivilDate;
const workingDays = (days: Length['days']): Length => ({ days, unit: 'workingDay' });
const calendarDays = (days: number): Length => ({ days, unit: 'calendarDay' });
const budgetDays: Length = { days: 20, unit: 'budgetDay' };
const within = (length: Length, from: Extract<Limit, { kind: 'within' }>['from']): Limit => ({
  kind: 'within',
  length,
  from,
});
const promptly: Limit = { kind: 'promptly' };

/** Holds from a day that the reference does not give [U]; how the period is counted does not rest on it. */
const sinceUnconfirmed = (text: string) => ({ validFrom: day(text), validFromMark: 'unconfirmed' }) as const;

type Given = Pick<PeriodRule, 'title' | 'limit' | 'source'> & Partial<PeriodRule>;

const rule = (given: Given): PeriodRule => ({
  showing: null,
  audience: 'public',
  besideArticle26: true,
  note: null,
  mark: 'confirmed',
  validFrom: null,
  validTo: null,
  validFromMark: 'confirmed',
  ...given,
});

/**
 * 条例26: within 20 working days of being made or changed; special provisions of laws and regulations go before. The
 * 条例 of 2007 said the same in its article 18. Information that was made earlier had no period.
 */
export const GENERAL_PERIODS: readonly PeriodRule[] = [
  rule({
    title: '主动公开的一般期限',
    limit: within(workingDays(20), 'createdOn'),
    source: '政府信息公开条例（国务院令第711号）第二十六条',
    validFrom: day('2019-05-15'),
  }),
  rule({
    title: '主动公开的一般期限（旧条例）',
    limit: within(workingDays(20), 'createdOn'),
    source: '政府信息公开条例（国务院令第492号）第十八条',
    ...sinceUnconfirmed('2008-05-01'),
    validTo: day('2019-05-14'),
  }),
];

const LAND = '土地管理法实施条例（国务院令第743号）';
const HOUSES = '国有土地上房屋征收与补偿条例（国务院令第590号）';
const DECISIONS = '重大行政决策程序暂行条例（国务院令第713号）';
const OPINION = '国办发〔2016〕61号；国办发〔2016〕80号';
const OWN_REGIME = '村民委员会组织法（2025年修正）第三十五条';

const budget = sinceUnconfirmed('2015-01-01');
const land = sinceUnconfirmed('2021-09-01');
const houses = sinceUnconfirmed('2011-01-21');
const decisions = sinceUnconfirmed('2019-09-01');
const penalties = sinceUnconfirmed('2021-07-15');
const village = {
  besideArticle26: false,
  validFrom: day('2026-01-01'),
  showing: calendarDays(15),
  source: OWN_REGIME,
  note: '村务公开不是政府信息公开，不计入年度报告的统计。',
} as const;
const affected = { audience: 'specificGroup', besideArticle26: false } as const;

/** Special periods of publication.md §5. Ids never change: publications name the rule they were judged by. */
export const SPECIAL_PERIODS = {
  SP01: rule({
    ...budget,
    title: '经批准的预算、预算调整、决算、预算执行情况的报告及报表',
    limit: within(budgetDays, 'approvedOn'),
    source: '预算法第十四条第一款',
    note: '由本级政府财政部门公开。“二十日”按自然日还是工作日计算，见设置。',
  }),
  SP02: rule({
    ...budget,
    title: '部门预算、决算及报表',
    limit: within(budgetDays, 'ratifiedOn'),
    source: '预算法第十四条第二款',
    note: '由各部门公开。“二十日”按自然日还是工作日计算，见设置。',
  }),
  SP03: rule({
    ...penalties,
    title: '公开的行政处罚决定被变更、撤销、确认违法或者确认无效',
    // 三日 are working days by 行政处罚法85.
    limit: within(workingDays(3), 'changedOn'),
    besideArticle26: false,
    source: '行政处罚法第四十八条第二款、第八十五条',
    note: '应当撤回行政处罚决定信息并公开说明理由。',
  }),
  SP04: rule({
    ...penalties,
    title: '具有一定社会影响的行政处罚决定',
    limit: promptly,
    source: '行政处罚法第四十八条第一款',
  }),
  SP05: rule({
    title: '重大建设项目领域的行政许可、行政处罚',
    limit: within(workingDays(7), 'decidedOn'),
    source: '国办发〔2017〕94号二（四）',
    validFrom: day('2017-12-04'),
  }),
  SP06: rule({
    title: '行政许可、行政处罚“双公示”',
    limit: within(workingDays('creditPublicityDays'), 'decidedOn'),
    source: '信用信息公示的文件（文号和条款待核）',
    mark: 'unconfirmed',
  }),
  SP07: rule({
    title: '准予行政许可的决定',
    limit: promptly,
    source: '行政许可法第四十条',
    note: '应当公开，公众有权查阅。',
    ...sinceUnconfirmed('2004-07-01'),
  }),
  SP08: rule({
    ...land,
    title: '征收土地预公告',
    limit: promptly,
    showing: workingDays(10),
    source: `${LAND}第二十六条`,
    note: '在拟征收土地所在的乡（镇）和村、村民小组范围内公布。',
  }),
  SP09: rule({
    ...land,
    title: '征地补偿安置方案公告',
    limit: promptly,
    showing: calendarDays(30),
    source: `${LAND}第二十八条`,
    note: '在拟征收土地所在的乡（镇）和村、村民小组范围内公告。',
  }),
  SP10: rule({
    ...land,
    title: '征收土地公告',
    limit: within(workingDays(15), 'approvalReceivedOn'),
    source: `${LAND}第三十一条`,
    note: '在拟征收土地所在的乡（镇）和村、村民小组范围内发布。',
  }),
  SP11: rule({
    ...houses,
    title: '房屋征收补偿方案征求意见',
    limit: promptly,
    showing: calendarDays(30),
    source: `${HOUSES}第十条`,
  }),
  SP12: rule({
    ...houses,
    title: '房屋征收决定',
    limit: promptly,
    source: `${HOUSES}第十三条`,
    note: '公告应当载明征收补偿方案和行政复议、行政诉讼权利等事项。',
  }),
  SP13: rule({
    ...houses,
    ...affected,
    title: '房屋调查结果、分户补偿情况',
    limit: promptly,
    source: `${HOUSES}第十五条、第二十九条`,
    note: '只在房屋征收范围内向被征收人公布，不得在网站公开。',
  }),
  SP14: rule({
    ...decisions,
    title: '重大行政决策公开征求意见',
    limit: promptly,
    showing: calendarDays(30),
    source: `${DECISIONS}第十五条`,
    note: '因情况紧急等原因需要缩短期限的，公开征求意见时应当予以说明。',
  }),
  SP15: rule({
    ...decisions,
    ...affected,
    title: '听证会材料',
    limit: { kind: 'before', length: calendarDays(7), from: 'heldOn' },
    source: `${DECISIONS}第十六条`,
    note: '提供给听证参加人。',
  }),
  SP16: rule({
    title: '与市场主体生产经营活动密切相关的规章、规范性文件征求意见',
    limit: promptly,
    showing: calendarDays(30),
    source: '优化营商环境条例（国务院令第722号）第六十二条',
    note: '应当建立健全意见采纳情况反馈机制。',
    ...sinceUnconfirmed('2020-01-01'),
  }),
  SP17: rule({
    title: '规章',
    limit: promptly,
    source: '规章制定程序条例第三十一条',
    note: '公布后应当及时在政府公报等刊载。',
    ...sinceUnconfirmed('2018-05-01'),
  }),
  SP18: rule({
    title: '政府信息公开工作年度报告',
    limit: { kind: 'elsewhere', words: '按年度报告的报送期限' },
    besideArticle26: false,
    source: '条例第四十九条；国办公开办函〔2021〕30号',
    validFrom: day('2019-05-15'),
  }),
  SP19: rule({
    title: '政策解读',
    limit: within(workingDays('interpretationDays'), 'documentPublishedOn'),
    besideArticle26: false,
    source: '国办发〔2016〕19号（3个工作日内）；各地要求与文件同步发布',
    note: '与文件同步组织、同步审签、同步部署。',
    mark: 'local',
  }),
  SP20a: rule({
    title: '特别重大、重大突发事件首次发布权威信息',
    limit: { kind: 'hours', hours: 5, from: 'occurredAt' },
    besideArticle26: false,
    source: OPINION,
    validFrom: day('2016-11-10'),
  }),
  SP20b: rule({
    title: '特别重大、重大突发事件新闻发布会',
    limit: { kind: 'hours', hours: 24, from: 'occurredAt' },
    besideArticle26: false,
    source: OPINION,
    validFrom: day('2016-07-30'),
  }),
  SP20c: rule({
    title: '其他政务舆情回应',
    limit: { kind: 'hours', hours: 48, from: 'discoveredAt' },
    besideArticle26: false,
    source: '国办发〔2016〕61号',
    validFrom: day('2016-07-30'),
  }),
  SP21a: rule({
    ...village,
    title: '一般的村务事项',
    limit: { kind: 'elsewhere', words: '至少每季度公布一次' },
  }),
  SP21b: rule({
    ...village,
    title: '收支较多的村的财务收支',
    limit: { kind: 'elsewhere', words: '每月公布一次' },
  }),
  SP21c: rule({
    ...village,
    title: '涉及村民利益的重大事项',
    limit: { kind: 'elsewhere', words: '随时公布' },
  }),
  SP22: rule({
    title: '向国家档案馆、公共图书馆提供主动公开的信息',
    limit: within(workingDays('handoverDays'), 'createdOn'),
    besideArticle26: false,
    source: '条例第二十五条第三款“及时”；一省规定的期限，见设置',
    note: '查阅场所收到后5个工作日内提供查阅（一省的规定）。',
    mark: 'local',
  }),
  SP23: rule({
    title: '科室向工作机构交付文件和目录表',
    limit: within(workingDays('internalDeliveryDays'), 'signedOn'),
    besideArticle26: false,
    source: '一局的内部规定，见设置',
    mark: 'local',
  }),
} as const satisfies Readonly<Record<string, PeriodRule>>;

export type SpecialPeriodId = keyof typeof SPECIAL_PERIODS;

export const SPECIAL_PERIOD_IDS = Object.keys(SPECIAL_PERIODS) as readonly SpecialPeriodId[];
