import type { JobName, JobPayload } from './job-kinds.ts';

/** Kinds whose payload is empty. */
type ScheduledJobName = {
  [N in JobName]: JobPayload<N> extends Record<string, never> ? N : never;
}[JobName];

interface Schedule {
  /** A crontab line in China's time. */
  readonly cron: string;
  readonly kind: ScheduledJobName;
}

/** Work that runs by the clock. A new piece is a row here. */
export const SCHEDULES = {
  'audit.checkpoint': { cron: '10 0 * * *', kind: 'audit.checkpoint' },
  'file.sweep': { cron: '50 3 * * *', kind: 'file.sweep' },
  'application.reminders': { cron: '0 6 * * *', kind: 'application.reminders' },
  // Hours run at night too; five minutes are little of five hours.
  'opinion.reminders': { cron: '*/5 * * * *', kind: 'opinion.reminders' },
  'notice.send': { cron: '*/5 * * * *', kind: 'notice.send' },
  'search.sample': { cron: '20 * * * *', kind: 'search.sample' },
  // A rule that begins, ends or runs out does so with its day.
  'search.validities': { cron: '1 0 * * *', kind: 'search.validities' },
  // After midnight, and every hour for a server that was off then.
  'complaint.openBox': { cron: '25 * * * *', kind: 'complaint.openBox' },
  'link.check': { cron: '35 * * * *', kind: 'link.check' },
  'annualReport.readCopies': { cron: '20 2 * * *', kind: 'annualReport.readCopies' },
  'subscription.digest': { cron: '30 7 * * *', kind: 'subscription.digest' },
  'retention.apply': { cron: '0 4 * * *', kind: 'retention.apply' },
} as const satisfies Readonly<Partial<Record<JobName, Schedule>>>;

export type ScheduleTable = Readonly<Record<string, Schedule>>;
