import { createHash } from 'node:crypto';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { toJsonReport } from '@zhaoshi/report-files/json-report';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import type { Transaction } from 'kysely';
import { appendAudit } from '../../db/append-audit.ts';
import { announcePublication } from '../../db/published-channel.ts';
import type { Schema } from '../../db/schema.ts';
import type { UseCaseContext } from '../context.ts';
import { lockReport } from './begin-report.ts';
import { indexReport } from './index-report.ts';

export interface PublishReport {
  readonly actor: string;
  readonly regionId: string;
  readonly organId: string;
  readonly reportYear: number;
  readonly read: ReadReport;
  /** 更正重报: why, for the public to read beside the figures that changed. */
  readonly restatedFor?: string;
}

export interface PublishedVersion {
  readonly reportId: string;
  readonly version: number;
  readonly contentSha256: string;
}

/** Why a report is not published. */
export type PublishRejection =
  | { readonly code: 'organ-unknown' }
  /** The report says it is of another year than the one it is to be published under. */
  | { readonly code: 'year-differs'; readonly found: number }
  /** Exactly this is what the public sees already. */
  | { readonly code: 'unchanged'; readonly version: number };

async function insertCells(
  transaction: Transaction<Schema>,
  key: Pick<Schema['report_cell'], 'region_id' | 'report_id' | 'version'>,
  { report }: ReadReport,
): Promise<void> {
  const rows = Object.entries(report.cells).flatMap(([cell_id, cell]) => {
    if (cell === undefined) return [];
    const { state, value, raw, unit = null, footnote = null } = cell;
    return [{ ...key, cell_id, state, value, raw, unit, footnote }];
  });
  if (rows.length > 0) await transaction.insertInto('report_cell').values(rows).execute();
}

/** `publishReport` inside a transaction that does more, as the demonstration's loading does. */
export async function publishReportWithin(
  transaction: Transaction<Schema>,
  { actor, read, restatedFor, ...wanted }: PublishReport,
  { now, newId }: Pick<UseCaseContext, 'now' | 'newId'>,
): Promise<Result<PublishedVersion, PublishRejection>> {
  const { regionId, organId, reportYear } = wanted;
  const { report } = read;
  if (report.reportYear !== null && report.reportYear !== reportYear) {
    return err({ code: 'year-differs', found: report.reportYear });
  }
  const organ = await transaction
    .selectFrom('organ')
    .select(['name', 'path'])
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .executeTakeFirst();
  if (organ === undefined) return err({ code: 'organ-unknown' });

  const reportId = await lockReport(transaction, wanted, newId);
  const last = await transaction
    .selectFrom('report_version')
    .select(['version', 'content_sha256'])
    .where('region_id', '=', regionId)
    .where('report_id', '=', reportId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const content = JSON.stringify(toJsonReport(read));
  const contentSha256 = createHash('sha256').update(content).digest('hex');
  if (last?.content_sha256 === contentSha256) return err({ code: 'unchanged', version: last.version });

  const publishedAt = now();
  const key = { region_id: regionId, report_id: reportId, version: (last?.version ?? 0) + 1 };
  const title = report.title ?? `${organ.name}${reportYear}年政府信息公开工作年度报告`;
  await transaction
    .insertInto('report_version')
    .values({
      ...key,
      title,
      content,
      content_sha256: contentSha256,
      published_at: publishedAt,
      restated_for: restatedFor ?? null,
    })
    .execute();
  await insertCells(transaction, key, read);
  await indexReport(transaction, {
    ...wanted,
    reportId,
    version: key.version,
    title,
    report,
    publishedAt,
  });
  await announcePublication(transaction);
  await appendAudit(
    transaction,
    {
      actor,
      action: 'annualReport.publish',
      subject: `annualReport/${reportId}`,
      details: { organ: organ.path, reportYear, version: key.version, contentSha256 },
    },
    publishedAt,
  );
  return ok({ reportId, version: key.version, contentSha256 });
}

/**
 * Publishes a report, or a changed state of it as its next version: version, cells, audit entry and the word to
 * the portals in one transaction. The earlier versions stay.
 */
export async function publishReport(
  context: UseCaseContext,
  command: PublishReport,
): Promise<Result<PublishedVersion, PublishRejection>> {
  return await context.database
    .transaction()
    .execute((transaction) => publishReportWithin(transaction, command, context));
}
