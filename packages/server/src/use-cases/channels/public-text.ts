import type { Rejection } from '@zhaoshi/contract/problems';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { documentPath, organPath } from '@zhaoshi/portal/paths';
import type { Kysely } from 'kysely';
import { contentOf, type DocumentIds, documentEvents } from '../../db/queries/documents.ts';
import { findPublicEdition, type PublicEdition } from '../../db/queries/public-editions.ts';
import type { Schema } from '../../db/schema.ts';
import { unjustifiedFindings } from './unjustified-findings.ts';

/** What of a document may go to paper and to other platforms. */
export interface PublicText {
  readonly edition: PublicEdition;
  readonly content: DocumentContent;
  /** Of its page, below the site's address. */
  readonly path: string;
}

/** The public edition of a document, scanned again; whether the caller's right reaches it is asked before anything is told. */
export async function publicText(
  database: Kysely<Schema>,
  ids: DocumentIds,
  reaches: (organPath: string) => boolean,
  now: Date,
): Promise<Result<PublicText, Rejection>> {
  const document = await database
    .selectFrom('document')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'document.region_id')
        .onRef('organ.organ_id', '=', 'document.organ_id'),
    )
    .select('organ.path')
    .where('document.region_id', '=', ids.regionId)
    .where('document_id', '=', ids.documentId)
    .executeTakeFirst();
  if (document === undefined || !reaches(document.path)) return err({ code: 'not-found' });
  const edition = await findPublicEdition(database, ids);
  if (edition === undefined) {
    const detail = '这份文件现在没有公开的版本，不能张贴或者转发。请先发布；已撤回的不能再用。';
    return err({ code: 'state-refuses', detail });
  }
  const content = contentOf(edition);
  const found = unjustifiedFindings(content, await documentEvents(database, ids), civilDateAt(now));
  if (found.length > 0) {
    const detail = `公开前检查发现有不能张贴、转发的内容：${found.join('、')}。请先处理已公开的版本。`;
    return err({ code: 'state-refuses', detail });
  }
  const path = documentPath(organPath(edition.region_slug, edition.organ_slug), edition.public_name);
  return ok({ edition, content, path });
}
