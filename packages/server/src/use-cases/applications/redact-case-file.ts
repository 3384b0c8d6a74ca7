import type { Rejection } from '@zhaoshi/contract/problems';
import type { RedactionMark } from '@zhaoshi/contract/routes/redaction-fields';
import { refuseAddition } from '@zhaoshi/domain/application/case-files';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { StoredFile } from '../../adapters/files/take-in.ts';
import type { CaseRow } from '../../db/queries/application-case.ts';
import type { CaseFileRow } from '../../db/queries/case-files.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import type { ChangeContext } from '../context.ts';
import { insertFile } from '../files/upload-file.ts';
import { type KeptRedaction, sealRedaction } from '../redaction/kept-redaction.ts';
import { makeRedacted } from '../redaction/make-redacted.ts';
import { readWholeFile, storeMade } from '../redaction/whole-file.ts';
import { addCaseFiles } from './add-case-files.ts';
import { type CaseFileIds, lockReached, traceOfFile } from './change-case-files.ts';

export interface RedactCaseFile extends CaseFileIds {
  readonly name: string;
  readonly marks: readonly RedactionMark[];
}

type RedactContext = ChangeContext & { readonly services: Pick<Services, 'files' | 'secretBox'> };

const OTHER_OPEN: Rejection = {
  code: 'conflict',
  detail: '这份原件已有一份遮盖件等待确认，没有再生成。请先确认或者移除那一份；您画的遮盖框已保留。',
};

async function hasOpen(transaction: Transaction<Schema>, { regionId, applicationId, fileId }: CaseFileIds) {
  const open = await transaction
    .selectFrom('application_redaction')
    .select('file_id')
    .where('region_id', '=', regionId)
    .where('application_id', '=', applicationId)
    .where('source_file_id', '=', fileId)
    .where('released_at', 'is', null)
    .executeTakeFirst();
  return open !== undefined;
}

/** Writes the redacted file and its marks to the case, if the case still takes it. */
async function keep(
  transaction: Transaction<Schema>,
  context: RedactContext,
  given: { readonly ids: CaseFileIds; readonly stored: StoredFile; readonly kept: KeptRedaction },
): Promise<Result<{ readonly row: CaseRow; readonly fileId: string }, Rejection>> {
  const { ids, stored, kept } = given;
  const row = await lockReached(transaction, context, ids);
  if (row === null) return err({ code: 'not-found' });
  const refused = refuseAddition(row.status, 'redacted');
  if (refused !== null) return err({ code: 'state-refuses', detail: refused });
  if (await hasOpen(transaction, ids)) return err(OTHER_OPEN);
  const at = context.now();
  const owner = { ...ids, organId: row.organ_id };
  const fileId = await insertFile(transaction, owner, stored, context);
  const added = await addCaseFiles(transaction, owner, [{ fileId, use: 'redacted' }], at);
  if (!added.ok) return added;
  await transaction
    .insertInto('application_redaction')
    .values({
      region_id: ids.regionId,
      application_id: ids.applicationId,
      file_id: fileId,
      source_file_id: ids.fileId,
      sealed: sealRedaction(context.services.secretBox, fileId, kept),
      made_by: context.caller.accountId,
      made_at: at,
    })
    .execute();
  return ok({ row, fileId });
}

/**
 * Makes the redacted file from a source of the case and keeps it beside, with marks, grounds and reasons; it waits to be
 * looked through before it can go out (条例37).
 *
 * @param source a file of the case that was found and is within reach
 */
export async function redactCaseFile(
  context: RedactContext,
  source: CaseFileRow,
  { name, marks: given, ...ids }: RedactCaseFile,
): Promise<Result<{ readonly fileId: string }, Rejection>> {
  const { change, services } = context;
  const bytes = await readWholeFile(services, source);
  if (!bytes.ok) return bytes;
  const made = await makeRedacted({ bytes: bytes.value, mediaType: source.media_type }, given);
  if (!made.ok) return made;
  const { redacted, kept: redaction } = made.value;
  const stored = await storeMade(services, { ...redacted, name }, true);
  if (!stored.ok) return stored;
  const { storageKey } = stored.value;
  const kept = await change(async (transaction) => {
    const done = await keep(transaction, context, {
      ids,
      stored: stored.value,
      kept: redaction,
    });
    if (!done.ok) return done;
    const { row, fileId } = done.value;
    const trace = traceOfFile(row, fileId, 'redacted');
    const details = { ...trace.details, source: ids.fileId, marks: redaction.marks.length };
    const value = { fileId, storageKey };
    return ok({ ...trace, details, value });
  });
  // Refused, or a repetition of a call that was answered before: then these bytes have no row, and never will.
  if (!kept.ok || kept.value.storageKey !== storageKey) await services.files.storage.remove(storageKey);
  return kept;
}
