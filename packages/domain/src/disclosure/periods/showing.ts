import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { addWorkingDays, type DerivedDate, endOfCalendarPeriod } from '../../calendar/working-days.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import {
  daysOfLength,
  type Length,
  lengthWords,
  type PublicationRules,
  unitOfLength,
} from './period-rule.ts';

/** How long something must stay up at least (公示期, 征求意见期). */
export interface Showing {
  /** 不少于30日. */
  readonly words: string;
  /** The day it goes up; not counted. `null` as long as it is not known. */
  readonly visibleFrom: CivilDate | null;
  /** The last day it must be visible, to its end; it may be taken down from the day after on. */
  readonly visibleUntil: CivilDate | null;
  readonly derivation: DerivedDate | null;
}

interface Context {
  readonly calendar: WorkingCalendar;
  readonly rules: PublicationRules;
}

function endOf(length: Length, from: CivilDate, { calendar, rules }: Context): DerivedDate {
  const add = unitOfLength(length, rules) === 'workingDay' ? addWorkingDays : endOfCalendarPeriod;
  return add(calendar, from, daysOfLength(length, rules));
}

/** The longest of the showing times that apply; `null` when none does. */
export function showingOf(
  lengths: readonly (Length | null)[],
  visibleFrom: CivilDate | null,
  context: Context,
): Showing | null {
  const applying = lengths.filter((length) => length !== null);
  const from = visibleFrom !== null && visibleFrom >= context.calendar.firstDay ? visibleFrom : null;
  const [longest] = applying
    .map((length) => ({ length, end: from === null ? null : endOf(length, from, context) }))
    .toSorted((a, b) => ((a.end?.date ?? '') > (b.end?.date ?? '') ? -1 : 1));
  if (longest === undefined) return null;
  return {
    words: `不少于${lengthWords(longest.length, context.rules)}`,
    visibleFrom,
    visibleUntil: longest.end?.date ?? null,
    derivation: longest.end,
  };
}
