import { chineseDate } from '../kernel/chinese-date.ts';
import { addDays, type CivilDate, civilDateAt } from '../kernel/civil-date.ts';
import { DAY_MS, MINUTE_MS } from '../kernel/durations.ts';

/** An entry of a calendar: a whole day, or an instant. */
export interface CalendarEntry {
  /** The same for the same matter at every reading, so that an entry that moves is moved and not doubled. */
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly on: CivilDate | Date;
}

/**
 * An entry as it stands in the calendar. Nobody looks back into the past of a calendar, and what is past there looks as if
 * it were over; so what is still owed after its day stands on today, marked, with its day in the words. It is gone on the
 * next reading after it was done. Its `uid` stays, so that programs move it.
 */
export function standingEntry(entry: CalendarEntry, now: Date): CalendarEntry {
  const { on, summary, description } = entry;
  const today = civilDateAt(now);
  const due = on instanceof Date ? civilDateAt(on) : on;
  const isPast = on instanceof Date ? on < now : on < today;
  if (!isPast) return entry;
  const words = `${chineseDate(due)}已到期，还没有办理。${description}`;
  return { ...entry, summary: `【已逾期】${summary}`, description: words, on: today };
}

/** Octets of a line without its end (RFC 5545 §3.1). */
const LONGEST_LINE = 75;

/** Programs that fetch a calendar are asked to do it so often. */
const REFRESH = 'PT1H';

/** Octets of a character in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/** A line folded by octets, never inside a character (RFC 5545 §3.1). */
export function foldLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LONGEST_LINE) {
      lines.push(current);
      // The blank that continues a line is part of its length.
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** A TEXT value (RFC 5545 §3.3.11); characters that no line may hold are left out. */
export const escapeText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');

/** 20260131T083000Z. */
const utc = (moment: Date): string => `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const dayOf = (day: CivilDate): string => day.replaceAll('-', '');

/** So long an entry at an instant lasts. */
const LASTS_MS = 15 * MINUTE_MS;

/** Instants stand in UTC and days without a zone, so no definition of a zone is needed. */
const whenOf = (on: CalendarEntry['on']): readonly string[] =>
  on instanceof Date
    ? [`DTSTART:${utc(on)}`, `DTEND:${utc(new Date(on.getTime() + LASTS_MS))}`]
    : [`DTSTART;VALUE=DATE:${dayOf(on)}`, `DTEND;VALUE=DATE:${dayOf(addDays(on, 1))}`];

const entryLines = ({ uid, summary, description, on }: CalendarEntry, stamp: string): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escapeText(uid)}`,
  `DTSTAMP:${stamp}`,
  ...whenOf(on),
  `SUMMARY:${escapeText(summary)}`,
  ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
  // It is a last day, not an appointment: nobody is busy for it.
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/**
 * A calendar as a file (RFC 5545), with the line ends that the format asks for. The same entries on the same day are the
 * same bytes, so that a program that has them is told so.
 *
 * @param madeAt of the reading; only its day stands in the file
 */
export function calendarFile(name: string, entries: readonly CalendarEntry[], madeAt: Date): string {
  const stamp = utc(new Date(Math.floor(madeAt.getTime() / DAY_MS) * DAY_MS));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Zhaoshi//Deadlines//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...entries.flatMap((entry) => entryLines(entry, stamp)),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}
