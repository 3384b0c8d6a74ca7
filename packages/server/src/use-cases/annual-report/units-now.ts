import { FORMS } from '@zhaoshi/domain/annual-report/forms/registry';
import type { FormVersion } from '@zhaoshi/domain/annual-report/ids';
import { countedCells } from '@zhaoshi/domain/annual-report/live/live-cells';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { figureList } from '@zhaoshi/domain/annual-report/work/figure-list';
import { reportCells } from '@zhaoshi/domain/annual-report/work/report-cells';
import { EMPTY_DRAFT, type ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import { isEditable } from '@zhaoshi/domain/annual-report/work/report-status';
import { addUpTableThree, reportPeriod } from '@zhaoshi/domain/application/table-three';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import { addTablesTwo } from '@zhaoshi/domain/statistics/table-two';
import { fromJsonReport } from '@zhaoshi/report-files/json-report';
import type { Kysely } from 'kysely';
import { countFlowsOf } from '../../db/queries/application-figures.ts';
import type { MemberReportRow } from '../../db/queries/report-work.ts';
import { type ReportedOrgan, reportedOrgansOf } from '../../db/queries/reported-organs.ts';
import { type KeptReport, keptReports, publishedContents } from '../../db/queries/unit-reports.ts';
import type { Schema } from '../../db/schema.ts';
import { tableFourLists } from '../disputes/table-four-figures.ts';
import { tablesTwo } from '../statistics/tables-two.ts';

/** The figures of a unit's own report, as a member of a sum has them. */
interface UnitFigures {
  readonly tableForms: AnnualReport['tableForms'];
  readonly figures: readonly (number | null)[];
}

interface Asked {
  readonly reportYear: number;
  readonly version: FormVersion;
  readonly now: Date;
}

const figuresOf = (report: Pick<AnnualReport, 'tableForms' | 'cells'>): UnitFigures => ({
  tableForms: report.tableForms,
  figures: figureList(report),
});

/** As it was frozen on its way to the signature; `null`: it may be changed, or was never frozen. */
function frozenFigures({ status, table_forms, figures }: KeptReport): UnitFigures | null {
  if (isEditable(status) || table_forms === null || figures === null) return null;
  return {
    tableForms: JSON.parse(table_forms) as AnnualReport['tableForms'],
    figures: JSON.parse(figures) as (number | null)[],
  };
}

/** What the registers of each unit say, and of whoever it reports for. */
async function composedNow(
  database: Kysely<Schema>,
  units: readonly ReportedOrgan[],
  drafts: ReadonlyMap<string, ReportDraft>,
  { reportYear, version, now }: Asked,
): Promise<ReadonlyMap<string, UnitFigures>> {
  const reported = await reportedOrgansOf(database, units, reportYear);
  const organs = [...new Map([...reported.values()].flat().map((one) => [one.organId, one])).values()];
  const flows = await countFlowsOf(database, organs, reportPeriod(reportYear));
  const four = await tableFourLists(database, organs, reportYear, now);
  // The registers of documents and decisions count by the form of 2021.
  const two = version === '2021' ? await tablesTwo(database, organs, reportYear, now) : null;
  const tableForms = { t2: version, t3: version, t4: version };
  return new Map(
    units.map(({ organId }) => {
      const own = reported.get(organId) ?? [];
      const tableFour = Map.groupBy(
        own.flatMap((one) => four.get(one.organId) ?? []),
        ({ cell }) => cell,
      );
      const counted = countedCells(FORMS[version], {
        ...(two !== null && { tableTwo: addTablesTwo(own.flatMap((one) => [two.get(one.organId) ?? []])) }),
        tableThree: addUpTableThree(
          own.flatMap((one) => flows.get(one.organId) ?? []),
          version,
        ),
        tableFour: [...tableFour].map(([cell, parts]) => ({
          cell,
          value: parts.reduce((sum, { value }) => sum + value, 0),
        })),
      });
      const cells = reportCells(version, drafts.get(organId) ?? EMPTY_DRAFT, counted);
      return [organId, figuresOf({ tableForms, cells })];
    }),
  );
}

/**
 * The figures that `loadReport` would give for each of many units' own reports, with a few statements for all of them: as it was
 * frozen, else as it was published before it was made in the platform, else as draft and registers have it now.
 *
 * @param rows units that are no governments
 * @returns by the organ's id; a unit that reports nothing is left out
 */
export async function unitsNow(
  database: Kysely<Schema>,
  rows: readonly MemberReportRow[],
  asked: Asked,
): Promise<ReadonlyMap<string, UnitFigures>> {
  const units = rows
    .filter(({ kind }) => isOrganInLaw(kind))
    .map((row) => ({ regionId: row.region_id, organId: row.organ_id, path: row.path }));
  const kept = new Map(
    (await keptReports(database, units, asked.reportYear)).map((row) => [row.organ_id, row]),
  );
  const settled = new Map<string, UnitFigures>();
  for (const [organId, row] of kept) {
    const frozen = frozenFigures(row);
    if (frozen !== null) settled.set(organId, frozen);
  }
  const unsettled = units.filter(({ organId }) => !settled.has(organId));
  const asPublished = unsettled.filter(
    ({ organId }) => !isEditable(kept.get(organId)?.status ?? 'published'),
  );
  for await (const { organ_id, content } of publishedContents(database, asPublished, asked.reportYear)) {
    settled.set(organ_id, figuresOf(fromJsonReport(JSON.parse(content)).report));
  }
  const drafts = new Map([...kept].map(([organId, { draft }]) => [organId, draft]));
  const open = unsettled.filter(({ organId }) => !settled.has(organId));
  return new Map([...settled, ...(await composedNow(database, open, drafts, asked))]);
}
