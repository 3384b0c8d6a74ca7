import type { ClockEvent, ConsultationKind } from '@zhaoshi/domain/application/clock/clock-event';
import { dayWords } from '@zhaoshi/domain/calendar/day-words';
import { provisionalWords } from '@zhaoshi/domain/calendar/provisional-words';
import type { DerivedDate, DerivedDay } from '@zhaoshi/domain/calendar/working-days';

const CONSULTATIONS: Readonly<Record<ConsultationKind, string>> = {
  thirdPartyConsultation: '征求第三方意见',
  coMakerConsultation: '征求共同制作机关意见',
  organConsultation: '征求其他机关意见',
};

export const consultationName = (kind: ConsultationKind): string => CONSULTATIONS[kind];

const EVENTS: Readonly<Record<ClockEvent['type'], string>> = {
  received: '收到申请之日',
  correctionNoticed: '告知补正',
  correctionNoticeDelivered: '补正告知书送达',
  corrected: '收到补正后的申请',
  correctionLapsed: '逾期未补正，不再处理',
  consultationSent: '发出征求意见书',
  consultationReceived: '对方收到征求意见书',
  consultationEnded: '征求意见结束',
  reasonsRequested: '要求说明理由',
  reasonsGiven: '说明理由',
  extended: '延长答复期限',
  deferred: '延迟答复',
  feeNoticed: '发出收费通知',
  feeNoticeDelivered: '收费通知送达',
  feePaid: '缴费',
  feeLapsed: '逾期未缴费，不再处理',
  replied: '答复',
  withdrawn: '撤回申请',
};

/** An event in words: 延长答复期限（20个工作日）. */
export function eventWords(event: ClockEvent): string {
  const name = EVENTS[event.type];
  switch (event.type) {
    case 'consultationSent':
      return `${name}（${event.consultationId}：${consultationName(event.kind)}）`;
    case 'consultationReceived':
      return `${name}（${event.consultationId}）`;
    case 'consultationEnded':
      return `${name}（${event.consultationId}：${event.how === 'opinion' ? '收到意见' : '逾期未复'}）`;
    case 'correctionNoticeDelivered':
    case 'extended':
      return `${name}（${event.days}个工作日）`;
    case 'deferred':
      return `${name}（至${event.dueOn}）`;
    default:
      return name;
  }
}

/** "2026-01-13", with the remark that a provisional date is never shown without. */
export const dateWords = ({ date, provisional }: Pick<DerivedDate, 'date' | 'provisional'>): string =>
  provisional ? `${date}（${provisionalWords(date)}）` : date;

/** Why a day is in its stretch; days of one stretch are told together. */
function whyOf(day: DerivedDay): string {
  if (day.count === null) return day.excluded ? '不计入（征求意见、等待期间）' : dayWords(day);
  return day.reason === 'weekday' ? '' : dayWords(day);
}

function stretches(days: readonly DerivedDay[]): readonly (readonly DerivedDay[])[] {
  const found: DerivedDay[][] = [];
  for (const day of days) {
    const last = found.at(-1)?.at(-1);
    if (last !== undefined && whyOf(last) === whyOf(day)) found.at(-1)?.push(day);
    else found.push([day]);
  }
  return found;
}

function stretchWords(stretch: readonly DerivedDay[]): string {
  const [first, last] = [stretch[0], stretch.at(-1)];
  if (first === undefined || last === undefined) return '';
  const span = first === last ? first.date : `${first.date}至${last.date}`;
  const why = whyOf(first);
  const source = first.source === undefined || first.excluded ? '' : `（${first.source}）`;
  if (first.count === null) return `${span}　${why}${source}`;
  const count = first === last ? `第${first.count}个工作日` : `第${first.count}至${last.count}个工作日`;
  return why === '' ? `${span}　${count}` : `${span}　${count}，${why}${source}`;
}

/** How a date came about, stretch by stretch: counted, resting and why, left out. */
export const derivationLines = ({ days }: DerivedDate): readonly string[] =>
  stretches(days).map(stretchWords);
