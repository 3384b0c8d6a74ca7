import { documentPage, withdrawnPage } from '@zhaoshi/portal/pages/document';
import { documentListPage } from '@zhaoshi/portal/pages/document-list';
import { documentVersionPage } from '@zhaoshi/portal/pages/document-version';
import {
  DOCUMENT_FORMATS,
  type DocumentFormat,
  documentListPath,
  documentPath,
  documentSitemapPath,
  documentTextPath,
  documentVersionPath,
  FEED_FORMATS,
  feedPath,
  organPath,
} from '@zhaoshi/portal/paths';
import { organPathOf } from './portal-pages-data.ts';
import { loadDocumentList } from './portal-pages-document-lists.ts';
import { documentTextFile } from './portal-pages-document-text.ts';
import { loadDocumentPage, loadVersionPage } from './portal-pages-documents.ts';
import { documentSitemapFile, feedFile } from './portal-pages-lists.ts';
import { siteOf } from './portal-pages-site.ts';
import { FILE_ANSWER, prepareBody } from './prepared-body.ts';
import {
  documentPathOf,
  HTML,
  type PublicDocument,
  pageDocument,
  SHOWS_DOCUMENT,
  SHOWS_ORGAN,
  SHOWS_REGION,
  textDocument,
} from './public-document.ts';

const ORGAN_ROUTE = organPath(':region', ':organ');
const DOCUMENT_ROUTE = documentPath(ORGAN_ROUTE, ':document');

/**
 * A published document. Of one that was withdrawn, the notice: 410, because it was there and is gone, kept by nobody;
 * where its very existence is hidden, nothing (publication.md §10).
 */
export const DOCUMENT_PAGE: PublicDocument = {
  route: DOCUMENT_ROUTE,
  query: [],
  path: documentPathOf,
  shows: SHOWS_DOCUMENT,
  hasDisplays: true,
  make: async (source, names, display) => {
    const found = await loadDocumentPage(source, names);
    if (found === null) return null;
    const frame = { site: await siteOf(source), display, path: documentPathOf(names) };
    if ('body' in found) return await prepareBody(HTML, Buffer.from(documentPage(frame, found).markup), true);
    const notice = await prepareBody(HTML, Buffer.from(withdrawnPage(frame, found).markup), true);
    return { ...notice, status: 410 };
  },
};

/** An earlier edition. */
export const VERSION_PAGE: PublicDocument = pageDocument(
  documentVersionPath(DOCUMENT_ROUTE, ':edition'),
  (names) => documentVersionPath(documentPathOf(names), names.edition ?? ''),
  async (source, names, frame) => {
    const version = await loadVersionPage(source, names);
    return version && documentVersionPage(frame, version);
  },
  { shows: SHOWS_DOCUMENT },
);

const textFileDocument = (format: DocumentFormat): PublicDocument => ({
  route: documentTextPath(DOCUMENT_ROUTE, format),
  query: [],
  path: (names) => documentTextPath(documentPathOf(names), format),
  shows: SHOWS_DOCUMENT,
  hasDisplays: false,
  make: async (source, names) => {
    const file = await documentTextFile(source, names, format);
    // Of letters and figures alone: a title may name people.
    const disposition = `attachment; filename="${names.organ}-${names.document}.${format}"`;
    return (
      file && (await prepareBody(file.type, file.bytes, format === 'txt', { ...FILE_ANSWER, disposition }))
    );
  },
});

/** A document's own text as files. */
export const DOCUMENT_TEXTS: readonly PublicDocument[] = DOCUMENT_FORMATS.map(textFileDocument);

const listDocument = (page: 1 | ':page'): PublicDocument =>
  pageDocument(
    documentListPath(ORGAN_ROUTE, ':list', page),
    (names) => documentListPath(organPathOf(names), names.list ?? '', page === 1 ? 1 : (names.page ?? '')),
    async (source, names, frame) => {
      const list = await loadDocumentList(source, names);
      return list && documentListPage(frame, list);
    },
    { shows: SHOWS_ORGAN },
  );

/** The first page of a list of an organ's documents, and the others. */
export const DOCUMENT_LIST: PublicDocument = listDocument(1);
export const DOCUMENT_LIST_PAGE: PublicDocument = listDocument(':page');

/** The newest documents of a list, for feed readers. */
export const DOCUMENT_LIST_FEEDS: readonly PublicDocument[] = FEED_FORMATS.map((format) =>
  textDocument(
    feedPath(documentListPath(ORGAN_ROUTE, ':list'), format),
    (names) => feedPath(documentListPath(organPathOf(names), names.list ?? ''), format),
    (source, names) => feedFile(source, names, format),
    SHOWS_ORGAN,
  ),
);

/** Documents of a region for search engines, 50,000 in a part. */
export const DOCUMENT_SITEMAP: PublicDocument = textDocument(
  documentSitemapPath(':region', ':part'),
  ({ region = '', part = '' }) => documentSitemapPath(region, part),
  documentSitemapFile,
  SHOWS_REGION,
);
