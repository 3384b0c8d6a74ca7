import { AUDIENCES, DISCLOSURE_CLASSES } from '@zhaoshi/domain/disclosure/disclosure-class';
import { WITHDRAWAL_KINDS } from '@zhaoshi/domain/disclosure/document-act';
import { DOCUMENT_KINDS, hasValidity } from '@zhaoshi/domain/disclosure/document-kind';
import { validityOn, validityWords } from '@zhaoshi/domain/disclosure/validity/validity';
import { type CivilDate, civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import type { DocumentPage, WithdrawnPage } from '@zhaoshi/portal/document-views';
import { documentFilePath, documentPath } from '@zhaoshi/portal/paths';
import type { ColumnOwner, Detail } from '@zhaoshi/portal/view-models';
import {
  type PublishedDocumentRow,
  publishedContent,
  publishedDocument,
  publishedDocumentFiles,
  publishedRelationsTo,
  publishedWithdrawal,
} from '../db/queries/published-documents.ts';
import { findOrgan, organPathOf, type PathNames, placeOf } from './portal-pages-data.ts';
import type { PortalSource } from './portal-pages-site.ts';

/** A name that documents have; anything else is not asked of the database. */
const DOCUMENT_NAME = /^\d{4}-\d{5,9}$/;

/** The organ of a path with what every page of its column says of it. */
async function findOwner(source: PortalSource, names: PathNames) {
  const organ = await findOrgan(source.published, names);
  if (organ === undefined) return null;
  const place = await placeOf(source, organ.region_id);
  const owner: ColumnOwner = {
    name: organ.name,
    path: organPathOf(names),
    endedOn: organ.ended_on,
    ...place,
  };
  return { organ, owner };
}

const day = (date: string | null): CivilDate | null => date as CivilDate | null;

/** 有效性 of a document today, by itself and by what was published about it. */
async function validityOf(source: PortalSource, row: PublishedDocumentRow): Promise<string | null> {
  if (!hasValidity(row.kind)) return null;
  const relations = await publishedRelationsTo(source.published, row);
  const from = day(row.valid_from) ?? day(row.date_of_document) ?? (row.created_on as CivilDate);
  const { validity } = validityOn(
    { id: row.document_id, validFrom: from, validTo: day(row.valid_to) },
    relations.map(({ relation, document_id, effective_on }) => ({
      kind: relation,
      from: document_id,
      to: row.document_id,
      effectiveOn: effective_on as CivilDate,
    })),
    row.today as CivilDate,
  );
  return validityWords(validity);
}

/** The order usual on government sites; what was not entered is left out (publication.md §6). */
function detailsOf(row: PublishedDocumentRow, validity: string | null, publisher: string): readonly Detail[] {
  const content = publishedContent(row);
  const lines: Readonly<Record<string, string | null>> = {
    索引号: row.index_number,
    主题分类: row.subject_category,
    发文机关: row.issuing_organ,
    发布机构: publisher,
    成文日期: row.date_of_document,
    生成日期: row.created_on,
    发文字号: row.document_number,
    发布日期: civilMinuteAt(row.published_at),
    有效性: validity,
    体裁: DOCUMENT_KINDS[row.kind],
    公开方式: DISCLOSURE_CLASSES.proactive.title,
    公开范围: AUDIENCES[content.audience],
    内容概述: row.abstract,
  };
  return Object.entries(lines).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [{ name, value }],
  );
}

/** A published document at a path; `null` when nothing is public there. */
export async function loadDocumentPage(
  source: PortalSource,
  names: PathNames,
): Promise<DocumentPage | WithdrawnPage | null> {
  const name = names.document ?? '';
  if (!DOCUMENT_NAME.test(name)) return null;
  const found = await findOwner(source, names);
  if (found === null) return null;
  const { organ, owner } = found;
  const path = documentPath(owner.path, name);
  const row = await publishedDocument(source.published, organ, name);
  if (row === undefined) {
    const gone = await publishedWithdrawal(source.published, organ, name);
    if (gone === undefined) return null;
    return {
      organ: owner,
      path,
      kind:
        gone.withdrawal_kind === 'notApproved'
          ? '发布后审查没有通过'
          : WITHDRAWAL_KINDS[gone.withdrawal_kind],
      notice: gone.withdrawal_notice,
      withdrawnAt: civilMinuteAt(gone.ended_at),
    };
  }
  const [validity, files] = await Promise.all([
    validityOf(source, row),
    publishedDocumentFiles(source.published, row),
  ]);
  const content = publishedContent(row);
  const placed = new Map(files.map((file) => [file.file_id, file]));
  return {
    organ: owner,
    path,
    title: row.title,
    details: detailsOf(row, validity, owner.name),
    abstract: row.abstract,
    keywords: content.keywords,
    validity,
    body: content.body,
    files: content.attachments.flatMap(({ fileId, name: label }) => {
      const file = placed.get(fileId);
      return file === undefined
        ? []
        : [{ name: label, path: documentFilePath(path, file.place), size: file.size }];
    }),
    pictures: files.map(({ file_id, place }) => ({ fileId: file_id, path: documentFilePath(path, place) })),
    publishedAt: civilMinuteAt(row.published_at),
    edition: row.edition,
    changeNote: row.change_note,
    contentSha256: row.content_sha256,
    checkCode: row.check_code,
  };
}
