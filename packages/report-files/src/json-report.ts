import { formForYear, formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import {
  type CellId,
  type FormVersion,
  SECTION_IDS,
  type SectionId,
  TABLE_IDS,
  type TableId,
} from '@zhaoshi/domain/annual-report/ids';
import type {
  AnnualReport,
  CellValue,
  CellValues,
  OrganKind,
  ReportSection,
  Signature,
  SourceStructure,
} from '@zhaoshi/domain/annual-report/report';
import { parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { isCells, isPlace, isProvenance } from './json-cells.ts';
import {
  isIntegerOrNull,
  isListOf,
  isObject,
  isOneOf,
  isOneOfOrNull,
  isString,
  isStringOrNull,
  type JsonObject,
  optional,
  required,
  wrongShape,
} from './json-shape.ts';
import { isSourceStructure } from './json-structure.ts';
import type { ReadReport } from './read-report.ts';
import type { FileFormat, Place, ReadNote } from './source-document.ts';

export interface JsonSection {
  readonly heading: string;
  /** Paragraphs joined by "\n"; "" when the part holds nothing but its table. */
  readonly text: string;
}

/**
 * What `zhaoshi report read FILE --json` prints: a public contract, published as
 * `schemas/report-read.schema.json` and kept stable. The keys below `notes` are additions that let a report
 * be written to JSON and read again without loss.
 */
export interface JsonReport {
  readonly title: string | null;
  readonly organ: string | null;
  readonly reportYear: number | null;
  /** Form of table three, else of table two, else of table four; `null` when no table was found. */
  readonly formVersion: FormVersion | null;
  readonly sections: Readonly<Partial<Record<SectionId, JsonSection>>>;
  readonly cells: CellValues;
  readonly notes: readonly ReadNote[];
  /** Format of the file the report was read from. */
  readonly format: FileFormat;
  readonly organKind: OrganKind | null;
  /** Form of each table found; a report may mix them. */
  readonly tableForms: Readonly<Partial<Record<TableId, FormVersion>>>;
  /** Paragraphs before the first part. */
  readonly preamble: readonly string[];
  readonly signature: Signature | null;
  /** Where each cell stood in the file. */
  readonly provenance: Readonly<Partial<Record<CellId, Place>>>;
  /** How the source was built; absent for a report that was not read from a document. */
  readonly structure?: SourceStructure;
}

/** The form that stands for the whole report: that of table three, else two, else four. */
export function formVersionOf(report: Pick<AnnualReport, 'tableForms'>): FormVersion | null {
  const { t3, t2, t4 } = report.tableForms;
  return t3 ?? t2 ?? t4 ?? null;
}

/** File properties may name people; they are checked, never passed on. */
function withoutProperties({ headings, tables, leftovers }: SourceStructure): SourceStructure {
  return { headings, tables, leftovers };
}

function toJsonCell(cell: CellValue): CellValue {
  const { value, raw, state, unit, footnote } = cell;
  return {
    value,
    raw,
    state,
    ...(unit !== undefined && { unit }),
    ...(footnote !== undefined && { footnote }),
  };
}

const mapValues = <K extends string, A, B>(
  record: Readonly<Partial<Record<K, A>>>,
  change: (value: A) => B,
): Readonly<Partial<Record<K, B>>> => {
  const result: Partial<Record<K, B>> = {};
  for (const key in record) {
    const value = record[key];
    if (value !== undefined) result[key] = change(value);
  }
  return result;
};

/** The public JSON shape of a report that was read; keys stand in the order of the contract. */
export function toJsonReport(read: ReadReport): JsonReport {
  const { report } = read;
  return {
    title: report.title,
    organ: report.organ,
    reportYear: report.reportYear,
    formVersion: formVersionOf(report),
    sections: mapValues(report.sections, ({ heading, paragraphs }) => ({
      heading,
      text: paragraphs.join('\n'),
    })),
    cells: mapValues(report.cells, toJsonCell),
    notes: read.notes,
    format: read.format,
    organKind: report.organKind,
    tableForms: report.tableForms,
    preamble: report.preamble,
    signature: report.signature,
    provenance: read.provenance,
    ...(report.structure !== undefined && { structure: withoutProperties(report.structure) }),
  };
}

const FORM_VERSIONS = ['2019', '2021'] as const satisfies readonly FormVersion[];
const ORGAN_KINDS = [
  'township',
  'subdistrictOffice',
  'department',
  'governmentOrgan',
  'countyGovernment',
  'cityGovernment',
  'provinceGovernment',
] as const satisfies readonly OrganKind[];
const FORMATS = [
  'docx',
  'doc',
  'pdf',
  'html',
  'xlsx',
  'txt',
  'json',
] as const satisfies readonly FileFormat[];

const isFormVersion = isOneOf(...FORM_VERSIONS);
const isNoteKind = isOneOf('normalised', 'guessed', 'notUnderstood');

const isNote = (value: unknown): value is ReadNote =>
  isObject(value) &&
  isNoteKind(value['kind']) &&
  isString(value['code']) &&
  isString(value['message']) &&
  (value['place'] === undefined || isPlace(value['place']));

function fromJsonSections(json: JsonObject): Partial<Record<SectionId, ReportSection>> {
  const sections = optional(json, '', 'sections', isObject, '对象', {});
  const result: Partial<Record<SectionId, ReportSection>> = {};
  for (const id of SECTION_IDS) {
    if (sections[id] === undefined) continue;
    const section = required(sections, 'sections.', id, isObject, '对象');
    const text = required(section, `sections.${id}.`, 'text', isString, '文字');
    result[id] = {
      heading: required(section, `sections.${id}.`, 'heading', isString, '文字'),
      paragraphs: text === '' ? [] : text.split('\n'),
    };
  }
  if (Object.keys(sections).length !== Object.keys(result).length)
    wrongShape('sections', ' s1 至 s6 六个部分');
  return result;
}

function fromJsonSignature(json: JsonObject): Signature | null {
  if (json['signature'] === undefined || json['signature'] === null) return null;
  const signature = required(json, '', 'signature', isObject, '对象');
  const date = optional(signature, 'signature.', 'date', isStringOrNull, '日期或 null', null);
  const parsed = date === null ? null : parseCivilDate(date);
  if (parsed === undefined) wrongShape('signature.date', '存在的日期（如 2024-01-31）');
  return {
    organ: optional(signature, 'signature.', 'organ', isStringOrNull, '文字或 null', null),
    date: parsed,
    raw: optional(signature, 'signature.', 'raw', isString, '文字', ''),
  };
}

/** Without `tableForms` every table that has a cell is taken to follow the form named, or that of the year. */
function fromJsonTableForms(json: JsonObject, cells: CellValues): Partial<Record<TableId, FormVersion>> {
  const named = optional(
    json,
    '',
    'formVersion',
    isOneOfOrNull(...FORM_VERSIONS),
    ' "2019"、"2021" 或 null',
    null,
  );
  const year = optional(json, '', 'reportYear', isIntegerOrNull, '整数或 null', null);
  const forms = optional(json, '', 'tableForms', isObject, '对象', {});
  const result: Partial<Record<TableId, FormVersion>> = {};
  const whole = named ?? (year === null ? undefined : formForYear(year)?.version);
  for (const table of TABLE_IDS) {
    if (forms[table] !== undefined) {
      result[table] = required(forms, 'tableForms.', table, isFormVersion, ' "2019" 或 "2021"');
    } else if (json['tableForms'] === undefined && whole !== undefined) {
      if (formTable(table, whole).cells.some((cell) => cells[cell.id] !== undefined)) result[table] = whole;
    }
  }
  return result;
}

/**
 * Reads what `toJsonReport` wrote; keys beside `cells` may be left out. `value` comes from outside: it is
 * checked in full. The checked parts are used as they are, not copied.
 *
 * @throws ReadFailure `not-a-report`, with the path of the first wrong place in Chinese
 */
export function fromJsonReport(value: unknown): ReadReport {
  if (!isObject(value)) return wrongShape('（根）', '对象');
  const cells = required(value, '', 'cells', isCells, '对象');
  const structure = optional<SourceStructure | undefined>(
    value,
    '',
    'structure',
    isSourceStructure,
    '来源结构',
    undefined,
  );
  return {
    format: optional(value, '', 'format', isOneOf(...FORMATS), '文件格式名', 'json'),
    report: {
      title: optional(value, '', 'title', isStringOrNull, '文字或 null', null),
      organ: optional(value, '', 'organ', isStringOrNull, '文字或 null', null),
      organKind: optional(value, '', 'organKind', isOneOfOrNull(...ORGAN_KINDS), '单位类型名或 null', null),
      reportYear: optional(value, '', 'reportYear', isIntegerOrNull, '整数或 null', null),
      tableForms: fromJsonTableForms(value, cells),
      preamble: optional(value, '', 'preamble', isListOf(isString), '文字数组', []),
      sections: fromJsonSections(value),
      signature: fromJsonSignature(value),
      cells,
      ...(structure !== undefined && { structure }),
    },
    provenance: optional(value, '', 'provenance', isProvenance, '对象', {}),
    notes: optional(value, '', 'notes', isListOf(isNote), '读取说明数组', []),
  };
}
