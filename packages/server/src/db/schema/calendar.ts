import type { Generated } from 'kysely';

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

interface CalendarProposalTable {
  region_id: string;
  proposal_id: string;
  organ_id: string;
  calendar_year: number;
  /** Of the organ's calendar of the year, which the change was made over. */
  base_version: number;
  /** As in `working_calendar`. */
  file: unknown;
  regional_holidays: unknown;
  proposed_by: string;
  proposed_at: Date;
  settled_as: Generated<'confirmed' | 'withdrawn' | null>;
  settled_by: Generated<string | null>;
  settled_at: Generated<Date | null>;
}

export interface CalendarSchema {
  calendar_proposal: CalendarProposalTable;
  working_calendar: WorkingCalendarTable;
  deadline: DeadlineTable;
}
