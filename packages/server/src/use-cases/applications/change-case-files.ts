import type { Rejection } from '@zhaoshi/contract/problems';
import { type AddableUse, type CaseFileUse, refuseAddition } from '@zhaoshi/domain/application/case-files';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import { type ApplicationIds, type CaseRow, lockCase } from '../../db/queries/application-case.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import type { Change, ChangeContext } from '../context.ts';
import { detachFile } from '../files/attach-file.ts';
import { addCaseFiles } from './add-case-files.ts';
import { type ShownFile, showCaseFiles } from './show-case-files.ts';

export interface CaseFileIds extends ApplicationIds {
  readonly fileId: string;
}

type FileContext = ChangeContext & { readonly services: Pick<Services, 'secretBox'> };
type FileChange = Change<{ readonly fileId: string }>;

/** The case, locked: files and status are looked at as they are while nobody else changes them. */
export async function lockReached(
  transaction: Transaction<Schema>,
  { reaches }: Pick<ChangeContext, 'reaches'>,
  ids: ApplicationIds,
): Promise<CaseRow | null> {
  const row = await lockCase(transaction, ids);
  return row !== undefined && reaches(row.path) ? row : null;
}

/** What the trail keeps: ids and uses; names of files and reasons may name persons. */
export const traceOfFile = (
  { application_id, path }: CaseRow,
  fileId: string,
  use: CaseFileUse,
): FileChange => ({
  value: { fileId },
  subject: `application/${application_id}`,
  organPath: path,
  details: { file: fileId, use },
});

const refusal = (detail: string): Rejection => ({ code: 'state-refuses', detail });

/** Draws an uploaded file into a case. */
export async function addCaseFile(
  context: FileContext,
  { use, fileId, ...ids }: CaseFileIds & { readonly use: AddableUse },
): Promise<Result<{ readonly fileId: string }, Rejection>> {
  return await context.change(async (transaction) => {
    const row = await lockReached(transaction, context, ids);
    if (row === null) return err({ code: 'not-found' });
    const refused = refuseAddition(row.status, use);
    if (refused !== null) return err(refusal(refused));
    const owner = { ...ids, organId: row.organ_id };
    const added = await addCaseFiles(transaction, owner, [{ fileId, use }], context.now());
    return added.ok ? ok(traceOfFile(row, fileId, use)) : added;
  });
}

async function findShown(
  transaction: Transaction<Schema>,
  row: CaseRow,
  { services }: FileContext,
  fileId: string,
): Promise<ShownFile | undefined> {
  const files = await showCaseFiles(transaction, row, services.secretBox);
  return files.find((file) => file.row.file_id === fileId);
}

/** Takes out the reference; the file goes with the next sweep, unless another case refers to it. */
async function removeReference(
  transaction: Transaction<Schema>,
  { regionId, applicationId, fileId }: CaseFileIds,
): Promise<void> {
  for (const table of ['application_redaction', 'application_file'] as const) {
    await transaction
      .deleteFrom(table)
      .where('region_id', '=', regionId)
      .where('application_id', '=', applicationId)
      .where('file_id', '=', fileId)
      .execute();
  }
  const other = await transaction
    .selectFrom('application_file')
    .select('file_id')
    .where('region_id', '=', regionId)
    .where('file_id', '=', fileId)
    .executeTakeFirst();
  if (other === undefined) await detachFile(transaction, { regionId, fileId });
}

/** Takes a file out of a case, unless the case has to keep it. */
export async function removeCaseFile(
  context: FileContext,
  ids: CaseFileIds,
): Promise<Result<{ readonly fileId: string }, Rejection>> {
  return await context.change(async (transaction) => {
    const row = await lockReached(transaction, context, ids);
    const shown = row && (await findShown(transaction, row, context, ids.fileId));
    if (row === null || shown === undefined || shown === null) return err({ code: 'not-found' });
    if (shown.staysBecause !== null) return err(refusal(shown.staysBecause));
    await removeReference(transaction, ids);
    return ok(traceOfFile(row, ids.fileId, shown.row.use));
  });
}

/** Somebody looked a redacted file through: from now on it goes out with the reply. */
export async function releaseCaseFile(
  context: FileContext,
  ids: CaseFileIds,
): Promise<Result<{ readonly fileId: string }, Rejection>> {
  const { now, caller } = context;
  return await context.change(async (transaction) => {
    const row = await lockReached(transaction, context, ids);
    const shown = row && (await findShown(transaction, row, context, ids.fileId));
    if (row === null || shown === undefined || shown === null) return err({ code: 'not-found' });
    if (shown.row.use !== 'redacted') {
      return err(refusal('这份文件不是待确认的遮盖件，可能已由他人确认。请刷新页面查看。'));
    }
    const refused = refuseAddition(row.status, 'released');
    if (refused !== null) return err(refusal(refused));
    const at = now();
    await transaction
      .updateTable('application_redaction')
      .set({ released_by: caller.accountId, released_at: at })
      .where('region_id', '=', ids.regionId)
      .where('application_id', '=', ids.applicationId)
      .where('file_id', '=', ids.fileId)
      .execute();
    await transaction
      .updateTable('application_file')
      .set({ use: 'released', added_at: at })
      .where('region_id', '=', ids.regionId)
      .where('application_id', '=', ids.applicationId)
      .where('file_id', '=', ids.fileId)
      .execute();
    return ok(traceOfFile(row, ids.fileId, 'released'));
  });
}
