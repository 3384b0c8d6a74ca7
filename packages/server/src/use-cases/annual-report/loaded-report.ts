import type { AggregationResult } from '@zhaoshi/domain/annual-report/aggregate';
import { formForYear } from '@zhaoshi/domain/annual-report/forms/registry';
import type { FormVersion } from '@zhaoshi/domain/annual-report/ids';
import type { LiveField } from '@zhaoshi/domain/annual-report/live/live-fields';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import type { CountedCells, FeeRegister } from '@zhaoshi/domain/annual-report/rules/register-facts';
import type { MemberReport } from '@zhaoshi/domain/annual-report/rules/rule';
import { composeReport, isYearOver } from '@zhaoshi/domain/annual-report/work/compose-report';
import { draftOfReport } from '@zhaoshi/domain/annual-report/work/draft-of-report';
import { reportStateOf } from '@zhaoshi/domain/annual-report/work/evolve-report';
import { EMPTY_DRAFT, type ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import type { ReportPlaces } from '@zhaoshi/domain/annual-report/work/report-standing';
import { REPORT_START, type ReportState } from '@zhaoshi/domain/annual-report/work/report-state';
import { isEditable } from '@zhaoshi/domain/annual-report/work/report-status';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { isGovernment, isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import { fromJsonReport } from '@zhaoshi/report-files/json-report';
import type { Kysely } from 'kysely';
import { findOrgan, type OrganRow } from '../../db/queries/organs.ts';
import { processingFees } from '../../db/queries/processing-fees.ts';
import { regionFees } from '../../db/queries/region-fees.ts';
import {
  findReportWork,
  findSubmission,
  type MemberReportRow,
  memberReports,
  publishedContent,
  type ReportEventRow,
  type ReportKey,
  type ReportWorkRow,
  reportEventOf,
  reportEvents,
} from '../../db/queries/report-work.ts';
import { countedElsewhere, type ReportedOrgan, reportedOrgans } from '../../db/queries/reported-organs.ts';
import type { Schema } from '../../db/schema.ts';
import { countedFromMembers, countedFromRegisters, sumOfMembers } from './counted-cells.ts';
import { reportPlaces } from './report-places.ts';
import { asMissingUnits, uncountedOrgans } from './uncounted-organs.ts';

/** The sum of a region with what each unit has sent. */
export interface RegionSum {
  readonly rows: readonly MemberReportRow[];
  readonly members: readonly MemberReport[];
  readonly sum: AggregationResult;
}

/** The report of an organ and year as it stands: begun or not, its figures counted now. */
export interface LoadedReport {
  readonly key: ReportKey;
  readonly organ: OrganRow;
  /** Whose registers it counts, its own first; with a government's office the government (30号二(一)). */
  readonly organs: readonly ReportedOrgan[];
  readonly places: ReportPlaces;
  /** Whose report counts what this organ left, by name; `null`: its own. */
  readonly countedElsewhere: string | null;
  readonly version: FormVersion;
  /** `undefined`: nobody has written anything yet. */
  readonly work: ReportWorkRow | undefined;
  readonly events: readonly ReportEventRow[];
  readonly state: ReportState;
  readonly draft: ReportDraft;
  /** Of a government's report only. */
  readonly region: RegionSum | null;
  /** What registers or members say now, also of a report that is frozen. */
  readonly counted: CountedCells;
  /** 信息处理费 of the year; `undefined`: a unit of a sum has reported without its register. */
  readonly fees: FeeRegister | undefined;
  /** What the text may name in braces, and what it names in vain. */
  readonly fields: readonly LiveField[];
  readonly unknownFields: readonly string[];
  /** What goes on: composed now while it may be changed, else as it was frozen. */
  readonly report: AnnualReport;
}

const parsed = (content: string): AnnualReport => fromJsonReport(JSON.parse(content)).report;

/** The state of a report that was published before it was made in the platform. */
const publishedElsewhere = (published: { content_sha256: string; published_at: Date }): ReportState => ({
  ...REPORT_START,
  status: 'published',
  published: { submission: 0, sha256: published.content_sha256, at: published.published_at.toISOString() },
});

async function regionSum(
  database: Kysely<Schema>,
  { regionId, reportYear }: ReportKey,
  { version, now }: { readonly version: FormVersion; readonly now: Date },
): Promise<RegionSum> {
  const sent = await memberReports(database, regionId, reportYear);
  const uncounted = await uncountedOrgans(database, { regionId, reportYear }, now);
  const rows = [...sent, ...asMissingUnits(uncounted)];
  return { rows, ...sumOfMembers(rows, version) };
}

async function frozenReport(
  database: Kysely<Schema>,
  { key, work, state }: Pick<LoadedReport, 'key' | 'work' | 'state'>,
): Promise<AnnualReport | null> {
  if (isEditable(state.status)) return null;
  if (work === undefined || state.frozen === null) {
    const published = await publishedContent(database, key);
    return published === undefined ? null : parsed(published.content);
  }
  const ids = { regionId: work.region_id, reportId: work.report_id };
  const frozen = await findSubmission(database, ids, state.frozen.submission);
  return frozen === undefined ? null : parsed(frozen.content);
}

/** The day that a report is dated which nobody has dated: today, once the year is over (30号一(二)). */
function dayOfAsking(reportYear: number, now: Date): CivilDate | null {
  const today = civilDateAt(now);
  return isYearOver(reportYear, today) ? today : null;
}

/** A restatement keeps the day of the report that it corrects, and has none where that one has none (AR-FRM-03). */
async function dayWithoutOne(
  database: Kysely<Schema>,
  key: ReportKey,
  { state, now }: { readonly state: ReportState; readonly now: Date },
): Promise<CivilDate | null> {
  const published = state.restatedSince === null ? undefined : await publishedContent(database, key);
  return published === undefined
    ? dayOfAsking(key.reportYear, now)
    : (parsed(published.content).signature?.date ?? null);
}

/**
 * Loads the report of an organ and year.
 *
 * @param draft what is being written and is not saved; absent: what was saved
 * @returns `null`: there is no such organ, it reports nothing, or the year has no uniform form
 */
export async function loadReport(
  database: Kysely<Schema>,
  key: ReportKey,
  { now, draft: unsaved }: { readonly now: Date; readonly draft?: ReportDraft },
): Promise<LoadedReport | null> {
  const organ = await findOrgan(database, key);
  const version = formForYear(key.reportYear)?.version;
  if (organ === undefined || version === undefined || !isOrganInLaw(organ.kind)) return null;
  const work = await findReportWork(database, key);
  const events =
    work === undefined
      ? []
      : await reportEvents(database, { regionId: work.region_id, reportId: work.report_id });
  const published = work === undefined ? await publishedContent(database, key) : undefined;
  const state =
    published === undefined ? reportStateOf(events.map(reportEventOf)) : publishedElsewhere(published);
  // What was published as a file is what somebody typed: no register stands behind it.
  const asPublished = published === undefined ? EMPTY_DRAFT : draftOfReport(parsed(published.content));
  const draft = unsaved ?? work?.draft ?? asPublished;
  const region = isGovernment(organ.kind) ? await regionSum(database, key, { version, now }) : null;
  const organs = await reportedOrgans(database, { ...key, path: organ.path }, key.reportYear);
  const counted =
    region === null
      ? await countedFromRegisters(database, organs, { reportYear: key.reportYear, version, now })
      : countedFromMembers(region.sum);
  const head = { organ: organ.name, organKind: organ.kind, reportYear: key.reportYear };
  const datedOn = draft.datedOn ?? (await dayWithoutOne(database, key, { state, now }));
  const dated = { ...draft, datedOn };
  const fees =
    region === null
      ? await processingFees(database, organs, key.reportYear)
      : await regionFees(database, key.regionId, key.reportYear);
  const composed = composeReport(head, dated, { counted, fees });
  if (composed === null) return null;
  const { report, fields, unknownFields } = composed;
  const loaded = { key, organ, organs, version, work, events, state, draft, region, counted, fees };
  return {
    ...loaded,
    fields,
    unknownFields,
    places: await reportPlaces(database, organ),
    countedElsewhere:
      organ.valid_to === null || region !== null
        ? null
        : await countedElsewhere(database, key, key.reportYear),
    report: (await frozenReport(database, loaded)) ?? report,
  };
}

/** What stands for an organ's report of a year: as sent, else as published. For comparison with the year after. */
export async function settledReport(database: Kysely<Schema>, key: ReportKey): Promise<AnnualReport | null> {
  const work = await findReportWork(database, key);
  if (work?.counted !== null && work?.counted !== undefined) {
    const ids = { regionId: work.region_id, reportId: work.report_id };
    const sent = await findSubmission(database, ids, work.counted);
    if (sent !== undefined) return parsed(sent.content);
  }
  const published = await publishedContent(database, key);
  return published === undefined ? null : parsed(published.content);
}
