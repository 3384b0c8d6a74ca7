import type { CivilDate } from '../kernel/civil-date.ts';
import type { CalendarYear } from './calendar-year.ts';

/** A copy of a year's notices that somebody loaded, at a moment as ISO 8601 text. */
export interface LoadedYear {
  readonly file: CalendarYear;
  readonly loadedAt: string;
}

/** The day of a file's newest notice; years without one come before all others. */
const newestNotice = ({ notices }: CalendarYear): CivilDate | '' =>
  notices.reduce<CivilDate | ''>(
    (newest, { publishedOn }) => (publishedOn > newest ? publishedOn : newest),
    '',
  );

/**
 * The copy of each year that holds: the one with the newest notice (calendar.md §1: an amended notice goes before the
 * first), of the same notice the one that was loaded last. So a copy once loaded below never stands in the way of an
 * amendment that is loaded above or comes with the program.
 */
export function effectiveYears<L extends LoadedYear>(
  builtIn: readonly CalendarYear[],
  loaded: readonly L[],
): ReadonlyMap<number, { readonly file: CalendarYear; readonly loaded: L | null }> {
  const holding = new Map<number, { readonly file: CalendarYear; readonly loaded: L | null }>(
    builtIn.map((file) => [file.year, { file, loaded: null }]),
  );
  for (const copy of loaded.toSorted((a, b) => (a.loadedAt < b.loadedAt ? -1 : 1))) {
    const held = holding.get(copy.file.year);
    if (held === undefined || newestNotice(copy.file) >= newestNotice(held.file)) {
      holding.set(copy.file.year, { file: copy.file, loaded: copy });
    }
  }
  return new Map([...holding].toSorted(([a], [b]) => a - b));
}
