import { type AnalysedYear, cellsOfFigures } from '@zhaoshi/domain/annual-report/analysis/analysed-year';
import { formForYear } from '@zhaoshi/domain/annual-report/forms/registry';
import type { AnnualReport, CellValues } from '@zhaoshi/domain/annual-report/report';
import { cellsOfList } from '@zhaoshi/domain/annual-report/work/figure-list';
import { addUpTableThree, reportPeriod } from '@zhaoshi/domain/application/table-three';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { isGovernment } from '@zhaoshi/domain/organ/tree';
import type { Kysely } from 'kysely';
import { countFlows } from '../../db/queries/application-figures.ts';
import type { OrganRow } from '../../db/queries/organs.ts';
import { type KeptFigures, keptYears, organsBelow } from '../../db/queries/report-analysis.ts';
import type { Schema } from '../../db/schema.ts';
import { countTableFour } from '../disputes/table-four-figures.ts';
import { loadReport } from './loaded-report.ts';

/** The cells of tables three and four of a report as it was sent, else as it was published. */
export function keptCells({ table_forms, figures, published }: KeptFigures): CellValues {
  if (table_forms !== null && figures !== null) {
    const forms = JSON.parse(table_forms) as AnnualReport['tableForms'];
    return cellsOfList(forms, JSON.parse(figures) as (number | null)[]);
  }
  return published === null ? {} : cellsOfFigures(JSON.parse(published) as Record<string, number>);
}

/** What the registers of everybody in a region say of a year now: of it nobody has reported anything yet. */
async function countedBelow(
  database: Kysely<Schema>,
  { path }: OrganRow,
  reportYear: number,
  now: Date,
): Promise<CellValues> {
  const version = formForYear(reportYear)?.version;
  if (version === undefined) return {};
  const flows = await countFlows(database, { path, below: true, period: reportPeriod(reportYear) });
  const figures: Record<string, number> = { ...addUpTableThree(flows, version) };
  const tables = await countTableFour(database, await organsBelow(database, path), reportYear, now);
  for (const table of tables.values()) {
    for (const [cell, count] of Object.entries(table)) figures[cell] = (figures[cell] ?? 0) + count;
  }
  return cellsOfFigures(figures);
}

/** A year of which no report was sent: as its report would be now, of a region's running year by the registers. */
async function openYear(
  database: Kysely<Schema>,
  organ: OrganRow,
  { reportYear, isRunning, now }: { reportYear: number; isRunning: boolean; now: Date },
): Promise<AnalysedYear> {
  const ofRegion = isGovernment(organ.kind);
  if (ofRegion && isRunning) {
    return { reportYear, state: 'running', cells: await countedBelow(database, organ, reportYear, now) };
  }
  const key = { regionId: organ.region_id, organId: organ.organ_id, reportYear };
  const loaded = await loadReport(database, key, { now });
  if (loaded === null) return { reportYear, state: 'none', cells: {} };
  const over = ofRegion ? 'summing' : 'counted';
  return { reportYear, state: isRunning ? 'running' : over, cells: loaded.report.cells };
}

/** Every year of an organ or a region from its first report to the running one, the earliest first. */
export async function analysedYears(
  database: Kysely<Schema>,
  organ: OrganRow,
  now: Date,
): Promise<readonly AnalysedYear[]> {
  const running = yearOf(civilDateAt(now));
  const rows = await keptYears(database, { regionId: organ.region_id, organId: organ.organ_id });
  const kept = new Map(rows.map((row) => [row.report_year, row]));
  const reported = [...kept.keys()].filter((year) => formForYear(year) !== undefined && year <= running);
  const first = Math.min(running - 1, ...reported);
  const years: AnalysedYear[] = [];
  for (let reportYear = first; reportYear <= running; reportYear++) {
    const row = kept.get(reportYear);
    if (row !== undefined) years.push({ reportYear, state: 'settled', cells: keptCells(row) });
    else if (reportYear < running - 1) years.push({ reportYear, state: 'none', cells: {} });
    else years.push(await openYear(database, organ, { reportYear, isRunning: reportYear === running, now }));
  }
  return years;
}
