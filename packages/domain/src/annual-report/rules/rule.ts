import type { CivilDate } from '../../kernel/civil-date.ts';
import type { CellId, FormVersion, TextPlace } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
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
export type RuleNeed = 'report' | 'structure' | 'previous' | 'earlier' | 'members' | 'peers' | 'asOf';

/**
 * Column "blank" of §9: `E` the blank is itself the failure · `U` the equation is not evaluated ·
 * `Z` blank taken as 0 and flagged (imports of old reports only) · `none` not applicable.
 */
export type BlankMode = 'E' | 'U' | 'Z' | 'none';

/** Who may waive a failure: nobody, the author, the reviewer; always with a reason. */
export type WaiverBy = 'none' | 'author' | 'reviewer';

/** A member of an aggregated report (§8); `report` is `null` while the unit has not reported. */
export interface MemberReport {
  readonly unit: string;
  readonly report: AnnualReport | null;
  /** Vertical-system units are never members (AR-AGG-03). */
  readonly verticalSystem?: boolean;
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
  /** The day on which the check is made; the domain knows no clock. */
  readonly asOf?: CivilDate;
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
export interface Finding extends Omit<CheckResult, 'severity' | 'status'> {
  readonly id: string;
  readonly rule: string;
  readonly ruleVersion: number;
  readonly severity: Severity;
  readonly status: FindingStatus;
  readonly basis: string;
  readonly waiverBy: WaiverBy;
  /** Hash of a failure's cells and passage, so that a waiver ends when they change; empty for anything else. */
  readonly fingerprint: string;
  readonly waiver?: Waiver;
}

/** A reasoned acceptance of one finding. */
export interface Waiver {
  readonly findingId: string;
  readonly fingerprint: string;
  readonly by: Exclude<WaiverBy, 'none'>;
  readonly reason: string;
}
