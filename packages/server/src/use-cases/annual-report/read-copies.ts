import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import type { PublishedCopy } from '@zhaoshi/domain/annual-report/rules/register-facts';
import { cellsHash } from '@zhaoshi/report-files/cells-hash';
import { fromJsonReport } from '@zhaoshi/report-files/json-report';
import {
  keepCopies,
  type PublicVersion,
  publicCells,
  versionsToRead,
} from '../../db/queries/report-copies.ts';
import type { UseCaseContext } from '../context.ts';
import { madeOutputs } from './publish-outputs.ts';

/** Reports that one night reads: each takes a second or two, and who was read longest ago comes first. */
const MOST_READ = 200;

const sourceOf = ({ content }: PublicVersion): AnnualReport => fromJsonReport(JSON.parse(content)).report;

/** The figures that stand at every place where the public finds a report, as a stranger would read them there. */
async function copiesOf(
  database: UseCaseContext['database'],
  version: PublicVersion,
): Promise<readonly PublishedCopy[]> {
  const report = sourceOf(version);
  const cells = await publicCells(database, version);
  return [
    // What all the others are compared with stands first.
    { name: '封存的数据', hash: version.signed_cells ?? cellsHash(report) },
    ...(await madeOutputs(report)),
    // Comparisons and open data are served out of the cells, not out of the report.
    { name: '数据比较和开放数据接口', hash: cellsHash({ ...report, cells }) },
  ];
}

/**
 * Reads what is public of annual reports again, in the order of who was read longest ago, and keeps what stood there: the
 * check of the report compares it with the figures that were signed (AR-PUB-02).
 */
export async function readCopies(
  { database, now }: Pick<UseCaseContext, 'database' | 'now'>,
  signal: AbortSignal,
): Promise<void> {
  for (const version of await versionsToRead(database, MOST_READ)) {
    if (signal.aborted) return;
    await keepCopies(database, version, { copies: await copiesOf(database, version), at: now() });
  }
}
