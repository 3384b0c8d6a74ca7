import { addDays, CHINA_AHEAD_MS, type CivilDate, civilDateAt, startOfDay } from '../kernel/civil-date.ts';
import { DAY_MS, MINUTE_MS } from '../kernel/durations.ts';
import type { NotificationKind } from './notification-kinds.ts';

/** How a person wants to be told outside the console; times are minutes of the day in China. */
export interface NoticePreference {
  readonly delivery: NoticeDelivery;
  /** When the digest of the day goes out. */
  readonly digestAt: number;
  /** From when on nothing goes out, and until when; the same twice: there is no quiet. */
  readonly quietFrom: number;
  readonly quietUntil: number;
}

export const NOTICE_DELIVERIES = { atOnce: '随时', daily: '每日汇总一次' } as const;

export type NoticeDelivery = keyof typeof NOTICE_DELIVERIES;

const HOUR = 60;

/** Our own choice, as every number here: no notice says when officials are told. */
export const USUAL_PREFERENCE: NoticePreference = {
  delivery: 'atOnce',
  digestAt: 8 * HOUR + 30,
  quietFrom: 22 * HOUR,
  quietUntil: 7 * HOUR,
};

/** Told at every hour: their clocks run at night too (oversight.md §9: quiet hours except for hour timers). */
const URGENT: ReadonlySet<NotificationKind> = new Set(['opinionReminder']);

const MINUTES_A_DAY = DAY_MS / MINUTE_MS;

const minuteOfDay = (moment: Date): number =>
  Math.floor(((moment.getTime() + CHINA_AHEAD_MS) % DAY_MS) / MINUTE_MS);

const at = (day: CivilDate, minute: number): Date => new Date(startOfDay(day).getTime() + minute * MINUTE_MS);

/** Whether it is quiet at a minute of the day; the quiet may reach over midnight. */
function isQuiet({ quietFrom, quietUntil }: NoticePreference, minute: number): boolean {
  return quietFrom <= quietUntil
    ? minute >= quietFrom && minute < quietUntil
    : minute >= quietFrom || minute < quietUntil;
}

/** The next instant, from one on, at which the day has come to a minute. */
function nextAt(moment: Date, minute: number): Date {
  const day = civilDateAt(moment);
  const today = at(day, minute);
  return today >= moment ? today : at(addDays(day, 1), minute);
}

const afterQuiet = (preference: NoticePreference, moment: Date): Date =>
  isQuiet(preference, minuteOfDay(moment)) ? nextAt(moment, preference.quietUntil) : moment;

/**
 * When a notice goes out: at once, with the next digest, or when the quiet is over. What is held goes out together, as
 * one message.
 *
 * @param createdAt when the console told it
 */
export function noticeTime(preference: NoticePreference, kind: NotificationKind, createdAt: Date): Date {
  if (URGENT.has(kind)) return createdAt;
  const asked = preference.delivery === 'daily' ? nextAt(createdAt, preference.digestAt) : createdAt;
  return afterQuiet(preference, asked);
}

/** A minute of the day as people write it, "07:00". */
export const timeWords = (minute: number): string =>
  `${String(Math.floor(minute / HOUR)).padStart(2, '0')}:${String(minute % HOUR).padStart(2, '0')}`;

/** A minute of the day out of "07:00"; `null` for anything else. */
export function parseTime(text: string): number | null {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(text) ?? [];
  const found = Number(hour) * HOUR + Number(minute);
  return hour !== undefined && Number(minute) < HOUR && found < MINUTES_A_DAY ? found : null;
}

/** Characters of a notice in a text message, so that the whole fits into two of seventy. */
const LONGEST_SHORT = 90;

/** A notice as a text message has it: one line without its full stop, cut where it is long. */
export function shortNotice(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim().replace(/。$/, '');
  return line.length <= LONGEST_SHORT ? line : `${line.slice(0, LONGEST_SHORT - 1)}…`;
}

/** A mobile number of the mainland, as people type it into a form that asks for one. */
export const isMobile = (text: string): boolean => /^1[3-9]\d{9}$/.test(text);
