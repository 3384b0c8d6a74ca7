import type { CivilDate } from '../../kernel/civil-date.ts';
import type { CellId, TextPlace } from '../ids.ts';
import type { CellValues } from '../report.ts';

/** Figures that a register counted; a cell that is not there was not counted, which is not 0. */
export type CountedCells = Readonly<Partial<Record<CellId, number>>>;

/** A case as a finding names it: never by a person. */
export interface CaseReference {
  readonly id: string;
  readonly registrationNumber: string;
}

/** What a case of a certain outcome must hold, and which AR-LEG rule asks for it. */
export type Evidence =
  /** AR-LEG-02: 条例35 */
  | 'reasonsAssessed'
  /** AR-LEG-03: delivered */
  | 'feeNotice'
  /** AR-LEG-04: delivered */
  | 'correctionNotice'
  /** AR-LEG-05: or the organ's own decision record */
  | 'thirdPartyConsultation'
  /** AR-LEG-07: or the name of the organ that holds it */
  | 'searchLog'
  /** AR-LEG-08: or marks and period of secrecy */
  | 'riskAssessment';

export type DecisionKind = 'licensing' | 'penalties' | 'coercion';

/** 信息处理费 of the year, from the fee register. */
export interface FeeRegister {
  /** Cases in which it was collected. */
  readonly count: number;
  /** 分 */
  readonly amount: number;
}

/** What the registers of the reporting organ hold for the year; what is absent no register keeps. */
export interface RegisterFacts {
  /** Table three on the form of the report, from the register of applications. */
  readonly tableThree?: CountedCells;
  /** Table four, from the register of disputes. */
  readonly tableFour?: CountedCells;
  /** 行政规范性文件 on the platform: in force on 31 December, and made in the year. */
  readonly normativeDocuments?: { readonly inForce: number; readonly made: number };
  /** Decisions published on the platforms of enforcement and credit. */
  readonly publishedDecisions?: Readonly<Partial<Record<DecisionKind, number>>>;
  /** 行政事业性收费 as the finance department publishes it, in 万元. */
  readonly publishedFeesWan?: number;
  readonly processingFees?: FeeRegister;
  /** Cases of the year that lack the evidence their outcome asks for. */
  readonly lacking?: Readonly<Partial<Record<Evidence, readonly CaseReference[]>>>;
  /** Suits of the year without reconsideration against refusals on 条例14–16. */
  readonly directSuitsOnRefusals?: readonly CaseReference[];
  /** Suits of the year in which the organ is only co-defendant, as the organ of reconsideration. */
  readonly coDefendantSuits?: number;
}

/** A cell or passage that was named when the report was returned, as it stood then. */
export interface ReturnedPlaces {
  /** The cells named, with what stood in them. */
  readonly cells: CellValues;
  readonly passages: readonly { readonly section: TextPlace; readonly text: string }[];
}

/** One published form or place of the report, with the hash of the cells that can be read from it as text. */
export interface PublishedCopy {
  /** For the message: 网页, Word, PDF, or the site. */
  readonly name: string;
  /** `null`: its tables are no text. */
  readonly hash: string | null;
}

/** 更正重报: what was put right after publication, and why. */
export interface Restatement {
  readonly on: CivilDate | null;
  readonly reason: string;
  /** `null`: nothing stood, or is to stand, in the cell. */
  readonly changes: readonly {
    readonly cell: CellId;
    readonly before: number | null;
    readonly after: number | null;
  }[];
}

/** A unit of the year's list and how far its report has come. */
export interface ListedMember {
  readonly unit: string;
  readonly state: 'notSubmitted' | 'submitted' | 'accepted';
}

/** What was done with a report on the platform; a report read from a file has none of it. */
export interface ReportWork {
  /** The review of the report as it now stands is recorded (条例17); `null`: it was made elsewhere, and reviewed there. */
  readonly isSecrecyReviewed: boolean | null;
  /** `null`: it was not returned. */
  readonly returned: ReturnedPlaces | null;
  readonly submittedOn: CivilDate | null;
  /** The day of publication; the day meant, when publication is about to happen. */
  readonly publishedOn: CivilDate | null;
  /** Hash of the cells that were checked; `null` before they are. */
  readonly checkedHash: string | null;
  /** Page, Word and PDF as published or made for it; empty before that. */
  readonly outputs: readonly PublishedCopy[];
  /** Other places that show the same report. */
  readonly copies: readonly PublishedCopy[];
  /** `null`: the column in which it belongs is not kept on the platform. */
  readonly isListedCentrally: boolean | null;
  /** The cells that the public sees; `null` before publication. */
  readonly publishedCells: CellValues | null;
  readonly restatement: Restatement | null;
  /** The year's list, of an aggregated report. */
  readonly members?: readonly ListedMember[];
}
