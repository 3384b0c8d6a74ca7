import type { Rejection } from '@zhaoshi/contract/problems';
import { type DocumentContent, EMPTY_CONTENT } from '@zhaoshi/domain/disclosure/document-content';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type StoredFile, takeIn } from '../../adapters/files/take-in.ts';
import type { DocumentIds } from '../../db/queries/documents.ts';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import { chosenPromotions, type ReleasedFile, releasedFiles } from '../../db/queries/promotions.ts';
import type { Services } from '../../services.ts';
import type { ChangeContext } from '../context.ts';
import { insertDocument } from '../documents/insert-document.ts';
import { rejectionOfFile } from '../files/rejection-of-file.ts';
import { fileFacts, openContent } from '../files/sealed-file.ts';
import { insertFile } from '../files/upload-file.ts';

export interface PromoteCases extends OrganIds {
  readonly title: string;
  readonly applicationIds: readonly string[];
  /** Released files under the names that the public will see. */
  readonly files: readonly {
    readonly applicationId: string;
    readonly fileId: string;
    readonly name: string;
  }[];
}

type PromoteContext = ChangeContext & { readonly services: Pick<Services, 'files' | 'secretBox'> };

const NOT_DECIDED: Rejection = {
  code: 'state-refuses',
  detail:
    '所选申请中有还没有决定转为主动公开的，或者不是本机关的。请先在申请中办理“决定是否转为主动公开”；没有建立文件。',
};

const NOT_RELEASED: Rejection = {
  code: 'state-refuses',
  detail:
    '所选文件中有不是“向申请人提供的文件”的。只有经过审查、已经提供的文件可以转为主动公开；没有建立文件。',
};

const ENDING = /\.[A-Za-z0-9]{1,8}$/;

interface Copied {
  readonly stored: StoredFile;
  readonly name: string;
}

/** A copy of a released file outside the case, under the name that was chosen: the case's own name may name somebody. */
async function copyOut(
  { services }: PromoteContext,
  file: ReleasedFile,
  name: string,
): Promise<Result<Copied, Rejection>> {
  const content = await openContent(services, file);
  if (content === null)
    return err({ code: 'unavailable', detail: '有文件暂时取不到，请稍后重试；没有建立文件。' });
  const ending = ENDING.exec(fileFacts(services.secretBox, file).name)?.[0].toLowerCase() ?? '';
  const shown = name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`;
  const taken = await takeIn(services.files, { name: shown, stream: content });
  return taken.ok ? ok({ stored: taken.value, name: shown }) : err(rejectionOfFile(taken.error));
}

async function removeCopies({ services }: PromoteContext, copies: readonly Copied[]): Promise<void> {
  for (const { stored } of copies) await services.files.storage.remove(stored.storageKey);
}

/** The day the information was made is not known here; whoever writes the draft enters it. */
const draftOf = (title: string, copies: readonly Copied[], ids: readonly string[]): DocumentContent => ({
  ...EMPTY_CONTENT,
  title,
  disclosureClass: 'proactive',
  attachments: copies.map(({ name }, index) => ({ fileId: ids[index] ?? '', name })),
});

async function copyAll(
  context: PromoteContext,
  { regionId, applicationIds, files }: PromoteCases,
): Promise<Result<readonly Copied[], Rejection>> {
  const released = await releasedFiles(context.database, regionId, applicationIds);
  const copies: Copied[] = [];
  for (const { applicationId, fileId, name } of files) {
    const file = released.find((row) => row.file_id === fileId && row.application_id === applicationId);
    const copied = file === undefined ? err(NOT_RELEASED) : await copyOut(context, file, name);
    if (!copied.ok) {
      await removeCopies(context, copies);
      return copied;
    }
    copies.push(copied.value);
  }
  return ok(copies);
}

/**
 * Makes a draft out of cases whose information is to be published (条例44): the released files that the officer chose,
 * copied out of the cases, and nothing else of them. The draft is scanned, reviewed and signed like every other.
 */
export async function promoteCases(
  context: PromoteContext,
  command: PromoteCases,
): Promise<Result<DocumentIds, Rejection>> {
  const { change, database, reaches, caller, now, newId } = context;
  const { regionId, organId } = command;
  const applicationIds = [...new Set(command.applicationIds)];
  const organ = await findOrgan(database, command);
  if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
  const decided = await chosenPromotions(database, command, applicationIds);
  if (decided.length !== applicationIds.length) return err(NOT_DECIDED);
  const copied = await copyAll(context, command);
  if (!copied.ok) return copied;
  const copies = copied.value;
  const first = copies[0]?.stored.storageKey ?? '';
  const made = await change(async (transaction) => {
    const at = now();
    const documentId = newId();
    const fileIds: string[] = [];
    for (const { stored } of copies)
      fileIds.push(await insertFile(transaction, { regionId, organId }, stored, context));
    const inserted = await insertDocument(transaction, {
      ids: { regionId, organId, documentId },
      path: organ.path,
      content: draftOf(command.title, copies, fileIds),
      writer: caller.accountId,
      at,
    });
    if (!inserted.ok) return inserted;
    await transaction
      .insertInto('promoted_case')
      .values(
        applicationIds.map((application_id) => ({
          region_id: regionId,
          document_id: documentId,
          application_id,
          linked_by: caller.accountId,
          linked_at: at,
        })),
      )
      .execute();
    return ok({
      value: { regionId, documentId, first },
      subject: `document/${documentId}`,
      organPath: organ.path,
      details: { applications: applicationIds.length, files: copies.length },
    });
  });
  // Refused, or a repetition of a call that was answered before: then these bytes have no row, and never will.
  if (!made.ok || made.value.first !== first) await removeCopies(context, copies);
  return made.ok ? ok({ regionId, documentId: made.value.documentId }) : made;
}
