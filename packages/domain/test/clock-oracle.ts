/**
 * Test-only: a second clock of an application, written from applications.md §8.1 and calendar.md §5 alone. It knows
 * days as numbers, walks them one by one and shares no code with `calendar/` and `application/clock/`.
 */

/** calendar.md §2, machine form; 2027 has no notice: fixed statutory dates and the expected lunar ones. */
const MACHINE_FORM = `
2018:
  off:  1231
  work: 1229
2019:
  off:  0101 0204 0205 0206 0207 0208 0405 0501 0502 0503 0607 0913 1001 1002 1003 1004 1007
  work: 0202 0203 0428 0505 0929 1012
2020:
  off:  0101 0124 0127 0128 0129 0130 0131 0406 0501 0504 0505 0625 0626 1001 1002 1005 1006 1007 1008
  work: 0119 0426 0509 0628 0927 1010
2021:
  off:  0101 0211 0212 0215 0216 0217 0405 0503 0504 0505 0614 0920 0921 1001 1004 1005 1006 1007
  work: 0207 0220 0425 0508 0918 0926 1009
2022:
  off:  0103 0131 0201 0202 0203 0204 0404 0405 0502 0503 0504 0603 0912 1003 1004 1005 1006 1007
  work: 0129 0130 0402 0424 0507 1008 1009
2023:
  off:  0102 0123 0124 0125 0126 0127 0405 0501 0502 0503 0622 0623 0929 1002 1003 1004 1005 1006
  work: 0128 0129 0423 0506 0625 1007 1008
2024:
  off:  0101 0212 0213 0214 0215 0216 0404 0405 0501 0502 0503 0610 0916 0917 1001 1002 1003 1004 1007
  work: 0204 0218 0407 0428 0511 0914 0929 1012
2025:
  off:  0101 0128 0129 0130 0131 0203 0204 0404 0501 0502 0505 0602 1001 1002 1003 1006 1007 1008
  work: 0126 0208 0427 0928 1011
2026:
  off:  0101 0102 0216 0217 0218 0219 0220 0223 0406 0501 0504 0505 0619 0925 1001 1002 1005 1006 1007
  work: 0104 0214 0228 0509 0920 1010
2027:
  off:  0101 0205 0206 0207 0208 0405 0501 0502 0609 0915 1001 1002 1003
  work:
`;

/** Days since 1970-01-01, which was a Thursday. */
export type DayNumber = number;

export const dayNumber = (text: string): DayNumber => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / 86_400_000;
};

export const dayText = (day: DayNumber): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

const special = new Map<DayNumber, boolean>();
let year = '';
for (const line of MACHINE_FORM.split('\n')) {
  const [, heading] = /^(\d{4}):/.exec(line) ?? [];
  if (heading !== undefined) year = heading;
  const [, kind, days = ''] = /^ {2}(off|work):(.*)$/.exec(line) ?? [];
  for (const [, month, day] of days.matchAll(/(\d\d)(\d\d)/g)) {
    special.set(dayNumber(`${year}-${month}-${day}`), kind === 'work');
  }
}

const isWorked = (day: DayNumber): boolean => special.get(day) ?? ((day + 4) % 7) % 6 !== 0;

/** The n-th worked day after a day. */
export function nthWorked(day: DayNumber, n: number): DayNumber {
  let at = day;
  for (let left = n; left > 0; ) {
    at += 1;
    if (isWorked(at)) left -= 1;
  }
  return at;
}

/** An act on file, days as numbers. */
export interface Act {
  readonly type: string;
  readonly on: DayNumber;
  readonly consultationId?: string;
  readonly kind?: string;
  readonly how?: string;
  readonly days?: number;
  readonly dueOn?: DayNumber;
}

/** What the oracle knows of one consultation. */
interface Asked {
  readonly id: string;
  readonly kind: string;
  readonly sent: DayNumber;
  got: DayNumber | null;
  ended: DayNumber | null;
}

/** What stands on file after some acts. */
interface File {
  base: DayNumber | null;
  quota: number;
  asked: Asked[];
  /** Consultations that were over before the period began again. */
  forgotten: Set<Asked>;
  waiting: { why: 'correction' | 'fee'; since: DayNumber; told: DayNumber | null; days: number } | null;
  deferred: DayNumber | null;
  spent: Set<string>;
  strict: DayNumber | null;
  end: DayNumber | null;
}

const EMPTY = (): File => ({
  base: null,
  quota: 20,
  asked: [],
  forgotten: new Set(),
  waiting: null,
  deferred: null,
  spent: new Set(),
  strict: null,
  end: null,
});

const periodEnd = ({ kind, got }: Asked): DayNumber =>
  kind === 'organConsultation' || got === null ? Infinity : nthWorked(got, 15);

/** The last day to reply, day by day; `openUntil` is the day up to which an open consultation is left out. */
function lastDay(file: File, openUntil: (asked: Asked) => DayNumber): DayNumber | null {
  if (file.base === null || file.waiting !== null) return null;
  if (file.deferred !== null) return file.deferred;
  const left = file.asked
    .filter((asked) => !file.forgotten.has(asked))
    .map((asked) => ({ after: asked.sent, upTo: asked.ended ?? openUntil(asked) }));
  let day = file.base;
  for (let count = 0; count < file.quota; ) {
    day += 1;
    if (isWorked(day) && !left.some(({ after, upTo }) => day > after && day <= upTo)) count += 1;
  }
  return day;
}

const lastDayOn = (file: File, today: DayNumber): DayNumber | null => {
  const day = Math.min(today, file.end ?? Infinity);
  return lastDay(file, (asked) => Math.min(day, periodEnd(asked)));
};

const waitEnd = ({ waiting, end }: File): DayNumber | null =>
  waiting === null || waiting.told === null || end !== null ? null : nthWorked(waiting.told, waiting.days);

const find = (file: File, act: Act): Asked | undefined =>
  file.asked.find(({ id, ended }) => id === act.consultationId && ended === null);

/** Column “Guard” of §8.1, for acts of a period that runs. */
function runs(file: File, { on }: Act): boolean {
  return file.base !== null && file.waiting === null && on >= file.base;
}

const inTime = (file: File, { on }: Act): boolean => on <= (lastDayOn(file, on) ?? Infinity);

const waitsFor = (file: File, why: string, { on }: Act): boolean =>
  file.waiting?.why === why && on >= file.waiting.since;

const GUARDS: Readonly<Record<string, (file: File, act: Act) => boolean>> = {
  received: ({ base }) => base === null,
  correctionNoticed: (file, act) => runs(file, act) && !file.spent.has('correction'),
  correctionNoticeDelivered: (file, act) =>
    waitsFor(file, 'correction', act) && file.waiting?.told === null && (act.days ?? 0) >= 1,
  corrected: (file, act) => waitsFor(file, 'correction', act),
  correctionLapsed: (file, act) => waitsFor(file, 'correction', act) && act.on > (waitEnd(file) ?? Infinity),
  consultationSent: (file, act) => runs(file, act) && find(file, act) === undefined,
  consultationReceived: (file, act) => {
    const asked = find(file, act);
    return asked !== undefined && asked.got === null && act.on >= asked.sent;
  },
  consultationEnded: (file, act) => {
    const asked = find(file, act);
    if (asked === undefined || act.on < asked.sent) return false;
    return act.how === 'lapse' ? act.on === periodEnd(asked) : act.on <= periodEnd(asked);
  },
  extended: (file, act) =>
    runs(file, act) &&
    inTime(file, act) &&
    !file.spent.has('extension') &&
    // A day that was fixed and told (条例35) is not counted, so that nothing can be added to it.
    file.deferred === null &&
    (act.days ?? 0) >= 1 &&
    (act.days ?? 0) <= 20,
  deferred: (file, act) =>
    runs(file, act) && inTime(file, act) && (act.dueOn ?? 0) > (lastDayOn(file, act.on) ?? 0),
  feeNoticed: (file, act) => runs(file, act) && inTime(file, act) && !file.spent.has('fee'),
  feeNoticeDelivered: (file, act) => waitsFor(file, 'fee', act) && file.waiting?.told === null,
  feePaid: (file, act) => waitsFor(file, 'fee', act) && act.on <= (waitEnd(file) ?? -Infinity),
  feeLapsed: (file, act) => waitsFor(file, 'fee', act) && act.on > (waitEnd(file) ?? Infinity),
  replied: ({ base }, { on }) => base !== null && on >= base,
  withdrawn: ({ base }, { on }) => base === null || on >= base,
};

/** A period counted afresh: what was left out of the old one is forgotten, what is still open is not. */
function startAgain(file: File, on: DayNumber): void {
  file.base = on;
  file.quota = 20;
  file.waiting = null;
  file.deferred = null;
  for (const asked of file.asked) if (asked.ended !== null) file.forgotten.add(asked);
}

function wait(file: File, why: 'correction' | 'fee', { on }: Act): void {
  file.spent.add(why);
  file.waiting = { why, since: on, told: null, days: 20 };
}

function told(file: File, { on, days = 20 }: Act): void {
  if (file.waiting !== null) Object.assign(file.waiting, { told: on, days });
}

const end = (file: File, { on }: Act): void => {
  file.end = on;
};

/** Column “Effect” of §8.1. */
const EFFECTS: Readonly<Record<string, (file: File, act: Act) => void>> = {
  received: (file, { on }) => {
    file.base = on;
  },
  correctionNoticed: (file, act) => {
    if (file.base !== null && act.on >= nthWorked(file.base, 8)) file.strict = lastDayOn(file, act.on);
    wait(file, 'correction', act);
  },
  correctionNoticeDelivered: told,
  corrected: (file, { on }) => startAgain(file, on),
  correctionLapsed: end,
  consultationSent: (file, { consultationId = '', kind = '', on }) => {
    file.asked.push({ id: consultationId, kind, sent: on, got: null, ended: null });
  },
  consultationReceived: (file, act) => Object.assign(find(file, act) ?? {}, { got: act.on }),
  consultationEnded: (file, act) => Object.assign(find(file, act) ?? {}, { ended: act.on }),
  extended: (file, { days = 0 }) => {
    file.quota += days;
    file.spent.add('extension');
  },
  deferred: (file, { dueOn = 0 }) => {
    file.deferred = dueOn;
  },
  feeNoticed: (file, act) => wait(file, 'fee', act),
  feeNoticeDelivered: told,
  feePaid: (file, { on }) => startAgain(file, on),
  feeLapsed: end,
  replied: end,
  withdrawn: end,
};

function replay(acts: readonly Act[]): File {
  const file = EMPTY();
  for (const act of acts) EFFECTS[act.type]?.(file, act);
  return file;
}

/** Whether the law lets the act follow acts that it let happen. */
export function mayFollow(acts: readonly Act[], act: Act): boolean {
  const file = replay(acts);
  return file.end === null && (GUARDS[act.type]?.(file, act) ?? false);
}

/** Every date that stands after some acts, as seen on a day. */
export function datesAfter(acts: readonly Act[], today: DayNumber) {
  const file = replay(acts);
  const { base, waiting, spent, end: ended, strict } = file;
  const noticeable = base !== null && waiting === null && ended === null && !spent.has('correction');
  const projected = lastDay(file, (asked) => {
    const period = periodEnd(asked);
    return period === Infinity ? today : period;
  });
  return {
    due: lastDayOn(file, today),
    projected: ended === null ? projected : lastDayOn(file, today),
    noticeLimit: noticeable ? nthWorked(base, 7) : null,
    waitEnd: waitEnd(file),
    lapses: file.asked
      .filter(({ ended: over }) => over === null)
      .map((asked) => (periodEnd(asked) === Infinity ? null : periodEnd(asked))),
    strict,
  };
}
