import type { CellValues } from '@zhaoshi/domain/annual-report/report';

/** What pages are made of: publishable data only, ready to be shown. */

/** How the reader wants pages shown; kept in a cookie, so that it needs no JavaScript. */
export interface Display {
  readonly largeText: boolean;
  readonly highContrast: boolean;
}

/** 国办发〔2017〕47号: what stands in the footer; empty text where nothing was entered. */
export interface SiteRegistration {
  readonly identificationCode: string;
  readonly icpNumber: string;
  readonly publicSecurityNumber: string;
  readonly sponsor: string;
  readonly contactPhone: string;
}

/** What every page of a site shares. */
export interface Site {
  /** Name of the region the site belongs to. */
  readonly name: string;
  readonly isDemonstration: boolean;
  /** Path of the style sheet, with the hash of its content. */
  readonly styleSheet: string;
  /** Scheme and host under which the public reaches the site; set by the operator, never taken from a request. */
  readonly origin: string;
  readonly registration: SiteRegistration;
  /** Whether pages carry the tags of government sites. */
  readonly printsMetaTags: boolean;
  /** Where 依申请公开 stands in columns: an entry by itself, or beside the four blocks (国办公开办函〔2019〕61号). */
  readonly applicationStands: 'apart' | 'beside';
}

export interface OrganLink {
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly path: string;
  readonly reportCount: number;
  /** First day without it, "2026-06-01"; `null` for an organ of today. */
  readonly endedOn: string | null;
}

export interface RegionLink {
  readonly name: string;
  readonly path: string;
  readonly organCount: number;
}

export interface ReportLink {
  readonly title: string;
  readonly reportYear: number;
  readonly path: string;
  /** Minute of publication in China, "2026-11-21 10:02". */
  readonly publishedAt: string;
  readonly organName: string;
  /** The figures or words first published were corrected. */
  readonly isRestated: boolean;
}

/** A region above another, for 当前位置. */
export interface Place {
  readonly name: string;
  readonly path: string;
}

export interface RegionPage {
  readonly name: string;
  readonly path: string;
  /** Regions above it, the highest first; the highest is the site's home. */
  readonly above: readonly Place[];
  /** Those of today. */
  readonly organs: readonly OrganLink[];
  readonly regions: readonly RegionLink[];
  readonly latestReports: readonly ReportLink[];
  /** The central column of all units' reports by year (国办公开办函〔2021〕30号二（一）); `null`: no government. */
  readonly unitsPath: string | null;
}

export interface OrganFilter {
  /** Id of a group of kinds; empty for all. */
  readonly group: string;
  readonly level: string;
}

export interface OrganListPage {
  readonly region: Pick<RegionPage, 'name' | 'path' | 'above'>;
  readonly filter: OrganFilter;
  readonly organs: readonly OrganLink[];
}

/** A line of contact data with its name in Chinese. */
export interface Detail {
  readonly name: string;
  readonly value: string;
}

/** 政府信息公开工作机构 of an organ (条例4, 12). */
export interface DisclosureOffice {
  readonly details: readonly Detail[];
  readonly duties: readonly string[];
}

/** 政府信息公开工作领导小组. */
export interface LeadingGroup {
  readonly name: string;
  readonly details: readonly Detail[];
  readonly members: readonly { readonly name: string; readonly post: string; readonly duty: string }[];
}

/** Figures of one year from a published report. */
export interface YearFigures {
  readonly reportYear: number;
  readonly cells: CellValues;
}

/** Powers that went over, seen from the other organ's side (国办公开办函〔2019〕14号). */
export interface PowerTransfer {
  readonly organName: string;
  readonly path: string;
  /** The organ named here has itself ended. */
  readonly hasEnded: boolean;
  /** First day, "2026-06-01". */
  readonly since: string;
  /** `null`: all powers. */
  readonly matters: string | null;
  readonly documentNumber: string | null;
}

export interface OrganPage {
  readonly name: string;
  readonly path: string;
  /** First day without the organ, "2026-06-01"; `null` for an organ of today. */
  readonly endedOn: string | null;
  readonly closingStatement: string | null;
  readonly successors: readonly PowerTransfer[];
  readonly predecessors: readonly PowerTransfer[];
  /** Where its region's lists of reporting units stand; of the government and its office alone. */
  readonly unitsPath: string | null;
  /** Where the results of its assessments stand; `null`: none is published. */
  readonly assessmentsPath: string | null;
  /** Where its villages publish their affairs; `null`: there are none. */
  readonly villagesPath: string | null;
  readonly region: Place;
  readonly above: readonly Place[];
  readonly reports: readonly ReportLink[];
  readonly years: readonly YearFigures[];
  /** 条例20(2): 办公地址、办公时间、联系方式、负责人姓名; nothing where nothing was entered. */
  readonly contact: readonly Detail[];
  /** `null` when the organ has entered nothing. */
  readonly disclosureOffice: DisclosureOffice | null;
  readonly leadingGroup: LeadingGroup | null;
}

/** What every page of a column says of its organ. */
export type ColumnOwner = Pick<OrganPage, 'name' | 'path' | 'region' | 'above' | 'endedOn'>;

/** An organ on a region's list of who reports for a year (条例27, 49). */
export interface ReportingUnitLink {
  readonly name: string;
  readonly path: string;
  readonly hasEnded: boolean;
  /** Path of its report of the year; `null` as long as it is not published here. */
  readonly reportPath: string | null;
}

export interface ReportingUnitsPage {
  readonly organ: ColumnOwner;
  readonly reportYear: number;
  readonly path: string;
  /** The level to which the list is narrowed; `null`: all. */
  readonly levelName: string | null;
  /** Levels that the list of the year has, each with how many units report and of how many the report is published. */
  readonly levels: readonly ReportingUnitLevel[];
  /** The lists of other years, narrowed to the same level. */
  readonly years: readonly { readonly reportYear: number; readonly path: string }[];
  /** How many units report, on all pages. */
  readonly total: number;
  readonly page: number;
  /** Path of every page. */
  readonly pages: readonly string[];
  /** Those of the page. */
  readonly included: readonly ReportingUnitLink[];
  /** On the first page only. */
  readonly leftOut: readonly { readonly unit: ReportingUnitLink; readonly reason: string }[];
}

/** A choice of the filter by level. */
export interface ReportingUnitLevel {
  readonly name: string;
  readonly path: string;
  readonly units: number;
  readonly published: number;
  readonly isChosen: boolean;
}

/** All years of a region that have a list. */
export interface ReportingUnitYearsPage {
  readonly organ: ColumnOwner;
  readonly path: string;
  readonly years: readonly { readonly reportYear: number; readonly path: string }[];
}

/** A piece of text that was found, `marked` where it is what was searched for. */
export interface SnippetPart {
  readonly text: string;
  readonly marked: boolean;
}

export interface SearchHit {
  readonly title: readonly SnippetPart[];
  readonly snippet: readonly SnippetPart[];
  readonly path: string;
  readonly organName: string;
  /** 信息类别 in words. */
  readonly genre: string;
  /** 文号, 索引号, 有效性: what the thing has of them. */
  readonly about: readonly { readonly name: string; readonly value: string }[];
  readonly publishedAt: string;
}

/** A value that results can be narrowed to, or that they are narrowed to. */
export interface FacetValue {
  readonly name: string;
  /** How many are left, in words. */
  readonly count: string;
  /** To the results narrowed; of a chosen value, to the results without it. */
  readonly path: string;
  readonly isChosen: boolean;
}

export interface FacetGroup {
  readonly title: string;
  readonly values: readonly FacetValue[];
}

/** A question that has answers, near one that has none. */
export interface NearSearch {
  readonly words: string;
  readonly path: string;
}

export interface OrganHit {
  readonly name: readonly SnippetPart[];
  readonly path: string;
  readonly regionName: string;
  readonly hasEnded: boolean;
}

export interface SearchPage {
  /** As the reader wrote it, cut to the longest that is searched. */
  readonly query: string;
  /** Said instead of hits: nothing asked, too short, took too long. */
  readonly message: string | null;
  /** Said above the hits. */
  readonly notice: string | null;
  /** Organs with such a name; on the first page only. */
  readonly organs: readonly OrganHit[];
  readonly hits: readonly SearchHit[];
  /** How many there are, in words; `null` when they were not counted. */
  readonly total: string | null;
  readonly facets: readonly FacetGroup[];
  /** What results are narrowed to, by the names of the address. */
  readonly narrowings: Readonly<Record<string, string>>;
  readonly nearest: readonly NearSearch[];
  /** Path of the next page. */
  readonly next: string | null;
  /** Whether this is a page after the first. */
  readonly continued: boolean;
}

export interface SiteMapRegion extends RegionLink {
  readonly organsPath: string;
  /** How far below the site's own region. */
  readonly depth: number;
}
