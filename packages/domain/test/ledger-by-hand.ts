/**
 * Test-only: table three kept as a clerk would keep it by hand, from the events of each case and nothing else. It shares
 * no code with src/application: a second reading of annual-report.md §7, to hold the first against.
 */
import type { ApplicationEvent } from '../src/application/act.ts';
import type { OutcomeId } from '../src/application/outcome.ts';

/** A day as YYYY-MM-DD: compared as text. */
type Day = string;

/** The row for each outcome on the form of 30号, as the reference lists them, without `t3.`. */
const ROWS: Readonly<Record<OutcomeId, string>> = {
  'granted.alreadyPublic': 'granted',
  'granted.provided': 'granted',
  'granted.soonPublic': 'granted',
  partiallyGranted: 'partiallyGranted',
  'refused.stateSecret': 'refused.stateSecret',
  'refused.prohibitedByLaw': 'refused.prohibitedByLaw',
  'refused.securityAndStability': 'refused.securityAndStability',
  'refused.thirdPartyRights': 'refused.thirdPartyRights',
  'refused.internalAffairs': 'refused.internalAffairs',
  'refused.deliberativeProcess': 'refused.deliberativeProcess',
  'refused.enforcementFile': 'refused.enforcementFile',
  'refused.administrativeInquiry': 'refused.administrativeInquiry',
  'unavailable.nonExistent': 'unavailable.notHeld',
  'unavailable.otherOrgan': 'unavailable.notHeld',
  'unavailable.requiresCreation': 'unavailable.requiresCreation',
  'unavailable.stillUnclear': 'unavailable.stillUnclear',
  'notProcessed.petitionOrComplaint': 'notProcessed.petitionOrComplaint',
  'notProcessed.duplicate': 'notProcessed.duplicate',
  'notProcessed.publication': 'notProcessed.publication',
  'notProcessed.excessive': 'notProcessed.excessive',
  'notProcessed.reconfirmation': 'notProcessed.reconfirmation',
  'otherHandling.correctionLapsed': 'otherHandling.correctionLapsed',
  'otherHandling.feeUnpaid': 'otherHandling.feeUnpaid',
  'otherHandling.withdrawn': 'otherHandling.other',
  'otherHandling.partyInformation': 'otherHandling.other',
};

/** The day on which a case came, and how and when it was first done; `null` while that is open. */
export interface Booked {
  readonly came: Day | null;
  readonly done: { readonly on: Day; readonly outcome: OutcomeId } | null;
}

/** Reads one case from its events in their order. */
export function bookCase(events: readonly ApplicationEvent[]): Booked {
  let came: Day | null = null;
  let drafted: OutcomeId | null = null;
  let done: Booked['done'] = null;
  const first = (on: Day, outcome: OutcomeId | null): void => {
    if (done === null && outcome !== null) done = { on, outcome };
  };
  for (const event of events) {
    if (event.type === 'register') came = event.receiptDate;
    else if (event.type === 'confirmReceipt' || event.type === 'correctReceipt') came = event.on;
    else if (event.type === 'draftReply') drafted = event.outcome;
    else if (event.type === 'deliverReply') first(event.on, drafted);
    else if (event.type === 'importResult') first(event.on, event.outcome);
    else if (event.type === 'lapseCorrection') first(event.on, 'otherHandling.correctionLapsed');
    else if (event.type === 'lapsePayment') first(event.on, 'otherHandling.feeUnpaid');
    else if (event.type === 'withdraw') first(event.on, 'otherHandling.withdrawn');
  }
  return { came, done };
}

/** One line of the day book. */
interface Line {
  readonly case: number;
  readonly row: string | null;
}

interface DayBook {
  readonly came: ReadonlyMap<Day, readonly Line[]>;
  readonly went: ReadonlyMap<Day, readonly Line[]>;
}

function dayBook(cases: readonly Booked[]): DayBook {
  const came = new Map<Day, Line[]>();
  const went = new Map<Day, Line[]>();
  const write = (book: Map<Day, Line[]>, day: Day, line: Line): void => {
    const lines = book.get(day);
    if (lines === undefined) book.set(day, [line]);
    else lines.push(line);
  };
  cases.forEach((one, number) => {
    if (one.came === null) return;
    write(came, one.came, { case: number, row: null });
    if (one.done === null) return;
    // What was withdrawn before it had come in law goes on the day it comes.
    const day = one.done.on < one.came ? one.came : one.done.on;
    write(went, day, { case: number, row: ROWS[one.done.outcome] });
  });
  return { came, went };
}

const DAY_LENGTH = 86_400_000;
const following = new Map<Day, Day>();

function nextDay(day: Day): Day {
  const known = following.get(day);
  if (known !== undefined) return known;
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_LENGTH).toISOString().slice(0, 10);
  following.set(day, next);
  return next;
}

/** Cases by row of the form of 30号, without `t3.`, in the order of their numbers. */
export type Rows = ReadonlyMap<string, readonly number[]>;

/** Walks the day book from the first day to the last, and keeps what table three asks of the days of a period. */
export function walkDays(
  cases: readonly Booked[],
  { from, to }: { readonly from: Day; readonly to: Day },
  firstDay: Day,
): Rows {
  const { came, went } = dayBook(cases);
  const onTheDesk = new Set<number>();
  const rows = new Map<string, number[]>();
  const note = (row: string, number: number): void => {
    const numbers = rows.get(row);
    if (numbers === undefined) rows.set(row, [number]);
    else numbers.push(number);
  };
  for (let day = firstDay; day <= to; day = nextDay(day)) {
    if (day === from) for (const number of onTheDesk) note('carriedIn', number);
    for (const { case: number } of came.get(day) ?? []) {
      onTheDesk.add(number);
      if (day >= from) note('newlyReceived', number);
    }
    for (const { case: number, row } of went.get(day) ?? []) {
      onTheDesk.delete(number);
      if (day < from || row === null) continue;
      note(row, number);
      note('resultTotal', number);
    }
  }
  for (const number of onTheDesk) note('carriedForward', number);
  for (const numbers of rows.values()) numbers.sort((a, b) => a - b);
  return rows;
}

/** The three rows of （六） are one on the form of 60号. */
export function rowOn(form: '2019' | '2021', row: string): string {
  return form === '2019' && row.startsWith('otherHandling.') ? 'otherHandling' : row;
}
