import { DOCUMENT_KINDS } from '@zhaoshi/domain/disclosure/document-kind';
import type { ValidityOnDay } from '@zhaoshi/domain/disclosure/validity/validity';
import { validityWords } from '@zhaoshi/domain/disclosure/validity/validity';
import { chinaTimestamp } from '@zhaoshi/domain/kernel/civil-date';
import { safeCell } from '@zhaoshi/report-files/write/xlsx/plain-cell';
import type { RegisterRow } from '../db/queries/published-registers.ts';

/** A document of a register with what the address adds to it. */
export interface OpenDataRow {
  readonly row: RegisterRow;
  readonly url: string;
  /** `null` where it has none. */
  readonly standing: ValidityOnDay | null;
}

interface Field {
  /** In Chinese, for the page that describes the register. */
  readonly meaning: string;
  readonly value: (row: OpenDataRow) => string | number | null;
}

/** The fields of the registers of documents. Programs read them by these names: none is ever renamed or given another meaning. */
export const DOCUMENT_FIELDS = {
  index_number: { meaning: '索引号', value: ({ row }) => row.index_number },
  title: { meaning: '标题', value: ({ row }) => row.title },
  document_number: { meaning: '发文字号，没有的为空', value: ({ row }) => row.document_number },
  kind: { meaning: '体裁（代码）', value: ({ row }) => row.kind },
  kind_name: { meaning: '体裁', value: ({ row }) => DOCUMENT_KINDS[row.kind] },
  catalog_code: { meaning: '条例第二十条、第二十一条的项目代码', value: ({ row }) => row.catalog_code },
  subject_category: { meaning: '主题分类', value: ({ row }) => row.subject_category },
  abstract: { meaning: '内容概述', value: ({ row }) => row.abstract },
  issuing_organ: { meaning: '发文机关', value: ({ row }) => row.issuing_organ },
  publishing_organ: { meaning: '发布机构', value: ({ row }) => row.organ_name },
  created_on: { meaning: '生成日期（YYYY-MM-DD）', value: ({ row }) => row.created_on },
  date_of_document: { meaning: '成文日期', value: ({ row }) => row.date_of_document },
  published_at: {
    meaning: '发布时间（北京时间，ISO 8601）',
    value: ({ row }) => chinaTimestamp(row.published_at),
  },
  valid_from: { meaning: '施行日期', value: ({ row }) => row.valid_from },
  valid_to: { meaning: '有效期至', value: ({ row }) => row.valid_to },
  validity: {
    meaning: '有效性：有效、已修改、失效、废止、尚未施行；规章和行政规范性文件以外的为空',
    value: ({ standing }) => (standing === null ? null : validityWords(standing)),
  },
  edition: { meaning: '版本号，从1起', value: ({ row }) => row.edition },
  content_sha256: { meaning: '内容的校验值（SHA-256）', value: ({ row }) => row.content_sha256 },
  check_code: { meaning: '核验码', value: ({ row }) => row.check_code },
  url: { meaning: '网页地址', value: ({ url }) => url },
} as const satisfies Readonly<Record<string, Field>>;

const FIELDS: readonly (readonly [string, Field])[] = Object.entries(DOCUMENT_FIELDS);

/** RFC 4180; nothing in a cell is taken for a formula by a spreadsheet program. */
const csvCell = (value: string | number | null): string => {
  const text = value === null ? '' : typeof value === 'number' ? String(value) : safeCell(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const LINE_END = '\r\n';

/** A row with its end. */
export const csvLine = (row: readonly (string | number | null)[]): string =>
  `${row.map(csvCell).join(',')}${LINE_END}`;

/** The first line, with the mark by which spreadsheet programs know the encoding. */
export const csvHead = (names: readonly string[]): string => `\ufeff${csvLine(names)}`;

export const csvText = (
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string => `${csvHead(head)}${rows.map(csvLine).join('')}`;

export const registerCsv = (rows: readonly OpenDataRow[]): string =>
  csvText(
    FIELDS.map(([name]) => name),
    rows.map((row) => FIELDS.map(([, { value }]) => value(row))),
  );

export function registerJson(title: string, rows: readonly OpenDataRow[]): string {
  const asOf = rows[0]?.row.today ?? null;
  const values = rows.map((row) => Object.fromEntries(FIELDS.map(([name, { value }]) => [name, value(row)])));
  return JSON.stringify({ title, asOf, fields: FIELDS.map(([name]) => name), rows: values });
}
