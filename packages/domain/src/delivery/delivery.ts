import type { CivilDate } from '../kernel/civil-date.ts';

/** What a delivery is proved and dated by. */
export type DeliveryField =
  | 'sentOn'
  | 'receivedOn'
  | 'mailNumber'
  | 'carrier'
  | 'signedProof'
  | 'systemLog'
  | 'organName';

/** Which day decides whether the reply was on time. */
export type TimePoint = 'sentOn' | 'receivedOn';

interface DeliveryWayRow {
  readonly title: string;
  /** The day that counts, in words. */
  readonly timePoint: string;
  readonly counts: TimePoint;
  /** What must be on file. */
  readonly evidence: readonly DeliveryField[];
  /** Only where the applicant chose it (条例40). */
  readonly onlyIfChosen: boolean;
  readonly source: string;
  /** The day that counts is a reading, chosen by a setting. */
  readonly unconfirmed: boolean;
}

/** How a letter may reach whom it is for (applications.md §13). */
export const DELIVERY_WAYS = {
  direct: {
    title: '直接送达',
    timePoint: '申请人签收之日',
    counts: 'receivedOn',
    evidence: ['receivedOn', 'signedProof'],
    onlyIfChosen: false,
    source: '国办公开办函〔2016〕235号',
    unconfirmed: false,
  },
  post: {
    title: '邮寄送达',
    timePoint: '交邮当日',
    counts: 'sentOn',
    evidence: ['sentOn', 'carrier', 'mailNumber'],
    onlyIfChosen: false,
    source: '国办公开办函〔2016〕235号；邮政法第五十五条',
    unconfirmed: false,
  },
  viaOrgan: {
    title: '委托其他行政机关送达',
    timePoint: '申请人签收之日',
    counts: 'receivedOn',
    evidence: ['sentOn', 'organName', 'receivedOn', 'signedProof'],
    onlyIfChosen: false,
    source: '国办公开办函〔2016〕235号',
    unconfirmed: true,
  },
  electronic: {
    title: '电子送达',
    timePoint: '发出之日',
    counts: 'sentOn',
    evidence: ['sentOn', 'systemLog'],
    onlyIfChosen: true,
    source: '条例第四十条；行政复议法第二十二条第二款',
    unconfirmed: true,
  },
} as const satisfies Readonly<Record<string, DeliveryWayRow>>;

export type DeliveryWay = keyof typeof DELIVERY_WAYS;

export const DELIVERY_WAY_IDS = Object.keys(DELIVERY_WAYS) as readonly DeliveryWay[];

/** Couriers may not carry documents of state organs (邮政法55): 国家机关公文 go by a postal enterprise. */
export const CARRIERS = {
  ems: '邮政特快专递（EMS）',
  registered: '邮政挂号信',
  courier: '其他快递企业',
} as const;

export type Carrier = keyof typeof CARRIERS;

/** A delivery as it was noted. */
export interface Delivery {
  readonly way: DeliveryWay;
  /** Given to the post, to the other organ, or sent electronically. */
  readonly sentOn: CivilDate | null;
  /** Signed for, or entered the addressee's system. */
  readonly receivedOn: CivilDate | null;
  readonly carrier: Carrier | null;
  readonly mailNumber: string;
  /** A signed 送达回证 or receipt is on file. */
  readonly signedProof: boolean;
  /** SHA-256 of the record of the sending system. */
  readonly systemLog: string;
  /** The organ that was asked to deliver. */
  readonly organName: string;
}

/** How the organ reads what the law leaves open (settings `delivery.*`). */
export interface DeliveryRules {
  readonly electronicCounts: TimePoint;
  readonly viaOrganCounts: TimePoint;
  readonly publicNotice: boolean;
}

export const DELIVERY_RULES: DeliveryRules = {
  electronicCounts: 'sentOn',
  viaOrganCounts: 'receivedOn',
  publicNotice: false,
};

/** The organ's values of the settings; the words of a choice are checked where they are set. */
export interface DeliverySettingValues {
  readonly 'delivery.electronicCountsFrom': string;
  readonly 'delivery.viaOtherOrganCountsFrom': string;
  readonly 'delivery.publicNotice': boolean;
}

/** The readings that the organ's settings choose. */
export const deliveryRulesFrom = (values: DeliverySettingValues): DeliveryRules => ({
  electronicCounts: values['delivery.electronicCountsFrom'] === '进入对方系统之日' ? 'receivedOn' : 'sentOn',
  viaOrganCounts: values['delivery.viaOtherOrganCountsFrom'] === '交付受托机关之日' ? 'sentOn' : 'receivedOn',
  publicNotice: values['delivery.publicNotice'],
});

/** Which time decides whether the reply was on time. */
export function timePointOf(
  way: DeliveryWay,
  { electronicCounts, viaOrganCounts }: DeliveryRules,
): TimePoint {
  if (way === 'electronic') return electronicCounts;
  return way === 'viaOrgan' ? viaOrganCounts : DELIVERY_WAYS[way].counts;
}

/** The day that decides whether the reply was on time; `null` while it is not known. */
export const repliedOn = (delivery: Delivery, rules: DeliveryRules): CivilDate | null =>
  delivery[timePointOf(delivery.way, rules)];

/** What is checked besides the delivery itself. */
export interface DeliveryContext {
  readonly letterDate: CivilDate;
  readonly today: CivilDate;
  /** The applicant chose electronic delivery. */
  readonly electronicChosen: boolean;
}

export interface DeliveryProblem {
  readonly field: DeliveryField | 'way';
  readonly words: string;
}

const MISSING: Readonly<Record<DeliveryField, string>> = {
  sentOn: '请填写交邮、交付或者发出的日期',
  receivedOn: '请填写签收或者进入对方系统的日期',
  mailNumber: '请填写邮件号',
  carrier: '请选择邮政企业',
  signedProof: '请上传签名的送达回证或者签收单',
  systemLog: '请附发送系统的记录及其校验值',
  organName: '请填写受托送达的机关',
};

function isMissing(delivery: Delivery, field: DeliveryField): boolean {
  const value = delivery[field];
  return value === null || value === false || (typeof value === 'string' && value.trim() === '');
}

function wrongDates(
  { sentOn, receivedOn }: Delivery,
  { letterDate, today }: DeliveryContext,
): readonly DeliveryProblem[] {
  const dates = [
    { field: 'sentOn', date: sentOn },
    { field: 'receivedOn', date: receivedOn },
  ] as const;
  const outside = dates.flatMap(({ field, date }): readonly DeliveryProblem[] => {
    if (date === null) return [];
    if (date < letterDate) return [{ field, words: '不能早于文书的成文日期' }];
    return date > today ? [{ field, words: '不能晚于今天' }] : [];
  });
  const isReversed = sentOn !== null && receivedOn !== null && receivedOn < sentOn;
  return isReversed
    ? [...outside, { field: 'receivedOn', words: '不能早于交邮、交付或者发出的日期' }]
    : outside;
}

/** What must be on file: that of the way, and the day by which the organ counts. */
function missingEvidence(delivery: Delivery, rules: DeliveryRules): readonly DeliveryProblem[] {
  const needed = new Set<DeliveryField>(DELIVERY_WAYS[delivery.way].evidence);
  needed.add(timePointOf(delivery.way, rules));
  return [...needed]
    .filter((field) => isMissing(delivery, field))
    .map((field) => ({ field, words: MISSING[field] }));
}

/** Everything that is wrong with a delivery, in Chinese; empty when it may be noted. */
export function checkDelivery(
  delivery: Delivery,
  rules: DeliveryRules,
  context: DeliveryContext,
): readonly DeliveryProblem[] {
  const { way, carrier, systemLog } = delivery;
  const wrongs: readonly (readonly [boolean, DeliveryProblem])[] = [
    [
      DELIVERY_WAYS[way].onlyIfChosen && !context.electronicChosen,
      { field: 'way', words: '申请人没有选择电子方式，不能电子送达' },
    ],
    [
      way === 'post' && carrier === 'courier',
      { field: 'carrier', words: '国家机关公文应当交邮政企业寄递，快递企业不得寄递（邮政法第五十五条）' },
    ],
    [
      way === 'electronic' && systemLog.trim() !== '' && !/^[0-9a-f]{64}$/.test(systemLog),
      { field: 'systemLog', words: '应为发送记录的 SHA-256 校验值' },
    ],
  ];
  return [
    ...wrongs.filter(([isWrong]) => isWrong).map(([, problem]) => problem),
    ...missingEvidence(delivery, rules),
    ...wrongDates(delivery, context),
  ];
}

/** What to do after mail came back: once more, then public notice only where the organ may [U], else go on trying. */
export function afterReturn(
  returns: number,
  { publicNotice }: DeliveryRules,
): 'sendAgain' | 'publicNotice' | 'contact' {
  if (returns < 2) return 'sendAgain';
  return publicNotice ? 'publicNotice' : 'contact';
}
