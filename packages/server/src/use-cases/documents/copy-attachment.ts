import type { Rejection } from '@zhaoshi/contract/problems';
import type { RedactionMark } from '@zhaoshi/contract/routes/redaction-fields';
import { isEditable } from '@zhaoshi/domain/disclosure/document-status';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isRedactable } from '@zhaoshi/redaction/media-type';
import { stripProperties } from '@zhaoshi/redaction/strip-properties';
import type { Transaction } from 'kysely';
import type { StoredFile } from '../../adapters/files/take-in.ts';
import { type DocumentIds, type DocumentRow, lockDocument } from '../../db/queries/documents.ts';
import type { FileRow } from '../../db/queries/files.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import type { ChangeContext } from '../context.ts';
import { READERS } from '../files/file-readers.ts';
import { insertFile } from '../files/upload-file.ts';
import { type KeptRedaction, sealRedaction } from '../redaction/kept-redaction.ts';
import { makeRedacted } from '../redaction/make-redacted.ts';
import { rejectionOfRedaction } from '../redaction/redaction-rejection.ts';
import { readWholeFile, storeMade } from '../redaction/whole-file.ts';
import { drawInNamed } from './document-files.ts';

type CopyContext = ChangeContext & { readonly services: Pick<Services, 'files' | 'secretBox'> };

type Copied = Promise<Result<{ readonly fileId: string; readonly warnings: string[] }, Rejection>>;

/** A copy that is made, and what was withheld in it; `null` where only properties were taken out. */
interface Made {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly redaction: KeptRedaction | null;
}

const NOT_EDITABLE: Rejection = {
  code: 'state-refuses',
  detail:
    '文件已经提交审查或者公开，附件不能改动，没有生成新文件。请先撤回送审、退回修改，或者发起修改；画好的遮盖框已保留。',
};

/** By what somebody could tell what was covered: the rest of the file, and what was public before. */
function warningsOf({ redaction }: Made, { first_published_at: published }: DocumentRow): string[] {
  if (redaction === null) return [];
  return [
    ...redaction.repeated.map(
      ({ label, pages }) =>
        `遮盖框${label}下的文字还出现在第${pages.join('、')}页，没有遮盖，请核对是否漏遮。`,
    ),
    ...(published === null
      ? []
      : [
          '本文件以前公开过，遮盖以前的附件可能已被他人保存，比照新旧附件可以认出遮盖的内容；涉及个人信息泄露的，按个人信息保护法第五十七条处置。',
        ]),
  ];
}

/** The rows of the copy: a file of the document like its source, with how it came about. */
async function keep(
  transaction: Transaction<Schema>,
  context: CopyContext,
  given: {
    readonly row: DocumentRow;
    readonly source: FileRow;
    readonly stored: StoredFile;
    readonly made: Made;
  },
): Promise<Result<string, Rejection>> {
  const { row, source, stored, made } = given;
  const { caller, now, services } = context;
  const owner = { regionId: row.region_id, organId: row.organ_id, documentId: row.document_id };
  const fileId = await insertFile(transaction, owner, stored, context);
  // The source is drawn in, too: it stays with the document, and no sweep takes it.
  const drawn = await drawInNamed(transaction, owner, [source.file_id, fileId]);
  if (!drawn.ok) return drawn;
  await transaction
    .insertInto('file_copy')
    .values({
      region_id: row.region_id,
      file_id: fileId,
      source_file_id: source.file_id,
      kind: made.redaction === null ? 'stripped' : 'redacted',
      sealed: made.redaction && sealRedaction(services.secretBox, fileId, made.redaction),
      made_by: caller.accountId,
      made_at: now(),
    })
    .execute();
  return ok(fileId);
}

/** Takes a copy into the document while it may be written; it stands in the draft once that is saved with it. */
async function takeCopy(context: CopyContext, ids: DocumentIds, source: FileRow, made: Made): Copied {
  const { change, reaches, services } = context;
  const stored = await storeMade(services, { ...made, name: source.original_name ?? '附件' }, false);
  if (!stored.ok) return stored;
  const { storageKey } = stored.value;
  const taken = await change(async (transaction) => {
    const row = await lockDocument(transaction, ids);
    if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
    if (!isEditable(row.status)) return err(NOT_EDITABLE);
    const kept = await keep(transaction, context, { row, source, stored: stored.value, made });
    if (!kept.ok) return kept;
    const marks = made.redaction?.marks.length ?? 0;
    return ok({
      value: { fileId: kept.value, storageKey, warnings: warningsOf(made, row) },
      subject: `document/${ids.documentId}`,
      organPath: row.path,
      details: { file: kept.value, source: source.file_id, marks },
    });
  });
  // Refused, or a repetition of a call that was answered before: then these bytes have no row, and never will.
  if (!taken.ok || taken.value.storageKey !== storageKey) await services.files.storage.remove(storageKey);
  return taken;
}

/**
 * Makes a redacted copy of a file of a document (条例37 区分处理), to take its place in the draft; it is scanned like any
 * other, and the source stays with the organ.
 *
 * @param source a file of the document's organ that was found and is within reach
 */
export async function redactAttachment(
  context: CopyContext,
  source: FileRow,
  { marks, ...ids }: DocumentIds & { readonly marks: readonly RedactionMark[] },
): Copied {
  const bytes = await readWholeFile(context.services, source);
  if (!bytes.ok) return bytes;
  const made = await makeRedacted({ bytes: bytes.value, mediaType: source.media_type }, marks);
  if (!made.ok) return made;
  const { redacted, kept } = made.value;
  return await takeCopy(context, ids, source, { ...redacted, redaction: kept });
}

async function strippedOf(bytes: Uint8Array, source: FileRow): Promise<Result<Uint8Array, Rejection>> {
  const { media_type: mediaType, original_name: name } = source;
  if (isRedactable(mediaType)) {
    const stripped = await stripProperties({ bytes, mediaType });
    return stripped.ok ? ok(stripped.value.bytes) : err(rejectionOfRedaction(stripped.error));
  }
  const stripped = await READERS.ask({ kind: 'strip', bytes, name: name ?? '' });
  return stripped.ok ? stripped : err({ code: 'state-refuses', detail: stripped.error.message });
}

/**
 * Makes a copy of a file of a document without the properties that name somebody, to take its place in the draft
 * (条例17, 个保法6). What cannot be taken out is refused with what to do.
 *
 * @param source a file of the document's organ that was found and is within reach
 */
export async function stripAttachment(context: CopyContext, source: FileRow, ids: DocumentIds): Copied {
  const bytes = await readWholeFile(context.services, source);
  if (!bytes.ok) return bytes;
  const stripped = await strippedOf(bytes.value, source);
  if (!stripped.ok) return stripped;
  const made = { bytes: stripped.value, mediaType: source.media_type, redaction: null };
  return await takeCopy(context, ids, source, made);
}
