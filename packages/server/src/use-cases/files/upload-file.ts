import type { Rejection } from '@zhaoshi/contract/problems';
import { DAY_MS } from '@zhaoshi/domain/kernel/durations';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import { type StoredFile, takeIn, type Upload } from '../../adapters/files/take-in.ts';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { type FileRow, findFile, unattachedBytes } from '../../db/queries/files.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import type { Caller, Change, ChangeContext } from '../context.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { rejectionOfFile } from './rejection-of-file.ts';
import { fileFacts, sealFacts } from './sealed-file.ts';

export interface UploadFile {
  readonly regionId: string;
  readonly organId: string;
  readonly upload: Upload;
  /** It will belong to a case, or names persons otherwise: name and content are kept sealed. */
  readonly isSealed: boolean;
  /** The picture was drawn anew. */
  readonly isRedrawn?: boolean;
}

interface Owner {
  readonly regionId: string;
  readonly organId: string;
  readonly isRedrawn?: boolean;
}

/** The file's row, once its bytes are in the storage; nothing refers to it yet. */
export async function insertFile(
  transaction: Transaction<Schema>,
  { regionId, organId, isRedrawn = false }: Owner,
  stored: StoredFile,
  {
    newId,
    now,
    caller,
    services,
  }: Pick<ChangeContext, 'newId' | 'now'> & {
    readonly caller: Pick<Caller, 'accountId'>;
    readonly services: Pick<Services, 'secretBox'>;
  },
): Promise<string> {
  const fileId = newId();
  const { name, sha256, seal } = stored;
  const kept =
    seal === null
      ? { original_name: name, sha256 }
      : {
          original_name: null,
          sealed: sealFacts(services.secretBox, fileId, { name, sha256, key: seal.key }),
          sha256: seal.sha256,
        };
  await transaction
    .insertInto('file')
    .values({
      region_id: regionId,
      file_id: fileId,
      organ_id: organId,
      ...kept,
      media_type: stored.mediaType,
      size: stored.size,
      storage_key: stored.storageKey,
      is_encrypted: stored.isEncrypted,
      is_redrawn: isRedrawn,
      state: 'unattached',
      uploaded_by: caller.accountId,
      uploaded_at: now(),
    })
    .execute();
  return fileId;
}

/** What the trail keeps: a file's name and the hash of its content can both point at a person. */
function auditOfFile(box: SecretBox, row: FileRow): Omit<Change<unknown>, 'value'> {
  const { name, sha256 } = fileFacts(box, row);
  return {
    subject: `file/${row.file_id}`,
    organPath: row.path,
    details: { mediaType: row.media_type, size: row.size, isEncrypted: row.is_encrypted },
    personal: { name, sha256 },
  };
}

const tooMuch = (files: Services['files']): Rejection => ({
  code: 'too-many',
  detail: `24 小时内上传而未使用的文件合计超过 ${Math.floor(files.dailyBytes / 1024 / 1024)} MB，没有接收。请先在相应事项中使用或提交已上传的文件，或明天再上传。`,
});

/**
 * Takes a file in for an organ: the bytes first, the row second. Whatever happens in between, no row points at
 * nothing; bytes without a row are removed here or, if even that cannot be done, by the sweep.
 */
export async function uploadFile(
  context: ChangeContext & { readonly services: Pick<Services, 'files' | 'secretBox'> },
  { regionId, organId, upload, isSealed, isRedrawn = false }: UploadFile,
): Promise<Result<FileRow, Rejection>> {
  const { change, database, reaches, caller, now } = context;
  const { files, secretBox } = context.services;
  const allowed = async (organs: typeof database): Promise<boolean> => {
    const organ = await findOrgan(organs, { regionId, organId });
    return organ !== undefined && reaches(organ.path);
  };
  // Before a byte is read, and again in the transaction.
  if (!(await allowed(database))) return err({ code: 'not-found' });
  const exceeds = async (rows: typeof database, added: number): Promise<boolean> => {
    const since = new Date(now().getTime() - DAY_MS);
    return (await unattachedBytes(rows, { accountId: caller.accountId, since })) + added > files.dailyBytes;
  };
  if (await exceeds(database, 0)) return err(tooMuch(files));
  const taken = await takeIn(files, upload, isSealed);
  if (!taken.ok) return err(rejectionOfFile(taken.error, '/file'));
  const stored = taken.value;

  const added = await change(async (transaction) => {
    if (!(await allowed(transaction))) return err({ code: 'not-found' });
    await oneAtATime(transaction, `upload ${caller.accountId}`);
    if (await exceeds(transaction, stored.size)) return err(tooMuch(files));
    const fileId = await insertFile(transaction, { regionId, organId, isRedrawn }, stored, context);
    const row = await findFile(transaction, { regionId, fileId });
    if (row === undefined) throw new Error('the file that was inserted is not there');
    return ok({ value: { fileId, storageKey: stored.storageKey }, ...auditOfFile(secretBox, row) });
  }, `${stored.sha256} ${stored.name}`);
  // Refused, or a repetition of a call that was answered before: then these bytes have no row, and never will. After
  // a fault it is not known whether the commit went through, so the bytes are left to the sweep.
  const isAdded = added.ok && added.value.storageKey === stored.storageKey;
  if (!isAdded) await files.storage.remove(stored.storageKey);
  if (!added.ok) return added;
  const row = await findFile(database, { regionId, fileId: added.value.fileId });
  return row === undefined ? err({ code: 'not-found' }) : ok(row);
}
