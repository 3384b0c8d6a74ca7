import { HOUR_MS } from '../kernel/durations.ts';
import type { Role } from '../permission/roles.ts';
import { lengthWords, OPINION_TIMERS, type OpinionClock, type OpinionTimer } from './clocks.ts';

/**
 * When people are told of a clock: they are told at night too (oversight.md §9: quiet hours except for hour timers). The
 * stages are our own choice; the notices name nothing but the end.
 */
export const HOUR_STAGES = ['begun', 'half', 'last', 'overdue'] as const;

export type HourStage = (typeof HOUR_STAGES)[number];

/** So long before the end people are told for the last time: our own choice, as long as it takes to prepare each. */
const LAST_HOURS: Readonly<Record<OpinionTimer, number>> = {
  firstInformation: 1,
  pressConference: 3,
  response: 6,
};

function reachedAt({ timer, startAt, dueAt }: OpinionClock, stage: HourStage): number {
  const [start, due] = [startAt.getTime(), dueAt.getTime()];
  if (stage === 'begun') return start;
  if (stage === 'half') return start + (due - start) / 2;
  return stage === 'last' ? due - LAST_HOURS[timer] * HOUR_MS : due + 1;
}

/** The stages that a clock has come to; none once it has ended. Who is told is told of the last of them. */
export function hourStagesOf(clock: OpinionClock, now: Date): readonly HourStage[] {
  if (clock.doneAt !== null || clock.state === 'notOwed') return [];
  return HOUR_STAGES.filter((stage) => now.getTime() >= reachedAt(clock, stage));
}

/** Who is told, our own choice: the leader with the last hours, the competent department (条例47) when the time is over. */
export function hourRoles(stage: HourStage): readonly Role[] {
  const office = ['disclosureOfficer', 'disclosureOfficeHead'] as const;
  if (stage === 'begun' || stage === 'half') return office;
  return stage === 'last' ? [...office, 'leader'] : [...office, 'leader', 'supervisor'];
}

/** What they read; it names neither the matter nor anybody. */
export function hourWords({ timer, dueAt }: OpinionClock, stage: HourStage, now: Date): string {
  const { title, hours, notice } = OPINION_TIMERS[timer];
  const left = dueAt.getTime() - now.getTime();
  return stage === 'overdue'
    ? `一件政务舆情${title}已超过${hours}小时时限 ${lengthWords(left)}，请立即办理（${notice}）。`
    : `一件政务舆情须在${hours}小时内${title}，还剩 ${lengthWords(left)}（${notice}）。`;
}
