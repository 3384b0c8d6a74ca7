import type { ApplicantAct } from './acts.ts';

/** A link to an act, with what it is about. */
export interface ActLink {
  readonly act: ApplicantAct;
  readonly path: string;
}

/** Something that waits for the applicant: what the organ wrote, and what can be done. */
export interface OwnTask {
  readonly title: string;
  readonly words: readonly { readonly name: string; readonly text: string }[];
  /** Last day, in words. */
  readonly until: string | null;
  readonly act: ActLink | null;
}

/** A day of the period and why it counts or not. */
export interface PeriodDay {
  readonly date: string;
  readonly words: string;
  readonly count: string;
  readonly counts: boolean;
}

export interface OwnPeriod {
  /** Last day, in words; one that may still change says so. */
  readonly due: string;
  /** Not final while somebody asked has not answered. */
  readonly isProjected: boolean;
  /** From which day on it is counted. */
  readonly from: string;
  readonly days: readonly PeriodDay[];
}

export interface OwnLetter {
  readonly title: string;
  readonly documentNumber: string | null;
  readonly issuedOn: string;
  readonly path: string;
  readonly downloads: readonly { readonly name: string; readonly path: string }[];
  /** `null`: confirmed already, or nothing that is confirmed. */
  readonly confirm: ActLink | null;
}

export interface OwnFile {
  readonly name: string;
  readonly size: string;
  readonly path: string;
}

/** How the case ended, in plain words. */
export interface OwnOutcome {
  readonly result: string;
  readonly why: string;
  readonly next: string;
  /** What can be done against it, each with its last day; empty where nothing is named. */
  readonly remedies: readonly string[];
}

/** The last day has passed and no reply is out. */
export interface OwnSilence {
  /** The last day, in words. */
  readonly due: string;
  readonly remedies: readonly string[];
  /** What the roads rest on. */
  readonly source: string;
}

/** A case as its applicant sees it. */
export interface OwnCase {
  readonly number: string;
  readonly organName: string;
  readonly status: string;
  readonly now: string;
  readonly next: string;
  readonly submittedAt: string;
  readonly receiptDate: string | null;
  readonly description: string;
  readonly tasks: readonly OwnTask[];
  /** `null` while it has not ended. */
  readonly outcome: OwnOutcome | null;
  /** `null` while the reply can still come in time, or has come. */
  readonly silence: OwnSilence | null;
  readonly period: OwnPeriod | null;
  readonly timeline: readonly { readonly on: string; readonly words: string }[];
  readonly letters: readonly OwnLetter[];
  readonly files: readonly OwnFile[];
  readonly acts: readonly ActLink[];
  readonly phone: string;
}

/** A request to have one's own record put right, as whoever made it sees it. */
export interface OwnAmendment {
  readonly number: string;
  readonly organName: string;
  readonly status: string;
  readonly receivedOn: string;
  readonly due: string;
  readonly record: string;
  /** Who has the power, where it is not this organ. */
  readonly organInCharge: string | null;
  /** `null` while it is open. */
  readonly letter: OwnLetter | null;
}
