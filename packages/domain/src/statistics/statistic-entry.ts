import type { StatisticKind } from './statistic-kinds.ts';

/** The month that a figure is of; `month` 1–12. */
export interface StatisticMonth {
  readonly year: number;
  readonly month: number;
}

/** What was entered at one time. It is never changed; it can only be signed off or sent back. */
export interface StatisticVersion {
  /** From 1 in the order of entering. */
  readonly version: number;
  /** Decisions or 分; `null`: there is no such figure, it was entered by mistake. */
  readonly figure: number | null;
  /** Where the figure comes from: a register, a system, a statement of account. */
  readonly source: string;
  /** Why a figure that was signed off is another one now. */
  readonly reason: string;
  /** Accounts. */
  readonly enteredBy: string;
  readonly signedBy: string | null;
  /** Who did not sign it off and sent it back. */
  readonly returnedBy: string | null;
  /** Why; empty when nobody did. */
  readonly returnReason: string;
}

/** The figure of one kind for one month, of the whole organ or of one of its offices, with everything entered for it. */
export interface StatisticEntry extends StatisticMonth {
  readonly entryId: string;
  readonly kind: StatisticKind;
  /** 科室、站所; empty: the organ as a whole. */
  readonly unit: string;
  /** In their order, at least one. */
  readonly versions: readonly StatisticVersion[];
}

/** How far a figure has come. */
export const ENTRY_STATES = {
  draft: '待签核',
  signedOff: '已签核',
  correcting: '更正待签核',
  returned: '已退回',
  withdrawn: '已撤销',
} as const;

export type EntryState = keyof typeof ENTRY_STATES;

export function latestOf({ versions }: Pick<StatisticEntry, 'versions'>): StatisticVersion {
  const latest = versions.at(-1);
  if (latest === undefined) throw new RangeError('an entry without versions');
  return latest;
}

/** What was signed off last; it counts until a correction is signed off too. `null`: nothing was. */
export const signedVersionOf = ({ versions }: Pick<StatisticEntry, 'versions'>): StatisticVersion | null =>
  versions.findLast(({ signedBy }) => signedBy !== null) ?? null;

/** The figure that counts in the year's total; `null`: none, and that is not the same as 0. */
export const countedFigure = (entry: Pick<StatisticEntry, 'versions'>): number | null =>
  signedVersionOf(entry)?.figure ?? null;

export function entryState(entry: Pick<StatisticEntry, 'versions'>): EntryState {
  const latest = latestOf(entry);
  const signed = signedVersionOf(entry);
  if (latest.returnedBy !== null) return 'returned';
  if (latest.signedBy !== null) return latest.figure === null ? 'withdrawn' : 'signedOff';
  if (signed !== null && signed.figure !== null) return 'correcting';
  return latest.figure === null ? 'withdrawn' : 'draft';
}

/** Whether somebody has still to sign it off. */
export const awaitsSignOff = (entry: Pick<StatisticEntry, 'versions'>): boolean =>
  ['draft', 'correcting'].includes(entryState(entry));

/** Whether the month has its figure, signed off or not. */
export const isEntered = (entry: Pick<StatisticEntry, 'versions'>): boolean =>
  entryState(entry) !== 'withdrawn';
