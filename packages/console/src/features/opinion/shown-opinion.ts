import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { opinionRoutes } from '@zhaoshi/contract/routes/opinions';
import { civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import { type ClockState, clockWords } from '@zhaoshi/domain/opinion/clocks';
import { parseBeijingMoment } from '@zhaoshi/domain/opinion/opinion-sheet';

export type ShownOpinion = RouteOutput<typeof opinionRoutes.read>;
export type OpinionRow = RouteOutput<typeof opinionRoutes.list>['items'][number];
export type ShownClock = OpinionRow['clocks'][number];

const LIGHTS: Readonly<Record<ClockState, string>> = {
  running: 'green',
  soon: 'yellow',
  overdue: 'red',
  inTime: 'green',
  late: 'red',
  notOwed: 'waiting',
};

/** The colour and the words of a clock now: the page may have been open for hours. */
export function clockNow({ state, startAt, dueAt, doneAt }: ShownClock, now: Date) {
  const due = new Date(dueAt);
  const isOver = doneAt === null && state !== 'notOwed' && now > due;
  const shown: ClockState = isOver ? 'overdue' : state;
  const clock = {
    state: shown,
    startAt: new Date(startAt),
    dueAt: due,
    doneAt: doneAt === null ? null : new Date(doneAt),
  };
  return { light: LIGHTS[shown], words: clockWords(clock, now) };
}

/** A moment as a field for a minute in Beijing holds it. */
export const minuteOf = (moment: string | null): string =>
  moment === null ? '' : civilMinuteAt(new Date(moment)).replace(' ', 'T');

/** What a field for a minute in Beijing holds, as it is sent; `null` where it is empty. */
export const momentOf = (minute: string): string | null => parseBeijingMoment(minute)?.toISOString() ?? null;
