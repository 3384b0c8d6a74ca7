import { CHINA_AHEAD_MS } from '../kernel/civil-date.ts';

/** A month of China's calendar as a count, so that months are added and compared as numbers. */
export type MonthNumber = number;

export function monthAt(moment: Date): MonthNumber {
  const inChina = new Date(moment.getTime() + CHINA_AHEAD_MS);
  return inChina.getUTCFullYear() * 12 + inChina.getUTCMonth();
}

/** The moment at which a month begins in China. */
export const startOfMonth = (month: MonthNumber): Date =>
  new Date(Date.UTC(Math.floor(month / 12), month % 12) - CHINA_AHEAD_MS);
