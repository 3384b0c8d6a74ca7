import type { CivilDate } from '../kernel/civil-date.ts';
import type { CounterName } from './counters.ts';
import { OTHER_INDICATORS } from './default-others.ts';
import { PROACTIVE_INDICATORS } from './default-proactive.ts';
import type { IndicatorSet, VetoIndicator } from './indicator.ts';

/** The notice is of April 2019; its day is not known here [U]. */
const BY_NOTICE = {
  source: '国办秘函〔2019〕19号',
  mark: 'confirmed',
  validFrom: '2019-04-01' as CivilDate,
} as const;

const veto = (
  code: string,
  text: string,
  evidence: string,
  counters: readonly CounterName[] = [],
): VetoIndicator => ({
  code,
  text,
  evidence,
  counters,
  ...BY_NOTICE,
});

/** Single vetoes for sites (oversight.md §2.1). */
const VETOES: readonly VetoIndicator[] = [
  veto('V1', '严重表述错误', '抽查'),
  veto('V2', '泄露国家秘密', '保密行政管理部门的认定'),
  veto('V3', '反动、暴力、色情内容或者链接', '抽查'),
  veto('V4', '网站被攻击没有及时处置', '安全事件记录'),
  veto('V5', '弄虚作假，如伪造发布日期', '抽查'),
  veto('V6', '造成严重社会影响的舆情事件', '舆情记录'),
  veto('V7', '站点无法访问（一周以上监测，每天间隔访问20次以上，15秒打不开的占5%以上）', '外部监测'),
  veto('V8', '首页超过两周没有更新', '发布记录', ['homePageVeto']),
  veto(
    'V9',
    '动态、通知、政策类栏目5个以上不更新，应更新栏目10个以上不更新，或者空白栏目5个以上',
    '栏目更新情况',
    ['columnsVeto'],
  ),
  veto('V10', '没有有效的咨询渠道，或者有效留言超过三个月没有答复', '公众留言', ['messagesVeto']),
  veto('V11', '办事指南缺失或者缺重要要素', '抽查'),
  veto('V12', '政务新媒体超过两周没有更新，或者没有有效互动', '新媒体发布记录', ['newMediaVeto']),
];

/**
 * The set a scheme starts with: the rows of oversight.md §2.1 and §2.2. Points are those of local schemes, shares those of
 * one scheme for city departments whose ten for innovation, which has no indicators, go to E and F [U].
 */
export const DEFAULT_SET: IndicatorSet = {
  sections: [
    { code: 'A', title: '机构建设和主动公开', points: 4000 },
    { code: 'B', title: '依申请公开', points: 2500 },
    { code: 'C', title: '解读回应', points: 1500 },
    { code: 'D', title: '平台建设', points: 1000 },
    { code: 'E', title: '保密审查和个人信息保护', points: 500 },
    { code: 'F', title: '组织保障', points: 500 },
  ],
  indicators: [...PROACTIVE_INDICATORS, ...OTHER_INDICATORS],
  vetoes: VETOES,
  passMark: 6000,
  bonusFrom: 8000,
};
