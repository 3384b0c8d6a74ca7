import { countedSubmission } from '@zhaoshi/domain/annual-report/work/counted-submission';
import { evolveReport } from '@zhaoshi/domain/annual-report/work/evolve-report';
import type { ReportEvent } from '@zhaoshi/domain/annual-report/work/report-act';
import type { ReportState } from '@zhaoshi/domain/annual-report/work/report-state';
import type { Transaction } from 'kysely';
import type { ReportWorkRow } from '../../db/queries/report-work.ts';
import type { Schema } from '../../db/schema.ts';

/** Keeps an accepted event with its words and moves the row on; the row is locked. */
export async function appendReportEvent(
  transaction: Transaction<Schema>,
  row: ReportWorkRow,
  before: ReportState,
  {
    event,
    sequence,
    texts,
  }: {
    readonly event: ReportEvent;
    readonly sequence: number;
    readonly texts: Readonly<Record<string, string>>;
  },
): Promise<ReportState> {
  const { type, by, at, ...data } = event;
  const state = evolveReport(before, event);
  await transaction
    .insertInto('report_event')
    .values({
      region_id: row.region_id,
      report_id: row.report_id,
      sequence,
      type,
      data: JSON.stringify(data),
      texts: JSON.stringify(texts),
      recorded_at: new Date(at),
      actor: by,
    })
    .execute();
  await transaction
    .updateTable('report_work')
    .set({
      status: state.status,
      edition: state.edition,
      frozen: state.frozen?.submission ?? null,
      counted: countedSubmission(state),
      published: state.published?.submission ?? null,
      signed_at: state.signedAt === null ? null : new Date(state.signedAt),
      accepted_at: state.acceptedAt === null ? null : new Date(state.acceptedAt),
      updated_at: new Date(at),
      version: row.version + 1,
    })
    .where('region_id', '=', row.region_id)
    .where('report_id', '=', row.report_id)
    .execute();
  return state;
}
