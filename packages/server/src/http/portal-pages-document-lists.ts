import { DOCUMENT_KINDS, type DocumentKind } from '@zhaoshi/domain/disclosure/document-kind';
import { EMPTY_COLUMN_WORDS, nothingProducedWords } from '@zhaoshi/domain/disclosure/freshness/freshness';
import {
  SAID_BY_CONTACT,
  STATUTORY_CATALOG,
  type StatutoryCode,
  statutoryCodesFor,
} from '@zhaoshi/domain/disclosure/statutory-catalog/statutory-catalog';
import type { TreeKind } from '@zhaoshi/domain/organ/tree';
import type {
  CatalogGroup,
  CatalogNode,
  DocumentLink,
  DocumentListPage,
  ListLink,
  ProactiveColumn,
} from '@zhaoshi/portal/document-views';
import type { BlockDocuments } from '@zhaoshi/portal/pages/organ';
import { documentListPath } from '@zhaoshi/portal/paths';
import { codeListName, kindListName, listByName, yearListName } from '../db/queries/document-list-names.ts';
import {
  type DocumentCount,
  type DocumentFilter,
  documentCounts,
  documentsOfOrgan,
  newestDocuments,
  newestDocumentsOf,
  statedEmpty,
} from '../db/queries/published-document-lists.ts';
import { findOrgan, organPathOf, type PathNames, placeOf, regionsBelow } from './portal-pages-data.ts';
import { documentLinks } from './portal-pages-document-links.ts';
import { loadOrganAbout } from './portal-pages-organ.ts';
import type { PortalSource } from './portal-pages-site.ts';

const NEWEST = 10;
const PAGE_LENGTH = 50;
/** On the first page of a column. */
const SHOWN_IN_BLOCK = 5;
const LATEST_IN_REGION = 10;

const sumOf = (counts: readonly DocumentCount[]): number =>
  counts.reduce((sum, { documents }) => sum + documents, 0);

/** The documents of an organ that a filter lets through, counted. */
const countOf = (counts: readonly DocumentCount[], { code, kinds, year }: DocumentFilter): number =>
  sumOf(
    counts.filter(
      (one) =>
        (code === undefined || one.catalog_code === code) &&
        (kinds === undefined || kinds.includes(one.kind)) &&
        (year === undefined || one.year === year),
    ),
  );

const GROUPS: readonly { readonly part: string; readonly title: string }[] = [
  { part: 'a20.', title: '主动公开目录（条例第二十条）' },
  { part: 'a21c.', title: '市、县级政府及其部门还应公开（条例第二十一条）' },
  { part: 'a21t.', title: '乡镇政府还应公开（条例第二十一条）' },
];

type StatedEmpty = Awaited<ReturnType<typeof statedEmpty>>[number];

/** Why nothing is shown under an item: no column is ever blank without a word (publication.md §12.3). */
function emptyWords(
  code: StatutoryCode,
  column: string,
  hasContact: boolean,
  stated: readonly StatedEmpty[],
): string {
  if (code === SAID_BY_CONTACT && hasContact) return '见机构信息';
  const said = stated.find(({ catalog_code }) => catalog_code === code);
  return said === undefined ? EMPTY_COLUMN_WORDS : nothingProducedWords(said.year, column);
}

interface TreeOrgan {
  readonly path: string;
  readonly kind: TreeKind;
  readonly level: Parameters<typeof statutoryCodesFor>[1];
  readonly hasEnded: boolean;
  readonly hasContact: boolean;
}

/** The tree of 条例20 and 21 for an organ; what was filed under an item that it does not owe is shown too. */
function catalogTree(
  organ: TreeOrgan,
  counts: readonly DocumentCount[],
  stated: readonly StatedEmpty[],
): readonly CatalogGroup[] {
  const owed = new Set<string>(statutoryCodesFor(organ.kind, organ.level));
  const nodeOf = (code: StatutoryCode): CatalogNode | null => {
    const { title, column } = STATUTORY_CATALOG[code];
    const count = countOf(counts, { code });
    if (count === 0 && (organ.hasEnded || !owed.has(code))) return null;
    const empty = emptyWords(code, column, organ.hasContact, stated);
    const path = documentListPath(organ.path, codeListName(code));
    return { title, column, path, count, empty: count === 0 ? empty : null };
  };
  const codes = Object.keys(STATUTORY_CATALOG) as readonly StatutoryCode[];
  return GROUPS.map(({ part, title }) => ({
    title,
    nodes: codes.filter((code) => code.startsWith(part)).flatMap((code) => nodeOf(code) ?? []),
  }));
}

function waysIn(path: string, counts: readonly DocumentCount[]) {
  const kinds = (Object.keys(DOCUMENT_KINDS) as DocumentKind[]).map((kind) => ({
    name: DOCUMENT_KINDS[kind],
    path: documentListPath(path, kindListName(kind)),
    count: countOf(counts, { kinds: [kind] }),
  }));
  const normative: ListLink = {
    name: '规章和行政规范性文件',
    path: documentListPath(path, 'normative'),
    count: countOf(counts, { kinds: ['administrativeRule', 'normativeDocument'] }),
  };
  const years = [...new Set(counts.map(({ year }) => year))].toSorted((a, b) => b - a);
  return {
    kinds: [normative, ...kinds].filter(({ count }) => count > 0),
    years: years.map((year) => ({
      name: `${year}年`,
      path: documentListPath(path, yearListName(year)),
      count: countOf(counts, { year }),
    })),
  };
}

/** 法定主动公开内容 of an organ; `null` when there is no such organ. */
export async function loadProactiveColumn(
  source: PortalSource,
  names: PathNames,
  hasContact: boolean,
): Promise<ProactiveColumn | null> {
  const organ = await findOrgan(source.published, names);
  if (organ === undefined) return null;
  const [counts, newest, stated] = await Promise.all([
    documentCounts(source.published, organ),
    documentsOfOrgan(source.published, organ, {}, { limit: NEWEST, offset: 0 }),
    statedEmpty(source.published, organ),
  ]);
  const path = organPathOf(names);
  const { kind, level, ended_on } = organ;
  return {
    total: sumOf(counts),
    allPath: documentListPath(path, 'all'),
    groups: catalogTree({ path, kind, level, hasEnded: ended_on !== null, hasContact }, counts, stated),
    ...waysIn(path, counts),
    newest: await documentLinks(source.published, newest),
  };
}

/** A number of a page as a path may write it, 2 and more; the first page has none. */
const pageOf = (text: string | undefined): number | null => {
  if (text === undefined) return 1;
  return /^[1-9]\d{0,5}$/.test(text) && text !== '1' ? Number(text) : null;
};

/** What an item of the catalogue that the organ owes says while it is empty; `null` for any other list. */
async function whyEmpty(
  { published }: PortalSource,
  organ: NonNullable<Awaited<ReturnType<typeof findOrgan>>>,
  { code }: DocumentFilter,
): Promise<string | null> {
  const owed = statutoryCodesFor(organ.kind, organ.level).find((one) => one === code);
  if (owed === undefined || organ.ended_on !== null) return null;
  const [{ contact }, stated] = await Promise.all([
    loadOrganAbout(published, organ),
    statedEmpty(published, organ),
  ]);
  return emptyWords(owed, STATUTORY_CATALOG[owed].column, contact.length > 0, stated);
}

/** A page of an organ's documents; `null` for pages that hold nothing, and for empty lists that nobody owes. */
export async function loadDocumentList(
  source: PortalSource,
  names: PathNames,
): Promise<DocumentListPage | null> {
  const list = listByName(names.list ?? '');
  const page = pageOf(names.page);
  if (list === null || page === null) return null;
  const organ = await findOrgan(source.published, names);
  if (organ === undefined) return null;
  const total = countOf(await documentCounts(source.published, organ), list.filter);
  const empty = total === 0 ? await whyEmpty(source, organ, list.filter) : null;
  const pageCount = empty === null ? Math.ceil(total / PAGE_LENGTH) : 1;
  if (page > pageCount) return null;
  const rows = await documentsOfOrgan(source.published, organ, list.filter, {
    limit: PAGE_LENGTH,
    offset: (page - 1) * PAGE_LENGTH,
  });
  const items = await documentLinks(source.published, rows);
  const path = organPathOf(names);
  const { ended_on: endedOn, name } = organ;
  return {
    organ: { name, path, endedOn, ...(await placeOf(source, organ.region_id)) },
    list: names.list ?? '',
    title: list.title,
    law: list.law,
    empty,
    items,
    total,
    page,
    pages: Array.from({ length: pageCount }, (_, index) =>
      documentListPath(path, names.list ?? '', index + 1),
    ),
    asOf: items.some(({ validity }) => validity !== null) ? (rows[0]?.today ?? null) : null,
  };
}

/** The names of an organ's lists that hold something, each with how many pages it has; for lists of all addresses. */
export async function documentListsOf(
  source: PortalSource,
  organ: { readonly region_id: string; readonly organ_id: string },
): Promise<readonly { readonly list: string; readonly pages: number }[]> {
  const counts = await documentCounts(source.published, organ);
  const lists = new Set<string>(['all', 'normative']);
  for (const { catalog_code, kind, year } of counts) {
    lists.add(codeListName(catalog_code)).add(kindListName(kind)).add(yearListName(year));
  }
  return [...lists].flatMap((list) => {
    const filter = listByName(list)?.filter;
    const pages = filter === undefined ? 0 : Math.ceil(countOf(counts, filter) / PAGE_LENGTH);
    return pages === 0 ? [] : [{ list, pages }];
  });
}

/** Published documents of some kinds; the newest first, as many as a block names. */
export async function loadKind(
  source: PortalSource,
  names: PathNames,
  kinds: readonly DocumentKind[],
  limit = PAGE_LENGTH,
): Promise<readonly DocumentLink[]> {
  const organ = await findOrgan(source.published, names);
  if (organ === undefined) return [];
  return await documentLinks(
    source.published,
    await documentsOfOrgan(source.published, organ, { kinds }, { limit, offset: 0 }),
  );
}

/** What the blocks on the first page of a column name. */
export async function loadBlockDocuments(source: PortalSource, names: PathNames): Promise<BlockDocuments> {
  const organ = await findOrgan(source.published, names);
  if (organ === undefined) return { guide: [], rules: [], proactive: [] };
  const { published } = source;
  const first = { limit: SHOWN_IN_BLOCK, offset: 0 };
  const [guide, rules, proactive] = await Promise.all(
    [{ kinds: ['guide'] as const }, { kinds: ['rules'] as const }, {}].map(async (filter) =>
      documentLinks(published, await documentsOfOrgan(published, organ, filter, first)),
    ),
  );
  return { guide: guide ?? [], rules: rules ?? [], proactive: proactive ?? [] };
}

/** @param slug of the region; `null` for the whole site */
export async function loadLatestDocuments(
  { published, facts }: PortalSource,
  slug: string | null,
  limit = LATEST_IN_REGION,
) {
  const regions = await facts.regions();
  const region = slug === null ? regions[0] : regions.find((found) => found.slug === slug);
  if (region === undefined) return [];
  return region.parent_id === null
    ? await newestDocuments(published, limit)
    : await newestDocumentsOf(published, regionsBelow(regions, region.region_id), limit);
}
