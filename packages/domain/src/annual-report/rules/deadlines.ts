import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import type { OrganKind } from '../report.ts';

interface Deadline {
  readonly month: number;
  readonly day: number;
  readonly source: string;
}

const LIKE_DEPARTMENTS = '国办公开办函〔2021〕30号（参照对县级以上人民政府部门的要求）';

/** Day of the next year by which the report must be submitted and published (annual-report.md §2). */
const DEADLINES: Readonly<Record<OrganKind, Deadline>> = {
  department: { month: 1, day: 31, source: '条例49' },
  // By analogy with departments: no text names the day of a government's own report [U].
  governmentOrgan: { month: 1, day: 31, source: '国办公开办函〔2021〕30号二（一）' },
  township: { month: 1, day: 31, source: LIKE_DEPARTMENTS },
  subdistrictOffice: { month: 1, day: 31, source: LIKE_DEPARTMENTS },
  countyGovernment: { month: 2, day: 20, source: '国办公开办函〔2021〕30号' },
  cityGovernment: { month: 3, day: 10, source: '国办公开办函〔2021〕30号' },
  provinceGovernment: { month: 3, day: 31, source: '条例49；国办公开办函〔2021〕30号' },
};

const MONTH_DAY = /^(\d{2})-(\d{2})$/;

function localDate(year: number, monthDay: string | null): CivilDate | undefined {
  const match = MONTH_DAY.exec(monthDay ?? '');
  return match ? civilDate(year, Number(match[1]), Number(match[2])) : undefined;
}

export interface Due {
  readonly date: CivilDate;
  /** Article or notice that sets the day. */
  readonly source: string;
}

/**
 * Last day for the report of `reportYear`, or `undefined` when the organ's kind has none.
 * `local` is an earlier local date as MM-DD; a later one does not move the national date.
 */
export function deadlineOf(kind: OrganKind, reportYear: number, local: string | null): Due | undefined {
  const { month, day, source } = DEADLINES[kind];
  const national = civilDate(reportYear + 1, month, day);
  const earlier = localDate(reportYear + 1, local);
  if (national === undefined) return undefined;
  return earlier !== undefined && earlier < national
    ? { date: earlier, source: '本地规定的期限' }
    : { date: national, source };
}
