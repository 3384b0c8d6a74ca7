import { villageListPage, villagePage, villagePastPage } from '@zhaoshi/portal/pages/village';
import { organPath, pastVillagePath, villagePath, villagesPath } from '@zhaoshi/portal/paths';
import { organPathOf, type PathNames } from './portal-pages-data.ts';
import { loadVillage, loadVillagePast, loadVillages } from './portal-pages-villages.ts';
import { type PublicDocument, pageDocument, type Shows } from './public-document.ts';

const VILLAGE_ROUTE = villagePath(':region', ':organ', ':village');

const villagePathOf = ({ region = '', organ = '', village = '' }: PathNames): string =>
  villagePath(region, organ, village);

const SHOWS_VILLAGE: Shows = (names) => [villagePathOf(names)];

/** The villages of a township. */
export const VILLAGES: PublicDocument = pageDocument(
  villagesPath(organPath(':region', ':organ')),
  (names) => villagesPath(organPathOf(names)),
  async (source, names, frame) => {
    const list = await loadVillages(source, names);
    return list && villageListPage(frame, list);
  },
  { shows: (names) => [villagesPath(organPathOf(names))] },
);

/** What a village shows now; at midnight pages are made anew, so that what was shown for its time leaves. */
const VILLAGE: PublicDocument = pageDocument(
  VILLAGE_ROUTE,
  villagePathOf,
  async (source, names, frame) => {
    const village = await loadVillage(source, names);
    return village && villagePage(frame, village);
  },
  { shows: SHOWS_VILLAGE },
);

const pastDocument = (page: 1 | ':page'): PublicDocument =>
  pageDocument(
    pastVillagePath(VILLAGE_ROUTE, page),
    (names) => pastVillagePath(villagePathOf(names), page === 1 ? 1 : (names.page ?? '')),
    async (source, names, frame) => {
      const past = await loadVillagePast(source, names);
      return past && villagePastPage(frame, past);
    },
    { shows: SHOWS_VILLAGE },
  );

/** A village's page and the first page of what it showed before. */
export const VILLAGE_FIRST_PAGES: readonly PublicDocument[] = [VILLAGE, pastDocument(1)];

export const VILLAGE_DOCUMENTS: readonly PublicDocument[] = [...VILLAGE_FIRST_PAGES, pastDocument(':page')];
