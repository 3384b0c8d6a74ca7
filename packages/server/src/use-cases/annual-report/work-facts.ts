import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport, CellValue } from '@zhaoshi/domain/annual-report/report';
import { restatedCells } from '@zhaoshi/domain/annual-report/rules/publication-rules';
import type {
  ListedMember,
  PublishedCopy,
  ReportWork,
} from '@zhaoshi/domain/annual-report/rules/register-facts';
import type { ReportStatus } from '@zhaoshi/domain/annual-report/work/report-status';
import { textsHash } from '@zhaoshi/domain/annual-report/work/texts-hash';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { cellsHash } from '@zhaoshi/report-files/cells-hash';
import { fromJsonReport } from '@zhaoshi/report-files/json-report';
import type { Kysely } from 'kysely';
import { copiesRead } from '../../db/queries/report-copies.ts';
import { isListedCentrally } from '../../db/queries/report-facts.ts';
import { findSubmission, publishedContent } from '../../db/queries/report-work.ts';
import type { Schema } from '../../db/schema.ts';
import type { LoadedReport } from './loaded-report.ts';
import { isMadeElsewhere } from './made-elsewhere.ts';

const dayOf = (moment: string | null) => (moment === null ? null : civilDateAt(new Date(moment)));

const memberState = (status: ReportStatus | null): ListedMember['state'] => {
  if (status === 'accepted' || status === 'published') return 'accepted';
  return status === 'submitted' ? 'submitted' : 'notSubmitted';
};

/** What stood at the places that were named when the report was returned (AR-DUP-03). */
async function returnedPlaces(
  database: Kysely<Schema>,
  { work, state }: LoadedReport,
): Promise<ReportWork['returned']> {
  if (work === undefined || state.returned === null) return null;
  const { submission, cells, passages } = state.returned;
  const ids = { regionId: work.region_id, reportId: work.report_id };
  const sent = await findSubmission(database, ids, submission);
  if (sent === undefined) return null;
  const { report } = fromJsonReport(JSON.parse(sent.content));
  const named: Partial<Record<CellId, CellValue>> = {};
  for (const cell of cells) {
    const value = report.cells[cell];
    if (value !== undefined) named[cell] = value;
  }
  return { cells: named, passages: passages.map((text) => ({ section: placeOf(report, text), text })) };
}

/** The part in which a sentence stood; the first when it stands in none, which AR-DUP-03 then sees as mended. */
function placeOf({ sections, preamble }: AnnualReport, text: string): 's1' | 's5' | 's6' | 'preamble' {
  if (preamble.some((paragraph) => paragraph.includes(text))) return 'preamble';
  const parts = ['s1', 's5', 's6'] as const;
  return parts.find((part) => sections[part]?.paragraphs.some((one) => one.includes(text)) === true) ?? 's1';
}

async function restatement(
  database: Kysely<Schema>,
  { key, state, report, events }: LoadedReport,
): Promise<Pick<ReportWork, 'publishedCells' | 'restatement'>> {
  if (state.published === null) return { publishedCells: null, restatement: null };
  const content = await publishedContent(database, key);
  if (content === undefined) return { publishedCells: null, restatement: null };
  const { cells } = fromJsonReport(JSON.parse(content.content)).report;
  const begun = events.findLast(({ type }) => type === 'restate');
  if (begun === undefined) return { publishedCells: cells, restatement: null };
  const on = civilDateAt(begun.recorded_at);
  return {
    publishedCells: cells,
    restatement: { on, reason: begun.texts['reason'] ?? '', changes: restatedCells(cells, report.cells) },
  };
}

/**
 * What was last read where the public finds the report (AR-PUB-02). While it is being restated the public sees other
 * figures than those checked, and rightly so.
 */
async function publicCopies(
  database: Kysely<Schema>,
  { key, state }: Pick<LoadedReport, 'key' | 'state'>,
): Promise<readonly PublishedCopy[]> {
  if (state.status !== 'published') return [];
  const shown = await publishedContent(database, key);
  return shown === undefined ? [] : await copiesRead(database, shown.report_id, shown.version);
}

/**
 * What was done with a report on the platform, for the rules that ask.
 *
 * @param outputs what was made for publication, when it is about to happen
 */
export async function workFacts(
  database: Kysely<Schema>,
  loaded: LoadedReport,
  outputs: readonly PublishedCopy[],
): Promise<ReportWork> {
  const { state, draft, report, region } = loaded;
  return {
    isSecrecyReviewed: isMadeElsewhere(loaded) ? null : state.reviewedTexts === textsHash(draft),
    returned: await returnedPlaces(database, loaded),
    submittedOn: dayOf(state.signedAt),
    publishedOn: dayOf(state.published?.at ?? null),
    checkedHash: cellsHash(report),
    outputs,
    copies: await publicCopies(database, loaded),
    isListedCentrally: await isListedCentrally(database, loaded.key),
    ...(await restatement(database, loaded)),
    ...(region !== null && {
      members: region.rows.map(({ name, status }) => ({ unit: name, state: memberState(status) })),
    }),
  };
}
