import { addDays, type CivilDate, daysBetween } from '../../kernel/civil-date.ts';
import { ALARMS, type Alarm } from './alarms.ts';

/** One reminder of a period of publication; nothing in it names a document or a person. */
export interface PublicationReminder {
  readonly kind: Alarm['kind'] | 'overdue';
  readonly on: CivilDate;
  readonly due: CivilDate;
}

/** What is overdue stands on the to-do list every day; it is told anew once a week. */
const OVERDUE_EVERY_DAYS = 7;

/**
 * The reminders of a document that is still to be published (条例26): on the days of its alarms, on the first day
 * after its last one, and every week from then on.
 *
 * @param window the first day that nobody has looked at yet, and today
 */
export function publicationReminders(
  due: CivilDate,
  alarms: readonly Alarm[],
  [since, today]: readonly [CivilDate, CivilDate],
): readonly PublicationReminder[] {
  const ahead = alarms
    .filter(({ on }) => since <= on && on <= today)
    .map(({ kind, on }) => ({ kind, on, due }));
  const overdue: PublicationReminder[] = [];
  for (let on = since > due ? since : addDays(due, 1); on <= today; on = addDays(on, 1)) {
    if ((daysBetween(due, on) - 1) % OVERDUE_EVERY_DAYS !== 0) continue;
    overdue.push({ kind: 'overdue', on, due });
  }
  return [...ahead, ...overdue];
}

/**
 * What the office reads of all documents of the organ that are reminded of in the same way on the same day.
 *
 * @param due the earliest of their last days
 */
export const publicationReminderWords = (
  kind: PublicationReminder['kind'],
  count: number,
  due: CivilDate,
): string =>
  kind === 'overdue'
    ? `有${count}份文件的公开期限已过，最早的是${due}，请立即公开或者写明原因（条例第二十六条）。`
    : `有${count}份文件${ALARMS[kind]}，最早的${due}届满（条例第二十六条）。`;
