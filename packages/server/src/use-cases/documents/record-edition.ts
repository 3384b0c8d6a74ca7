import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import type { Transaction } from 'kysely';
import { appendAudit } from '../../db/append-audit.ts';
import type { DocumentRow } from '../../db/queries/documents.ts';
import type { Schema } from '../../db/schema.ts';
import { EDITION_ACTION } from '../../publication-proof/proof.ts';
import { publicText, textHash } from '../../publication-proof/public-text.ts';
import { filesOfContent } from './draft-columns.ts';

/** An edition whose minute has come. */
export interface RecordedEdition {
  readonly row: Pick<DocumentRow, 'region_id' | 'document_id' | 'path'>;
  readonly edition: number;
  readonly content: DocumentContent;
  readonly contentSha256: string;
  readonly minute: Date;
}

async function fileHashes(
  transaction: Transaction<Schema>,
  { row, content }: RecordedEdition,
): Promise<readonly string[]> {
  const wanted = filesOfContent(content);
  if (wanted.length === 0) return [];
  const files = await transaction
    .selectFrom('file')
    .select(['file_id', 'sha256'])
    .where('region_id', '=', row.region_id)
    .where('file_id', 'in', wanted)
    .execute();
  const hashes = new Map(files.map(({ file_id, sha256 }) => [file_id, sha256]));
  return wanted.flatMap((fileId) => hashes.get(fileId) ?? []);
}

/**
 * Writes into the trail that an edition is public, with the hashes of what the public sees: an entry by the program, which
 * names nobody and may therefore be shown to anybody as a proof.
 */
export async function recordEdition(
  transaction: Transaction<Schema>,
  recorded: RecordedEdition,
  at: Date,
): Promise<void> {
  const { row, edition, content, contentSha256, minute } = recorded;
  await appendAudit(
    transaction,
    {
      actor: 'system:publication',
      action: EDITION_ACTION,
      subject: `document/${row.document_id}`,
      details: {
        organ: row.path,
        edition,
        contentSha256,
        minute: minute.toISOString(),
        textSha256: textHash(publicText(content)),
        fileSha256: await fileHashes(transaction, recorded),
      },
    },
    at,
  );
}
