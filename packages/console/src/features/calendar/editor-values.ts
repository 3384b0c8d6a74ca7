import type { RouteRequest } from '@zhaoshi/contract/define-route';
import type { calendarRoutes } from '@zhaoshi/contract/routes/calendars';
import { parseCalendarYear } from '@zhaoshi/domain/calendar/calendar-year';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { CallProblem } from '../../app/problem.ts';
import type { ShownYear } from './calendar-types.ts';

type YearFile = ShownYear['file'];
type Notice = YearFile['notices'][number];
export type RegionalHoliday = Omit<ShownYear['regionalHolidays'][number], 'setBy'>;

/** What the form holds; rows that were just added have nothing in them yet. */
export interface EditorValues {
  /** Notices of the organ's own, or those from above. */
  readonly origin: 'own' | 'above';
  readonly notices: readonly Partial<Notice>[];
  readonly expected: readonly YearFile['expected'][number][];
  readonly regionalHolidays: readonly Partial<RegionalHoliday>[];
}

/** What the form begins with: the file that holds, and the organ's own holidays. */
export const valuesOf = ({ file, own, notices }: ShownYear): EditorValues => ({
  origin: own?.file != null || notices.length === 0 ? 'own' : 'above',
  notices: file.notices,
  expected: file.expected,
  regionalHolidays: own?.regionalHolidays ?? [],
});

type Body = RouteRequest<typeof calendarRoutes.previewYear>['body'];

const completeNotice = ({ number, publishedOn, source, rest, work }: Partial<Notice>): Notice => ({
  number: number ?? '',
  publishedOn: publishedOn ?? '',
  source: source ?? '',
  rest: (rest ?? []).map((period) => ({
    from: period?.from ?? '',
    to: period?.to ?? '',
    name: period?.name ?? '',
  })),
  work: (work ?? []).map((day) => day ?? ''),
});

/** What the server is sent. */
export const bodyOf = (
  year: number,
  { origin, notices, expected, regionalHolidays }: EditorValues,
): Body => ({
  file: origin === 'above' ? null : { year, notices: notices.map(completeNotice), expected: [...expected] },
  regionalHolidays: regionalHolidays.map(({ date, name, source }) => ({
    date: date ?? '',
    name: name ?? '',
    source: source ?? '',
  })),
});

/** Reads a year's file as it is handed round; every complaint at once. */
export function readYearFile(year: number, text: string): Result<YearFile, readonly string[]> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err(['文件不是 JSON 格式，无法读取。']);
  }
  const parsed = parseCalendarYear(value);
  if (!parsed.ok) return parsed;
  if (parsed.value.year !== year)
    return err([
      `文件是${parsed.value.year}年的，不是${year}年的。请先在工作日历中选择${parsed.value.year}年。`,
    ]);
  const { notices, expected } = parsed.value;
  return ok({
    year,
    notices: notices.map(({ number, publishedOn, source, rest, work }) => ({
      number,
      publishedOn,
      source,
      rest: [...rest],
      work: [...work],
    })),
    expected: [...expected],
  });
}

/**
 * A refused save as one about what the organ itself loaded: the resource that comes with it also shows what holds from
 * above, which must not become the organ's own.
 */
export function aboutOwn(error: unknown): unknown {
  if (!(error instanceof CallProblem) || error.code !== 'stale') return error;
  const current = error.told.current as ShownYear | undefined;
  if (current === undefined) return error;
  const { own, version } = current;
  return new CallProblem('stale', {
    ...error.told,
    current: { file: own?.file ?? null, regionalHolidays: own?.regionalHolidays ?? [], version },
  });
}
