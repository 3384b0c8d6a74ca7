import { blockPath, HOME, openDataPath } from '@zhaoshi/portal/paths';
import { organSlugs, publishedGovernment, reportsOfRegion } from '../db/queries/published.ts';
import { publishedAssessments } from '../db/queries/published-assessments.ts';
import {
  type DocumentAddress,
  documentAddresses,
  documentEdition,
} from '../db/queries/published-document-addresses.ts';
import { earlierVersionsOfRegion } from '../db/queries/published-report-versions.ts';
import { publishedUnitYears } from '../db/queries/published-units.ts';
import { publishedVillages } from '../db/queries/published-villages.ts';
import {
  ORGAN_DOCUMENTS,
  REGION_DOCUMENTS,
  SITE_DOCUMENTS,
  SITEMAP_PART,
  UNIT_YEARS,
  UNITS_OF_LEVEL,
  UNITS_OF_LEVEL_PAGE,
  UNITS_OF_YEAR,
  UNITS_OF_YEAR_PAGE,
} from '../http/portal-pages.ts';
import { findOrgan, type PathNames } from '../http/portal-pages-data.ts';
import { documentListsOf } from '../http/portal-pages-document-lists.ts';
import { documentSitemapParts } from '../http/portal-pages-lists.ts';
import { registerNames } from '../http/portal-pages-open-data.ts';
import type { PortalSource } from '../http/portal-pages-site.ts';
import { unitParts } from '../http/portal-pages-units.ts';
import { ASSESSMENTS } from '../http/public-assessments.ts';
import type { PublicDocument } from '../http/public-document.ts';
import {
  DOCUMENT_LIST,
  DOCUMENT_LIST_FEEDS,
  DOCUMENT_LIST_PAGE,
  DOCUMENT_PAGE,
  DOCUMENT_SITEMAP,
  VERSION_PAGE,
} from '../http/public-document-pages.ts';
import { UNIT_FIGURES, YEAR_FIGURES } from '../http/public-figures.ts';
import { ORGAN_OPEN_DATA, ORGAN_REGISTERS } from '../http/public-open-data.ts';
import { REPORT_DOCUMENTS, REPORT_VERSION_DOCUMENTS } from '../http/public-report-pages.ts';
import { VILLAGE_FIRST_PAGES, VILLAGES } from '../http/public-villages.ts';

/** One address of the public site. */
export interface PublicAddress {
  readonly document: PublicDocument;
  readonly names: PathNames;
  readonly path: string;
  /** The same content has the same; `null` when only making it tells whether it changed. */
  readonly contentKey: string | null;
}

const addresses = (documents: readonly PublicDocument[], names: PathNames): PublicAddress[] =>
  documents.map((document) => ({ document, names, path: document.path(names), contentKey: null }));

/** Pages and feeds of the lists of an organ's documents. */
async function* listAddresses(source: PortalSource, names: PathNames): AsyncGenerator<PublicAddress> {
  const organ = await findOrgan(source.published, names);
  if (organ === undefined) return;
  for (const { list, pages } of await documentListsOf(source, organ)) {
    yield* addresses([DOCUMENT_LIST, ...DOCUMENT_LIST_FEEDS], { ...names, list });
    for (let page = 2; page <= pages; page++) {
      yield* addresses([DOCUMENT_LIST_PAGE], { ...names, list, page: String(page) });
    }
  }
}

/** An organ's registers; those of a region need the server, because each publication in it would make all of them. */
async function* registerAddresses(source: PortalSource, names: PathNames): AsyncGenerator<PublicAddress> {
  yield* addresses([ORGAN_OPEN_DATA], names);
  for (const register of await registerNames(source, names)) {
    yield* addresses(ORGAN_REGISTERS, { ...names, register });
  }
}

/** A document's page and those of its earlier editions; its files need the server. */
function* addressesOfDocument(
  names: PathNames,
  { public_name, edition, content_key }: DocumentAddress,
): Generator<PublicAddress> {
  const own = { ...names, document: public_name };
  for (const address of addresses([DOCUMENT_PAGE], own)) yield { ...address, contentKey: content_key };
  for (let number = 1; number < edition; number++) {
    const [version] = addresses([VERSION_PAGE], { ...own, edition: String(number) });
    if (version !== undefined) yield { ...version, contentKey: content_key };
  }
}

/** The villages of a township, or one of them with the list; their pictures and older past posts need the server. */
async function* villageAddresses(
  source: PortalSource,
  names: PathNames,
  only?: string,
): AsyncGenerator<PublicAddress> {
  const organ = await findOrgan(source.published, names);
  const villages = organ === undefined ? [] : await publishedVillages(source.published, organ);
  if (villages.length > 0) yield* addresses([VILLAGES], names);
  for (const { slug: village } of villages) {
    if (only === undefined || only === village) yield* addresses(VILLAGE_FIRST_PAGES, { ...names, village });
  }
}

/** Everything of an organ's column, its documents read a batch at a time. */
async function* organAddresses(source: PortalSource, names: PathNames): AsyncGenerator<PublicAddress> {
  yield* addresses([...ORGAN_DOCUMENTS, ...YEAR_FIGURES], names);
  yield* listAddresses(source, names);
  yield* registerAddresses(source, names);
  yield* villageAddresses(source, names);
  const organ = await findOrgan(source.published, names);
  if (organ === undefined) return;
  if ((await publishedAssessments(source.published, organ)).length > 0)
    yield* addresses([ASSESSMENTS], names);
  for await (const found of documentAddresses(source.published, organ)) {
    yield* addressesOfDocument(names, found);
  }
}

async function* sitemapAddresses(
  source: PortalSource,
  regionId: string,
  region: string,
): AsyncGenerator<PublicAddress> {
  yield* addresses([SITEMAP_PART], { part: region });
  const parts = await documentSitemapParts(source.published, regionId);
  for (let part = 1; part <= parts; part++) {
    yield* addresses([DOCUMENT_SITEMAP], { region, part: String(part) });
  }
}

/** Reports with their files, and the versions that were restated. */
async function* reportAddresses(
  { published }: PortalSource,
  regionId: string,
  region: string,
): AsyncGenerator<PublicAddress> {
  // Files are made from the report's content alone; the page also from what stands around it.
  const keyed = (address: PublicAddress, contentKey: string): PublicAddress =>
    address.document.hasDisplays ? address : { ...address, contentKey };
  for (const { organ_slug, report_year, content_sha256 } of await reportsOfRegion(published, regionId)) {
    const names = { region, organ: organ_slug, year: String(report_year) };
    for (const address of addresses(REPORT_DOCUMENTS, names)) yield keyed(address, content_sha256);
  }
  for (const row of await earlierVersionsOfRegion(published, regionId)) {
    const { organ_slug: organ, report_year, version, content_sha256 } = row;
    const names = { region, organ, year: String(report_year), edition: String(version) };
    for (const address of addresses(REPORT_VERSION_DOCUMENTS, names)) yield keyed(address, content_sha256);
  }
}

/** The lists of reporting units in a government's column: by year, level and page. */
async function* unitAddresses(
  { published }: PortalSource,
  regionId: string,
  names: PathNames,
): AsyncGenerator<PublicAddress> {
  yield* addresses([UNIT_YEARS], names);
  for (const year of await publishedUnitYears(published, regionId)) {
    const ofYear = { ...names, year: String(year) };
    yield* addresses(UNIT_FIGURES, ofYear);
    for (const { level, pages } of await unitParts(published, regionId, year)) {
      const own = level === null ? ofYear : { ...ofYear, level };
      yield* addresses([level === null ? UNITS_OF_YEAR : UNITS_OF_LEVEL], own);
      for (let page = 2; page <= pages; page++) {
        yield* addresses([level === null ? UNITS_OF_YEAR_PAGE : UNITS_OF_LEVEL_PAGE], {
          ...own,
          page: String(page),
        });
      }
    }
  }
}

/** Every address of what is published now. */
export async function* publicAddresses(source: PortalSource): AsyncGenerator<PublicAddress> {
  const { published, facts } = source;
  yield* addresses(SITE_DOCUMENTS, {});
  yield* addresses([SITEMAP_PART], { part: '0' });
  for (const { region_id, slug: region } of await facts.regions()) {
    yield* sitemapAddresses(source, region_id, region);
    yield* addresses(REGION_DOCUMENTS, { region });
    for (const organ of await organSlugs(published, region_id)) {
      yield* organAddresses(source, { region, organ });
    }
    const government = await publishedGovernment(published, region_id);
    if (government !== undefined) {
      yield* unitAddresses(source, region_id, { region, organ: government.slug });
    }
    yield* reportAddresses(source, region_id, region);
  }
}

/** What a key of a change names: the site, a region, an organ, a document or a village. */
const KEY =
  /^\/(?<region>[a-z0-9-]+)(?:\/(?<organ>[a-z0-9-]+)(?:\/(?:documents\/(?<document>[0-9-]+)|villages\/(?<village>[a-z0-9-]+)))?)?$/;

const namesOfKey = (key: string): PathNames | null => KEY.exec(key)?.groups ?? null;

const showing = (documents: readonly PublicDocument[], names: PathNames, key: string): PublicAddress[] =>
  addresses(
    documents.filter(({ shows }) => shows(names).includes(key)),
    names,
  );

/** The addresses that show what one key of a change names; of a document that is gone, those that it had. */
export async function* addressesShowing(source: PortalSource, key: string): AsyncGenerator<PublicAddress> {
  if (key === HOME) {
    yield* showing(SITE_DOCUMENTS, {}, key);
    return;
  }
  const names = namesOfKey(key);
  const region = names?.region;
  if (names === null || region === undefined) return;
  if (names.document !== undefined) {
    const organ = await findOrgan(source.published, names);
    const edition = organ === undefined ? 0 : await documentEdition(source.published, organ, names.document);
    yield* addressesOfDocument(names, { public_name: names.document, edition, content_key: '' });
  } else if (names.village !== undefined) {
    yield* villageAddresses(source, names, names.village);
  } else if (names.organ !== undefined) {
    yield* showing(ORGAN_DOCUMENTS, names, key);
    yield* listAddresses(source, names);
    yield* registerAddresses(source, names);
  } else {
    yield* showing(REGION_DOCUMENTS, names, key);
    const found = (await source.facts.regions()).find(({ slug }) => slug === region);
    if (found !== undefined) yield* sitemapAddresses(source, found.region_id, region);
  }
}

/** Folders below which everything shows what the key names: there what is no longer published is swept away. */
export function foldersOfKey(key: string): readonly string[] {
  const names = namesOfKey(key);
  if (names?.organ === undefined || names.village !== undefined) return [];
  const folders = names.document === undefined ? [blockPath(key, 'proactive'), openDataPath(key)] : [key];
  return folders.map((folder) => folder.slice(1));
}
