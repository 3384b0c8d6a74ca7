import type { CivilDate } from '../kernel/civil-date.ts';

const QUARTERS = ['一', '二', '三', '四'] as const;

/** The month or quarter in which an application is counted: "2026-03", "2026年第一季度". */
export function periodOf(date: CivilDate, by: 'month' | 'quarter'): string {
  if (by === 'month') return date.slice(0, 7);
  const quarter = QUARTERS[Math.floor((Number(date.slice(5, 7)) - 1) / 3)];
  return `${date.slice(0, 4)}年第${quarter}季度`;
}
