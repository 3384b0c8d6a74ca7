import { assertNever } from '../../kernel/assert-never.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Confidence } from '../../setting/setting.ts';
import type { Audience } from '../disclosure-class.ts';

/** Days from which periods of publication run, as a person enters them. */
export const START_FACTS = {
  createdOn: '信息形成或者变更之日',
  approvedOn: '本级人民代表大会或者其常务委员会批准之日',
  ratifiedOn: '财政部门批复之日',
  changedOn: '处罚决定被变更、撤销、确认违法或者确认无效之日',
  decidedOn: '作出决定之日',
  approvalReceivedOn: '收到批准文件之日',
  heldOn: '听证会举行之日',
  documentPublishedOn: '所解读文件发布之日',
  signedOn: '签发之日',
} as const;

export type StartFact = keyof typeof START_FACTS;

/** Moments from which periods of clock hours run; that they start there is [U] (oversight.md §6). */
export const START_MOMENTS = { occurredAt: '事件发生时', discoveredAt: '发现舆情时' } as const;

export type StartMoment = keyof typeof START_MOMENTS;

/** 日 without 工作 is a calendar day; `budgetDay` is whichever the setting reads the 二十日 of 预算法14 as [U]. */
export type DayUnit = 'workingDay' | 'calendarDay' | 'budgetDay';

/** What the law leaves open, for an organ: `publicationRulesFrom(settings)` of setting/publication-rules. */
export interface PublicationRules {
  readonly budgetUnit: Exclude<DayUnit, 'budgetDay'>;
  readonly creditPublicityDays: number;
  readonly interpretationDays: number;
  readonly interpretationAlarmDays: number;
  /** 0: no period, only 及时. */
  readonly handoverDays: number;
  /** 0: no period. */
  readonly internalDeliveryDays: number;
  /** Working days before the last day; 0 of the first two is none, of the last the last day itself. */
  readonly firstReminderDays: number;
  readonly secondReminderDays: number;
  readonly lastReminderDays: number;
}

type SettledLength = 'creditPublicityDays' | 'interpretationDays' | 'handoverDays' | 'internalDeliveryDays';

export interface Length {
  /** A number of the law, or the setting that holds it. */
  readonly days: number | SettledLength;
  readonly unit: DayUnit;
}

/** By when something is to be published. */
export type Limit =
  | { readonly kind: 'within'; readonly length: Length; readonly from: StartFact }
  /** So long before a day at the latest. */
  | { readonly kind: 'before'; readonly length: Length; readonly from: StartFact }
  | { readonly kind: 'hours'; readonly hours: number; readonly from: StartMoment }
  /** 及时, or “应当公开” without a number: 条例26 remains. */
  | { readonly kind: 'promptly' }
  /** Another part of the platform works it out. */
  | { readonly kind: 'elsewhere'; readonly words: string };

/** A rule of publication time with its source; valid for periods that start from `validFrom` to `validTo`, both included. */
export interface PeriodRule {
  readonly title: string;
  readonly limit: Limit;
  /** How long it must be shown at least. */
  readonly showing: Length | null;
  /** Who sees it; `specificGroup` never goes to public channels. */
  readonly audience: Audience;
  /** Whether the 20 working days of 条例26 hold beside it. */
  readonly besideArticle26: boolean;
  /** What else the person should know, in a sentence. */
  readonly note: string | null;
  readonly source: string;
  readonly mark: Confidence;
  /** `null`: the day it came into force is not known; it is taken to hold. */
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
  /** Whether the reference gives the day from which it holds. */
  readonly validFromMark: Exclude<Confidence, 'local'>;
}

/** The number of days of a length for an organ. */
export const daysOfLength = ({ days }: Length, rules: PublicationRules): number =>
  typeof days === 'number' ? days : rules[days];

/** The unit of a length for an organ. */
export const unitOfLength = (
  { unit }: Length,
  { budgetUnit }: PublicationRules,
): Exclude<DayUnit, 'budgetDay'> => (unit === 'budgetDay' ? budgetUnit : unit);

/** "20个工作日", "30日". */
export const lengthWords = (length: Length, rules: PublicationRules): string =>
  `${daysOfLength(length, rules)}${unitOfLength(length, rules) === 'workingDay' ? '个工作日' : '日'}`;

/** A limit in words: 自作出决定之日起7个工作日内. */
export function limitWords(limit: Limit, rules: PublicationRules): string {
  switch (limit.kind) {
    case 'within':
      return daysOfLength(limit.length, rules) === 0
        ? `${START_FACTS[limit.from]}当日`
        : `自${START_FACTS[limit.from]}起${lengthWords(limit.length, rules)}内`;
    case 'before':
      return `${START_FACTS[limit.from]}的${lengthWords(limit.length, rules)}前`;
    case 'hours':
      return `${START_MOMENTS[limit.from]}起${limit.hours}小时内`;
    case 'promptly':
      return '及时公开';
    case 'elsewhere':
      return limit.words;
    default:
      return assertNever(limit);
  }
}

export const isInForce = (
  { validFrom, validTo }: Pick<PeriodRule, 'validFrom' | 'validTo'>,
  on: CivilDate,
): boolean => (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo);
