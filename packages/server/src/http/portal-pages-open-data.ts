import type { DocumentKind } from '@zhaoshi/domain/disclosure/document-kind';
import type { OpenDataPage, RegisterLink } from '@zhaoshi/portal/pages/open-data';
import {
  documentPath,
  openDataFilePath,
  openDataPath,
  organPath,
  regionOpenDataPath,
  regionPath,
} from '@zhaoshi/portal/paths';
import {
  documentsByYear,
  type RegisterPlace,
  type RegisterRow,
  registerOfKinds,
  registerOfYear,
  validityRelations,
} from '../db/queries/published-registers.ts';
import { cellsOfYear, reportsByYear, stateOfYear } from '../db/queries/published-report-cells.ts';
import { DOCUMENT_FIELDS, type OpenDataRow, registerCsv, registerJson } from './open-data-fields.ts';
import { CELL_FIELDS, type CellRegister, cellsFrame, cellsPart } from './open-data-report-cells.ts';
import { findOrgan, organPathOf, type PathNames } from './portal-pages-data.ts';
import { validityToday } from './portal-pages-document-links.ts';
import type { TextFile } from './portal-pages-lists.ts';
import type { PortalSource } from './portal-pages-site.ts';

/** 开放数据 of a region or an organ: the register of its documents by years, and that of its rules. */

export const OPEN_DATA_FORMATS = ['csv', 'json'] as const;

export type OpenDataFormat = (typeof OPEN_DATA_FORMATS)[number];

export const OPEN_DATA_TYPES: Readonly<Record<OpenDataFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** A file of this length stays small enough to be made in one go. */
const PART_LENGTH = 5000;

const NORMATIVE: readonly DocumentKind[] = ['administrativeRule', 'normativeDocument'];

interface Place extends RegisterPlace {
  readonly name: string;
  readonly regionSlug: string;
  readonly path: string;
  readonly openData: string;
}

async function findPlace(source: PortalSource, names: PathNames): Promise<Place | null> {
  const region = (await source.facts.regions()).find(({ slug }) => slug === names.region);
  if (region === undefined) return null;
  const { region_id, slug } = region;
  if (names.organ === undefined) {
    const [path, openData] = [regionPath(slug), regionOpenDataPath(slug)];
    return { region_id, organ_id: null, name: region.name, regionSlug: slug, path, openData };
  }
  const organ = await findOrgan(source.published, names);
  if (organ === undefined) return null;
  const path = organPathOf(names);
  const { organ_id, name } = organ;
  return { region_id, organ_id, name, regionSlug: slug, path, openData: openDataPath(path) };
}

/** A register of cells that there is. */
export interface FoundCellRegister {
  readonly register: CellRegister;
  readonly place: RegisterPlace;
  readonly year: number;
  readonly reports: number;
  /** Another one when any of its reports changed. */
  readonly key: string;
}

const linkTo = ({ openData }: Place, register: string, title: string, count: number): RegisterLink => ({
  title,
  count,
  files: OPEN_DATA_FORMATS.map((format) => ({
    format,
    path: openDataFilePath(openData, register, format),
  })),
});

/** The registers of a place by their names in addresses. */
async function registersOf(source: PortalSource, place: Place) {
  const years = await documentsByYear(source.published, place);
  const ofYears = years.flatMap(({ year, documents }) => {
    const parts = Math.ceil(documents / PART_LENGTH);
    return Array.from({ length: parts }, (_, index) => ({
      register: `documents-${year}-${index + 1}`,
      title: `${year}年主动公开信息目录${parts === 1 ? '' : `（第${index + 1}部分）`}`,
      count: Math.min(PART_LENGTH, documents - index * PART_LENGTH),
    }));
  });
  const normative = (await registerOfKinds(source.published, place, NORMATIVE, PART_LENGTH)).length;
  const reports = (await reportsByYear(source.published, place)).map(({ year, reports: count }) => ({
    register: `annual-reports-${year}`,
    title: `${year}年政府信息公开工作年度报告的表格数据`,
    count,
  }));
  return [
    { register: 'normative', title: '规章和行政规范性文件目录', count: normative },
    ...ofYears,
    ...reports,
  ];
}

/** The names of the registers of an organ, for lists of all addresses. */
export async function registerNames(source: PortalSource, names: PathNames): Promise<readonly string[]> {
  const place = await findPlace(source, names);
  return place === null ? [] : (await registersOf(source, place)).map(({ register }) => register);
}

/** What there is to be had of a place, and what its fields mean. */
export async function loadOpenData(source: PortalSource, names: PathNames): Promise<OpenDataPage | null> {
  const place = await findPlace(source, names);
  if (place === null) return null;
  return {
    name: place.name,
    path: place.path,
    registers: (await registersOf(source, place)).map(({ register, title, count }) =>
      linkTo(place, register, title, count),
    ),
    fields: Object.entries(DOCUMENT_FIELDS).map(([name, { meaning }]) => ({ name, meaning })),
    cellFields: Object.entries(CELL_FIELDS).map(([name, { meaning }]) => ({ name, meaning })),
  };
}

/** The rows of a register; `null` for a name that none has. */
async function rowsOf(
  { published }: PortalSource,
  place: Place,
  register: string,
): Promise<readonly RegisterRow[] | null> {
  if (register === 'normative') return await registerOfKinds(published, place, NORMATIVE, PART_LENGTH);
  const [, year, part] = /^documents-((?:19|20)\d{2})-([1-9]\d{0,3})$/.exec(register) ?? [];
  if (year === undefined || part === undefined) return null;
  const offset = (Number(part) - 1) * PART_LENGTH;
  const rows = await registerOfYear(published, place, Number(year), { limit: PART_LENGTH, offset });
  return rows.length === 0 ? null : rows;
}

/** The register of cells that a name means; `null` for a name that is none of theirs, and where there are none. */
async function findCellRegister(
  { published, origin = '' }: PortalSource,
  place: Place,
  name: string,
): Promise<FoundCellRegister | null> {
  const [, year] = /^annual-reports-((?:19|20)\d{2})$/.exec(name) ?? [];
  if (year === undefined) return null;
  const { reports, key } = await stateOfYear(published, place, Number(year));
  if (reports === 0) return null;
  const title = `${place.name}${year}年政府信息公开工作年度报告的表格数据`;
  return {
    register: { title, origin, region: place.regionSlug },
    reports,
    key,
    place,
    year: Number(year),
  };
}

/** The register of a region's cells; `null` when there is none of the name. */
export async function regionCellRegister(
  source: PortalSource,
  names: PathNames,
): Promise<FoundCellRegister | null> {
  const place = await findPlace(source, names);
  return place === null ? null : await findCellRegister(source, place, names.register ?? '');
}

/** Reports whose cells are in memory at once. */
const REPORTS_AT_ONCE = 50;

/**
 * The file of a register of cells piece by piece, each with so many reports. Every piece is read when it is asked for, of
 * what is public then: what is withdrawn meanwhile does not go out any more, and no connection is held for a slow reader.
 */
export async function* cellsText(
  { published }: PortalSource,
  { place, year, register }: FoundCellRegister,
  format: OpenDataFormat,
): AsyncGenerator<string> {
  const { head, tail } = cellsFrame(format, register);
  yield head;
  let after = '';
  for (let isFirst = true; ; isFirst = false) {
    const rows = await cellsOfYear(published, place, year, { after, limit: REPORTS_AT_ONCE });
    const last = rows.at(-1);
    if (last === undefined) break;
    yield cellsPart(rows, format, register, isFirst);
    after = last.organ_slug;
  }
  yield tail;
}

/** The cells of a year's reports as one file, of a place that has few. */
async function reportCellsFile(
  source: PortalSource,
  place: Place,
  { register, format }: { readonly register: string; readonly format: OpenDataFormat },
): Promise<TextFile | null> {
  const found = await findCellRegister(source, place, register);
  if (found === null) return null;
  const pieces: string[] = [];
  for await (const piece of cellsText(source, found, format)) pieces.push(piece);
  return { type: OPEN_DATA_TYPES[format], text: pieces.join('') };
}

/** A register as a file. */
export async function openDataFile(
  source: PortalSource,
  names: PathNames,
  format: OpenDataFormat,
): Promise<TextFile | null> {
  const place = await findPlace(source, names);
  if (place === null) return null;
  const register = names.register ?? '';
  const rows = await rowsOf(source, place, register);
  if (rows === null) return await reportCellsFile(source, place, { register, format });
  const relations = await validityRelations(source.published, place.region_id);
  const open = rows.map((row): OpenDataRow => {
    const path = documentPath(organPath(place.regionSlug, row.organ_slug), row.public_name);
    return { row, url: `${source.origin ?? ''}${path}`, standing: validityToday(row, relations) };
  });
  const text = format === 'csv' ? registerCsv(open) : registerJson(`${place.name}主动公开信息目录`, open);
  return { type: OPEN_DATA_TYPES[format], text };
}
