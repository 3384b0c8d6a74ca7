import { AUDIENCES, DISCLOSURE_CLASSES } from '@zhaoshi/domain/disclosure/disclosure-class';
import { withdrawalWords } from '@zhaoshi/domain/disclosure/document-act';
import { DOCUMENT_RELATIONS, type DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { DOCUMENT_KINDS } from '@zhaoshi/domain/disclosure/document-kind';
import {
  isStatutoryCode,
  STATUTORY_CATALOG,
} from '@zhaoshi/domain/disclosure/statutory-catalog/statutory-catalog';
import { DONE_WORDS, validityWords } from '@zhaoshi/domain/disclosure/validity/validity';
import { withoutTitle } from '@zhaoshi/domain/disclosure/without-title';
import { civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import type {
  DocumentPage,
  DocumentPicture,
  EditionLink,
  RelatedLink,
  VersionPage,
  WithdrawnPage,
} from '@zhaoshi/portal/document-views';
import { documentFilePath, documentListPath, documentPath, documentVersionPath } from '@zhaoshi/portal/paths';
import type { ColumnOwner, Detail } from '@zhaoshi/portal/view-models';
import { codeListName } from '../db/queries/document-list-names.ts';
import type { OrganKey } from '../db/queries/published.ts';
import {
  type ListedDocument,
  publishedAddresses,
  publishedEdition,
  publishedEditions,
} from '../db/queries/published-document-lists.ts';
import {
  type PublishedDocumentRow,
  publishedContent,
  publishedDocument,
  publishedDocumentFiles,
  publishedRelationsTo,
  publishedWithdrawal,
} from '../db/queries/published-documents.ts';
import { findOrgan, organPathOf, type PathNames, placeOf } from './portal-pages-data.ts';
import { pathOfListed, validityToday } from './portal-pages-document-links.ts';
import type { PortalSource } from './portal-pages-site.ts';
import { loadVoices } from './portal-pages-voices.ts';
import { quickCodeOf } from './quick-code.ts';

/** A name that documents have; anything else is not asked of the database. */
const DOCUMENT_NAME = /^\d{4}-\d{5,9}$/;

export interface FoundDocument {
  readonly organ: OrganKey & { readonly path: string };
  readonly owner: ColumnOwner;
  readonly name: string;
  readonly path: string;
}

/** The organ and the name of a document's path, whether or not something is public there. */
async function findPlace(source: PortalSource, names: PathNames): Promise<FoundDocument | null> {
  const name = names.document ?? '';
  if (!DOCUMENT_NAME.test(name)) return null;
  const organ = await findOrgan(source.published, names);
  if (organ === undefined) return null;
  const place = await placeOf(source, organ.region_id);
  const path = organPathOf(names);
  const owner: ColumnOwner = { name: organ.name, path, endedOn: organ.ended_on, ...place };
  return { organ, owner, name, path: documentPath(path, name) };
}

/** What was published of a document at a path now; `null` when nothing is public there. */
export async function findDocument(source: PortalSource, names: PathNames) {
  const place = await findPlace(source, names);
  const row = place && (await publishedDocument(source.published, place.organ, place.name));
  return place === null || row == null ? null : { ...place, row };
}

/** The item of 条例20, 21 that it is published under. */
const columnOf = ({ catalog_code: code }: Pick<PublishedDocumentRow, 'catalog_code'>): string =>
  isStatutoryCode(code) ? STATUTORY_CATALOG[code].column : '';

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
    标题: row.title,
    发文字号: row.document_number,
    发布日期: civilMinuteAt(row.published_at),
    有效性: validity,
    施行日期: row.valid_from,
    有效期至: row.valid_to,
    // Until when a draft takes comments is said by its 意见征集: a day that is too early does not hold (决策条例15).
    公示截止: row.kind === 'draftForComment' ? null : content.shownUntil,
    公开事项: columnOf(row),
    体裁: DOCUMENT_KINDS[row.kind],
    关键词: content.keywords.join('、'),
    来源: content.source,
    公开方式: DISCLOSURE_CLASSES.proactive.title,
    公开范围: AUDIENCES[content.audience],
    内容概述: row.abstract,
  };
  return Object.entries(lines).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [{ name, value }],
  );
}

/**
 * What the document itself says of others, with the way there. One of the platform that is not public, not yet or no
 * more, is left out: its very title would be told; one that was named by hand stands as it was written.
 */
function ownRelations(
  { relations }: DocumentContent,
  addresses: readonly ListedDocument[],
): readonly RelatedLink[] {
  return relations.flatMap(({ relation, documentId, documentNumber, title }): RelatedLink[] => {
    const found = addresses.find((one) =>
      documentId === null
        ? documentNumber !== '' && one.document_number === documentNumber
        : one.document_id === documentId,
    );
    const words = DOCUMENT_RELATIONS[relation];
    if (found === undefined) return documentId === null ? [{ words, title, documentNumber, path: null }] : [];
    // The title as the other one bears it today.
    return [{ words, title: found.title, documentNumber: found.document_number, path: pathOfListed(found) }];
  });
}

/** Related documents from both sides: what this one says of others, and what they say of it. */
async function loadRelated({ published }: PortalSource, row: PublishedDocumentRow, content: DocumentContent) {
  const relationsTo = await publishedRelationsTo(published, row);
  const ids = [
    ...relationsTo.map(({ document_id }) => document_id),
    ...content.relations.flatMap(({ documentId }) => documentId ?? []),
  ];
  const numbers = content.relations.flatMap(({ documentId, documentNumber }) =>
    documentId === null && documentNumber !== '' ? [documentNumber] : [],
  );
  const addresses = await publishedAddresses(published, row.region_id, { ids, numbers });
  const others = relationsTo.flatMap(({ relation, document_id }): RelatedLink[] => {
    const found = addresses.find((one) => one.document_id === document_id);
    if (found === undefined) return [];
    const { title, document_number: documentNumber } = found;
    return [{ words: DONE_WORDS[relation], title, documentNumber, path: pathOfListed(found) }];
  });
  return { relationsTo, related: [...ownRelations(content, addresses), ...others] };
}

/** All editions of what is public, the newest first. */
async function loadEditions(
  { published }: PortalSource,
  { organ, name, path }: FoundDocument,
  current: number,
): Promise<readonly EditionLink[]> {
  const editions = await publishedEditions(published, organ, name);
  return editions.toReversed().map(({ edition, published_at, change_note }) => ({
    edition,
    path: edition === current ? path : documentVersionPath(path, edition),
    publishedAt: civilMinuteAt(published_at),
    changeNote: change_note,
    isCurrent: edition === current,
  }));
}

async function loadFiles({ published }: PortalSource, path: string, row: PublishedDocumentRow) {
  const files = await publishedDocumentFiles(published, row);
  const pictures: readonly DocumentPicture[] = files.map(({ file_id, place }) => ({
    fileId: file_id,
    path: documentFilePath(path, place),
  }));
  return { placed: new Map(files.map((file) => [file.file_id, file])), pictures };
}

/** The notice in place of something that was withdrawn; nothing where its existence is hidden. */
async function loadWithdrawal(
  { published }: PortalSource,
  { organ, owner, name, path }: FoundDocument,
): Promise<WithdrawnPage | null> {
  const gone = await publishedWithdrawal(published, organ, name);
  if (gone === undefined) return null;
  const { withdrawal_kind: kind, withdrawal_notice: notice, ended_at } = gone;
  return {
    organ: owner,
    path,
    kind: withdrawalWords(kind),
    notice,
    withdrawnAt: civilMinuteAt(ended_at),
  };
}

/** A published document at a path, or the notice of its withdrawal; `null` when nothing is public there. */
export async function loadDocumentPage(
  source: PortalSource,
  names: PathNames,
): Promise<DocumentPage | WithdrawnPage | null> {
  const place = await findPlace(source, names);
  if (place === null) return null;
  const { organ, owner, path, name } = place;
  const row = await publishedDocument(source.published, organ, name);
  if (row === undefined) return await loadWithdrawal(source, place);
  const content = publishedContent(row);
  const [{ relationsTo, related }, { placed, pictures }, editions, voices] = await Promise.all([
    loadRelated(source, row, content),
    loadFiles(source, path, row),
    loadEditions(source, place, row.edition),
    loadVoices(source, row, { path, organPath: organ.path }),
  ]);
  const standing = validityToday(row, relationsTo);
  const validity = standing === null ? null : validityWords(standing);
  return {
    organ: owner,
    path,
    list: {
      name: columnOf(row),
      path: documentListPath(owner.path, codeListName(row.catalog_code)),
    },
    title: row.title,
    details: detailsOf(row, validity, owner.name),
    abstract: row.abstract,
    keywords: content.keywords,
    validity,
    asOf: row.today,
    body: withoutTitle(content.body, row.title),
    files: content.attachments.flatMap(({ fileId, name: label }) => {
      const file = placed.get(fileId);
      return file === undefined
        ? []
        : [{ name: label, path: documentFilePath(path, file.place), size: file.size }];
    }),
    pictures,
    related,
    editions,
    publishedAt: civilMinuteAt(row.published_at),
    edition: row.edition,
    changeNote: row.change_note,
    contentSha256: row.content_sha256,
    checkCode: row.check_code,
    quickCode: source.origin === undefined || source.origin === '' ? null : quickCodeOf(source.origin + path),
    voices,
  };
}

/** An edition that another one has taken the place of; only while the document is public. */
export async function loadVersionPage(source: PortalSource, names: PathNames): Promise<VersionPage | null> {
  const wanted = /^[1-9]\d{0,5}$/.test(names.edition ?? '') ? Number(names.edition) : null;
  const found = wanted === null ? null : await findDocument(source, names);
  if (found === null || wanted === null || wanted >= found.row.edition) return null;
  const { organ, owner, name, path, row } = found;
  const version = await publishedEdition(source.published, organ, name, wanted);
  if (version === undefined) return null;
  const [{ pictures }, editions] = await Promise.all([
    loadFiles(source, path, row),
    loadEditions(source, found, row.edition),
  ]);
  return {
    organ: owner,
    path: documentVersionPath(path, wanted),
    documentPath: path,
    title: version.title,
    edition: wanted,
    publishedAt: civilMinuteAt(version.published_at),
    changeNote: version.change_note,
    contentSha256: version.content_sha256,
    checkCode: version.check_code,
    body: withoutTitle(publishedContent(version).body, version.title),
    pictures,
    editions,
  };
}
