import type { Rejection } from '@zhaoshi/contract/problems';
import type { DocumentEvent } from '@zhaoshi/domain/disclosure/document-act';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { hasValidity } from '@zhaoshi/domain/disclosure/document-kind';
import type { DocumentState } from '@zhaoshi/domain/disclosure/document-state';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { sql, type Transaction } from 'kysely';
import { announcePublication } from '../../db/published-channel.ts';
import { keysOfDocument } from '../../db/queries/document-keys.ts';
import { contentOf, type DocumentRow, findRevision } from '../../db/queries/documents.ts';
import { textFingerprint } from '../../db/queries/same-texts.ts';
import type { Schema } from '../../db/schema.ts';
import { removeSearchEntry } from '../../db/write-search-entry.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { refuseLockedEdition } from '../annual-report/table-two-lock.ts';
import { askMediaTakeDown } from '../channels/media-posts.ts';
import { checkCode } from './check-code.ts';
import type { DocumentRules } from './document-context.ts';
import { type DocumentNumbers, giveNumbers } from './document-numbers.ts';
import { filesOfContent } from './draft-columns.ts';
import { indexDocument } from './index-document.ts';

/** What an edition is made of. */
export interface EditionSource {
  readonly row: DocumentRow;
  readonly state: DocumentState;
  readonly content: DocumentContent;
  readonly rules: DocumentRules;
}

/** The row's columns that a publication sets. */
type PublishedColumns = Pick<DocumentRow, 'index_number' | 'public_name' | 'first_published_at'>;

async function insertEdition(
  transaction: Transaction<Schema>,
  { row, state, content }: EditionSource,
  numbers: DocumentNumbers,
  visibleFrom: Date,
): Promise<void> {
  const { revision, edition } = state;
  if (revision === null || content.createdOn === null)
    throw new Error('only a submitted version is published');
  const key = { region_id: row.region_id, document_id: row.document_id, edition };
  // One of this number that was taken back before its minute was never public.
  await transaction
    .deleteFrom('document_edition')
    .where('region_id', '=', key.region_id)
    .where('document_id', '=', key.document_id)
    .where('edition', '=', edition)
    .where('cancelled_at', 'is not', null)
    .execute();
  await transaction
    .insertInto('document_edition')
    .values({
      ...key,
      organ_id: row.organ_id,
      revision: revision.number,
      content_sha256: revision.sha256,
      public_name: numbers.publicName,
      index_number: numbers.indexNumber,
      kind: content.kind,
      title: content.title,
      document_number: content.documentNumber,
      issuing_organ: content.issuingOrgan,
      abstract: content.abstract,
      subject_category: content.subjectCategory,
      catalog_code: content.catalogCode,
      catalog_item_id: content.catalogItemId,
      created_on: content.createdOn,
      date_of_document: content.dateOfDocument,
      valid_from: content.validFrom,
      valid_to: content.validTo,
      change_note: content.changeNote,
      file_ids: filesOfContent(content),
      text_sha256: textFingerprint(content),
      check_code: checkCode({
        documentId: row.document_id,
        edition,
        contentSha256: revision.sha256,
        visibleFrom,
      }),
      visible_from: visibleFrom,
    })
    .execute();
  if (content.relations.length === 0) return;
  await transaction
    .insertInto('document_relation')
    .values(
      content.relations.map(({ relation, documentId, documentNumber, title }, place) => ({
        ...key,
        place,
        relation,
        other_document_id: documentId,
        other_number: documentNumber,
        other_title: title,
      })),
    )
    .execute();
}

/** Publishes the edition from its minute on: row, search, word to the portals, and the job that notes the minute. */
export async function publishEdition(
  transaction: Transaction<Schema>,
  source: EditionSource,
  visibleFrom: Date,
  isLater: boolean,
): Promise<Result<PublishedColumns, Rejection>> {
  const { row, content, rules } = source;
  const locked = await refuseLockedEdition(transaction, row, content);
  if (locked !== null) return err({ code: 'state-refuses', detail: locked });
  const numbers = await giveNumbers(transaction, row, rules);
  if (!numbers.ok) return numbers;
  const firstPublishedAt = row.first_published_at ?? visibleFrom;
  await insertEdition(transaction, source, numbers.value, visibleFrom);
  await indexDocument(transaction, row, content, numbers.value, { firstPublishedAt, visibleFrom });
  const payload = { regionId: row.region_id, documentId: row.document_id };
  if (isLater)
    await enqueue(transaction, { kind: 'document.becomePublic', payload, startAfter: visibleFrom });
  // An earlier edition may have named what this one names no more.
  if (hasValidity(content.kind) || content.relations.length > 0 || row.first_published_at !== null) {
    await enqueue(transaction, { kind: 'search.validity', payload, startAfter: visibleFrom });
  }
  const { indexNumber, publicName } = numbers.value;
  await announcePublication(transaction, await keysOfDocument(transaction, row, publicName));
  return ok({ index_number: indexNumber, public_name: publicName, first_published_at: firstPublishedAt });
}

/** Finds again what stays: the edition that is public, or the one that waits for its minute. */
async function indexAgain(
  transaction: Transaction<Schema>,
  row: DocumentRow,
  revision: number,
  visibleFrom: Date,
): Promise<void> {
  const { region_id: regionId, document_id: documentId, index_number, public_name } = row;
  const kept = await findRevision(transaction, { regionId, documentId }, revision);
  if (kept === undefined || index_number === null || public_name === null) return;
  const numbers = { indexNumber: index_number, publicName: public_name };
  const firstPublishedAt = row.first_published_at ?? visibleFrom;
  await indexDocument(transaction, row, contentOf(kept), numbers, { firstPublishedAt, visibleFrom });
}

const TOO_LATE: Rejection = {
  code: 'state-refuses',
  detail: '公开的时间已到，文件已经公开，没有取消。需要撤下的，请撤回并公告。',
};

/**
 * A publication that is taken back before its minute: as if it had not been scheduled. Whether the minute has come is
 * asked of the database's clock, by which the public sees it; that of the server may be behind.
 */
export async function cancelEdition(
  transaction: Transaction<Schema>,
  { row, state }: Pick<EditionSource, 'row' | 'state'>,
  at: Date,
): Promise<Result<null, Rejection>> {
  const { numUpdatedRows } = await transaction
    .updateTable('document_edition')
    .set({ cancelled_at: at })
    .where('region_id', '=', row.region_id)
    .where('document_id', '=', row.document_id)
    .where('edition', '=', state.edition)
    // Also after the moment that the row itself is checked in.
    .where('visible_from', '>', sql<Date>`clock_timestamp() + interval '20 milliseconds'`)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return err(TOO_LATE);
  await removeSearchEntry(transaction, { regionId: row.region_id, entryId: row.document_id });
  if (state.public !== null) {
    const { revision, since } = state.public;
    await indexAgain(transaction, row, revision.number, new Date(since));
  }
  return ok(null);
}

/** Takes down everything that is public of the document, at once and everywhere (publication.md §10). */
export async function withdrawEditions(
  transaction: Transaction<Schema>,
  { row, state }: Pick<EditionSource, 'row' | 'state'>,
  {
    kind,
    notice,
    hidesExistence,
    at,
  }: {
    readonly kind: Schema['document_edition']['withdrawal_kind']['__select__'];
    readonly notice: string;
    readonly hidesExistence: boolean;
    readonly at: Date;
  },
): Promise<void> {
  const { region_id, document_id } = row;
  await transaction
    .updateTable('document_edition')
    .set({
      ended_at: at,
      withdrawal_kind: kind,
      withdrawal_notice: notice,
      hides_existence: hidesExistence,
    })
    .where('region_id', '=', region_id)
    .where('document_id', '=', document_id)
    .where('ended_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('visible_from', '<=', at)
    .execute();
  const payload = { regionId: region_id, documentId: document_id };
  await askMediaTakeDown(transaction, payload, at);
  await enqueue(transaction, { kind: 'search.validity', payload });
  await removeSearchEntry(transaction, { regionId: region_id, entryId: document_id });
  if (state.scheduledFor !== null && state.revision !== null) {
    await indexAgain(transaction, row, state.revision.number, new Date(state.scheduledFor));
  }
  await announcePublication(transaction, await keysOfDocument(transaction, row, row.public_name));
}

/** The minute of the event's publication; `null` for events that publish nothing. */
export function minuteOf(event: DocumentEvent): { readonly from: Date; readonly isLater: boolean } | null {
  if (event.type === 'publish' || event.type === 'publishUrgently') {
    return { from: new Date(event.at), isLater: false };
  }
  return event.type === 'schedule' ? { from: new Date(event.minute), isLater: true } : null;
}
