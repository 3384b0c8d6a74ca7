interface ApplicationReminderTable {
  region_id: string;
  application_id: string;
  kind: string;
  /** Civil dates as text. */
  reminded_on: string;
}

interface ApplicationReminderDayTable {
  looked_on: string;
}

interface ApplicationMovedDueTable {
  region_id: string;
  application_id: string;
  told_on: string;
  due_on: string;
  moved_at: Date;
}

export interface ReminderSchema {
  application_reminder: ApplicationReminderTable;
  application_reminder_day: ApplicationReminderDayTable;
  application_moved_due: ApplicationMovedDueTable;
}
