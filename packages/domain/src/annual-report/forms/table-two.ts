import { cellId, type FormVersion, type RowId, TABLE_NAMES } from '../ids.ts';
import {
  type CellType,
  cellsOf,
  type FormColumn,
  type FormRow,
  type FormTable,
  type LayoutCell,
} from './form.ts';

/** One block of table two: an item of 条例20 with its own header row. */
interface Block {
  readonly clause: string;
  readonly number: string;
  readonly article: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly {
    readonly id: RowId;
    readonly label: string;
    readonly accepted?: readonly string[];
  }[];
}

const column = (id: string, label: string, type: CellType = 'count'): FormColumn => ({ id, label, type });

/** 60号: what is done each year is listed by items held, their change, and decisions taken. */
const ITEM_COLUMNS = [
  column('previousItems', '上一年项目数量'),
  column('change', '本年增/减', 'signedCount'),
  column('decisions', '处理决定数量'),
];

const ADMINISTRATIVE_RULE = { id: 't2.administrativeRule', label: '规章' } as const;
const PENALTIES = { id: 't2.penalties', label: '行政处罚' } as const;
const COERCION = { id: 't2.coercion', label: '行政强制' } as const;
const FEES = { id: 't2.fees', label: '行政事业性收费', accepted: ['行政事业性收费项目'] } as const;

const BLOCKS: Readonly<Record<FormVersion, readonly Block[]>> = {
  '2019': [
    {
      clause: '第二十条第（一）项',
      number: '20(1)',
      article: '条例20(1)',
      columns: [
        column('newlyMade', '本年新制作数量'),
        column('newlyDisclosed', '本年新公开数量'),
        column('totalDisclosed', '对外公开总数量'),
      ],
      rows: [
        ADMINISTRATIVE_RULE,
        { id: 't2.normativeDocument', label: '规范性文件', accepted: ['行政规范性文件'] },
      ],
    },
    {
      clause: '第二十条第（五）项',
      number: '20(5)',
      article: '条例20(5)',
      columns: ITEM_COLUMNS,
      rows: [
        { id: 't2.licensing', label: '行政许可' },
        { id: 't2.otherServices', label: '其他对外管理服务事项' },
      ],
    },
    {
      clause: '第二十条第（六）项',
      number: '20(6)',
      article: '条例20(6)',
      columns: ITEM_COLUMNS,
      rows: [PENALTIES, COERCION],
    },
    {
      clause: '第二十条第（八）项',
      number: '20(8)',
      article: '条例20(8)',
      columns: ITEM_COLUMNS.slice(0, 2),
      rows: [FEES],
    },
    {
      clause: '第二十条第（九）项',
      number: '20(9)',
      article: '条例20(9)',
      columns: [column('projects', '采购项目数量'), column('amount', '采购总金额', 'amountWithUnit')],
      rows: [{ id: 't2.procurement', label: '政府集中采购' }],
    },
  ],
  '2021': [
    {
      clause: '第二十条第（一）项',
      number: '20(1)',
      article: '条例20(1)',
      columns: [
        column('made', '本年制发件数'),
        column('repealed', '本年废止件数'),
        column('inForce', '现行有效件数'),
      ],
      rows: [
        ADMINISTRATIVE_RULE,
        { id: 't2.normativeDocument', label: '行政规范性文件', accepted: ['规范性文件'] },
      ],
    },
    {
      clause: '第二十条第（五）项',
      number: '20(5)',
      article: '条例20(5)',
      columns: [column('decisions', '本年处理决定数量')],
      rows: [{ id: 't2.licensing', label: '行政许可' }],
    },
    {
      clause: '第二十条第（六）项',
      number: '20(6)',
      article: '条例20(6)',
      columns: [column('decisions', '本年处理决定数量')],
      rows: [PENALTIES, COERCION],
    },
    {
      clause: '第二十条第（八）项',
      number: '20(8)',
      article: '条例20(8)',
      columns: [column('amountWan', '本年收费金额（单位：万元）', 'amountWan')],
      rows: [FEES],
    },
  ],
};

const COLUMNS = 4;

/** Header and figures share the three columns right of the label; the last one takes what is left over. */
function spread(cells: readonly Omit<LayoutCell, 'rowSpan' | 'colSpan'>[]): LayoutCell[] {
  return cells.map((cell, index) => ({
    ...cell,
    rowSpan: 1,
    colSpan: index === cells.length - 1 ? COLUMNS - 1 - index : 1,
  }));
}

function layoutOf(blocks: readonly Block[]): LayoutCell[][] {
  return blocks.flatMap((block) => [
    [{ text: block.clause, rowSpan: 1, colSpan: COLUMNS, scope: 'colgroup' }],
    [
      { text: '信息内容', rowSpan: 1, colSpan: 1, scope: 'col' },
      ...spread(block.columns.map(({ label }) => ({ text: label, scope: 'col' }))),
    ],
    ...block.rows.map((row): LayoutCell[] => [
      { text: row.label, rowSpan: 1, colSpan: 1, scope: 'row' },
      ...spread(block.columns.map(({ id }) => ({ cell: cellId(row.id, id) }))),
    ]),
  ]);
}

/** Table two (主动公开政府信息情况): 22 cells on the form of 60号, 10 on that of 30号. */
export function tableTwo(version: FormVersion): FormTable {
  const blocks = BLOCKS[version];
  const rows: FormRow[] = blocks.flatMap((block) =>
    block.rows.map((row) => ({
      id: row.id,
      label: row.label,
      groups: [block.clause],
      acceptedLabels: row.accepted ?? [],
      kind: 'plain',
      name: row.label,
      number: block.number,
      article: block.article,
      columns: block.columns,
    })),
  );
  return {
    table: 't2',
    version,
    title: '二、主动公开政府信息情况',
    rows,
    cells: cellsOf('t2', TABLE_NAMES.t2, rows),
    layout: { columns: COLUMNS, widths: [1, 1, 1, 1], headerRows: 0, rows: layoutOf(blocks) },
  };
}
