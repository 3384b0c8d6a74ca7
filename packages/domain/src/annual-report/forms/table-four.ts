import { cellId, type FormVersion, type RowId, TABLE_NAMES } from '../ids.ts';
import { cellsOf, type FormRow, type FormTable, type LayoutCell } from './form.ts';

const RESULTS = [
  { id: 'upheld', label: '结果维持', type: 'count' },
  { id: 'rectified', label: '结果纠正', type: 'count' },
  { id: 'otherResult', label: '其他结果', type: 'count' },
  { id: 'pending', label: '尚未审结', type: 'count' },
  { id: 'total', label: '总计', type: 'count' },
] as const;

const BLOCKS: readonly { readonly id: RowId; readonly label: string; readonly name: string }[] = [
  { id: 't4.reconsideration', label: '行政复议', name: '行政复议' },
  { id: 't4.litigationDirect', label: '未经复议直接起诉', name: '行政诉讼 未经复议直接起诉' },
  { id: 't4.litigationAfterReconsideration', label: '复议后起诉', name: '行政诉讼 复议后起诉' },
];

const resultHeaders = (rowSpan: number): LayoutCell[] =>
  RESULTS.map(({ label }) => ({ text: label, rowSpan, colSpan: 1, scope: 'col' }));

const LAYOUT_ROWS: readonly (readonly LayoutCell[])[] = [
  [
    { text: '行政复议', rowSpan: 1, colSpan: 5, scope: 'colgroup' },
    { text: '行政诉讼', rowSpan: 1, colSpan: 10, scope: 'colgroup' },
  ],
  [
    ...resultHeaders(2),
    { text: '未经复议直接起诉', rowSpan: 1, colSpan: 5, scope: 'colgroup' },
    { text: '复议后起诉', rowSpan: 1, colSpan: 5, scope: 'colgroup' },
  ],
  [...resultHeaders(1), ...resultHeaders(1)],
  BLOCKS.flatMap((block) =>
    RESULTS.map(({ id }) => ({ cell: cellId(block.id, id), rowSpan: 1, colSpan: 1 })),
  ),
];

/** Table four (行政复议、行政诉讼情况): 15 cells, the same on both forms. */
export function tableFour(version: FormVersion): FormTable {
  const rows: FormRow[] = BLOCKS.map((block, index) => ({
    id: block.id,
    label: block.label,
    groups: index === 0 ? [] : ['行政诉讼'],
    acceptedLabels: [],
    kind: 'plain',
    name: block.name,
    number: String(index + 1),
    article: '条例50(3)',
    columns: RESULTS,
  }));
  return {
    table: 't4',
    version,
    title: '四、政府信息公开行政复议、行政诉讼情况',
    rows,
    cells: cellsOf('t4', TABLE_NAMES.t4, rows),
    layout: { columns: 15, widths: RESULTS.flatMap(() => [1, 1, 1]), headerRows: 3, rows: LAYOUT_ROWS },
  };
}
