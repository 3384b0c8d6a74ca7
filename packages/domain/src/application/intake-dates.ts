import type { CivilDate } from '../kernel/civil-date.ts';
import { INTAKE_CHANNELS, type IntakeFacts, receiptDateOf } from './intake.ts';

/** The four dates of intake, which are kept apart (applications.md §2). */
export interface IntakeDates extends IntakeFacts {
  /** As entered; `null` while it awaits confirmation. */
  readonly receiptDate: CivilDate | null;
  /** Day on which these dates are entered; a confirmation that comes later is entered on its own day. */
  readonly enteredOn: CivilDate;
}

const FIELDS = ['sentOn', 'arrivedOn', 'confirmedOn', 'receiptDate', 'enteredOn'] as const;

export type IntakeDateField = (typeof FIELDS)[number];

export interface IntakeDateError {
  readonly field: IntakeDateField;
  readonly message: string;
}

const named = (dates: IntakeDates): Readonly<Record<IntakeDateField, string>> => ({
  sentOn: '寄出日期',
  arrivedOn: INTAKE_CHANNELS[dates.channel].arrival,
  confirmedOn: '确认日期',
  receiptDate: '收到申请之日',
  enteredOn: '登记日期',
});

/** The second never lies before the first. */
const ORDER: readonly (readonly [IntakeDateField, IntakeDateField])[] = [
  ['sentOn', 'arrivedOn'],
  ['arrivedOn', 'confirmedOn'],
  ['arrivedOn', 'receiptDate'],
  ['arrivedOn', 'enteredOn'],
  ['receiptDate', 'enteredOn'],
];

function futureErrors(dates: IntakeDates, today: CivilDate): readonly IntakeDateError[] {
  const titles = named(dates);
  return FIELDS.flatMap((field) => {
    const date = dates[field];
    if (date === null || date <= today) return [];
    return [{ field, message: `${titles[field]}（${date}）不能晚于今天（${today}）。` }];
  });
}

function orderErrors(dates: IntakeDates): readonly IntakeDateError[] {
  const titles = named(dates);
  return ORDER.flatMap(([first, second]) => {
    const [a, b] = [dates[first], dates[second]];
    if (a === null || b === null || a <= b) return [];
    // A day of receipt after the entry is the day that was typed wrongly, not the entry.
    const field = second === 'enteredOn' ? first : second;
    const words = field === second ? `不能早于${titles[first]}（${a}）` : `不能晚于${titles[second]}（${b}）`;
    return [{ field, message: `${titles[field]}（${dates[field]}）${words}。` }];
  });
}

function receiptErrors(dates: IntakeDates): readonly IntakeDateError[] {
  const { date, rule, article, awaitsConfirmation } = receiptDateOf(dates);
  if (dates.arrivedOn === null) {
    return [{ field: 'arrivedOn', message: `请填写${named(dates).arrivedOn}。` }];
  }
  if (dates.receiptDate === date) return [];
  const wanted = date === null ? '确认以前应空着' : `应为${date}`;
  const source = awaitsConfirmation ? '确认日期' : named(dates).arrivedOn;
  return [
    {
      field: 'receiptDate',
      message: `收到申请之日${wanted}（${source}）：${rule}（${article}）`,
    },
  ];
}

/**
 * What is wrong with the dates of an application that is being entered: nothing in the future, each in its order, and
 * the day of receipt by the rule of its channel (条例31). Each mistake is told once, at the date that was typed.
 */
export function checkIntakeDates(dates: IntakeDates, today: CivilDate): readonly IntakeDateError[] {
  const future = futureErrors(dates, today);
  const inFuture = new Set(future.map(({ field }) => field));
  const order = orderErrors(dates).filter(({ field }) => !inFuture.has(field));
  const typed = [...future, ...order].filter(({ field }) => field !== 'receiptDate');
  // The day that the rule takes from another one is wrong where that one is.
  if (typed.length > 0 && dates.receiptDate === receiptDateOf(dates).date) return typed;
  return [...future, ...order, ...receiptErrors(dates)];
}

/**
 * What is wrong with a day of receipt that is given after the entry: of a confirmation, that it lies before the arrival;
 * where the channel counts from the arrival, the day put right is that of the arrival (条例31).
 */
export function checkLaterReceipt(
  dates: IntakeFacts & { readonly enteredOn: CivilDate },
  on: CivilDate,
  today: CivilDate,
): readonly string[] {
  const given = receiptDateOf(dates).awaitsConfirmation
    ? { confirmedOn: on, arrivedOn: dates.arrivedOn ?? on, enteredOn: today }
    : { arrivedOn: on };
  return checkIntakeDates({ ...dates, ...given, receiptDate: on }, today).map(({ message }) => message);
}
