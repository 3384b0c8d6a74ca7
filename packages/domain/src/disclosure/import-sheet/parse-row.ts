import type { CivilDate } from '../../kernel/civil-date.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { DISCLOSURE_CLASSES, type DisclosureClass } from '../disclosure-class.ts';
import type { DocumentContent } from '../document-content.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../document-kind.ts';
import { readWholeDate } from '../metadata-from-text/read-date.ts';
import {
  isStatutoryCode,
  STATUTORY_CATALOG,
  STATUTORY_CODES,
  type StatutoryCode,
} from '../statutory-catalog/statutory-catalog.ts';
import { IMPORT_COLUMNS, type ImportColumn, type ImportSheetRow } from './columns.ts';

/** A row that can be imported: its files, by their paths in the folder, and the fields that it gives. */
export interface ImportRow {
  readonly file: string;
  readonly attachments: readonly string[];
  readonly given: Partial<Omit<DocumentContent, 'body' | 'attachments'>>;
}

/** As the contract bounds the fields of a draft. */
const LONGEST = {
  title: 300,
  documentNumber: 100,
  issuingOrgan: 200,
  classReason: 1000,
  subjectCategory: 200,
  abstract: 2000,
  source: 200,
} as const satisfies Partial<Record<ImportColumn, number>>;

type TextColumn = keyof typeof LONGEST;

const TEXT_COLUMNS = Object.keys(LONGEST) as readonly TextColumn[];

const MOST_KEYWORDS = 20;
const LONGEST_KEYWORD = 40;

/** Collects what is wrong while a row is read. */
class Mistakes {
  readonly all: string[] = [];

  note(column: ImportColumn, what: string): void {
    this.all.push(`“${IMPORT_COLUMNS[column]}”${what}`);
  }
}

/** Paths go down from the folder: none of them leads out of it. */
const isInside = (path: string): boolean =>
  !/^(?:[\\/]|[a-z]:)/i.test(path) && !path.split(/[\\/]/).includes('..') && !path.includes('\u0000');

const listOf = (cell: string, separators: RegExp): readonly string[] =>
  cell
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function textsOf(row: ImportSheetRow, mistakes: Mistakes): Partial<Record<TextColumn, string>> {
  const given = TEXT_COLUMNS.filter((column) => row[column] !== '');
  for (const column of given) {
    if (row[column].length > LONGEST[column]) mistakes.note(column, `超过 ${LONGEST[column]} 字。`);
  }
  return Object.fromEntries(given.map((column) => [column, row[column]]));
}

function dayOf(
  row: ImportSheetRow,
  column: 'dateOfDocument' | 'createdOn',
  mistakes: Mistakes,
): CivilDate | null {
  if (row[column] === '') return null;
  const day = readWholeDate(row[column]);
  if (day === undefined) mistakes.note(column, `“${row[column]}”不是日期，应写成 2026-03-01。`);
  return day ?? null;
}

/** The key of a table whose words stand in a cell. */
function choiceOf<K extends string>(
  choices: readonly (readonly [K, string])[],
  row: ImportSheetRow,
  column: ImportColumn,
  mistakes: Mistakes,
): K | null {
  if (row[column] === '') return null;
  const found = choices.find(([, title]) => title === row[column]);
  if (found === undefined) {
    mistakes.note(column, `没有“${row[column]}”，可填：${choices.map(([, title]) => title).join('、')}。`);
  }
  return found?.[0] ?? null;
}

const KINDS = Object.entries(DOCUMENT_KINDS) as readonly (readonly [DocumentKind, string])[];
const CLASSES = (Object.keys(DISCLOSURE_CLASSES) as readonly DisclosureClass[]).map(
  (name) => [name, DISCLOSURE_CLASSES[name].title] as const,
);

/** The item of 条例20, 21 by its code, by its words or by the name of its column, as every screen shows it. */
function catalogCodeOf({ catalogCode: cell }: ImportSheetRow, mistakes: Mistakes): StatutoryCode | null {
  if (cell === '') return null;
  if (isStatutoryCode(cell)) return cell;
  const codes = STATUTORY_CODES.filter((code) => {
    const { title, column } = STATUTORY_CATALOG[code];
    return cell === column || cell === title;
  });
  const [only, ...others] = codes;
  if (only !== undefined && others.length === 0) return only;
  mistakes.note(
    'catalogCode',
    only === undefined
      ? `没有“${cell}”，应为栏目的名称（如 农田水利）或者条例第二十条、第二十一条各项的编号（如 a20.01）。`
      : `“${cell}”县级机关和乡镇都有，请填编号：县级机关 ${only}，乡镇 ${others.join('、')}。`,
  );
  return null;
}

function filesOf(row: ImportSheetRow, mistakes: Mistakes): Pick<ImportRow, 'file' | 'attachments'> {
  const attachments = listOf(row.attachments, /[;；\n]/);
  if (row.file === '') mistakes.note('file', '没有填写。');
  else if (!isInside(row.file)) mistakes.note('file', '应当是文件夹里面的路径。');
  if (!attachments.every(isInside)) mistakes.note('attachments', '应当是文件夹里面的路径。');
  return { file: row.file, attachments };
}

/** Reads a row; every mistake of it is told, nothing of it is guessed. */
export function parseImportRow(row: ImportSheetRow): Result<ImportRow, readonly string[]> {
  const mistakes = new Mistakes();
  const files = filesOf(row, mistakes);
  const texts = textsOf(row, mistakes);
  const dateOfDocument = dayOf(row, 'dateOfDocument', mistakes);
  const createdOn = dayOf(row, 'createdOn', mistakes);
  const kind = choiceOf(KINDS, row, 'kind', mistakes);
  const disclosureClass = choiceOf(CLASSES, row, 'disclosureClass', mistakes);
  const keywords = listOf(row.keywords, /[;；,，、\n]/);
  if (keywords.length > MOST_KEYWORDS || keywords.some((word) => word.length > LONGEST_KEYWORD)) {
    mistakes.note('keywords', `最多 ${MOST_KEYWORDS} 个，每个不超过 ${LONGEST_KEYWORD} 字。`);
  }
  const catalogCode = catalogCodeOf(row, mistakes);
  if (mistakes.all.length > 0) return err(mistakes.all);
  const given = {
    ...texts,
    ...(dateOfDocument !== null && { dateOfDocument }),
    ...(createdOn !== null && { createdOn }),
    ...(kind !== null && { kind }),
    ...(disclosureClass !== null && { disclosureClass }),
    ...(catalogCode !== null && { catalogCode }),
    ...(keywords.length > 0 && { keywords }),
  };
  return ok({ ...files, given });
}
