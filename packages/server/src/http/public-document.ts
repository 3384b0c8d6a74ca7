import type { SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { PageFrame } from '@zhaoshi/portal/layout';
import { documentPath, HOME, regionPath } from '@zhaoshi/portal/paths';
import type { Display } from '@zhaoshi/portal/view-models';
import { organPathOf, type PathNames } from './portal-pages-data.ts';
import type { TextFile } from './portal-pages-lists.ts';
import { type PortalSource, siteOf } from './portal-pages-site.ts';
import { FILE_ANSWER, type PreparedBody, prepareBody } from './prepared-body.ts';

/** Something at a public address: its route, its own path, and how its bytes are made. */
export interface PublicDocument {
  readonly route: string;
  /** The names of the query that it understands. */
  readonly query: readonly ('group' | 'level')[];
  /** The one path of what the names name; two addresses of the same thing have the same. */
  readonly path: (names: PathNames) => string;
  /** Whether it looks different in each display. */
  readonly hasDisplays: boolean;
  /** Keys of the documents and places that it shows, as publications announce them (`db/queries/document-keys`). */
  readonly shows: (names: PathNames) => readonly string[];
  /** `null` when there is nothing at the path. */
  readonly make: (source: PortalSource, names: PathNames, display: Display) => Promise<PreparedBody | null>;
}

export const HTML = 'text/html; charset=utf-8';

export type Shows = PublicDocument['shows'];

/** Shows no document and no list of documents. */
export const SHOWS_NOTHING: Shows = () => [];
export const SHOWS_SITE: Shows = () => [HOME];
export const SHOWS_REGION: Shows = ({ region = '' }) => [regionPath(region)];
export const SHOWS_ORGAN: Shows = (names) => [organPathOf(names)];

/** The document that the names name. */
export const documentPathOf = (names: PathNames): string =>
  documentPath(organPathOf(names), names.document ?? '');

export const SHOWS_DOCUMENT: Shows = (names) => [documentPathOf(names)];

export type MakePage = (source: PortalSource, names: PathNames, frame: PageFrame) => Promise<SafeHtml | null>;

interface PageOptions {
  readonly shows?: Shows;
  readonly query?: PublicDocument['query'];
}

export function pageDocument(
  route: string,
  path: PublicDocument['path'],
  makePage: MakePage,
  { shows = SHOWS_NOTHING, query = [] }: PageOptions = {},
): PublicDocument {
  return {
    route,
    query,
    path,
    shows,
    hasDisplays: true,
    make: async (source, names, display) => {
      const frame = { site: await siteOf(source), display, path: path(names) };
      const made = await makePage(source, names, frame);
      return made && (await prepareBody(HTML, Buffer.from(made.markup), true));
    },
  };
}

export function textDocument(
  route: string,
  path: PublicDocument['path'],
  makeFile: (source: PortalSource, names: PathNames) => Promise<TextFile | null>,
  shows: Shows = SHOWS_NOTHING,
): PublicDocument {
  return {
    route,
    query: [],
    path,
    shows,
    hasDisplays: false,
    make: async (source, names) => {
      const file = await makeFile(source, names);
      return file && (await prepareBody(file.type, Buffer.from(file.text), true, FILE_ANSWER));
    },
  };
}
