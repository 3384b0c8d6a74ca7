import type { AnalysisChart } from '@zhaoshi/domain/annual-report/analysis/chart';
import { analysisCharts } from '@zhaoshi/domain/annual-report/analysis/charts';
import { isGovernment, isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import type { Kysely } from 'kysely';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { analysedYears } from './analysis-years.ts';

/** The charts of an organ or a region over its years. */
export interface ReportAnalysis {
  readonly organ: OrganRow;
  readonly isRegion: boolean;
  readonly charts: readonly AnalysisChart[];
}

/** @returns `null`: there is no such organ within reach, or it makes no reports */
export async function loadAnalysis(
  database: Kysely<Schema>,
  ids: OrganIds,
  { reaches, now }: { readonly reaches: (path: string) => boolean; readonly now: Date },
): Promise<ReportAnalysis | null> {
  const organ = await findOrgan(database, ids);
  if (organ === undefined || !isOrganInLaw(organ.kind) || !reaches(organ.path)) return null;
  const charts = analysisCharts(await analysedYears(database, organ, now));
  return { organ, isRegion: isGovernment(organ.kind), charts };
}
