import type { annualReportMemberRoutes } from '@zhaoshi/contract/routes/annual-report-members';
import { formForYear } from '@zhaoshi/domain/annual-report/forms/registry';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { isGovernment } from '@zhaoshi/domain/organ/tree';
import { findOrgan } from '../../db/queries/organs.ts';
import { type MemberReportRow, memberReports } from '../../db/queries/report-work.ts';
import { regionOutlook } from '../../use-cases/annual-report/outlook.ts';
import type { Handlers } from './handler.ts';

/** As `freezeReport` wrote them. */
function countedOf({ content_sha256, table_forms, figures }: MemberReportRow) {
  if (content_sha256 === null || table_forms === null || figures === null) return null;
  return {
    contentSha256: content_sha256,
    tableForms: JSON.parse(table_forms) as AnnualReport['tableForms'],
    figures: JSON.parse(figures) as (number | null)[],
  };
}

export const annualReportMemberHandlers: Handlers<typeof annualReportMemberRoutes> = {
  read: async ({ database, reaches }, { params }) => {
    const organ = await findOrgan(database, params);
    const version = formForYear(params.reportYear)?.version;
    if (organ === undefined || version === undefined || !reaches(organ.path)) {
      return err({ code: 'not-found' });
    }
    // A unit's own report is no sum.
    const rows = isGovernment(organ.kind)
      ? await memberReports(database, params.regionId, params.reportYear)
      : [];
    return ok({
      ...params,
      organName: organ.name,
      formVersion: version,
      members: rows.map((row) => ({
        regionId: row.region_id,
        organId: row.organ_id,
        name: row.name,
        status: row.status,
        counted: countedOf(row),
      })),
    });
  },
  outlook: async ({ database, reaches, now }, { params }) => {
    const organ = await findOrgan(database, params);
    const version = formForYear(params.reportYear)?.version;
    if (organ === undefined || version === undefined || !reaches(organ.path)) {
      return err({ code: 'not-found' });
    }
    const at = now();
    // A unit's own report is always what it would be today.
    const outlook = isGovernment(organ.kind) ? await regionOutlook(database, params, at) : null;
    const { units, cells } = outlook ?? { units: [], cells: [] };
    return ok({
      ...params,
      formVersion: version,
      asOf: at.toISOString(),
      cells: cells.map(({ cell, value }) => ({ cell, value })),
      units: units.map(({ row, source, tableForms, figures }) => ({
        regionId: row.region_id,
        organId: row.organ_id,
        name: row.name,
        source,
        tableForms,
        figures: [...figures],
      })),
    });
  },
};
