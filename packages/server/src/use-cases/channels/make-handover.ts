import type { Rejection } from '@zhaoshi/contract/problems';
import { decideDocumentAct } from '@zhaoshi/domain/disclosure/decide-document-act';
import type { ReadingPlace } from '@zhaoshi/domain/disclosure/document-act';
import { inBookMarks } from '@zhaoshi/domain/kernel/book-marks';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import { lockDocument } from '../../db/queries/documents.ts';
import { type HandoverIds, lockHandover } from '../../db/queries/handovers.ts';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import { findPublicEdition } from '../../db/queries/public-editions.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { documentActorOf } from '../documents/act-on-document.ts';
import { doAct } from '../documents/do-act.ts';
import { decideContext, loadDocument } from '../documents/loaded-document.ts';
import { noteMinute } from '../documents/note-minute.ts';

export interface MakeHandover extends OrganIds {
  readonly place: ReadingPlace;
  readonly receiver: string;
  readonly on: CivilDate;
  readonly documentIds: readonly string[];
}

/** Notes at one document that it was handed over. @returns its public edition, or why it cannot be handed over */
async function handOverOne(
  transaction: Transaction<Schema>,
  context: ChangeContext,
  { regionId, organId, place, receiver, on }: MakeHandover,
  documentId: string,
): Promise<Result<number, Rejection>> {
  const row = await lockDocument(transaction, { regionId, documentId });
  if (row === undefined || row.organ_id !== organId || !context.reaches(row.path))
    return err({ code: 'not-found' });
  const at = context.now();
  const loaded = await noteMinute(transaction, await loadDocument(transaction, row, at), at);
  const edition = await findPublicEdition(transaction, { regionId, documentId });
  const refuse = (words: string): Result<number, Rejection> =>
    err({ code: 'state-refuses', detail: `${inBookMarks(row.title)}不能移交：${words}没有登记任何移交。` });
  if (edition === undefined) return refuse('现在没有公开的版本。');
  const decided = decideDocumentAct(
    loaded.state,
    { act: { type: 'handOver', place, on }, texts: { receipt: '' } },
    decideContext(loaded, documentActorOf(context), at),
  );
  if (!decided.ok) return refuse(decided.error.map(({ message }) => message).join(''));
  const done = await doAct(transaction, loaded, decided.value, { receipt: receiver });
  return done.ok ? ok(edition.edition) : done;
}

/** Hands a choice of public documents over, all of them or none (条例25¶3). */
export async function makeHandover(
  context: ChangeContext,
  command: MakeHandover,
): Promise<Result<{ readonly handoverId: string }, Rejection>> {
  const { change, reaches, caller, now, newId } = context;
  const { regionId, organId, place, receiver, on } = command;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    if (on > civilDateAt(now()))
      return err({ code: 'invalid', errors: [{ pointer: '/on', message: '移交日期不能晚于今天。' }] });
    const handoverId = newId();
    const ids = [...new Set(command.documentIds)].toSorted();
    const items = [];
    for (const [index, documentId] of ids.entries()) {
      const handed = await handOverOne(transaction, context, command, documentId);
      if (!handed.ok) return handed;
      items.push({
        region_id: regionId,
        handover_id: handoverId,
        place: index + 1,
        document_id: documentId,
        edition: handed.value,
      });
    }
    await transaction
      .insertInto('handover')
      .values({
        region_id: regionId,
        handover_id: handoverId,
        organ_id: organId,
        place,
        receiver,
        handed_on: on,
        made_by: caller.accountId,
        made_at: now(),
        received_on: null,
        received_by: null,
      })
      .execute();
    await transaction.insertInto('handover_item').values(items).execute();
    return ok({
      value: { handoverId },
      subject: `handover/${handoverId}`,
      organPath: organ.path,
      details: { place, documents: items.length, after: { on } },
    });
  });
}

/** Notes the receipt of the archives or library; once. */
export async function receiveHandover(
  { change, reaches, caller, now, expectedVersion }: ChangeContext,
  { regionId, handoverId, receipt, on }: HandoverIds & { readonly receipt: string; readonly on: CivilDate },
): Promise<Result<HandoverIds, Rejection>> {
  const ids = { regionId, handoverId };
  return await change(async (transaction) => {
    const row = await lockHandover(transaction, ids);
    if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
    if (row.version !== expectedVersion) return err({ code: 'stale', current: ids });
    if (row.received_on !== null)
      return err({ code: 'state-refuses', detail: `已在${row.received_on}登记回执。` });
    const wrong =
      on < row.handed_on
        ? `回执日期不能早于移交日期${row.handed_on}。`
        : on > civilDateAt(now())
          ? '回执日期不能晚于今天。'
          : null;
    if (wrong !== null) return err({ code: 'invalid', errors: [{ pointer: '/on', message: wrong }] });
    await transaction
      .updateTable('handover')
      .set({ receipt, received_on: on, received_by: caller.accountId, version: row.version + 1 })
      .where('region_id', '=', regionId)
      .where('handover_id', '=', handoverId)
      .execute();
    return ok({
      value: ids,
      subject: `handover/${handoverId}`,
      organPath: row.path,
      details: { after: { receivedOn: on } },
    });
  });
}
