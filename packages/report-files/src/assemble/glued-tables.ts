import type { FormRow, FormTable } from '@zhaoshi/domain/annual-report/forms/form';
import { normaliseLabel } from '@zhaoshi/domain/annual-report/labels';
import type { RowReading } from './row-reading.ts';
import { LONGEST_RUNNING_TEXT, type RunningText, runningText } from './running-text.ts';
import type { TextItem } from './source-items.ts';
import { blocksOfFour } from './table-four.ts';

/** A label found in running text; labels without a row (headers, groups) only end the figures before them. */
interface Anchor {
  readonly row: FormRow | undefined;
  readonly template: boolean;
  readonly from: number;
  readonly to: number;
}

interface KnownText {
  readonly text: string;
  readonly row: FormRow | undefined;
  readonly template: boolean;
}

const SEPARATING_LABELS = [
  '第二十条第',
  '信息内容',
  '本年',
  '上一年',
  '对外公开总数量',
  '处理决定数量',
  '现行有效件数',
  '采购项目数量',
  '采购总金额',
  '（本列数据的勾稽关系为',
  '申请人情况',
  '三、本年度办理结果',
  '（三）不予公开',
  '（四）无法提供',
  '（五）不予处理',
  '（六）其他处理',
  '自然人',
  '法人或其他组织',
];

function knownTexts(table: FormTable): readonly KnownText[] {
  const rows = table.rows.flatMap((row) =>
    [row.label, ...row.acceptedLabels].map((label, index) => ({
      text: normaliseLabel(label),
      row,
      template: index === 0,
    })),
  );
  const separators = SEPARATING_LABELS.map((label) => ({
    text: normaliseLabel(label),
    row: undefined,
    template: false,
  }));
  return [...rows, ...separators].sort((a, b) => b.text.length - a.text.length);
}

/** All labels in reading order; the longest wins where several begin. */
function findAnchors(label: string, table: FormTable): readonly Anchor[] {
  const byFirst = new Map<string, KnownText[]>();
  for (const known of knownTexts(table)) {
    const first = known.text.slice(0, 1);
    const list = byFirst.get(first);
    if (list) list.push(known);
    else byFirst.set(first, [known]);
  }
  const anchors: Anchor[] = [];
  let at = 0;
  while (at < label.length) {
    const known = byFirst.get(label[at] ?? '')?.find(({ text }) => label.startsWith(text, at));
    if (known) {
      anchors.push({ row: known.row, template: known.template, from: at, to: at + known.text.length });
      at += known.text.length;
    } else {
      at++;
    }
  }
  return anchors;
}

/** Figures, their signs and units, and the spaces between them. */
const FIGURES = /^[\s\u3000]*[\d０-９+＋\-－—减增/][\d０-９.．,，+＋\-－—减增万元/\s\u3000]*$/;
const MOST_FIGURES = 400;

/** The figures behind a label, when nothing else stands there. */
function figuresBehind(text: RunningText, from: number, to: number): string | undefined {
  if (to - from > MOST_FIGURES || to <= from) return undefined;
  const printed = text.printed(from, to);
  return FIGURES.test(printed) ? printed.trim() : undefined;
}

/** Column headers of table three in the order in which rows of the header name them. */
const HEADER_ORDERS = [
  ['自然人', '总计'],
  ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
];

/** True when the words that are there stand in another order. */
function isOtherOrder(text: string, words: readonly string[]): boolean {
  const places = words.map((word) => text.indexOf(word)).filter((place) => place !== -1);
  return places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0));
}

/** Without slots nobody can tell which figure belongs to which of the moved headers. */
function headersMoved(text: RunningText, anchors: readonly Anchor[], { table }: FormTable): boolean {
  const first = anchors.find(({ row }) => row !== undefined)?.from ?? 0;
  // “法人或其他组织” is no header of a column.
  const head = text.label.slice(Math.max(0, first - MOST_FIGURES), first).replaceAll('法人或其他组织', '');
  return table === 't3' && HEADER_ORDERS.some((words) => isOtherOrder(head, words));
}

export interface GluedTable {
  readonly rows: readonly RowReading[];
  /** Positions of the paragraphs that the table took up. */
  readonly used: ReadonlySet<number>;
}

function isTooLong(items: readonly TextItem[]): boolean {
  return items.reduce((sum, { text }) => sum + text.length, 0) > LONGEST_RUNNING_TEXT;
}

const NOTHING: GluedTable = { rows: [], used: new Set() };

/** Fewer rows than this share of the form's are labels mentioned in prose. */
const LEAST_SHARE = 0.4;

/**
 * Table two or three from running text: labels as anchors, figures between them (annual-report.md §12 "flattened
 * text without separators"). Figures with spaces between them are read apart, others are left glued.
 */
export function gluedRows(items: readonly TextItem[], table: FormTable): GluedTable {
  if (isTooLong(items)) return NOTHING;
  const text = runningText(items);
  const anchors = findAnchors(text.label, table);
  const moved = headersMoved(text, anchors, table);
  const rows: RowReading[] = [];
  const used = new Set<number>();
  for (const [index, anchor] of anchors.entries()) {
    const { row } = anchor;
    if (!row) continue;
    const to = anchors[index + 1]?.from ?? endOfFigures(text.label, anchor.to);
    const figures = figuresBehind(text, anchor.to, to);
    if (figures === undefined) continue;
    const reading = readingOf(text, anchor, row, table, figures);
    rows.push(moved ? { ...reading, fit: 'unclear' } : reading);
    for (let item = text.itemAt(anchor.from); item <= text.itemAt(to - 1); item++) used.add(item);
  }
  if (rows.length < table.rows.length * LEAST_SHARE) return NOTHING;
  const order = [...used].sort((a, b) => a - b);
  const first = order[0] ?? 0;
  const last = order.at(-1) ?? 0;
  for (const { from } of anchors) {
    const item = text.itemAt(from);
    if (item >= first - 1 && item <= last) used.add(item);
  }
  return { rows, used };
}

/** Behind the last label the figures end with the paragraph text that is no figure. */
function endOfFigures(label: string, from: number): number {
  let to = from;
  while (to < label.length && to - from < MOST_FIGURES && /[\d.+\-万元]/.test(label[to] ?? '')) to++;
  return to;
}

function readingOf(
  text: RunningText,
  anchor: Anchor,
  row: FormRow,
  table: FormTable,
  figures: string,
): RowReading {
  const place = text.placeAt(anchor.from);
  const common = {
    table: table.table,
    row,
    label: text.printed(anchor.from, anchor.to),
    likeness: anchor.template ? ('same' as const) : ('accepted' as const),
    place,
    flattened: true,
  };
  const tokens = figures.split(/\s+/);
  if (tokens.length === row.columns.length) {
    return { ...common, fit: 'exact', figures: tokens.map((token) => ({ text: token, place })) };
  }
  return { ...common, fit: 'glued', glued: figures, figures: [] };
}

const FOUR_HEADERS = [
  '结果维持',
  '结果纠正',
  '其他结果',
  '尚未审结',
  '总计',
  '未经复议直接起诉',
  '复议后起诉',
];
const FIFTEEN = 15;

/** Table four from running text: the figures behind the last of its headers. */
export function gluedTableFour(items: readonly TextItem[], table: FormTable): GluedTable {
  if (isTooLong(items)) return NOTHING;
  const text = runningText(items);
  if (!text.label.includes('结果维持')) return NOTHING;
  const from = Math.max(
    ...FOUR_HEADERS.map((header) => {
      const at = text.label.lastIndexOf(header);
      return at === -1 ? 0 : at + header.length;
    }),
  );
  const to = endOfFigures(text.label, from);
  const figures = figuresBehind(text, from, to);
  if (figures === undefined) return NOTHING;
  const place = text.placeAt(from);
  const used = new Set<number>();
  for (let item = text.itemAt(text.label.indexOf('结果维持')); item <= text.itemAt(to - 1); item++)
    used.add(item);
  const tokens = figures.split(/\s+/);
  const head = text.label.slice(0, from);
  const moved =
    isOtherOrder(head, ['未经复议直接起诉', '复议后起诉']) || isOtherOrder(head, FOUR_HEADERS.slice(0, 5));
  if (tokens.length === FIFTEEN) {
    const cells = tokens.map((token) => ({ text: token, place }));
    const fit = moved ? 'unclear' : 'exact';
    return { rows: blocksOfFour(table, { fit, cells }, { place, flattened: true }), used };
  }
  const common = { place, flattened: true, glued: figures };
  return { rows: blocksOfFour(table, { fit: moved ? 'unclear' : 'glued', cells: [] }, common), used };
}
