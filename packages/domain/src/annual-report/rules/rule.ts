import type { CivilDate } from '../../kernel/civil-date.ts';
import type { TextProfile } from '../compare/similarity.ts';
import type { CellId, FormVersion, TextPlace } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import type { CaseReference, RegisterFacts, ReportWork } from './register-facts.ts';
import type { CheckSettings } from './settings.ts';

/** `block` stops submission and publication, never saving · `warn` wants an explanation · `hint` is shown only. */
export type Severity = 'block' | 'warn' | 'hint';

/** Rule families of annual-report.md §9. */
export type RuleClass =
  | 'FRM'
  | 'CEL'
  | 'T2'
  | 'T3'
  | 'T4'
  | 'XYR'
  | 'SRC'
  | 'AGG'
  | 'TXT'
  | 'NAR'
  | 'LEG'
  | 'PLS'
  | 'DUP'
  | 'PRV'
  | 'PUB'
  | 'DDL';

/** What a rule needs beside the report itself; without it the rule is `notEvaluated`. */
export type RuleNeed =
  | 'report'
  | 'structure'
  | 'previous'
  | 'earlier'
  | 'members'
  /** The units that must report: the members themselves, or the list with its states on the platform. */
  | 'memberList'
  | 'peers'
  /** The texts of other units: as they were kept on the platform, else those of the peers. */
  | 'peerTexts'
  | 'asOf'
  | 'register'
  | 'work';

/**
 * Column "blank" of §9: `E` the blank is itself the failure · `U` the equation is not evaluated ·
 * `Z` blank taken as 0 and flagged (imports of old reports only) · `none` not applicable.
 */
export type BlankMode = 'E' | 'U' | 'Z' | 'none';

/** Who may waive a failure: nobody, the author, the reviewer; always with a reason. */
export type WaiverBy = 'none' | 'author' | 'reviewer';

/** A member of an aggregated report (§8); `report` is `null` while the unit has not reported. */
export interface MemberReport {
  /** Its name, as it is shown. */
  readonly unit: string;
  /** By which it is told from others; absent of what only a file says: then its name does. */
  readonly key?: string;
  readonly report: AnnualReport | null;
  /** Vertical-system units are never members (AR-AGG-03). */
  readonly verticalSystem?: boolean;
}

/** The text of another unit as it was kept when its report was frozen (AR-DUP-02). */
export interface PeerText {
  readonly unit: string;
  readonly profile: TextProfile;
}

export interface CheckContext {
  readonly report: AnnualReport;
  readonly settings: CheckSettings;
  /** Last year's report of the same organ, the restated one when there is one. */
  readonly previous?: AnnualReport;
  /** Reports of the same organ older than `previous`, for what is judged over three years (AR-PLS-05). */
  readonly earlier?: readonly AnnualReport[];
  /** The reports this one is the sum of. */
  readonly members?: readonly MemberReport[];
  /** Reports of other units of the same year, for plausibility and copying. */
  readonly peers?: readonly AnnualReport[];
  /** Texts of other units of the same year; absent: those of `peers` are compared. */
  readonly peerTexts?: readonly PeerText[];
  /** The day on which the check is made; the domain knows no clock. */
  readonly asOf?: CivilDate;
  /** What the organ's registers hold, on the platform. */
  readonly register?: RegisterFacts;
  /** What was done with the report, on the platform. */
  readonly work?: ReportWork;
}

/** One proposed figure: "应为 {value}", with how sure that is. */
export interface SuggestedCell {
  readonly cell: CellId;
  readonly value: number | null;
}

export interface Suggestion {
  /** Sentence for the clerk. */
  readonly text: string;
  readonly cells: readonly SuggestedCell[];
  /** `certain`: follows from what is printed, may be mended by machine · `likely` · `possible`: one of several. */
  readonly certainty: 'certain' | 'likely' | 'possible';
}

/** What one rule found at one place. */
export interface CheckResult {
  readonly status: 'fail' | 'pass' | 'notEvaluated';
  readonly cells: readonly CellId[];
  readonly left: number | string | null;
  readonly right: number | string | null;
  readonly difference: number | null;
  readonly message: string;
  readonly suggestion?: Suggestion;
  /**
   * Where in the text, with the sentence itself; the words are empty where something is missing or the whole part
   * is meant.
   */
  readonly passage?: {
    readonly section: TextPlace;
    readonly text: string;
  };
  /** Why it was not evaluated, or which accepted reading made it pass. */
  readonly note?: string;
  /** Cells whose blank kept the rule from being evaluated. */
  readonly missing?: readonly CellId[];
  /** Overrides the rule's severity where the reference makes it depend on the year or the register. */
  readonly severity?: Severity;
  /** Overrides who may waive it where that depends on the register. */
  readonly waiverBy?: WaiverBy;
  /** Cases of a register that it speaks of. */
  readonly cases?: readonly CaseReference[];
  /** Tells two results of one rule with the same cells apart, for the finding id. */
  readonly key?: string;
}

export interface CheckRule {
  /** For example `AR-T3-ROW/t3.granted`. */
  readonly id: string;
  /** Raised whenever the meaning of the rule changes. */
  readonly version: number;
  readonly class: RuleClass;
  readonly severity: Severity;
  readonly needs: readonly RuleNeed[];
  readonly blank: BlankMode;
  readonly waiver: WaiverBy;
  /** The cells the rule reads; empty for rules about text and form. */
  readonly cells: readonly CellId[];
  /** Chinese message with placeholders in braces, as in the reference. */
  readonly message: string;
  /** The authority: article, notice or "算术". */
  readonly basis: string;
  /** Forms whose tables the rule speaks of; both when absent. */
  readonly forms?: readonly FormVersion[];
  /** First report year the rule binds; always when absent. */
  readonly fromYear?: number;
  readonly evaluate: (context: CheckContext) => readonly CheckResult[];
}

export type FindingStatus = CheckResult['status'] | 'waived';

/** A result with its rule, its stable id and, where someone accepted it, its waiver. */
export interface Finding extends Omit<CheckResult, 'severity' | 'status' | 'waiverBy'> {
  readonly id: string;
  readonly rule: string;
  readonly ruleVersion: number;
  readonly severity: Severity;
  readonly status: FindingStatus;
  readonly basis: string;
  readonly waiverBy: WaiverBy;
  /** Hash of a failure's cells, passage and cases: a waiver ends when they change; empty for anything else. */
  readonly fingerprint: string;
  readonly waiver?: Waiver;
  /** A person confirmed that its sentence means what the machine took it for (annual-report.md §9.9). */
  readonly isConfirmed?: true;
}

/** A reasoned acceptance of one finding. */
export interface Waiver {
  readonly findingId: string;
  readonly fingerprint: string;
  readonly by: Exclude<WaiverBy, 'none'>;
  readonly reason: string;
}
