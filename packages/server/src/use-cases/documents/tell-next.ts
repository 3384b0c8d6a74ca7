import type { DocumentEvent } from '@zhaoshi/domain/disclosure/document-act';
import { documentNotice, noticeRecipients } from '@zhaoshi/domain/disclosure/document-notices';
import type { DocumentState } from '@zhaoshi/domain/disclosure/document-state';
import { isRole } from '@zhaoshi/domain/permission/roles';
import type { Transaction } from 'kysely';
import { organDesk } from '../../db/queries/reminder-desk.ts';
import type { Schema } from '../../db/schema.ts';
import type { UseCaseContext } from '../context.ts';
import { notify } from '../notifications/notify.ts';
import type { LoadedDocument } from './loaded-document.ts';

/** Tells in the console whoever is next after an act, or whose text came back; ids only, the title may be what is wrong. */
export async function tellNext(
  transaction: Transaction<Schema>,
  context: Pick<UseCaseContext, 'now' | 'newId'>,
  { row, state: before, rules }: LoadedDocument,
  { event, after }: { readonly event: DocumentEvent; readonly after: DocumentState },
): Promise<void> {
  const notice = documentNotice(event, before, after, rules.chain);
  if (notice === null) return;
  const organ = { regionId: row.region_id, organId: row.organ_id, path: row.path };
  const { officers } = await organDesk(transaction, organ);
  const held = officers.map(({ accountId, roles }) => ({ accountId, roles: roles.filter(isRole) }));
  // A return to the desk leaves nothing of the revision but its authors.
  const authors = after.revision === null ? before : after;
  for (const accountId of noticeRecipients(notice, event, authors, held)) {
    const facts = {
      organ: row.organ_name,
      words: notice.words,
      regionId: row.region_id,
      documentId: row.document_id,
    };
    await notify(transaction, { accountId, kind: 'documentWaiting', facts }, context);
  }
}
