import { documentPath, documentPosterPath, organPath, POSTER_PAPERS } from '@zhaoshi/portal/paths';
import { writePosterPdf } from '@zhaoshi/report-files/posters/write-poster-pdf';
import { publishedContent } from '../db/queries/published-documents.ts';
import { posterOf } from '../use-cases/channels/poster-of.ts';
import type { PathNames } from './portal-pages-data.ts';
import { findDocument } from './portal-pages-documents.ts';
import type { PortalSource } from './portal-pages-site.ts';
import { FILE_ANSWER, prepareBody } from './prepared-body.ts';
import { documentPathOf, type PublicDocument, SHOWS_DOCUMENT } from './public-document.ts';

type Paper = (typeof POSTER_PAPERS)[number];

/** The poster of what is public of a document; `null` when nothing is. */
async function posterFile(source: PortalSource, names: PathNames, paper: Paper): Promise<Buffer | null> {
  const found = await findDocument(source, names);
  if (found === null) return null;
  const { row, owner, path } = found;
  const poster = posterOf(
    {
      content: publishedContent(row),
      publisher: owner.name,
      indexNumber: row.index_number,
      publishedAt: row.published_at,
      edition: row.edition,
      checkCode: row.check_code,
      path,
      origin: source.origin ?? '',
    },
    { paper, fit: 'sheets' },
  );
  return Buffer.from(await writePosterPdf(poster));
}

/** Posters that readers may print: the same text that stands on the page, and gone with it. */
export const DOCUMENT_POSTERS: readonly PublicDocument[] = POSTER_PAPERS.map((paper) => ({
  route: documentPosterPath(documentPath(organPath(':region', ':organ'), ':document'), paper),
  query: [],
  path: (names) => documentPosterPath(documentPathOf(names), paper),
  shows: SHOWS_DOCUMENT,
  hasDisplays: false,
  make: async (source, names) => {
    const bytes = await posterFile(source, names, paper);
    // Of letters and figures alone: a title may name people.
    const disposition = `attachment; filename="${names.organ}-${names.document}-poster-${paper}.pdf"`;
    return bytes && (await prepareBody('application/pdf', bytes, false, { ...FILE_ANSWER, disposition }));
  },
}));
