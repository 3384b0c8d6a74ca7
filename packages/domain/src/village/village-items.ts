import { type CivilDate, civilDate } from '../kernel/civil-date.ts';

/** How often a matter is published at least: 一般事项 each quarter, 财务收支 each month, 重大事项 at once (村组法35). */
export type VillageFrequency = 'month' | 'quarter' | 'atOnce';

interface VillageItemRow {
  readonly title: string;
  /** What is to be published, as a clerk reads it. */
  readonly content: string;
  /** Of finances for villages with much traffic; `frequencyOf` asks the setting. */
  readonly frequency: VillageFrequency;
  /** The first and the last day on which the law in force names it; `null`: open. */
  readonly since: CivilDate | null;
  readonly until: CivilDate | null;
}

const day = (year: number, month: number, date: number): CivilDate => {
  const found = civilDate(year, month, date);
  if (found === undefined) throw new RangeError(`${year}-${month}-${date}`);
  return found;
};

/** 村民委员会组织法 as revised on 2025-10-28 is in force from this day; before it the former article 30 holds. */
const NEW_LAW_FROM = day(2026, 1, 1);
const OLD_LAW_UNTIL = day(2025, 12, 31);

const BOTH = { since: null, until: null } as const;

/** What a village publishes (村组法35; before 2026 the former 30), in the order of the law. */
export const VILLAGE_ITEMS = {
  decisions: {
    title: '村民会议、村民代表会议决定的事项',
    content: '村民会议、村民代表会议讨论决定的事项和实施情况',
    frequency: 'quarter',
    ...BOTH,
  },
  consultations: {
    title: '协商议定的事项',
    content: '组织村民协商议定的事项和实施情况',
    frequency: 'quarter',
    since: NEW_LAW_FROM,
    until: null,
  },
  familyPlanning: {
    title: '计划生育政策的落实',
    content: '国家计划生育政策的落实方案',
    frequency: 'quarter',
    since: null,
    until: OLD_LAW_UNTIL,
  },
  relief: {
    title: '救灾救助、补贴补助',
    content: '政府拨付和接受社会捐赠的救灾救助、补贴补助等资金、物资的管理使用情况',
    frequency: 'quarter',
    ...BOTH,
  },
  assistance: {
    title: '协助政府开展工作',
    content: '村民委员会协助人民政府开展工作的情况',
    frequency: 'quarter',
    ...BOTH,
  },
  finances: {
    title: '财务收支',
    content: '本村的财务收支情况',
    frequency: 'month',
    ...BOTH,
  },
  otherMatters: {
    title: '村民普遍关心的其他事项',
    content: '涉及本村村民利益、村民普遍关心的其他事项',
    frequency: 'quarter',
    ...BOTH,
  },
  important: {
    title: '重大事项',
    content: '涉及村民利益的重大事项，随时公布',
    frequency: 'atOnce',
    ...BOTH,
  },
} as const satisfies Readonly<Record<string, VillageItemRow>>;

export type VillageItem = keyof typeof VILLAGE_ITEMS;

export const VILLAGE_ITEM_NAMES = Object.keys(VILLAGE_ITEMS) as readonly VillageItem[];

export const isVillageItem = (text: string): text is VillageItem => Object.hasOwn(VILLAGE_ITEMS, text);

/** What each village of a place decides about its own items. */
export interface VillageRules {
  /** `village.monthlyFinances`: 财务往来较多, so that finances are published each month and not each quarter. */
  readonly monthlyFinances: boolean;
  /** `village.daysAfterPeriod`: so many days after a month or quarter what is about it may still be posted in time. */
  readonly daysAfterPeriod: number;
}

export const frequencyOf = (
  item: VillageItem,
  { monthlyFinances }: Pick<VillageRules, 'monthlyFinances'>,
): VillageFrequency => (item === 'finances' && !monthlyFinances ? 'quarter' : VILLAGE_ITEMS[item].frequency);

/** The items that the law of a day names, in its order. */
export const itemsOn = (date: CivilDate): readonly VillageItem[] =>
  VILLAGE_ITEM_NAMES.filter((item) => {
    const { since, until }: VillageItemRow = VILLAGE_ITEMS[item];
    return (since === null || since <= date) && (until === null || date <= until);
  });

/** The article that asks for it on a day, as people cite it. */
export const villageLawOn = (date: CivilDate): string =>
  date >= NEW_LAW_FROM ? '村民委员会组织法第三十五条' : '村民委员会组织法（2018年修正）第三十条';

/** The article by which villagers complain of what their village does not publish or publishes untruly on a day. */
export const villageComplaintLawOn = (date: CivilDate): string =>
  date >= NEW_LAW_FROM ? '村民委员会组织法第三十六条' : '村民委员会组织法（2018年修正）第三十一条';
