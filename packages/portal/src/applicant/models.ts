import type { SearchPage } from '../view-models.ts';

/** An organ that takes applications, as whoever applies to it sees it. */
export interface ApplyOrgan {
  readonly name: string;
  /** Of its column. */
  readonly path: string;
  readonly office: string;
  readonly phone: string;
  readonly hours: string;
  readonly address: string;
}

/** The organ that somebody is applying to. */
export interface ApplyPlace extends ApplyOrgan {
  /** Days that what is not sent is kept. */
  readonly draftDays: number;
}

export interface ApplyChoice {
  readonly regions: readonly { readonly name: string; readonly slug: string; readonly isChosen: boolean }[];
  readonly regionName: string;
  readonly organs: readonly ApplyOrgan[];
}

export interface ApplyCheck {
  readonly organ: ApplyPlace;
  readonly query: string;
  /** `null` before anything was asked. */
  readonly found: SearchPage | null;
  /** Path of the script that suggests while one types. */
  readonly script: string;
}

/** A file that was uploaded with the draft. */
export interface DraftFile {
  readonly use: 'identity' | 'powerOfAttorney';
  readonly name: string;
  readonly size: string;
}

/** The question that only people answer; `null` once it was answered. */
export interface AskedQuestion {
  readonly text: string;
  /** Sealed with the answer, comes back with the form. */
  readonly ticket: string;
}

export interface Receipt {
  readonly organName: string;
  readonly number: string;
  readonly code: string;
  /** Minute in China. */
  readonly at: string;
}
