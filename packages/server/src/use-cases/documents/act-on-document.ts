import type { Rejection } from '@zhaoshi/contract/problems';
import type { DocumentActInput } from '@zhaoshi/contract/routes/documents';
import { decideDocumentAct } from '@zhaoshi/domain/disclosure/decide-document-act';
import type { DocumentEvent } from '@zhaoshi/domain/disclosure/document-act';
import type { DocumentState } from '@zhaoshi/domain/disclosure/document-state';
import type { DocumentActor } from '@zhaoshi/domain/disclosure/document-transitions';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { rolesInForce } from '@zhaoshi/domain/permission/can';
import { type DocumentIds, lockDocument } from '../../db/queries/documents.ts';
import type { ChangeContext } from '../context.ts';
import { rejectionOfRefusals } from '../rejection-of-refusals.ts';
import { callBackGazettes } from './call-back-gazettes.ts';
import { completeDocumentAct } from './complete-act.ts';
import { doAct } from './do-act.ts';
import { decideContext, type LoadedDocument, loadDocument } from './loaded-document.ts';
import { noteMinute } from './note-minute.ts';
import { tellNext } from './tell-next.ts';

export interface ActOnDocument extends DocumentIds {
  readonly act: DocumentActInput;
  readonly texts: Readonly<Record<string, string>>;
}

/** What the trail keeps of an act: ids, hashes and statuses; the words stay with the document. */
const traceOf = ({ state: before }: LoadedDocument, event: DocumentEvent, after: DocumentState) => ({
  act: event.type,
  edition: after.edition,
  ...(after.revision !== null && { contentSha256: after.revision.sha256 }),
  before: { status: before.status },
  after: { status: after.status },
  ...(event.type === 'schedule' && { minute: event.minute }),
  // One hand signed and published: allowed by the organ's setting, and seen here (privacy-security.md §7).
  ...((event.type === 'publish' || event.type === 'schedule') &&
    before.approvedBy === event.by && { signerPublished: true }),
});

/** Who acts, as the rules see it. */
export const documentActorOf = ({
  caller,
}: Pick<ChangeContext, 'caller'>): {
  readonly id: string;
  readonly roles: readonly DocumentActor[];
} => ({ id: caller.accountId, roles: rolesInForce(caller.actor) });

/** Does one act on a document (architecture §2, path A). Two at once: one wins, the other is told. */
export async function actOnDocument(
  context: ChangeContext,
  { regionId, documentId, act: input, texts }: ActOnDocument,
): Promise<Result<DocumentIds, Rejection>> {
  const { change, reaches, expectedVersion, now, newId } = context;
  const ids = { regionId, documentId };
  return await change(async (transaction) => {
    const row = await lockDocument(transaction, ids);
    if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
    if (row.version !== expectedVersion) return err({ code: 'stale', current: ids });
    const at = now();
    const loaded = await noteMinute(transaction, await loadDocument(transaction, row, at), at);
    const act = completeDocumentAct(loaded, input, newId);
    const decided = decideDocumentAct(
      loaded.state,
      { act, texts },
      decideContext(loaded, documentActorOf(context), at),
    );
    if (!decided.ok) return err(rejectionOfRefusals(decided.error));
    const done = await doAct(transaction, loaded, decided.value, texts);
    if (!done.ok) return done;
    if (decided.value.type === 'withdraw' || decided.value.type === 'declineAfterwards')
      await callBackGazettes(transaction, context, ids, decided.value);
    await tellNext(transaction, context, loaded, { event: decided.value, after: done.value });
    return ok({
      value: ids,
      subject: `document/${documentId}`,
      organPath: row.path,
      details: traceOf(loaded, decided.value, done.value),
    });
  });
}
