import { openDataPage } from '@zhaoshi/portal/pages/open-data';
import { openDataFilePath, openDataPath, organPath, organsPath } from '@zhaoshi/portal/paths';
import { organPathOf, type PathNames } from './portal-pages-data.ts';
import { loadOpenData, OPEN_DATA_FORMATS, openDataFile } from './portal-pages-open-data.ts';
import {
  type PublicDocument,
  pageDocument,
  SHOWS_ORGAN,
  SHOWS_REGION,
  type Shows,
  textDocument,
} from './public-document.ts';

interface OpenDataPlace {
  readonly route: string;
  readonly path: (names: PathNames) => string;
  readonly shows: Shows;
}

const ORGAN: OpenDataPlace = {
  route: openDataPath(organPath(':region', ':organ')),
  path: (names) => openDataPath(organPathOf(names)),
  shows: SHOWS_ORGAN,
};

const REGION: OpenDataPlace = {
  route: openDataPath(organsPath(':region')),
  path: ({ region = '' }) => openDataPath(organsPath(region)),
  shows: SHOWS_REGION,
};

const descriptionOf = ({ route, path, shows }: OpenDataPlace): PublicDocument =>
  pageDocument(
    route,
    path,
    async (source, names, frame) => {
      const found = await loadOpenData(source, names);
      return found && openDataPage(frame, found);
    },
    { shows },
  );

const filesOf = ({ route, path, shows }: OpenDataPlace): readonly PublicDocument[] =>
  OPEN_DATA_FORMATS.map((format) =>
    textDocument(
      openDataFilePath(route, ':register', format),
      (names) => openDataFilePath(path(names), names.register ?? '', format),
      (source, names) => openDataFile(source, names, format),
      shows,
    ),
  );

/** What an organ, or a region, has published as data, described. */
export const ORGAN_OPEN_DATA: PublicDocument = descriptionOf(ORGAN);
export const REGION_OPEN_DATA: PublicDocument = descriptionOf(REGION);

/** The registers themselves. */
export const ORGAN_REGISTERS: readonly PublicDocument[] = filesOf(ORGAN);
export const REGION_REGISTERS: readonly PublicDocument[] = filesOf(REGION);
