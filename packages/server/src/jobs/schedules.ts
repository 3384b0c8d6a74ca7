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
  'link.check': { cron: '35 * * * *', kind: 'link.check' },
  'subscription.digest': { cron: '30 7 * * *', kind: 'subscription.digest' },
  'retention.apply': { cron: '0 4 * * *', kind: 'retention.apply' },
} as const satisfies Readonly<Partial<Record<JobName, Schedule>>>;

export type ScheduleTable = Readonly<Record<string, Schedule>>;
