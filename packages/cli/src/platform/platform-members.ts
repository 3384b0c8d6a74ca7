import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { annualReportMemberRoutes } from '@zhaoshi/contract/routes/annual-report-members';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { cellsOfList } from '@zhaoshi/domain/annual-report/work/figure-list';
import { CliError } from '../cli-error.ts';
import type { PlatformMembers } from '../collect-members.ts';
import type { Io } from '../io.ts';
import { reportNamed } from './platform-report.ts';
import { withSession } from './signed-in.ts';

type Members = RouteOutput<typeof annualReportMemberRoutes.read>['members'];

/** A member's tables as they stand in the sum; its text is not part of it. */
function reportOf(unit: string, reportYear: number, counted: NonNullable<Members[number]['counted']>) {
  const { t2, t3, t4 } = counted.tableForms;
  const tableForms: AnnualReport['tableForms'] = {
    ...(t2 !== undefined && { t2 }),
    ...(t3 !== undefined && { t3 }),
    ...(t4 !== undefined && { t4 }),
  };
  const report: AnnualReport = {
    title: null,
    organ: unit,
    organKind: null,
    reportYear,
    tableForms,
    preamble: [],
    sections: {},
    signature: null,
    cells: cellsOfList(tableForms, counted.figures),
  };
  return { unit, report };
}

export interface PlatformSum extends PlatformMembers {
  /** The government whose report is the sum. */
  readonly organ: string;
}

/**
 * The list of a government for a year, and what its units sent on the platform.
 *
 * @throws CliError when the government has no list for the year
 */
export async function platformMembers(
  { organ, year }: { readonly organ: string; readonly year: number },
  io: Io,
): Promise<PlatformSum> {
  return await withSession(io, async (client) => {
    const { key, name } = await reportNamed(client, organ, year);
    const { members } = await client.call(annualReportMemberRoutes.read, { params: key });
    if (members.length === 0) {
      throw new CliError(
        `${name}在平台上没有${year}年度的报送单位名单。请写一级政府（如只写地区简称 hedong），并在平台的“年报报送单位”里建立名单。`,
      );
    }
    return {
      organ: name,
      listed: members.map((member) => member.name),
      counted: members.flatMap(({ name: unit, counted }) =>
        counted === null ? [] : [reportOf(unit, year, counted)],
      ),
    };
  });
}
