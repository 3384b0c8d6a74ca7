import type { TextProfile } from '@zhaoshi/domain/annual-report/compare/similarity';
import { profileSimilarity } from '@zhaoshi/domain/annual-report/compare/similarity';
import { profileOf } from '@zhaoshi/domain/annual-report/rules/copying-rules';
import type { Finding } from '@zhaoshi/domain/annual-report/rules/rule';
import { biggestChanges, failingCounts, nearest } from '@zhaoshi/domain/annual-report/work/board';
import type { Transaction } from 'kysely';
import { peerRows } from '../../db/queries/report-board.ts';
import type { ReportIds } from '../../db/queries/report-work.ts';
import type { Schema } from '../../db/schema.ts';
import { type LoadedReport, settledReport } from './loaded-report.ts';
import { profileFrom } from './peer-facts.ts';

const bytesOf = (profile: TextProfile): Buffer =>
  Buffer.from(profile.buffer, profile.byteOffset, profile.byteLength);

/** Notes how many findings fail, for the board. */
export async function keepFailing(
  transaction: Transaction<Schema>,
  { region_id, report_id }: { readonly region_id: string; readonly report_id: string },
  findings: readonly Finding[],
): Promise<void> {
  await transaction
    .updateTable('report_work')
    .set(failingCounts(findings))
    .where('region_id', '=', region_id)
    .where('report_id', '=', report_id)
    .execute();
}

async function keepLikeness(
  transaction: Transaction<Schema>,
  own: ReportIds & { readonly submission: number },
  { key, profile }: Pick<LoadedReport, 'key'> & { readonly profile: TextProfile },
): Promise<void> {
  const peers = await peerRows(transaction, key);
  const alike = nearest(
    peers.flatMap((peer) => {
      const other = profileFrom(peer.profile);
      return other === null ? [] : [{ ...peer, percent: profileSimilarity(profile, other) }];
    }),
  );
  if (alike.length === 0) return;
  await transaction
    .insertInto('report_likeness')
    .values(
      alike.map(({ region_id, report_id, submission, percent }) => ({
        region_id: own.regionId,
        report_id: own.reportId,
        submission: own.submission,
        other_region_id: region_id,
        other_report_id: report_id,
        other_submission: submission,
        percent,
      })),
    )
    .execute();
}

/** Works out once, when a report is frozen, what the board shows of it: changes against last year, likeness to others. */
export async function keepForBoard(
  transaction: Transaction<Schema>,
  own: ReportIds & { readonly submission: number },
  { key, report }: Pick<LoadedReport, 'key' | 'report'>,
): Promise<void> {
  const previous = await settledReport(transaction, { ...key, reportYear: key.reportYear - 1 });
  const profile = profileOf(report) ?? new Float64Array(0);
  await transaction
    .insertInto('report_board')
    .values({
      region_id: own.regionId,
      report_id: own.reportId,
      submission: own.submission,
      profile: bytesOf(profile),
      changes: JSON.stringify(previous === null ? [] : biggestChanges(report, previous)),
    })
    .execute();
  if (profile.length > 0) await keepLikeness(transaction, own, { key, profile });
}
