import { decideDocumentAct } from '@zhaoshi/domain/disclosure/decide-document-act';
import type { DocumentEvent } from '@zhaoshi/domain/disclosure/document-act';
import type { Transaction } from 'kysely';
import { type DocumentIds, lockDocument } from '../../db/queries/documents.ts';
import { scheduledIssuesWith } from '../../db/queries/gazettes.ts';
import type { Schema } from '../../db/schema.ts';
import type { UseCaseContext } from '../context.ts';
import { doAct } from './do-act.ts';
import { decideContext, loadDocument } from './loaded-document.ts';
import { tellNext } from './tell-next.ts';

/** Who withdrew may call anything back that would bring it out again, whatever else they may do. */
const MAY_CALL_BACK = ['leader'] as const;

/**
 * Calls back the issues of the gazette that wait for their minute with something in them that was just withdrawn, in
 * the transaction of the withdrawal: what is taken down everywhere must not come back by another door (publication.md
 * §10). An issue whose minute has come is public already and stands in the to-do list.
 */
export async function callBackGazettes(
  transaction: Transaction<Schema>,
  context: Pick<UseCaseContext, 'now' | 'newId'>,
  { regionId, documentId }: DocumentIds,
  { by }: DocumentEvent,
): Promise<void> {
  const at = context.now();
  for (const issue of await scheduledIssuesWith(transaction, { regionId, documentId })) {
    const row = await lockDocument(transaction, { regionId, documentId: issue.document_id });
    if (row === undefined) continue;
    const loaded = await loadDocument(transaction, row, at);
    const texts = { reason: '登载的文件中有已经撤回的。' };
    const actor = { id: by, roles: MAY_CALL_BACK };
    const command = { act: { type: 'cancelSchedule' }, texts } as const;
    const decided = decideDocumentAct(loaded.state, command, decideContext(loaded, actor, at));
    if (!decided.ok) continue;
    const done = await doAct(transaction, loaded, decided.value, texts);
    if (done.ok) await tellNext(transaction, context, loaded, { event: decided.value, after: done.value });
  }
}
