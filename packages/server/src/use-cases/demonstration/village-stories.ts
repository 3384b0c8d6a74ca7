import { addDays, type CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { frequencyOf, itemsOn, type VillageItem } from '@zhaoshi/domain/village/village-items';
import { periodBefore, periodOf, type VillagePeriod } from '@zhaoshi/domain/village/village-period';
import type { PostKind } from '@zhaoshi/domain/village/village-post';
import { MARK } from './people.ts';

/** What an invented village posted on a day. */
export interface VillagePostStory {
  readonly item: VillageItem;
  readonly period: VillagePeriod;
  readonly on: CivilDate;
  readonly kind: PostKind;
  readonly body: string;
  /** What an important matter is about. */
  readonly subject?: string;
  /** The board with it was photographed on the same day. */
  readonly hasBoard: boolean;
}

/** What a villager asked on the village's page. */
interface VillageQuestionStory {
  readonly ago: number;
  readonly text: string;
  /** `null`: it waits. */
  readonly answer: string | null;
}

export interface VillageStory {
  /** `<region>/<organ>` of the village and of the township above it. */
  readonly organ: string;
  /** Who answers for it on the side of the village's committee and of those who watch over it. */
  readonly signers: { readonly committeeSigner: string; readonly supervisorSigner: string };
  readonly posts: readonly VillagePostStory[];
  readonly questions: readonly VillageQuestionStory[];
}

/** Households and sums, and no names: a village's board is read by everybody. */
const WORDS: Readonly<Record<VillageItem, readonly [PostKind, string]>> = {
  decisions: [
    'text',
    '村民代表会议讨论通过：一、村内路灯改造由村集体经济收入列支，二、垃圾分类投放点增设三处。两项均已开工，年内完成。（演示）',
  ],
  consultations: ['text', '就文化广场使用时间协商一致：每晚九点半以后不放音响，节日顺延半小时。（演示）'],
  familyPlanning: ['text', '落实国家计划生育政策，本季度没有发放奖励扶助资金。（演示）'],
  relief: [
    'table',
    '项目,户数,金额（元）\n耕地地力保护补贴,186,98640\n困难群众冬春救助,7,8400\n社会捐赠,0,0',
  ],
  assistance: ['text', '协助开展城乡居民医保参保登记，已登记1203人；协助开展秸秆禁烧巡查26次。（演示）'],
  finances: [
    'table',
    '项目,收入（元）,支出（元）,余额（元）\n上期结转,,,61200\n鱼塘承包费,18000,,79200\n水渠维修材料,,6350,72850\n水渠维修用工,,4800,68050\n路灯电费,,1260,66790',
  ],
  otherMatters: ['text', '自来水管网检修安排：每周三上午停水两小时，请各户提前储水。（演示）'],
  important: [
    'text',
    '经村民会议表决，村集体果园对外发包，期限五年，报名截止前均可到村委会查阅合同文本。（演示）',
  ],
};

const QUIET_MONTH =
  '项目,收入（元）,支出（元）,余额（元）\n上期结转,,,62900\n路灯电费,,1180,61720\n保洁用具,,520,61200';

interface Days {
  readonly today: CivilDate;
  readonly quarter: VillagePeriod;
  readonly quarterBefore: VillagePeriod;
  readonly month: VillagePeriod;
  /** Those that are over, since the last of the quarter before. */
  readonly monthsBefore: readonly VillagePeriod[];
}

function monthsBefore(month: VillagePeriod, first: CivilDate): readonly VillagePeriod[] {
  const before = periodBefore('month', month);
  return before.to < first ? [] : [...monthsBefore(before, first), before];
}

function daysOf(today: CivilDate): Days {
  const quarter = periodOf('quarter', today);
  const quarterBefore = periodBefore('quarter', quarter);
  const month = periodOf('month', today);
  return { today, quarter, quarterBefore, month, monthsBefore: monthsBefore(month, quarterBefore.to) };
}

function post(item: VillageItem, period: VillagePeriod, on: CivilDate, hasBoard = false): VillagePostStory {
  const [kind, body] = WORDS[item];
  return { item, period, on, kind, body, hasBoard };
}

/** Nothing is posted before its period has begun. */
const notBefore = ({ from }: VillagePeriod, day: CivilDate): CivilDate => (day < from ? from : day);

const quarterItems = ({ to }: VillagePeriod): readonly VillageItem[] =>
  itemsOn(to).filter((item) => frequencyOf(item, { monthlyFinances: true }) === 'quarter');

/** Everything of a quarter but some. */
const wholeQuarter = (
  period: VillagePeriod,
  on: CivilDate,
  without: readonly VillageItem[] = [],
): readonly VillagePostStory[] =>
  quarterItems(period)
    .filter((item) => !without.includes(item))
    .map((item) => post(item, period, on));

const signedBy = (committee: string, watchers: string): VillageStory['signers'] => ({
  committeeSigner: `${committee}${MARK}`,
  supervisorSigner: `${watchers}${MARK}`,
});

/** Each month's finances on the last but one of its days. */
const finances = (months: readonly VillagePeriod[]): readonly VillagePostStory[] =>
  months.map((month) => ({ ...post('finances', month, addDays(month.to, -1)), body: QUIET_MONTH }));

/** Owes nothing: posts everything, with photos of its board, and answers. */
function diligent({ today, quarter, quarterBefore, month, monthsBefore: over }: Days): VillageStory {
  const ago = (days: number): CivilDate => addDays(today, -days);
  return {
    organ: 'hedong/shifan-village',
    signers: signedBy('凤主任', '凤监督'),
    posts: [
      ...wholeQuarter(quarterBefore, addDays(quarterBefore.to, -8)),
      ...finances(over),
      ...wholeQuarter(quarter, notBefore(quarter, ago(6))),
      { ...post('important', { from: ago(3), to: ago(3) }, ago(3), true), subject: '村集体果园对外发包' },
      post('finances', month, notBefore(month, ago(2)), true),
    ],
    questions: [
      {
        ago: 9,
        text: '文化广场的路灯晚上几点关？老人散步回来有一段看不见。',
        answer: '路灯晚上十一点关。您说的那一段已报修，本月内换好灯头。',
      },
    ],
  };
}

/** Owes what is of this month and some of this quarter, and has a question waiting. */
function owing({ today, quarter, quarterBefore, monthsBefore: over }: Days): VillageStory {
  return {
    organ: 'hedong/liuxi-village',
    signers: signedBy('柳主任', '柳监督'),
    posts: [
      ...wholeQuarter(quarterBefore, addDays(quarterBefore.to, -5)),
      ...finances(over),
      ...wholeQuarter(quarter, notBefore(quarter, addDays(today, -12)), ['assistance', 'otherMatters']),
    ],
    questions: [
      { ago: 4, text: '今年的鱼塘承包费收了多少，打算用在哪里？请在公示栏上写清楚。', answer: null },
    ],
  };
}

/** Began with one post and then stopped: where last month lies in this quarter, it is late. */
const beginner = ({ quarter }: Days): VillageStory => ({
  organ: 'hedong/beipo-village',
  signers: signedBy('北主任', '北监督'),
  posts: [post('decisions', quarter, quarter.from)],
  questions: [],
});

/** Villages that keep up, owe and are late; one more has posted nothing yet. */
export function villageStories(today: CivilDate): readonly VillageStory[] {
  const days = daysOf(today);
  return [diligent(days), owing(days), beginner(days)];
}
