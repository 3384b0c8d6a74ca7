import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { addWorkingDays, type DerivedDate } from '../calendar/working-days.ts';
import type { CivilDate } from '../kernel/civil-date.ts';

/** What fixes the day of receipt (条例31; applications.md §2). */
const RECEIPT_RULES = {
  submission: {
    rule: '当面提交的，以提交之日为收到申请之日。',
    article: '条例第三十一条第（一）项',
    evidence: ['申请人签字的接收回执'],
    awaitsConfirmation: false,
  },
  signature: {
    rule: '以需要签收的邮寄方式提交的，以本机关签收之日为收到申请之日。',
    article: '条例第三十一条第（二）项',
    evidence: ['邮件编号', '签收记录', '信封扫描件'],
    awaitsConfirmation: false,
  },
  ordinaryMail: {
    rule: '以平常信函等无需签收的邮寄方式提交的，于收到申请的当日与申请人确认，以确认之日为收到申请之日。',
    article: '条例第三十一条第（二）项',
    evidence: ['信封扫描件', '通话记录（时间、双方人员）'],
    awaitsConfirmation: true,
  },
  mutualConfirmation: {
    rule: '通过互联网渠道或者传真提交的，以双方确认之日为收到申请之日。',
    article: '条例第三十一条第（三）项',
    evidence: ['确认短信、邮件或者通话记录（时间、双方人员）'],
    awaitsConfirmation: true,
  },
  misaddressed: {
    rule: '寄给本机关其他内设机构或者个人的，工作机构于实际收到之日电话联系申请人，以确认之日为收到申请之日。',
    article: '国办公开办函〔2015〕207号第一条第二项',
    evidence: ['信封扫描件', '工作机构实际收到的登记', '通话记录（时间、双方人员）'],
    awaitsConfirmation: true,
  },
  contactRestored: {
    rule: '无法与申请人取得联系的，如实登记，以恢复联络之日为收到申请之日。',
    article: '国办公开办函〔2015〕207号第一条第二项',
    evidence: ['每次联系的时间、方式和结果'],
    awaitsConfirmation: true,
  },
} as const;

export type ReceiptRule = keyof typeof RECEIPT_RULES;

/**
 * Ways an application comes in. 当面 and 邮政寄送 are basic and may not be refused; a further one binds once the guide
 * opens it (国办公开办函〔2017〕19号).
 */
export const INTAKE_CHANNELS = {
  counter: { title: '当面提交', receipt: 'submission', arrival: '提交日期', isBasic: true },
  oral: { title: '口头提出（代为填写）', receipt: 'submission', arrival: '提交日期', isBasic: true },
  registeredMail: { title: '需签收的邮寄', receipt: 'signature', arrival: '签收日期', isBasic: true },
  ordinaryMail: { title: '平常信函', receipt: 'ordinaryMail', arrival: '实际收到日期', isBasic: true },
  portal: { title: '网站', receipt: 'mutualConfirmation', arrival: '提交日期', isBasic: false },
  email: { title: '电子邮件', receipt: 'mutualConfirmation', arrival: '到达日期', isBasic: false },
  otherInternet: {
    title: '其他互联网渠道',
    receipt: 'mutualConfirmation',
    arrival: '到达日期',
    isBasic: false,
  },
  fax: { title: '传真', receipt: 'mutualConfirmation', arrival: '到达日期', isBasic: false },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly title: string;
      readonly receipt: ReceiptRule;
      /** What the day of arrival is called. */
      readonly arrival: string;
      readonly isBasic: boolean;
    }
  >
>;

export type IntakeChannel = keyof typeof INTAKE_CHANNELS;

export interface IntakeFacts {
  readonly channel: IntakeChannel;
  /** Postmark, or the sender's own day; `null` when unknown. */
  readonly sentOn: CivilDate | null;
  /** Handed in, signed for, or really had by the office. */
  readonly arrivedOn: CivilDate | null;
  /** Both sides confirmed, or contact was restored. */
  readonly confirmedOn: CivilDate | null;
  /** A letter to another internal unit or to a person in the organ. */
  readonly isMisaddressed?: boolean;
  /** The applicant was tried and not reached. */
  readonly isUnreachable?: boolean;
}

export interface Receipt {
  /** 收到申请之日; `null` while it awaits confirmation, or the day of arrival is not known. */
  readonly date: CivilDate | null;
  readonly kind: ReceiptRule;
  /** The rule in a sentence. */
  readonly rule: string;
  readonly article: string;
  /** What must be kept to show the day. */
  readonly evidence: readonly string[];
  /** The day is that of a confirmation, not of arrival. */
  readonly awaitsConfirmation: boolean;
}

const byPost = (channel: IntakeChannel): boolean =>
  channel === 'registeredMail' || channel === 'ordinaryMail';

function receiptRule({ channel, isMisaddressed, isUnreachable }: IntakeFacts): ReceiptRule {
  const { receipt } = INTAKE_CHANNELS[channel];
  const own = isMisaddressed === true && byPost(channel) ? 'misaddressed' : receipt;
  return isUnreachable === true && RECEIPT_RULES[own].awaitsConfirmation ? 'contactRestored' : own;
}

/** The day of receipt by the rule of the channel (条例31), with its reason and what evidence it needs. */
export function receiptDateOf(facts: IntakeFacts): Receipt {
  const kind = receiptRule(facts);
  const found = RECEIPT_RULES[kind];
  return { ...found, kind, date: found.awaitsConfirmation ? facts.confirmedOn : facts.arrivedOn };
}

/** Whether the day of receipt of the channel is that of a confirmation, and not that of the arrival (条例31). */
export const awaitsConfirmation = (channel: IntakeChannel, isMisaddressed: boolean): boolean =>
  receiptDateOf({ channel, isMisaddressed, sentOn: null, arrivedOn: null, confirmedOn: null })
    .awaitsConfirmation;

/** The rule with its article, as it stands inside a sentence or beside the day. */
export const receiptWords = ({ rule, article }: Pick<Receipt, 'rule' | 'article'>): string =>
  `${rule.replace(/。$/, '')}，${article}`;

/** Settings [U] of intake, in working days after arrival. */
export interface IntakeRules {
  readonly confirmationDays: number;
  readonly confirmationAlarmDays: number;
  readonly entryDays: number;
}

export interface IntakeLimits {
  /** `null` where nothing is to be confirmed. */
  readonly confirmBy: DerivedDate | null;
  readonly alarmOn: DerivedDate | null;
  /** `null` for the portal, which enters by itself. */
  readonly enterBy: DerivedDate | null;
}

/** By when the office confirms and enters what has arrived; an ordinary letter is confirmed the same day (条例31(2)). */
export function intakeLimits(
  facts: IntakeFacts & { readonly arrivedOn: CivilDate },
  calendar: WorkingCalendar,
  { confirmationDays, confirmationAlarmDays, entryDays }: IntakeRules,
): IntakeLimits {
  const { kind, awaitsConfirmation } = receiptDateOf(facts);
  const after = (days: number): DerivedDate => addWorkingDays(calendar, facts.arrivedOn, days);
  return {
    confirmBy: awaitsConfirmation ? after(kind === 'mutualConfirmation' ? confirmationDays : 0) : null,
    alarmOn: awaitsConfirmation ? after(confirmationAlarmDays) : null,
    enterBy: facts.channel === 'portal' ? null : after(entryDays),
  };
}
