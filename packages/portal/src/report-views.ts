import type { RestatedParts } from '@zhaoshi/domain/annual-report/compare/restated-cells';
import type { FormVersion } from '@zhaoshi/domain/annual-report/ids';
import type { CellValues } from '@zhaoshi/domain/annual-report/report';
import type { SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { ColumnOwner } from './view-models.ts';

/** What pages of annual reports are made of: publishable data only, ready to be shown. */

/** 更正重报: what a version changed against the one before it, and why. */
export interface ReportRestatement extends RestatedParts {
  readonly version: number;
  /** Minute of publication in China, "2026-11-21 10:02". */
  readonly publishedAt: string;
  /** `null`: published anew without a reason, before reasons were asked for. */
  readonly reason: string | null;
  /** The version that it replaced, at its own address. */
  readonly before: { readonly version: number; readonly path: string };
}

export interface ReportPage {
  readonly organ: ColumnOwner;
  readonly title: string;
  /** The report itself has no title; the one above is the page's, and the page says so. */
  readonly untitled: boolean;
  readonly reportYear: number;
  readonly path: string;
  readonly publishedAt: string;
  readonly version: number;
  /** Of the JSON file, byte for byte. */
  readonly contentSha256: string;
  /** Of the figures of the tables, which every format carries (AR-PUB-01). */
  readonly cellsSha256: string;
  readonly cells: CellValues;
  /** Form of table three, `null` when the report has none. */
  readonly formVersion: FormVersion | null;
  /** The report under its title, as the writer of HTML files sets it. */
  readonly body: SafeHtml;
  /** The newest first; of all versions, also on the page of an earlier one. */
  readonly restatements: readonly ReportRestatement[];
}

export interface ReportVersionLink {
  readonly version: number;
  readonly path: string;
  readonly publishedAt: string;
  readonly isCurrent: boolean;
}

/** A version that another one has replaced. */
export interface ReportVersionPage extends ReportPage {
  readonly ownPath: string;
  /** The newest first. */
  readonly versions: readonly ReportVersionLink[];
}
