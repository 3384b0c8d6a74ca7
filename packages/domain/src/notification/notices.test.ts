import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { type CalendarEntry, calendarFile, escapeText, foldLine, standingEntry } from './calendar-file.ts';
import { noticeTime, parseTime, timeWords, USUAL_PREFERENCE } from './notice-times.ts';
import {
  isDone,
  openTurns,
  RHYTHM,
  RHYTHM_ITEMS,
  type RhythmItem,
  type RhythmProof,
  type RhythmTurn,
  shownItem,
  turnEndingOn,
  turnsOf,
  turnWords,
  usualTurn,
} from './yearly-rhythm.ts';

const at = (text: string): Date => new Date(`${text}+08:00`);
const daily = { ...USUAL_PREFERENCE, delivery: 'daily' } as const;
const never = { ...USUAL_PREFERENCE, quietFrom: 0, quietUntil: 0 };

describe('when a notice goes out', () => {
  it.each([
    ['in the day at once', USUAL_PREFERENCE, '2026-11-20T15:00', '2026-11-20T15:00'],
    ['at ten at night in the morning', USUAL_PREFERENCE, '2026-11-20T22:00', '2026-11-21T07:00'],
    ['a minute before that at once', USUAL_PREFERENCE, '2026-11-20T21:59', '2026-11-20T21:59'],
    ['before seven at seven', USUAL_PREFERENCE, '2026-11-21T06:59', '2026-11-21T07:00'],
    ['at seven at once', USUAL_PREFERENCE, '2026-11-21T07:00', '2026-11-21T07:00'],
    [
      'in the last night of the year in the first morning',
      USUAL_PREFERENCE,
      '2026-12-31T23:30',
      '2027-01-01T07:00',
    ],
    ['daily with the digest of the day', daily, '2026-11-20T06:00', '2026-11-20T08:30'],
    ['daily after it with that of the next', daily, '2026-11-20T08:31', '2026-11-21T08:30'],
    [
      'with a digest that falls into the quiet after it',
      { ...daily, digestAt: 360 },
      '2026-11-20T05:00',
      '2026-11-20T07:00',
    ],
    ['without quiet at once', never, '2026-11-20T03:00', '2026-11-20T03:00'],
  ])('%s', (_words, preference, created, expected) => {
    expect(noticeTime(preference, 'dutyReminder', at(created))).toEqual(at(expected));
  });

  it('is never held where hours run', () => {
    expect(noticeTime(daily, 'opinionReminder', at('2026-11-20T03:00'))).toEqual(at('2026-11-20T03:00'));
  });

  it('is never before it was told, and never longer than two days after', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const moment = fc.date({ min: at('2026-01-01T00:00'), max: at('2027-12-31T00:00'), noInvalidDate: true });
    const delivery = fc.constantFrom('atOnce' as const, 'daily' as const);
    fc.assert(
      fc.property(
        minute,
        minute,
        minute,
        delivery,
        moment,
        (digestAt, quietFrom, quietUntil, how, created) => {
          const time = noticeTime(
            { digestAt, quietFrom, quietUntil, delivery: how },
            'dutyReminder',
            created,
          );
          const waited = time.getTime() - created.getTime();
          expect(waited).toBeGreaterThanOrEqual(0);
          expect(waited).toBeLessThanOrEqual(48 * 3_600_000);
        },
      ),
      { seed: 20_260_131 },
    );
  });

  it.each(['7:00', '24:00', '07:60', '', 'x'])('%j is no time', (text) => {
    expect(parseTime(text)).toBeNull();
  });

  it('every time is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        expect(parseTime(timeWords(minute))).toBe(minute);
      }),
      { seed: 20_260_131 },
    );
  });
});

describe('a calendar as a file', () => {
  const unfold = (text: string): string => text.replaceAll('\r\n ', '');
  const unescape = (text: string): string =>
    text.replaceAll(/\\([\\;,n])/g, (_all, mark: string) => (mark === 'n' ? '\n' : mark));
  const text = fc.string({ unit: 'grapheme', maxLength: 200 });

  it('folds no line longer than 75 octets, inside no character, and loses nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: fc.constantFrom('期', '限', '🗓', 'a', 'é', ' ') })),
        (line) => {
          const flat = line.replaceAll(/[\r\n]/g, '');
          const folded = foldLine(flat);
          for (const part of folded.split('\r\n')) {
            const bytes = Buffer.from(part);
            expect(bytes.length).toBeLessThanOrEqual(75);
            // Cut inside a character, a part would not come back the same.
            expect(bytes.toString('utf8')).toBe(part);
          }
          expect(unfold(folded)).toBe(flat);
        },
      ),
      { seed: 20_260_131 },
    );
  });

  it('escapes what has a meaning, and nothing can begin a line of its own', () => {
    expect(escapeText('甲;乙,丙\\丁\r\n戊\u0000')).toBe('甲\\;乙\\,丙\\\\丁\\n戊');
    fc.assert(
      fc.property(text, (value) => {
        const escaped = escapeText(value);
        expect(escaped).not.toMatch(/[\r\n]/);
        const plain = value
          .replaceAll(/\r\n?/g, '\n')
          .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
        expect(unescape(escaped)).toBe(plain);
      }),
      { seed: 20_260_131 },
    );
  });

  it('has days without a zone and instants in UTC', () => {
    const entries = [
      {
        uid: 'a@zhaoshi',
        summary: '答复 1 件申请',
        description: '条例第三十三条',
        on: '2026-12-31' as CivilDate,
      },
      { uid: 'b@zhaoshi', summary: '回应', description: '', on: at('2026-12-31T23:30') },
    ];
    const file = calendarFile('期限', entries, at('2026-11-20T15:00'));
    expect(file).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Zhaoshi//Deadlines//ZH',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'X-WR-CALNAME:期限',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        'X-PUBLISHED-TTL:PT1H',
        'BEGIN:VEVENT',
        'UID:a@zhaoshi',
        'DTSTAMP:20261120T000000Z',
        'DTSTART;VALUE=DATE:20261231',
        'DTEND;VALUE=DATE:20270101',
        'SUMMARY:答复 1 件申请',
        'DESCRIPTION:条例第三十三条',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'BEGIN:VEVENT',
        'UID:b@zhaoshi',
        'DTSTAMP:20261120T000000Z',
        'DTSTART:20261231T153000Z',
        'DTEND:20261231T154500Z',
        'SUMMARY:回应',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
    expect(calendarFile('期限', entries, at('2026-11-20T18:00'))).toBe(file);
  });
});

describe('what is past and still owed', () => {
  const now = at('2026-11-20T10:00');
  const entry = (on: CalendarEntry['on']): CalendarEntry => ({
    uid: 'a@zhaoshi',
    summary: '镇：培训',
    description: '条例第四十八条',
    on,
  });

  it('stands on today, marked, under the same uid; what is not past stays where it is', () => {
    expect(standingEntry(entry('2026-11-20' as CivilDate), now)).toEqual(entry('2026-11-20' as CivilDate));
    expect(standingEntry(entry(at('2026-11-20T10:00')), now).summary).toBe('镇：培训');
    for (const past of ['2026-11-19' as CivilDate, at('2026-11-19T23:00')])
      expect(standingEntry(entry(past), now)).toEqual({
        uid: 'a@zhaoshi',
        summary: '【已逾期】镇：培训',
        description: '2026年11月19日已到期，还没有办理。条例第四十八条',
        on: '2026-11-20',
      });
  });
});

describe('what comes round every year', () => {
  const day = (text: string) => text as CivilDate;

  it('has a source, and its turns cover the year without a gap', () => {
    for (const item of RHYTHM_ITEMS) {
      expect(RHYTHM[item].basis).not.toBe('');
      const turns = turnsOf(2028).filter((turn) => turn.item === item);
      expect(turns[0]?.firstDay).toBe('2028-01-01');
      expect(turns.at(-1)?.dueOn).toBe('2028-12-31');
    }
    const quarters = turnsOf(2028).filter(({ item }) => item === 'filing');
    expect(quarters.map(({ dueOn }) => dueOn)).toEqual([
      '2028-03-31',
      '2028-06-30',
      '2028-09-30',
      '2028-12-31',
    ]);
  });

  const turnOf = (item: RhythmItem, dueOn: string): RhythmTurn => {
    const turn = turnEndingOn(item, day(dueOn));
    if (turn === undefined) throw new Error(`${item} ${dueOn}`);
    return turn;
  };
  const proof = (item: RhythmItem, on: string, ofTurn: string | null = null): RhythmProof => ({
    item,
    on: day(on),
    ofTurn: ofTurn === null ? null : day(ofTurn),
  });

  it('is called by its year or quarter', () => {
    expect(turnWords(turnOf('training', '2026-12-31'))).toBe('2026年度');
    const quarters = turnsOf(2026).filter(({ item }) => item === 'filing');
    expect(quarters.map(turnWords)).toEqual([
      '2026年第一季度',
      '2026年第二季度',
      '2026年第三季度',
      '2026年第四季度',
    ]);
    expect(turnEndingOn('filing', day('2026-08-31'))).toBeUndefined();
  });

  it('is done by what was done in its own turn, where nobody says of which it is', () => {
    const turn = turnOf('training', '2026-12-31');
    expect(isDone(turn, [proof('training', '2026-12-31')])).toBe(true);
    expect(isDone(turn, [proof('training', '2027-01-01')])).toBe(false);
    expect(isDone(turn, [proof('openDay', '2026-06-01')])).toBe(false);
  });

  it('is done late by what is said to be of its turn, and the turn of that day stays open', () => {
    const late = [proof('filing', '2026-10-09', '2026-09-30')];
    expect(isDone(turnOf('filing', '2026-09-30'), late)).toBe(true);
    expect(isDone(turnOf('filing', '2026-12-31'), late)).toBe(false);
  });

  it('is not counted twice: a training of January that is said to make up for the old year is of that one', () => {
    const held = proof('training', '2027-01-08');
    const said = proof('training', '2027-01-08', '2026-12-31');
    expect(isDone(turnOf('training', '2027-12-31'), [held])).toBe(true);
    expect(isDone(turnOf('training', '2027-12-31'), [held, said])).toBe(false);
    expect(isDone(turnOf('training', '2026-12-31'), [held, said])).toBe(true);
  });

  it('is of the oldest open turn unless somebody says which, and never of one that had not begun', () => {
    const open = openTurns([], day('2026-08-01'), day('2026-11-20'));
    expect(usualTurn('filing', day('2026-11-20'), open)?.dueOn).toBe('2026-09-30');
    const done = openTurns([proof('filing', '2026-09-01')], day('2026-08-01'), day('2026-11-20'));
    expect(usualTurn('filing', day('2026-11-20'), done)?.dueOn).toBe('2026-12-31');
    expect(usualTurn('filing', day('2026-09-20'), done)?.dueOn).toBe('2026-09-30');
  });

  it('is shown by the registers of work', () => {
    expect(shownItem('training', '')).toBe('training');
    expect(shownItem('meeting', '政府开放日')).toBe('openDay');
    expect(shownItem('meeting', '座谈会')).toBeNull();
  });

  it('is owed from when the organ began, over the turn of the year', () => {
    const open = openTurns([proof('training', '2026-05-01')], day('2026-10-05'), day('2027-01-02'));
    const owed = open
      .filter(({ dueOn }) => dueOn < '2027-01-02')
      .map(({ item, dueOn }) => `${item} ${dueOn}`);
    expect(owed).toContain('cleanUp 2026-12-31');
    expect(owed).toContain('filing 2026-12-31');
    expect(owed).not.toContain('filing 2026-09-30');
    expect(owed).not.toContain('training 2026-12-31');
  });
});
