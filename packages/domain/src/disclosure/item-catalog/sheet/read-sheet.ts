import { err, ok, type Result } from '../../../kernel/result.ts';
import { AUDIENCES } from '../../disclosure-class.ts';
import { CATALOG_CHANNELS } from '../channels.ts';
import { type PilotFieldId, pilotFieldIn } from '../pilot-fields.ts';
import {
  CATALOG_COLUMN_IDS,
  CATALOG_COLUMNS,
  type CatalogColumnId,
  type CatalogSheetRow,
  CLASS_CHOICES,
  LEVEL_CHOICES,
} from './columns.ts';
import { type CoveredRow, coveredRows, type SheetGrid, textAt } from './grid.ts';
import { type CatalogHeader, findCatalogHeader, type HeaderColumn, isHeaderRow } from './header.ts';

export interface NumberedCatalogRow {
  /** As the sheet numbers it, from 1. */
  readonly number: number;
  readonly row: CatalogSheetRow;
  /** What was taken from the row above because its own cell is empty: headings of columns. */
  readonly inherited: readonly string[];
}

export interface CatalogSheet {
  readonly rows: readonly NumberedCatalogRow[];
  /** Headings whose cells are left out. */
  readonly unknownColumns: readonly string[];
  /** The field that the title above the header names. */
  readonly field: PilotFieldId | null;
}

const TICK = /^[√✓✔☑■●▲*＊vV1是有Yy]$|^(?:√|✓|✔|☑|■|●)/u;
const CROSS = /^(?:[×✗✘☒□☐○\-—/／0无否Nn]|没有)$/u;

const isTicked = (text: string): boolean => TICK.test(text) && !CROSS.test(text);

/** Cells of one kind of tick columns that are ticked, with what is written in them besides. */
function ticked(
  row: CoveredRow,
  { columns }: CatalogHeader,
): readonly (HeaderColumn & { readonly words: string })[] {
  return [...columns].flatMap(([at, column]) => {
    const text = textAt(row, at);
    if (column.kind === 'text' || text === '' || CROSS.test(text)) return [];
    if (isTicked(text)) return [{ ...column, words: text.replace(/^[√✓✔☑■●]\s*/u, '') }];
    // The column 特定群体（请写明） often names the group instead of a tick.
    return column.kind === 'audience' ? [{ ...column, words: text }] : [];
  });
}

/** The ticks of a row in the words of the template. */
function tickedTexts(row: CoveredRow, header: CatalogHeader): Partial<Record<CatalogColumnId, string>> {
  const texts: Partial<Record<CatalogColumnId, string>> = {};
  const add = (id: CatalogColumnId, words: string, between = '、'): void => {
    texts[id] = texts[id] === undefined ? words : `${texts[id]}${between}${words}`;
  };
  const marks = ticked(row, header);
  for (const mark of marks) {
    if (mark.kind === 'levels') for (const level of mark.value) add('levels', LEVEL_CHOICES[level]);
    if (mark.kind === 'channel') add('channels', `■${CATALOG_CHANNELS[mark.value].title}`, '\n');
    if (mark.kind === 'class') add('disclosureClass', CLASS_CHOICES[mark.value]);
    if (mark.kind === 'audience' && mark.value === 'specificGroup' && mark.words.length > 1) {
      add('audienceWords', mark.words);
    }
  }
  const audiences = new Set(marks.flatMap((mark) => (mark.kind === 'audience' ? [mark.value] : [])));
  // Open to all and to a group besides is open to all.
  if (audiences.has('public')) texts.audience = AUDIENCES.public;
  else if (audiences.has('specificGroup')) texts.audience = AUDIENCES.specificGroup;
  return texts;
}

function rowOf(row: CoveredRow, header: CatalogHeader): CatalogSheetRow {
  const texts = tickedTexts(row, header);
  for (const [at, column] of header.columns) {
    if (column.kind === 'text') texts[column.id] = textAt(row, at);
  }
  return Object.fromEntries(CATALOG_COLUMN_IDS.map((id) => [id, texts[id] ?? ''])) as CatalogSheetRow;
}

/** A line across the sheet: a heading between items, or a note below them. */
function isAcross(row: CoveredRow): boolean {
  const cells = new Set(row.filter((cell) => cell !== null && cell.text.trim() !== ''));
  const [only] = cells;
  return (
    cells.size === 1 &&
    only !== undefined &&
    only !== null &&
    (only.colSpan > 2 || /^(?:注|备注|说明)[：:]/.test(only.text.trim()))
  );
}

const isBlank = (row: CatalogSheetRow): boolean =>
  CATALOG_COLUMN_IDS.every((id) => id === 'code' || row[id] === '');

/** Columns that catalogues merge down over the rows of a group. */
const MERGED_DOWN = ['level1', 'field', 'responsibleOrgan'] as const satisfies readonly CatalogColumnId[];

/** An empty cell of a group takes the text above it, because the merge was lost in copying; the person is told. */
function inherit(
  row: CatalogSheetRow,
  above: CatalogSheetRow | undefined,
): Pick<NumberedCatalogRow, 'row' | 'inherited'> {
  const from = MERGED_DOWN.filter((id) => row[id] === '' && above !== undefined && above[id] !== '');
  const taken = Object.fromEntries(from.map((id) => [id, above?.[id] ?? '']));
  return { row: { ...row, ...taken }, inherited: from.map((id) => CATALOG_COLUMNS[id].title) };
}

/**
 * Reads a county's 标准目录 as it is: header of one to three rows with merged cells and any of the names in use, ticks
 * (√ ■ ☑) for 公开对象, 公开方式, 公开层级 and channels, cells merged down over several items. The rows come out in the columns of
 * the template. Refused in Chinese when there is no such header or no row under it.
 */
export function readCatalogSheet(grid: SheetGrid): Result<CatalogSheet, string> {
  const all = coveredRows(grid);
  const header = findCatalogHeader(all);
  if (header === undefined) {
    return err(
      '没有找到标准目录的表头。表头应有公开事项（一级事项、二级事项）、公开内容（要素）、公开依据、公开时限、公开主体等列；可以下载模板填写。',
    );
  }
  const rows: NumberedCatalogRow[] = [];
  for (const [index, covered] of all.entries()) {
    if (index <= header.to || isAcross(covered) || isHeaderRow(covered, header, all)) continue;
    const row = rowOf(covered, header);
    if (!isBlank(row)) rows.push({ number: index + 1, ...inherit(row, rows.at(-1)?.row) });
  }
  if (rows.length === 0) return err('表格里只有表头，没有公开事项。请把目录的内容填好后上传。');
  const title = all.slice(0, header.from).flatMap((row) => [...new Set(row)].map((cell) => cell?.text ?? ''));
  return ok({ rows, unknownColumns: header.unknown, field: pilotFieldIn(title.join('')) });
}
