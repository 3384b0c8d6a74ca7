import { pointsWords } from '@zhaoshi/domain/assessment/indicator';
import { countedWords } from '@zhaoshi/domain/assessment/period';
import { VERDICTS } from '@zhaoshi/domain/assessment/score';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { AssessmentsPage, PublishedAssessmentView } from '@zhaoshi/portal/assessment-views';
import { assessmentsPage } from '@zhaoshi/portal/pages/assessment';
import { assessmentsPath, organPath } from '@zhaoshi/portal/paths';
import { publishedAssessments, publishedResults } from '../db/queries/published-assessments.ts';
import { findOrgan, organPathOf, type PathNames, placeOf } from './portal-pages-data.ts';
import type { PortalSource } from './portal-pages-site.ts';
import { type PublicDocument, pageDocument } from './public-document.ts';

type PublishedRow = Awaited<ReturnType<typeof publishedAssessments>>[number];

// Stored civil dates.
const day = (text: string): CivilDate => text as CivilDate;

async function viewOf({ published }: PortalSource, row: PublishedRow): Promise<PublishedAssessmentView> {
  const results = await publishedResults(published, row);
  return {
    title: row.title,
    days: countedWords({ startsOn: day(row.starts_on), endsOn: day(row.ends_on) }, day(row.counted_to)),
    earlyReason: row.early_reason,
    publishedOn: civilDateAt(row.published_at),
    results: results.map(({ unit_name, place, total, verdict, because, unrated }) => ({
      name: unit_name,
      place: place === null ? '—' : String(place),
      total: total === null ? '—' : pointsWords(total),
      verdict: VERDICTS[verdict],
      because,
      unrated,
    })),
  };
}

/** What an organ published of its assessments; `null`: there is no such organ, or nothing. */
async function loadAssessments(source: PortalSource, names: PathNames): Promise<AssessmentsPage | null> {
  const organ = await findOrgan(source.published, names);
  if (organ === undefined) return null;
  const rows = await publishedAssessments(source.published, organ);
  if (rows.length === 0) return null;
  const place = await placeOf(source, organ.region_id);
  const assessments: PublishedAssessmentView[] = [];
  for (const row of rows) assessments.push(await viewOf(source, row));
  return {
    organ: { name: organ.name, path: organPathOf(names), endedOn: organ.ended_on, ...place },
    assessments,
  };
}

/** The published results of an organ's assessments. */
export const ASSESSMENTS: PublicDocument = pageDocument(
  assessmentsPath(organPath(':region', ':organ')),
  (names) => assessmentsPath(organPathOf(names)),
  async (source, names, frame) => {
    const found = await loadAssessments(source, names);
    return found && assessmentsPage(frame, found);
  },
);
