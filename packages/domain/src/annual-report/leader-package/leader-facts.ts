import type { DisputedAct, DisputeKind } from '../../dispute/dispute.ts';
import type { EndingResult, StageKind } from '../../dispute/dispute-results.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { AnnualReport } from '../report.ts';
import type { Due } from '../rules/deadlines.ts';
import type { Finding } from '../rules/rule.ts';
import type { BoardState } from '../work/board.ts';
import type { ReportStatus } from '../work/report-status.ts';

/** A unit of a region's list, as its leader asks of it. */
export interface LeaderMember {
  readonly name: string;
  readonly state: BoardState;
  /** Something of it stands in the sum. */
  readonly isCounted: boolean;
  readonly dueOn: CivilDate | null;
  /** Day on which it sent its report; `null`: not yet, or from a file. */
  readonly signedOn: CivilDate | null;
  /** 结果纠正 of its table four; `null`: it sent none. */
  readonly rectified: number | null;
}

/** A case of the year in which the organ was corrected (结果纠正); nobody is named. */
export interface LostDispute {
  readonly kind: DisputeKind;
  readonly act: DisputedAct;
  readonly stage: StageKind;
  /** Organ or court, and its number of the case; empty: none. */
  readonly tribunal: string;
  readonly number: string;
  readonly result: EndingResult;
  /** From when the result counts. */
  readonly on: CivilDate;
}

/** What is known of a report when its leader is asked to sign it (30号三（四）: 分管负责人是第一责任人). */
export interface LeaderFacts {
  readonly organ: string;
  readonly reportYear: number;
  readonly today: CivilDate;
  readonly status: ReportStatus;
  /** More than 1: a restatement. */
  readonly edition: number;
  /** The frozen state that holds; `null` while nothing is frozen. */
  readonly frozen: { readonly submission: number; readonly sha256: string } | null;
  readonly due: Due | null;
  readonly report: AnnualReport;
  /** The report of the year before, as it was sent or published. */
  readonly previous: AnnualReport | null;
  readonly findings: readonly Finding[];
  /** `null`: the report is no sum of others. */
  readonly members: readonly LeaderMember[] | null;
  /** `null`: of a sum nobody keeps the register. */
  readonly lost: readonly LostDispute[] | null;
}

/** What a file prints, in reading order. */
export type LeaderBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      /** Relative; as many as columns. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    };

interface LeaderSection {
  readonly heading: string;
  readonly blocks: readonly LeaderBlock[];
}

/** A document that is read in ten minutes before a report is signed. */
export interface LeaderPackage {
  readonly title: string;
  /** What it is and of which day, below the title. */
  readonly subtitle: string;
  readonly sections: readonly LeaderSection[];
}

export const paragraph = (text: string): LeaderBlock => ({ kind: 'paragraph', text });

/** Nothing where there is nothing to list. */
export const listOf = (items: readonly string[]): readonly LeaderBlock[] =>
  items.length === 0 ? [] : [{ kind: 'list', items }];
