/** Test-only: acts that may be tried after a history of a case, around the days on which the law changes its answer. */

import type { ClockEvent, ConsultationKind } from '../src/application/clock/clock-event.ts';
import type { CivilDate } from '../src/kernel/civil-date.ts';
import { type Act, type DayNumber, type datesAfter, dayNumber, dayText } from './clock-oracle.ts';

type Draw = (limit: number) => number;

const date = (day: DayNumber): CivilDate => dayText(day) as CivilDate;

/** The same act for the oracle. */
export function actOf(event: ClockEvent): Act {
  const { on, ...rest } = event;
  return { ...rest, on: dayNumber(on), ...('dueOn' in rest ? { dueOn: dayNumber(rest.dueOn) } : {}) } as Act;
}

const KINDS: readonly ConsultationKind[] = [
  'thirdPartyConsultation',
  'coMakerConsultation',
  'organConsultation',
];
const LENGTHS = [1, 7, 15, 20, 21] as const;

type Maker = (on: CivilDate, day: DayNumber, pick: Draw) => ClockEvent;

const id = (pick: Draw): string => (pick(4) === 0 ? 'b' : 'a');

/** Every kind of act on a day; `pick` chooses what the act says besides. */
const MAKERS = {
  received: (on) => ({ type: 'received', on }),
  correctionNoticed: (on) => ({ type: 'correctionNoticed', on }),
  correctionNoticeDelivered: (on, _, pick) => ({
    type: 'correctionNoticeDelivered',
    on,
    days: LENGTHS[pick(3)] ?? 15,
  }),
  corrected: (on) => ({ type: 'corrected', on }),
  correctionLapsed: (on) => ({ type: 'correctionLapsed', on }),
  consultationSent: (on, _, pick) => ({
    type: 'consultationSent',
    on,
    consultationId: id(pick),
    kind: KINDS[pick(3)] ?? 'organConsultation',
  }),
  consultationReceived: (on, _, pick) => ({ type: 'consultationReceived', on, consultationId: id(pick) }),
  opinion: (on, _, pick) => ({ type: 'consultationEnded', on, consultationId: id(pick), how: 'opinion' }),
  lapse: (on, _, pick) => ({ type: 'consultationEnded', on, consultationId: id(pick), how: 'lapse' }),
  extended: (on, _, pick) => ({ type: 'extended', on, days: LENGTHS[pick(5)] ?? 20 }),
  deferred: (on, day, pick) => ({ type: 'deferred', on, dueOn: date(day + pick(60)) }),
  feeNoticed: (on) => ({ type: 'feeNoticed', on }),
  feeNoticeDelivered: (on) => ({ type: 'feeNoticeDelivered', on }),
  feePaid: (on) => ({ type: 'feePaid', on }),
  feeLapsed: (on) => ({ type: 'feeLapsed', on }),
  replied: (on) => ({ type: 'replied', on }),
  withdrawn: (on) => ({ type: 'withdrawn', on }),
} as const satisfies Readonly<Record<string, Maker>>;

type MakerName = keyof typeof MAKERS;

const ALL_MAKERS: readonly Maker[] = Object.values(MAKERS);

/** What usually comes next; drawn half of the time, so that long stories are told to their end. */
const SEQUELS: Readonly<Partial<Record<ClockEvent['type'], readonly MakerName[]>>> = {
  correctionNoticed: ['correctionNoticeDelivered', 'corrected'],
  correctionNoticeDelivered: ['corrected', 'correctionLapsed'],
  consultationSent: ['consultationReceived', 'opinion', 'consultationSent'],
  consultationReceived: ['lapse', 'lapse', 'opinion', 'extended'],
  feeNoticed: ['feeNoticeDelivered'],
  feeNoticeDelivered: ['feePaid', 'feeLapsed'],
};

/** Days on which an act is most likely to be judged wrongly: the dates on file, the last act, and their neighbours. */
function turningDays(last: DayNumber, dates: ReturnType<typeof datesAfter>): readonly DayNumber[] {
  const { due, projected, noticeLimit, waitEnd, lapses } = dates;
  return [last, due, projected, noticeLimit, waitEnd, ...lapses].filter((day) => day !== null);
}

function drawMaker(draw: Draw, last: ClockEvent): Maker {
  const sequels = SEQUELS[last.type] ?? [];
  const sequel = draw(2) === 0 ? sequels[draw(sequels.length || 1)] : undefined;
  return sequel === undefined ? (ALL_MAKERS[draw(ALL_MAKERS.length)] ?? MAKERS.replied) : MAKERS[sequel];
}

/** One act drawn at random: two of three on or beside a turning day, the others some days after the last act. */
export function drawAct(draw: Draw, last: ClockEvent, dates: ReturnType<typeof datesAfter>): ClockEvent {
  const lastDay = dayNumber(last.on);
  const turning = turningDays(lastDay, dates);
  const near = (turning[draw(turning.length)] ?? lastDay) + ([0, 0, -1, 1][draw(4)] ?? 0);
  const day = draw(3) > 0 ? near : lastDay + draw(30);
  return drawMaker(draw, last)(date(day), day, draw);
}

/** Every act on every turning day and the day after it; what an act says besides changes with the day. */
export function allActs(last: DayNumber, dates: ReturnType<typeof datesAfter>): readonly ClockEvent[] {
  const days = new Set(turningDays(last, dates).flatMap((day) => [day, day + 1]));
  return [...days].flatMap((day) => ALL_MAKERS.map((make) => make(date(day), day, (limit) => day % limit)));
}
