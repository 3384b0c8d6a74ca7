import type { OrganKind } from '@zhaoshi/domain/annual-report/report';
import type { SafeHtml } from '@zhaoshi/domain/kernel/html';

/** What pages are made of: publishable data only, ready to be shown. */

/** How the reader wants pages shown; kept in a cookie, so that it needs no JavaScript. */
export interface Display {
  readonly largeText: boolean;
  readonly highContrast: boolean;
}

/** What every page of a site shares. */
export interface Site {
  /** Name of the region the site belongs to. */
  readonly name: string;
  readonly isDemonstration: boolean;
  /** Path of the style sheet, with the hash of its content. */
  readonly styleSheet: string;
}

export interface OrganLink {
  readonly name: string;
  readonly kind: OrganKind;
  readonly path: string;
  readonly reportCount: number;
}

export interface RegionOrgans {
  readonly slug: string;
  readonly name: string;
  readonly organs: readonly OrganLink[];
}

export interface ReportLink {
  readonly title: string;
  readonly reportYear: number;
  readonly path: string;
  readonly publishedOn: string;
  readonly organName: string;
}

export interface HomePage {
  readonly regions: readonly RegionOrgans[];
  readonly latestReports: readonly ReportLink[];
}

export interface OrganPage {
  readonly name: string;
  readonly regionName: string;
  readonly path: string;
  readonly reports: readonly ReportLink[];
}

export interface ReportPage {
  readonly organ: Omit<OrganPage, 'reports'>;
  readonly title: string;
  /** The report itself has no title; the one above is the page's, and the page says so. */
  readonly untitled: boolean;
  readonly reportYear: number;
  readonly path: string;
  readonly publishedOn: string;
  readonly version: number;
  readonly contentSha256: string;
  /** The report under its title, as the writer of HTML files sets it. */
  readonly body: SafeHtml;
}
