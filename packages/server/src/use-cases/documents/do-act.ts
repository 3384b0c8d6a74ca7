import type { Rejection } from '@zhaoshi/contract/problems';
import type { DocumentEvent } from '@zhaoshi/domain/disclosure/document-act';
import { canonicalJson } from '@zhaoshi/domain/disclosure/document-content';
import { type DocumentState, isLeakOpen } from '@zhaoshi/domain/disclosure/document-state';
import { evolveDocument } from '@zhaoshi/domain/disclosure/evolve-document';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import { contentOf, type DocumentIds, type DocumentRow, findRevision } from '../../db/queries/documents.ts';
import type { Schema } from '../../db/schema.ts';
import { draftColumns } from './draft-columns.ts';
import { cancelEdition, minuteOf, publishEdition, withdrawEditions } from './editions.ts';
import type { LoadedDocument } from './loaded-document.ts';
import { recordEdition } from './record-edition.ts';
import { nextReevaluation } from './reevaluation.ts';

/** Words that go with an act, by their keys in `DOCUMENT_ACT_TEXTS`. */
type Texts = Readonly<Record<string, string>>;

/** Keeps an event and its words. */
async function appendDocumentEvent(
  transaction: Transaction<Schema>,
  { row, events }: Pick<LoadedDocument, 'row' | 'events'>,
  event: DocumentEvent,
  texts: Texts,
): Promise<void> {
  const { type, by, at, ...data } = event;
  await transaction
    .insertInto('document_event')
    .values({
      region_id: row.region_id,
      document_id: row.document_id,
      sequence: (events.at(-1)?.sequence ?? 0) + 1,
      type,
      data: JSON.stringify(data),
      texts: JSON.stringify(texts),
      recorded_at: new Date(at),
      actor: by,
    })
    .execute();
}

/** The version as it was submitted, kept for good. */
async function keepRevision(
  transaction: Transaction<Schema>,
  { row, draft }: LoadedDocument,
  event: DocumentEvent,
): Promise<void> {
  if (event.type !== 'submit' && event.type !== 'publishUrgently') return;
  await transaction
    .insertInto('document_revision')
    .values({
      region_id: row.region_id,
      document_id: row.document_id,
      revision: event.revision.number,
      content: canonicalJson(draft),
      content_sha256: event.revision.sha256,
      submitted_by: event.by,
      submitted_at: new Date(event.at),
    })
    .execute();
}

/** What an event does to what the public sees; the columns of the row that it sets. */
async function carryOut(
  transaction: Transaction<Schema>,
  loaded: LoadedDocument,
  {
    event,
    texts,
    state,
  }: { readonly event: DocumentEvent; readonly texts: Texts; readonly state: DocumentState },
): Promise<Result<Partial<DocumentRow>, Rejection>> {
  const { row, submitted, draft, rules } = loaded;
  const minute = minuteOf(event);
  if (minute !== null) {
    const content = event.type === 'publishUrgently' ? draft : submitted;
    const { from, isLater } = minute;
    const published = await publishEdition(transaction, { row, state, content, rules }, from, isLater);
    if (published.ok && !isLater) {
      const { edition, revision } = state;
      const recorded = { row, edition, content, contentSha256: revision?.sha256 ?? '', minute: from };
      await recordEdition(transaction, recorded, from);
    }
    return published;
  }
  const at = new Date(event.at);
  if (event.type === 'cancelSchedule') {
    const cancelled = await cancelEdition(transaction, loaded, at);
    if (!cancelled.ok) return cancelled;
  }
  if (event.type === 'withdraw') {
    const { kind, hidesExistence } = event;
    await withdrawEditions(transaction, loaded, {
      kind,
      hidesExistence,
      notice: texts['notice'] ?? '',
      at,
    });
  }
  if (event.type === 'declineAfterwards') {
    const notice = texts['reason'] ?? '';
    await withdrawEditions(transaction, loaded, {
      kind: 'notApproved',
      hidesExistence: false,
      notice,
      at,
    });
  }
  const wasFirst = row.first_published_at?.getTime() === row.scheduled_for?.getTime();
  if (event.type === 'cancelSchedule' && wasFirst) return ok({ first_published_at: null });
  return ok({});
}

async function updateRow(
  transaction: Transaction<Schema>,
  loaded: LoadedDocument,
  {
    event,
    state,
    columns,
  }: { readonly event: DocumentEvent; readonly state: DocumentState; readonly columns: Partial<DocumentRow> },
): Promise<void> {
  const { row, rules } = loaded;
  await transaction
    .updateTable('document')
    .set({
      ...columns,
      status: state.status,
      edition: state.edition,
      disclosure_class: state.revision?.disclosureClass ?? row.disclosure_class,
      scheduled_for: state.scheduledFor === null ? null : new Date(state.scheduledFor),
      public_edition: state.public?.edition ?? null,
      awaits_third_person: state.awaitsThirdPerson,
      leak_open: isLeakOpen(state),
      reevaluate_on: nextReevaluation(row.reevaluate_on, event, state, rules),
      updated_at: new Date(event.at),
      version: row.version + 1,
    })
    .where('region_id', '=', row.region_id)
    .where('document_id', '=', row.document_id)
    .execute();
}

async function changeDraft(
  transaction: Transaction<Schema>,
  { regionId, documentId }: DocumentIds,
  columns: { readonly content?: string; readonly writers: string[] },
): Promise<void> {
  await transaction
    .updateTable('document_draft')
    .set(columns)
    .where('region_id', '=', regionId)
    .where('document_id', '=', documentId)
    .execute();
}

/**
 * Keeps the working copy in step. Who changes what is public begins anew; of a text that is not, whoever wrote it stays its
 * author, whoever takes it up again (先审查、后公开). A change that is given up leaves nothing of itself.
 */
async function keepDraft(
  transaction: Transaction<Schema>,
  { row, state: before, rules }: LoadedDocument,
  event: DocumentEvent,
  { revision }: DocumentState,
): Promise<void> {
  if (revision === null || (event.type !== 'revise' && event.type !== 'discard')) return;
  const ids = { regionId: row.region_id, documentId: row.document_id };
  if (event.type === 'revise') {
    const writers = before.public === null ? [...new Set([...revision.authors, event.by])] : [event.by];
    return await changeDraft(transaction, ids, { writers });
  }
  if (before.resting === null) return;
  const kept = await findRevision(transaction, ids, revision.number);
  if (kept === undefined) return;
  await changeDraft(transaction, ids, { content: kept.content, writers: [...revision.authors] });
  const { disclosure_class: _, ...columns } = draftColumns(contentOf(kept), rules);
  await transaction
    .updateTable('document')
    .set(columns)
    .where('region_id', '=', row.region_id)
    .where('document_id', '=', row.document_id)
    .execute();
}

/** Does one accepted act: version, what the public sees, event and row, in the transaction that is given. */
export async function doAct(
  transaction: Transaction<Schema>,
  loaded: LoadedDocument,
  event: DocumentEvent,
  texts: Texts,
): Promise<Result<DocumentState, Rejection>> {
  const state = evolveDocument(loaded.state, event);
  await keepRevision(transaction, loaded, event);
  const carried = await carryOut(transaction, loaded, { event, texts, state });
  if (!carried.ok) return carried;
  await appendDocumentEvent(transaction, loaded, event, texts);
  await updateRow(transaction, loaded, { event, state, columns: carried.value });
  await keepDraft(transaction, loaded, event, state);
  return ok(state);
}
