import type { Readable } from 'node:stream';
import { z } from 'zod';
import { CONTENT_KEY_BYTES, openSealed } from '../../adapters/files/sealed-content.ts';
import type { ByteRange } from '../../adapters/files/storage.ts';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { FileTable } from '../../db/schema/file.ts';
import type { Services } from '../../services.ts';

/** What the row of a sealed file keeps sealed: its name may name a person, and so may a hash that can be tried out. */
const sealedFacts = z.object({ name: z.string(), sha256: z.string(), key: z.string() });

type SealedFacts = z.infer<typeof sealedFacts>;

/** The columns by which a file is named and opened. */
export type FileColumns = Pick<FileTable, 'file_id' | 'original_name' | 'sha256'> & {
  readonly sealed: string | null;
};

/** The columns by which its bytes are found as well. */
export type StoredColumns = FileColumns & Pick<FileTable, 'storage_key' | 'size'>;

const purposeOf = (fileId: string): string => `file/${fileId}`;

export const sealFacts = (
  box: SecretBox,
  fileId: string,
  { name, sha256, key }: { readonly name: string; readonly sha256: string; readonly key: Buffer },
): string => {
  const facts: SealedFacts = { name, sha256, key: key.toString('base64url') };
  return box.seal(JSON.stringify(facts), purposeOf(fileId));
};

const openFacts = (box: SecretBox, { file_id, sealed }: { file_id: string; sealed: string }): SealedFacts =>
  sealedFacts.parse(JSON.parse(box.open(sealed, purposeOf(file_id))));

/** Name and hash of the content, of sealed files and of others. */
export function fileFacts(
  box: SecretBox,
  { file_id, original_name, sha256, sealed }: FileColumns,
): { readonly name: string; readonly sha256: string } {
  return sealed === null ? { name: original_name ?? '', sha256 } : openFacts(box, { file_id, sealed });
}

/** The content of a file, or a range of it; `null` when it is not in the storage. */
export async function openContent(
  { files, secretBox }: Pick<Services, 'files' | 'secretBox'>,
  row: StoredColumns,
  range?: ByteRange,
): Promise<Readable | null> {
  const { sealed, storage_key: storageKey } = row;
  if (sealed === null) return await files.storage.open(storageKey, range);
  const key = Buffer.from(openFacts(secretBox, { file_id: row.file_id, sealed }).key, 'base64url');
  if (key.length !== CONTENT_KEY_BYTES) throw new Error('the key of a sealed file has another length');
  return await openSealed(files.storage, { storageKey, key, size: row.size }, range);
}
