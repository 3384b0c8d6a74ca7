import type { CalendarYear } from './calendar-year.ts';
import { parseCalendarYear } from './calendar-year.ts';
import year2019 from './data/2019.json' with { type: 'json' };
import year2020 from './data/2020.json' with { type: 'json' };
import year2021 from './data/2021.json' with { type: 'json' };
import year2022 from './data/2022.json' with { type: 'json' };
import year2023 from './data/2023.json' with { type: 'json' };
import year2024 from './data/2024.json' with { type: 'json' };
import year2025 from './data/2025.json' with { type: 'json' };
import year2026 from './data/2026.json' with { type: 'json' };
import year2027 from './data/2027.json' with { type: 'json' };

function checked(value: unknown): CalendarYear {
  const result = parseCalendarYear(value);
  if (!result.ok) throw new Error(result.error.join(''));
  return result.value;
}

/**
 * The notices of 国务院办公厅 for 2019–2026 and what 放假办法 lets expect of 2027 (no notice known on
 * 20 November 2026). A later year is a file in the same shape, checked by `parseCalendarYear` and put behind
 * these: the last file for a year replaces an earlier one (`withCalendarYear`).
 */
export const OFFICIAL_YEARS: readonly CalendarYear[] = [
  year2019,
  year2020,
  year2021,
  year2022,
  year2023,
  year2024,
  year2025,
  year2026,
  year2027,
].map(checked);

/** The years with one added, or replaced when that year was there. */
export function withCalendarYear(
  years: readonly CalendarYear[],
  added: CalendarYear,
): readonly CalendarYear[] {
  return [...years.filter(({ year }) => year !== added.year), added].toSorted((a, b) => a.year - b.year);
}
