import { workingDaysBefore } from '../../application/milestones.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { Role } from '../../permission/roles.ts';
import type { PublicationRules } from '../periods/period-rule.ts';
import { DUTIES, type Duty, type DutyStage } from './duties.ts';

/** Something that an organ owes, or soon will. */
export interface OwedThing {
  readonly duty: Duty;
  /** Tells it apart within the duty: an id or a code, never a title. */
  readonly id: string;
  /** Its last day; where it has none, the day that tells this time from the next. */
  readonly dueOn: CivilDate;
  /** The first day on which it is owed: after its last day, or since it has stood so. */
  readonly owedFrom: CivilDate;
  /** The first word, where it does not go by working days before the last day. */
  readonly warnsOn: CivilDate | null;
}

interface StageContext {
  readonly calendar: WorkingCalendar;
  readonly rules: Pick<PublicationRules, 'firstReminderDays' | 'secondReminderDays' | 'lastReminderDays'>;
  readonly today: CivilDate;
}

/** Nobody is told earlier than so long before the last day. */
const REACH_DAYS = 60;

/** So long after the word that a thing is owed somebody else is told. */
const ESCALATED_AFTER_DAYS = 7;

function stagesAhead(
  { duty, dueOn, owedFrom, warnsOn }: OwedThing,
  { calendar, rules, today }: StageContext,
): readonly DutyStage[] {
  if (DUTIES[duty].ahead === null || today >= owedFrom) return [];
  if (addDays(today, REACH_DAYS) < dueOn || addDays(dueOn, -REACH_DAYS) < calendar.firstDay) return [];
  const { firstReminderDays, secondReminderDays, lastReminderDays } = rules;
  const daysOf = { first: firstReminderDays, second: secondReminderDays, last: lastReminderDays };
  return (['first', 'second', 'last'] as const).filter((stage) => {
    const days = daysOf[stage];
    if (stage === 'first' && warnsOn !== null) return today >= warnsOn;
    // 0 of the first two is none, 0 of the last one the last day itself.
    return (days > 0 || stage === 'last') && today >= workingDaysBefore(calendar, dueOn, days);
  });
}

/**
 * The stages that a thing has come to on a day, in their order. Who is told is told of the last of them; those before
 * it have gone by.
 *
 * @param owedToldOn the day on which it was told that it is owed; `null` while it was not
 */
export function stagesOf(
  thing: OwedThing,
  owedToldOn: CivilDate | null,
  context: StageContext,
): readonly DutyStage[] {
  const { today } = context;
  if (today < thing.owedFrom) return stagesAhead(thing, context);
  if (DUTIES[thing.duty].owed === null) return [];
  const isEscalated = owedToldOn !== null && today >= addDays(owedToldOn, ESCALATED_AFTER_DAYS);
  return isEscalated ? ['owed', 'escalated'] : ['owed'];
}

/** Who is told at a stage. */
export const dutyRoles = (duty: Duty, stage: DutyStage): readonly Role[] => [
  ...DUTIES[duty].who,
  ...(stage === 'escalated' ? DUTIES[duty].escalatesTo : []),
];

/**
 * What people read of all things of an organ that came to the same stage of the same duty; empty where nothing is said.
 *
 * @param due the earliest of their last days
 */
export function dutyWords(duty: Duty, stage: DutyStage, count: number, due: CivilDate): string {
  const { ahead, owed } = DUTIES[duty];
  if (stage === 'owed') return owed?.(count) ?? '';
  if (stage === 'escalated') {
    return owed === null ? '' : `${owed(count)}提醒后${ESCALATED_AFTER_DAYS}日仍未办理。`;
  }
  return ahead?.(count, due) ?? '';
}
