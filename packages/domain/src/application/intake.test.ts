import { describe, expect, it } from 'vitest';
import { OFFICIAL_YEARS } from '../calendar/official-years.ts';
import { createCalendar } from '../calendar/working-calendar.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import {
  INTAKE_CHANNELS,
  type IntakeChannel,
  type IntakeFacts,
  intakeLimits,
  receiptDateOf,
  receiptWords,
} from './intake.ts';
import { checkIntakeDates, checkLaterReceipt, type IntakeDates } from './intake-dates.ts';

const calendar = createCalendar(OFFICIAL_YEARS);
const day = (text: string): CivilDate => text as CivilDate;

const facts = (channel: IntakeChannel, more: Partial<IntakeFacts> = {}): IntakeFacts => ({
  channel,
  sentOn: null,
  arrivedOn: day('2026-03-06'),
  confirmedOn: day('2026-03-09'),
  ...more,
});

describe('the day of receipt (条例31)', () => {
  it.each([
    ['counter', '2026-03-06', '第（一）项'],
    ['oral', '2026-03-06', '第（一）项'],
    ['registeredMail', '2026-03-06', '第（二）项'],
    ['ordinaryMail', '2026-03-09', '第（二）项'],
    ['portal', '2026-03-09', '第（三）项'],
    ['email', '2026-03-09', '第（三）项'],
    ['otherInternet', '2026-03-09', '第（三）项'],
    ['fax', '2026-03-09', '第（三）项'],
  ] as const)('%s: %s by %s', (channel, date, item) => {
    const found = receiptDateOf(facts(channel));
    expect([found.date, found.awaitsConfirmation]).toEqual([date, date === '2026-03-09']);
    expect(found.article).toBe(`条例第三十一条${item}`);
    expect(found.rule).toMatch(/收到申请之日。$/);
    expect(found.evidence.length).toBeGreaterThan(0);
    const unconfirmed = receiptDateOf(facts(channel, { confirmedOn: null }));
    expect(unconfirmed.date).toBe(found.awaitsConfirmation ? null : date);
  });

  it('of a letter to another unit or a person is that of the confirmation (207号), even if the organ signed', () => {
    const found = receiptDateOf(facts('registeredMail', { isMisaddressed: true }));
    expect([found.date, found.kind, found.article]).toEqual([
      '2026-03-09',
      'misaddressed',
      '国办公开办函〔2015〕207号第一条第二项',
    ]);
    expect(receiptDateOf(facts('counter', { isMisaddressed: true })).kind).toBe('submission');
  });

  it('is told with its article, so that it can stand inside a sentence', () => {
    expect(receiptWords(receiptDateOf(facts('counter')))).toBe(
      '当面提交的，以提交之日为收到申请之日，条例第三十一条第（一）项',
    );
  });

  it('is the day on which contact is restored, but only where anything is to be confirmed', () => {
    const lost = { confirmedOn: null, isUnreachable: true };
    expect(receiptDateOf(facts('email', lost))).toMatchObject({ date: null, kind: 'contactRestored' });
    expect(receiptDateOf(facts('email', { isUnreachable: true })).date).toBe('2026-03-09');
    expect(receiptDateOf(facts('registeredMail', lost))).toMatchObject({
      date: '2026-03-06',
      kind: 'signature',
    });
  });

  it('当面 and 邮寄 are basic and may not be refused; no other channel is', () => {
    const basic = Object.entries(INTAKE_CHANNELS).filter(([, { isBasic }]) => isBasic);
    expect(basic.map(([name]) => name)).toEqual(['counter', 'oral', 'registeredMail', 'ordinaryMail']);
  });
});

describe('by when the office confirms and enters', () => {
  const RULES = { confirmationDays: 1, confirmationAlarmDays: 2, entryDays: 2 };
  const limits = (channel: IntakeChannel, arrivedOn: string) => {
    const given = { ...facts(channel), arrivedOn: day(arrivedOn) };
    const { confirmBy, alarmOn, enterBy } = intakeLimits(given, calendar, RULES);
    return [confirmBy?.date ?? null, alarmOn?.date ?? null, enterBy?.date ?? null];
  };

  it.each([
    ['portal', ['2026-05-06', '2026-05-07', null]],
    ['fax', ['2026-05-06', '2026-05-07', '2026-05-07']],
    ['ordinaryMail', ['2026-04-30', '2026-05-07', '2026-05-07']],
    ['registeredMail', [null, null, '2026-05-07']],
  ] as const)('%s before a long holiday', (channel, expected) => {
    expect(limits(channel, '2026-04-30')).toEqual(expected);
  });
});

describe('the four dates', () => {
  const dates = (more: Partial<IntakeDates>): IntakeDates => ({
    channel: 'registeredMail',
    sentOn: day('2026-03-04'),
    arrivedOn: day('2026-03-06'),
    confirmedOn: null,
    receiptDate: day('2026-03-06'),
    enteredOn: day('2026-03-09'),
    ...more,
  });
  const errors = (more: Partial<IntakeDates>) => checkIntakeDates(dates(more), day('2026-03-10'));

  it('are taken in their order', () => {
    expect(errors({})).toEqual([]);
    expect(errors({ sentOn: null })).toEqual([]);
    const asked = { channel: 'fax', confirmedOn: day('2026-03-09'), receiptDate: day('2026-03-09') } as const;
    expect(errors(asked)).toEqual([]);
    expect(errors({ channel: 'fax', receiptDate: null })).toEqual([]);
  });

  it('a day of receipt lies neither in the future nor after the entry, and that is told once', () => {
    const future = errors({
      arrivedOn: day('2026-03-11'),
      receiptDate: day('2026-03-11'),
      enteredOn: day('2026-03-11'),
    });
    expect(future.map(({ field }) => field)).toEqual(['arrivedOn', 'enteredOn']);
    expect(errors({ arrivedOn: day('2026-03-10'), receiptDate: day('2026-03-10') })).toEqual([
      { field: 'arrivedOn', message: '签收日期（2026-03-10）不能晚于登记日期（2026-03-09）。' },
    ]);
    const entered = errors({ receiptDate: day('2026-03-11') });
    expect(entered.map(({ message }) => message)).toEqual([
      '收到申请之日（2026-03-11）不能晚于今天（2026-03-10）。',
      expect.stringContaining('应为2026-03-06'),
    ]);
  });

  it('is not the postmark, not the entry, and not guessed before the confirmation', () => {
    expect(errors({ receiptDate: day('2026-03-09') })).toEqual([
      {
        field: 'receiptDate',
        message:
          '收到申请之日应为2026-03-06（签收日期）：以需要签收的邮寄方式提交的，以本机关签收之日为收到申请之日。（条例第三十一条第（二）项）',
      },
    ]);
    expect(errors({ channel: 'email' })[0]?.message).toMatch(/^收到申请之日确认以前应空着/);
    expect(errors({ receiptDate: null })[0]?.message).toContain('应为2026-03-06');
  });

  it('are told when one lies before another, or is missing', () => {
    expect(errors({ sentOn: day('2026-03-07') })).toEqual([
      { field: 'arrivedOn', message: '签收日期（2026-03-06）不能早于寄出日期（2026-03-07）。' },
    ]);
    expect(errors({ channel: 'email', confirmedOn: day('2026-03-05'), receiptDate: null })).toContainEqual({
      field: 'confirmedOn',
      message: '确认日期（2026-03-05）不能早于到达日期（2026-03-06）。',
    });
    expect(errors({ arrivedOn: null, receiptDate: null })).toEqual([
      { field: 'arrivedOn', message: '请填写签收日期。' },
    ]);
  });
});

describe('a day of receipt that is given after the entry', () => {
  const facts = {
    channel: 'email',
    sentOn: day('2026-03-05'),
    arrivedOn: day('2026-03-06'),
    confirmedOn: null,
    enteredOn: day('2026-03-07'),
  } as const;
  const today = day('2026-03-10');

  it('is that of the confirmation, which is not before the arrival', () => {
    expect(checkLaterReceipt(facts, day('2026-03-05'), today)).toEqual([
      '确认日期（2026-03-05）不能早于到达日期（2026-03-06）。',
    ]);
    expect(checkLaterReceipt(facts, day('2026-03-09'), today)).toEqual([]);
    expect(checkLaterReceipt({ ...facts, arrivedOn: null, sentOn: null }, today, today)).toEqual([]);
  });

  it('is that of the arrival where the channel counts from it: neither before the sending nor after the entry', () => {
    const signed = { ...facts, channel: 'registeredMail' } as const;
    expect(checkLaterReceipt(signed, day('2026-03-04'), today)).toEqual([
      '签收日期（2026-03-04）不能早于寄出日期（2026-03-05）。',
    ]);
    expect(checkLaterReceipt(signed, day('2026-03-08'), today)).toEqual([
      '签收日期（2026-03-08）不能晚于登记日期（2026-03-07）。',
    ]);
    expect(checkLaterReceipt(signed, day('2026-03-05'), today)).toEqual([]);
  });
});
