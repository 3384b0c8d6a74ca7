import { type AggregationResult, createAggregation } from '@zhaoshi/domain/annual-report/aggregate';
import { FORMS } from '@zhaoshi/domain/annual-report/forms/registry';
import type { CellId, FormVersion } from '@zhaoshi/domain/annual-report/ids';
import { countedCells } from '@zhaoshi/domain/annual-report/live/live-cells';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import type { CountedCells } from '@zhaoshi/domain/annual-report/rules/register-facts';
import type { MemberReport } from '@zhaoshi/domain/annual-report/rules/rule';
import { cellsOfList } from '@zhaoshi/domain/annual-report/work/figure-list';
import { addUpTableThree, reportPeriod } from '@zhaoshi/domain/application/table-three';
import type { Kysely } from 'kysely';
import { countFlows, type FiguresScope } from '../../db/queries/application-figures.ts';
import type { MemberReportRow } from '../../db/queries/report-work.ts';
import type { ReportedOrgan } from '../../db/queries/reported-organs.ts';
import type { Schema } from '../../db/schema.ts';
import { reportedTableFour, reportedTableTwo } from './reported-figures.ts';

/** Whose applications a report counts, and when. */
export const flowsOf = (organs: readonly ReportedOrgan[], reportYear: number): FiguresScope => {
  const [path = '', ...beside] = organs.map((organ) => organ.path);
  return { path, beside, below: false, period: reportPeriod(reportYear) };
};

/** What the registers of a report's organs say of every cell, as if the year ended with today. */
export async function countedFromRegisters(
  database: Kysely<Schema>,
  organs: readonly ReportedOrgan[],
  {
    reportYear,
    version,
    now,
  }: { readonly reportYear: number; readonly version: FormVersion; readonly now: Date },
): Promise<CountedCells> {
  const flows = await countFlows(database, flowsOf(organs, reportYear));
  const tableThree = addUpTableThree(flows, version);
  const tableFour = (await reportedTableFour(database, organs, reportYear, now)).cells;
  // The registers of documents and decisions count by the form of 2021.
  if (version !== '2021') return countedCells(FORMS[version], { tableThree, tableFour });
  const tableTwo = await reportedTableTwo(database, organs, reportYear, now);
  return countedCells(FORMS[version], { tableTwo, tableThree, tableFour });
}

/** What a unit has sent, as a member of a sum; nothing of its text. */
export const memberReport = ({
  organ_id: key,
  name,
  table_forms,
  figures,
}: Pick<MemberReportRow, 'organ_id' | 'name' | 'table_forms' | 'figures'>): MemberReport => {
  if (table_forms === null || figures === null) return { unit: name, key, report: null };
  const tableForms = JSON.parse(table_forms) as AnnualReport['tableForms'];
  const report: AnnualReport = {
    title: null,
    organ: name,
    organKind: null,
    reportYear: null,
    tableForms,
    preamble: [],
    sections: {},
    signature: null,
    cells: cellsOfList(tableForms, JSON.parse(figures) as (number | null)[]),
  };
  return { unit: name, key, report };
};

/** The sum of a region: every cell with who is missing in it (annual-report.md §8). */
export function sumOfMembers(
  rows: readonly MemberReportRow[],
  version: FormVersion,
): { readonly members: readonly MemberReport[]; readonly sum: AggregationResult } {
  const aggregation = createAggregation({ t2: version, t3: version, t4: version });
  const members = rows.map(memberReport);
  for (const member of members) aggregation.add(member);
  return { members, sum: aggregation.result() };
}

export function countedFromMembers({ cells }: AggregationResult): CountedCells {
  const counted: Partial<Record<CellId, number>> = {};
  for (const { cell, value } of cells) if (value !== null) counted[cell] = value;
  return counted;
}
