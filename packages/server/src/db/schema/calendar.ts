interface WorkingCalendarTable {
  region_id: string;
  organ_id: string;
  calendar_year: number;
  /** 1 stands for an organ that loaded nothing for the year. */
  version: number;
  /** A `CalendarYear` as JSON; `null` where only holidays of the area are set. */
  file: unknown;
  /** `RegionalHoliday`s as JSON. */
  regional_holidays: unknown;
  loaded_at: Date;
}

interface DeadlineTable {
  region_id: string;
  deadline_id: string;
  organ_id: string;
  /** `<thing>/<id>` */
  subject: string;
  kind: string;
  starts_on: string;
  working_days: number;
  /** `ExcludedInterval`s as JSON. */
  excluded: unknown;
  due_on: string;
  is_provisional: boolean;
  calendar_version: string;
  closed_at: Date | null;
}

export interface CalendarSchema {
  working_calendar: WorkingCalendarTable;
  deadline: DeadlineTable;
}
