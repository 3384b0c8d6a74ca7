import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { cellsOfList } from '@zhaoshi/domain/annual-report/work/figure-list';
import type { CounterName } from '@zhaoshi/domain/assessment/counters';
import { tableTwoRow } from '@zhaoshi/domain/disclosure/validity/normative-register';
import { lastDayOf } from '@zhaoshi/domain/kernel/civil-date';
import type { Kysely } from 'kysely';
import type { CountedRow } from '../../db/queries/assessment-counts.ts';
import type { ReportStanding } from '../../db/queries/assessment-facts.ts';
import {
  publishedNormativeOf,
  recordsOfOrgans,
  statedRelations,
} from '../../db/queries/statistics-normative.ts';
import type { Schema } from '../../db/schema.ts';
import { registerOf } from '../statistics/organ-register.ts';
import type { Counted } from './assessed-unit.ts';

/** 现行有效件数 that a unit sent; `null`: nothing was sent, or no figure. Both texts are as `freezeReport` wrote them. */
function sentInForce({ table_forms, figures }: ReportStanding): number | null {
  if (table_forms === null || figures === null) return null;
  const forms = JSON.parse(table_forms) as AnnualReport['tableForms'];
  const cells = cellsOfList(forms, JSON.parse(figures) as (number | null)[]);
  return cells['t2.normativeDocument/inForce']?.value ?? null;
}

/**
 * Whether the register of normative documents, on the last day of the year, has as many in force as the report says
 * (底数清楚). What only runs out or not is the same in both ways of counting 废止, so that no setting is asked.
 */
export async function countNormative(
  database: Kysely<Schema>,
  standings: readonly ReportStanding[],
  reportYear: number,
): Promise<Counted> {
  const sent = standings.flatMap((one) => {
    const figure = sentInForce(one);
    return figure === null ? [] : [{ regionId: one.region_id, organId: one.organ_id, figure }];
  });
  const published = Map.groupBy(await publishedNormativeOf(database, sent), ({ organId }) => organId);
  const records = Map.groupBy(await recordsOfOrgans(database, sent), ({ organ_id }) => organ_id);
  const stated = new Map<string, Awaited<ReturnType<typeof statedRelations>>>();
  for (const regionId of new Set(sent.map((one) => one.regionId))) {
    stated.set(regionId, await statedRelations(database, regionId));
  }
  const rows = sent.flatMap(({ regionId, organId, figure }): CountedRow[] => {
    const { documents, relations } = registerOf({
      published: published.get(organId) ?? [],
      records: records.get(organId) ?? [],
      stated: stated.get(regionId) ?? [],
    });
    const counting = { countsExpired: false, upTo: lastDayOf(reportYear) };
    const kept = tableTwoRow('normativeDocument', reportYear, documents, relations, counting).inForce.length;
    if (kept === figure) return [];
    const words = `台账里现行有效的规范性文件${kept}件，${reportYear}年度报告写${figure}件`;
    return [{ organ_id: organId, counter: 'normativeCount', item: `normative/${reportYear}`, words }];
  });
  const seen = new Set(sent.map(({ organId }) => organId));
  const blind = standings.filter(({ organ_id }) => !seen.has(organ_id));
  return {
    rows,
    blind: new Map(blind.map(({ organ_id }): [string, CounterName[]] => [organ_id, ['normativeCount']])),
  };
}
