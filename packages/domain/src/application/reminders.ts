import { provisionalWords } from '../calendar/provisional-words.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import type { Role } from '../permission/roles.ts';
import type { ConsultationKind } from './clock/clock-event.ts';
import { type MilestoneRules, trafficLight, workingDaysBefore } from './milestones.ts';

/** The open dates of a case; what does not run, or is done, is `null` or not there. */
export interface ReminderDates {
  /** Last day to reply. */
  readonly due: CivilDate | null;
  /** Some day on the way hangs on a notice that is not out (calendar.md §4). */
  readonly isProvisional: boolean;
  /** Day of receipt, as long as a correction can still be asked for. */
  readonly correctableSince: CivilDate | null;
  /** Last day for the notice of correction (条例30). */
  readonly correctionNoticeLimit: CivilDate | null;
  readonly consultations: readonly { readonly kind: ConsultationKind; readonly lapsesOn: CivilDate }[];
  /** What the applicant must do, and until when. */
  readonly waiting: { readonly reason: 'correction' | 'fee'; readonly until: CivilDate } | null;
  /** Last days to confirm the receipt; the second rings the head. */
  readonly confirmation: { readonly by: CivilDate; readonly alarmOn: CivilDate } | null;
  readonly dispatchBy: CivilDate | null;
  readonly unitBy: CivilDate | null;
  /** Last day of the respondent's answer in a reconsideration (复议法48, 54, 88). */
  readonly answerBy: CivilDate | null;
}

/** What is reminded of, in so few words that they may stand in a mail. */
export const REMINDER_KINDS = {
  due: '答复期限将至',
  overdue: '答复期限已过',
  correctionNotice: '补正告知期限将至',
  consultationLapse: '征求意见期限届满',
  correctionLapse: '补正期限已满',
  paymentLapse: '缴费期限已满',
  confirmation: '等待确认收到日期',
  milestone: '内部办理时限已到',
  respondentAnswer: '行政复议答复期限将至',
} as const;

export type ReminderKind = keyof typeof REMINDER_KINDS;

/** One reminder as data: nothing in it names a person. */
export interface Reminder {
  readonly kind: ReminderKind;
  readonly on: CivilDate;
  readonly who: readonly Role[];
  readonly words: string;
}

const UNIT = ['drafter', 'unitHead'] as const satisfies readonly Role[];
const OFFICE = ['disclosureOfficer', 'disclosureOfficeHead'] as const satisfies readonly Role[];

function beforeDue(
  { due, isProvisional }: ReminderDates,
  calendar: WorkingCalendar,
  { firstDays, secondDays, lastDays }: MilestoneRules,
): readonly Reminder[] {
  if (due === null) return [];
  const remark = isProvisional ? `（${provisionalWords(due)}）` : '';
  const ahead = [...new Set([firstDays, secondDays, lastDays])].filter((days) => days > 0);
  return [...ahead, 0].map((days) => ({
    kind: 'due',
    on: workingDaysBefore(calendar, due, days),
    who: days === firstDays ? ['drafter'] : days === secondDays ? UNIT : [...UNIT, ...OFFICE],
    words:
      days === 0
        ? `答复期限今日届满（条例第三十三条）${remark}。`
        : `距答复期限还有${days}个工作日，${due}届满${remark}。`,
  }));
}

/** Every day after the last one, working or not: the delay itself runs on rest days too. */
function afterDue(
  { due }: ReminderDates,
  calendar: WorkingCalendar,
  rules: MilestoneRules,
  [since, today]: readonly [CivilDate, CivilDate],
): readonly Reminder[] {
  if (due === null) return [];
  const overdue: Reminder[] = [];
  for (let on = since > due ? since : addDays(due, 1); on <= today; on = addDays(on, 1)) {
    const { words } = trafficLight(due, on, calendar, rules);
    overdue.push({
      kind: 'overdue',
      on,
      who: [...UNIT, ...OFFICE, 'supervisor'],
      words: `答复期限${due}已过，${words}，请立即办理。`,
    });
  }
  return overdue;
}

function correctionNotice(
  { correctableSince, correctionNoticeLimit }: ReminderDates,
  calendar: WorkingCalendar,
  { correctionReminderDay }: MilestoneRules,
): readonly Reminder[] {
  if (correctableSince === null || correctionNoticeLimit === null) return [];
  const first = addWorkingDays(calendar, correctableSince, correctionReminderDay).date;
  const last: Reminder = {
    kind: 'correctionNotice',
    on: correctionNoticeLimit,
    who: ['drafter', ...OFFICE],
    words: '需要补正的，今日是一次性告知的最后一天（条例第三十条）。',
  };
  if (first >= correctionNoticeLimit) return [last];
  const words = `申请内容是否明确？需要补正的，最迟${correctionNoticeLimit}一次性告知（条例第三十条）。`;
  return [{ kind: 'correctionNotice', on: first, who: ['drafter'], words }, last];
}

const LAPSES: Readonly<Record<ConsultationKind, string>> = {
  thirdPartyConsultation:
    '第三方的意见期限今日届满；没有意见的，由本机关依法决定是否公开（条例第三十二条）。',
  coMakerConsultation: '共同制作机关的意见期限今日届满；没有意见的，视为同意公开（条例第三十四条）。',
  organConsultation: '请其他机关答复的日期已到，请催办；条例没有规定期限（条例第三十三条第三款）。',
};

const consultationLapses = ({ consultations }: ReminderDates): readonly Reminder[] =>
  consultations.map(({ kind, lapsesOn }) => ({
    kind: 'consultationLapse',
    on: lapsesOn,
    who: ['drafter', 'disclosureOfficer'],
    words: LAPSES[kind],
  }));

function waitingLapse({ waiting }: ReminderDates): readonly Reminder[] {
  if (waiting === null) return [];
  const isFee = waiting.reason === 'fee';
  const words = isFee
    ? `缴费期限${waiting.until}已满；没有缴费的，视为放弃申请，不再处理（国办函〔2020〕109号）。`
    : `补正期限${waiting.until}已满；无正当理由没有补正的，视为放弃申请，不再处理（条例第三十条）。`;
  const kind = isFee ? 'paymentLapse' : 'correctionLapse';
  return [{ kind, on: addDays(waiting.until, 1), who: ['drafter', 'disclosureOfficer'], words }];
}

function confirmation({ confirmation: limits }: ReminderDates): readonly Reminder[] {
  if (limits === null) return [];
  const { by, alarmOn } = limits;
  const words = '申请等待与申请人确认收到日期（条例第三十一条），请联系申请人，不得借此拖延。';
  return [
    { kind: 'confirmation', on: by, who: ['disclosureOfficer'], words },
    ...(alarmOn > by ? [{ kind: 'confirmation', on: alarmOn, who: OFFICE, words } as const] : []),
  ];
}

function milestones({ dispatchBy, unitBy }: ReminderDates): readonly Reminder[] {
  const dispatch = { kind: 'milestone', who: OFFICE, words: '今日应确定承办单位（内部时限）。' } as const;
  const unit = { kind: 'milestone', who: UNIT, words: '今日应提交答复稿（内部时限）。' } as const;
  return [
    ...(dispatchBy === null ? [] : [{ ...dispatch, on: dispatchBy }]),
    ...(unitBy === null ? [] : [{ ...unit, on: unitBy }]),
  ];
}

function respondentAnswer(
  { answerBy }: ReminderDates,
  calendar: WorkingCalendar,
  { lastDays }: MilestoneRules,
): readonly Reminder[] {
  if (answerBy === null) return [];
  const words = `行政复议答复和证据最迟${answerBy}提交（行政复议法第四十八条、第五十四条）。`;
  const ahead = workingDaysBefore(calendar, answerBy, lastDays);
  return [...new Set([ahead, answerBy])].map((on) => ({ kind: 'respondentAnswer', on, who: OFFICE, words }));
}

/**
 * What the office is reminded of, first things first (applications.md §16).
 *
 * @param since the first day that nobody has looked at yet; of one day alone it is today
 */
export function remindersFor(
  dates: ReminderDates,
  today: CivilDate,
  calendar: WorkingCalendar,
  rules: MilestoneRules,
  since: CivilDate = today,
): readonly Reminder[] {
  const all = [
    ...confirmation(dates),
    ...correctionNotice(dates, calendar, rules),
    ...milestones(dates),
    ...consultationLapses(dates),
    ...waitingLapse(dates),
    ...beforeDue(dates, calendar, rules),
    ...afterDue(dates, calendar, rules, [since, today]),
    ...respondentAnswer(dates, calendar, rules),
  ];
  return all
    .filter(({ on }) => since <= on && on <= today)
    .toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}
