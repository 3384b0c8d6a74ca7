import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { countWorkingDays } from '../../calendar/working-days.ts';
import { assertNever } from '../../kernel/assert-never.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { dueOnFile, lapseOf, suspensionEnd } from './clock-dates.ts';
import type { ClockEvent } from './clock-event.ts';
import type { ClockRules } from './clock-rules.ts';
import type { ClockState } from './clock-state.ts';

/** Why an act does not move the clock; each with its article in `CLOCK_REJECTIONS`. */
export type ClockRejection =
  | 'not-received'
  | 'already-received'
  | 'ended'
  | 'before-receipt'
  | 'suspended'
  | 'not-suspended'
  | 'correction-used'
  | 'extension-used'
  | 'fee-used'
  | 'extension-length'
  | 'reply-deferred'
  | 'past-due'
  | 'deferral-not-later'
  | 'not-delivered'
  | 'already-delivered'
  | 'before-notice'
  | 'period-length'
  | 'period-not-over'
  | 'payment-late'
  | 'consultation-known'
  | 'consultation-unknown'
  | 'consultation-before-sent'
  | 'consultation-over'
  | 'lapse-day';

/** What the office is told. */
export const CLOCK_REJECTIONS: Readonly<Record<ClockRejection, string>> = {
  'not-received': '还没有确定收到申请之日（条例第三十一条）。',
  'already-received': '收到申请之日已经确定。',
  ended: '这件申请已经办结。',
  'before-receipt': '日期早于收到申请之日。',
  suspended: '正在等待补正或缴费，答复期限没有计算。',
  'not-suspended': '现在没有等待补正或缴费。',
  'correction-used': '补正只能一次性告知（条例第三十条）。',
  'extension-used': '答复期限只能延长一次（条例第三十三条第二款）。',
  'fee-used': '已经发过收费通知。',
  'extension-length': '延长的期限为1至20个工作日（条例第三十三条第二款）。',
  'reply-deferred':
    '已经确定并告知延迟答复的日期，不再按工作日延长；确需更晚的，重新确定延迟答复的日期（条例第三十五条）。',
  'past-due': '答复期限已过，不能再延长、收费或延迟答复。',
  'deferral-not-later': '延迟答复的日期应晚于现在的答复期限（条例第三十五条）。',
  'not-delivered': '告知书还没有送达。',
  'already-delivered': '告知书的送达日期已经登记。',
  'before-notice': '日期早于告知书的日期。',
  'period-length': '补正期限应为1个工作日以上。',
  'period-not-over': '期限还没有届满。',
  'payment-late': '缴费期限已过，应作逾期未缴费处理。',
  'consultation-known': '这次征求意见已经登记。',
  'consultation-unknown': '没有这次征求意见，或已经结束。',
  'consultation-before-sent': '日期早于发出征求意见书之日。',
  'consultation-over':
    '征求意见的期限已满，应按逾期未复登记，答复期限从期满次日起继续计算；迟到的意见可以附卷（条例第三十二条、第三十四条）。',
  'lapse-day': '逾期未复的日期应为对方收到征求意见书后第15个工作日（条例第三十二条、第三十四条）。',
};

type Check = ClockRejection | null;

const first = (...checks: readonly Check[]): Check => checks.find((check) => check !== null) ?? null;

const before = ({ base }: ClockState, on: CivilDate): Check =>
  base !== null && on < base ? 'before-receipt' : null;

function running(state: ClockState, on: CivilDate): Check {
  if (state.base === null) return 'not-received';
  return state.suspension === null ? before(state, on) : 'suspended';
}

function waiting({ suspension }: ClockState, reason: 'correction' | 'fee', on: CivilDate): Check {
  if (suspension?.reason !== reason) return 'not-suspended';
  return on < suspension.noticedOn ? 'before-notice' : null;
}

function notPastDue(state: ClockState, calendar: WorkingCalendar, rules: ClockRules, on: CivilDate): Check {
  const due = dueOnFile(state, calendar, rules, on);
  return due !== null && on > due.date ? 'past-due' : null;
}

function lapsed(state: ClockState, calendar: WorkingCalendar, rules: ClockRules, on: CivilDate): Check {
  const end = suspensionEnd(state, calendar, rules);
  if (end === null) return 'not-delivered';
  return on > end.date ? null : 'period-not-over';
}

const isDelivered = ({ suspension }: ClockState): Check =>
  suspension?.deliveredOn === null ? null : 'already-delivered';

function payment(state: ClockState, calendar: WorkingCalendar, rules: ClockRules, on: CivilDate): Check {
  const end = suspensionEnd(state, calendar, rules);
  if (end === null) return 'not-delivered';
  return on > end.date ? 'payment-late' : null;
}

function consultation(
  { open }: ClockState,
  calendar: WorkingCalendar,
  rules: ClockRules,
  event: Extract<ClockEvent, { readonly consultationId: string }>,
): Check {
  const found = open.find(({ consultationId }) => consultationId === event.consultationId);
  if (event.type === 'consultationSent') return found === undefined ? null : 'consultation-known';
  if (found === undefined) return 'consultation-unknown';
  if (event.on < found.sentOn) return 'consultation-before-sent';
  if (event.type === 'consultationReceived') return found.receivedOn === null ? null : 'already-delivered';
  const lapse = lapseOf(found, calendar, rules)?.date;
  if (event.how === 'lapse') return lapse === event.on ? null : 'lapse-day';
  return lapse !== undefined && event.on > lapse ? 'consultation-over' : null;
}

function deferral(
  state: ClockState,
  calendar: WorkingCalendar,
  rules: ClockRules,
  { on, dueOn }: Extract<ClockEvent, { readonly type: 'deferred' }>,
): Check {
  const due = dueOnFile(state, calendar, rules, on);
  return due !== null && dueOn <= due.date ? 'deferral-not-later' : null;
}

/** Whether the law lets the event move the clock (guards of applications.md §8.1); `null` when it does. */
export function refuseClockEvent(
  state: ClockState,
  event: ClockEvent,
  calendar: WorkingCalendar,
  rules: ClockRules,
): Check {
  const { on } = event;
  if (state.ended !== null) return 'ended';
  switch (event.type) {
    case 'received':
      return state.base === null ? null : 'already-received';
    case 'correctionNoticed':
      return first(running(state, on), state.correctionUsed ? 'correction-used' : null);
    case 'correctionNoticeDelivered':
      return first(
        waiting(state, 'correction', on),
        isDelivered(state),
        Number.isInteger(event.days) && event.days >= 1 ? null : 'period-length',
      );
    case 'corrected':
      return waiting(state, 'correction', on);
    case 'correctionLapsed':
      return first(waiting(state, 'correction', on), lapsed(state, calendar, rules, on));
    case 'consultationSent':
      return first(running(state, on), consultation(state, calendar, rules, event));
    case 'consultationReceived':
    case 'consultationEnded':
      return consultation(state, calendar, rules, event);
    case 'reasonsRequested':
      return running(state, on);
    case 'reasonsGiven': {
      const { reasonsAskedOn } = state;
      return reasonsAskedOn !== null && on < reasonsAskedOn ? 'before-notice' : null;
    }
    case 'extended': {
      const { days } = event;
      const isLength = Number.isInteger(days) && days >= 1 && days <= rules.mostExtensionDays;
      return first(
        running(state, on),
        state.extensionUsed ? 'extension-used' : null,
        state.deferredTo === null ? null : 'reply-deferred',
        isLength ? null : 'extension-length',
        notPastDue(state, calendar, rules, on),
      );
    }
    case 'deferred':
      return first(
        running(state, on),
        notPastDue(state, calendar, rules, on),
        deferral(state, calendar, rules, event),
      );
    case 'feeNoticed':
      return first(
        running(state, on),
        state.feeUsed ? 'fee-used' : null,
        notPastDue(state, calendar, rules, on),
      );
    case 'feeNoticeDelivered':
      return first(waiting(state, 'fee', on), isDelivered(state));
    case 'feePaid':
      return first(waiting(state, 'fee', on), payment(state, calendar, rules, on));
    case 'feeLapsed':
      return first(waiting(state, 'fee', on), lapsed(state, calendar, rules, on));
    case 'replied':
      // A reply needs no period that runs: an organ may answer while it waits for a correction or a payment.
      return state.base === null ? 'not-received' : before(state, on);
    case 'withdrawn':
      return before(state, on);
    default:
      return assertNever(event);
  }
}

/** Whether a notice of correction on this day is later than the law gives (条例30: 7 working days). */
export const isLateCorrectionNotice = (
  { base }: ClockState,
  on: CivilDate,
  calendar: WorkingCalendar,
  { correctionNoticeDays }: ClockRules,
): boolean => base !== null && countWorkingDays(calendar, base, on) > correctionNoticeDays;
