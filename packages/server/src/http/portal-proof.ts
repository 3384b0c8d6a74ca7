import { documentPath, organPath } from '@zhaoshi/portal/paths';
import type { PublishedDatabase } from '../db/queries/published.ts';
import { publishedContent } from '../db/queries/published-documents.ts';
import {
  type CheckedEditionRow,
  checkedEdition,
  editionContent,
  editionEntry,
  sealAfter,
  sealedEntries,
} from '../db/queries/published-proofs.ts';
import type { PublishedSchema } from '../db/schema.ts';
import { leafHash, merklePath } from '../publication-proof/merkle.ts';
import {
  editionDetails,
  type ProofEntry,
  type PublicationProof,
  sealDetails,
} from '../publication-proof/proof.ts';
import { publicText } from '../publication-proof/public-text.ts';

type EntryRow = PublishedSchema['published.publication_seal'];

const toEntry = (row: EntryRow): ProofEntry => ({
  sequence: row.sequence,
  recordedAt: row.recorded_at.toISOString(),
  actor: row.actor,
  action: row.action,
  subject: row.subject,
  details: row.details,
  previous: { sha256: row.previous_sha256, sm3: row.previous_sm3 },
  sha256: row.sha256,
  sm3: row.sm3,
});

async function sealOf(database: PublishedDatabase, sequence: number): Promise<PublicationProof['seal']> {
  const seal = await sealAfter(database, sequence);
  if (seal === undefined) return null;
  const { entry, checkpoint } = seal;
  const { after } = sealDetails.parse(JSON.parse(entry.details));
  const leaves = await sealedEntries(database, { after, before: entry.sequence });
  const { signed_at, public_key, signature, day, sha256, sm3 } = checkpoint;
  return {
    steps: [
      ...merklePath(
        leaves.map(leafHash),
        leaves.findIndex((leaf) => leaf.sequence === sequence),
      ),
    ],
    entry: toEntry(entry),
    checkpoint: {
      day,
      sequence: checkpoint.sequence,
      sha256,
      sm3,
      signedAt: signed_at.toISOString(),
      publicKey: public_key,
      signature,
    },
  };
}

/** Address of the document that an edition belongs to. */
export const pathOfEdition = ({ region_slug, organ_slug, public_name }: CheckedEditionRow): string =>
  documentPath(organPath(region_slug, organ_slug), public_name);

/**
 * The proof of an edition that is public or was followed by a later one; `null` when there is none, or its minute was not
 * noted yet.
 */
export async function loadProof(
  database: PublishedDatabase,
  checkCode: string,
): Promise<PublicationProof | null> {
  const row = await checkedEdition(database, checkCode);
  if (row === undefined || row.content_sha256 === null) return null;
  const [content, entry] = await Promise.all([editionContent(database, row), editionEntry(database, row)]);
  if (content === undefined || entry === undefined) return null;
  const { paragraphs, ...heads } = publicText(publishedContent({ content }));
  return {
    format: 'zhaoshi-publication-proof-1',
    organ: row.organ_name,
    path: pathOfEdition(row),
    edition: {
      documentId: row.document_id,
      edition: row.edition,
      contentSha256: row.content_sha256,
      visibleFrom: row.published_at.toISOString(),
      checkCode: row.check_code,
    },
    text: { ...heads, paragraphs: [...paragraphs] },
    files: editionDetails.parse(JSON.parse(entry.details)).fileSha256,
    entry: toEntry(entry),
    seal: await sealOf(database, entry.sequence),
  };
}
