import {
  cellId,
  type FormVersion,
  type RowId,
  TABLE_NAMES,
  TABLE_THREE_COLUMN_NAMES,
  TABLE_THREE_COLUMNS,
} from '../ids.ts';
import { cellsOf, type FormRow, type FormTable, type LayoutCell, type RowKind } from './form.ts';

interface RowSpec {
  readonly id: RowId;
  readonly label: string;
  readonly kind: RowKind;
  /** Group inside 三、本年度办理结果, for example "（三）不予公开". */
  readonly group?: string;
  readonly article: string;
  readonly name: string;
  readonly accepted?: readonly string[];
  /** Forms that print the row; both when absent. */
  readonly only?: FormVersion;
}

/** Printed in the corner of table three on both forms. */
const TIE_OUT_SENTENCE = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

const RESULTS = '三、本年度办理结果';
const REFUSED = '（三）不予公开';
const UNAVAILABLE = '（四）无法提供';
const NOT_PROCESSED = '（五）不予处理';
const OTHER = '（六）其他处理';

/** annual-report.md §5.2, in the order of the form. */
const ROWS: readonly RowSpec[] = [
  {
    id: 't3.newlyReceived',
    label: '一、本年新收政府信息公开申请数量',
    kind: 'inflow',
    article: '条例31, 50(2)',
    name: '第一项 本年新收',
  },
  {
    id: 't3.carriedIn',
    label: '二、上年结转政府信息公开申请数量',
    kind: 'inflow',
    article: '',
    name: '第二项 上年结转',
  },
  {
    id: 't3.granted',
    label: '（一）予以公开',
    kind: 'leaf',
    article: '条例36(1)(2)',
    name: '第三项（一）予以公开',
  },
  {
    id: 't3.partiallyGranted',
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    kind: 'leaf',
    article: '条例37',
    name: '第三项（二）部分公开',
    accepted: ['（二）部分公开'],
  },
  leaf('t3.refused.stateSecret', '1.属于国家秘密', REFUSED, '条例14'),
  leaf('t3.refused.prohibitedByLaw', '2.其他法律行政法规禁止公开', REFUSED, '条例14', [
    '2.其他法律行政止公开',
    '2.其他法律、行政法规禁止公开',
  ]),
  leaf('t3.refused.securityAndStability', '3.危及“三安全一稳定”', REFUSED, '条例14'),
  leaf('t3.refused.thirdPartyRights', '4.保护第三方合法权益', REFUSED, '条例15, 32'),
  leaf('t3.refused.internalAffairs', '5.属于三类内部事务信息', REFUSED, '条例16¶1'),
  leaf('t3.refused.deliberativeProcess', '6.属于四类过程性信息', REFUSED, '条例16¶2'),
  leaf('t3.refused.enforcementFile', '7.属于行政执法案卷', REFUSED, '条例16¶2'),
  leaf('t3.refused.administrativeInquiry', '8.属于行政查询事项', REFUSED, '条例36(7)'),
  leaf('t3.unavailable.notHeld', '1.本机关不掌握相关政府信息', UNAVAILABLE, '条例36(4)(5)'),
  leaf('t3.unavailable.requiresCreation', '2.没有现成信息需要另行制作', UNAVAILABLE, '条例38'),
  leaf('t3.unavailable.stillUnclear', '3.补正后申请内容仍不明确', UNAVAILABLE, '条例30'),
  leaf('t3.notProcessed.petitionOrComplaint', '1.信访举报投诉类申请', NOT_PROCESSED, '条例39¶1'),
  leaf('t3.notProcessed.duplicate', '2.重复申请', NOT_PROCESSED, '条例36(6)'),
  leaf('t3.notProcessed.publication', '3.要求提供公开出版物', NOT_PROCESSED, '条例39¶2'),
  leaf('t3.notProcessed.excessive', '4.无正当理由大量反复申请', NOT_PROCESSED, '条例35'),
  leaf('t3.notProcessed.reconfirmation', '5.要求行政机关确认或重新出具已获取信息', NOT_PROCESSED, ''),
  {
    id: 't3.otherHandling',
    label: '（六）其他处理',
    kind: 'leaf',
    article: '',
    name: '第三项（六）其他处理',
    accepted: ['（六）其他'],
    only: '2019',
  },
  {
    ...leaf(
      't3.otherHandling.correctionLapsed',
      '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      OTHER,
      '条例30',
    ),
    only: '2021',
  },
  {
    ...leaf(
      't3.otherHandling.feeUnpaid',
      '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      OTHER,
      '条例42, 109号',
    ),
    only: '2021',
  },
  { ...leaf('t3.otherHandling.other', '3.其他', OTHER, ''), only: '2021' },
  { id: 't3.resultTotal', label: '（七）总计', kind: 'total', article: '', name: '第三项（七）总计' },
  {
    id: 't3.carriedForward',
    label: '四、结转下年度继续办理',
    kind: 'stock',
    article: '',
    name: '第四项 结转下年度继续办理',
  },
];

function leaf(
  id: RowId,
  label: string,
  group: string,
  article: string,
  accepted: readonly string[] = [],
): RowSpec {
  const groupNumber = group.slice(0, 3);
  return {
    id,
    label,
    kind: 'leaf',
    group,
    article,
    accepted,
    name: `第三项${groupNumber}${label.slice(0, 1)}`,
  };
}

const COLUMNS = TABLE_THREE_COLUMNS.map((id) => ({
  id,
  label: TABLE_THREE_COLUMN_NAMES[id],
  type: 'count' as const,
}));

const HEADER: readonly (readonly LayoutCell[])[] = [
  [
    { text: TIE_OUT_SENTENCE, rowSpan: 3, colSpan: 3 },
    { text: '申请人情况', rowSpan: 1, colSpan: 7, scope: 'colgroup' },
  ],
  [
    { text: '自然人', rowSpan: 2, colSpan: 1, scope: 'col' },
    { text: '法人或其他组织', rowSpan: 1, colSpan: 5, scope: 'colgroup' },
    { text: '总计', rowSpan: 2, colSpan: 1, scope: 'col' },
  ],
  COLUMNS.slice(1, 6).map(({ label }) => ({ text: label, rowSpan: 1, colSpan: 1, scope: 'col' })),
];

function layoutRows(rows: readonly RowSpec[]): LayoutCell[][] {
  const results = rows.filter((row) => row.kind === 'leaf' || row.kind === 'total');
  return rows.map((row): LayoutCell[] => {
    const labels: LayoutCell[] = [];
    if (row === results[0])
      labels.push({ text: RESULTS, rowSpan: results.length, colSpan: 1, scope: 'rowgroup' });
    const group = rows.filter((other) => row.group !== undefined && other.group === row.group);
    if (row.group !== undefined && row === group[0]) {
      labels.push({ text: row.group, rowSpan: group.length, colSpan: 1, scope: 'rowgroup' });
    }
    const colSpan = row.group === undefined ? (results.includes(row) ? 2 : 3) : 1;
    labels.push({ text: row.label, rowSpan: 1, colSpan, scope: 'row' });
    return [
      ...labels,
      ...COLUMNS.map((column) => ({ cell: cellId(row.id, column.id), rowSpan: 1, colSpan: 1 })),
    ];
  });
}

/** Table three (收到和处理政府信息公开申请情况): 23 rows × 7 on the form of 60号, 25 × 7 on that of 30号. */
export function tableThree(version: FormVersion): FormTable {
  const specs = ROWS.filter((row) => row.only === undefined || row.only === version);
  const rows: FormRow[] = specs.map((row, index) => ({
    id: row.id,
    label: row.label,
    groups: row.kind === 'leaf' || row.kind === 'total' ? [RESULTS, ...(row.group ? [row.group] : [])] : [],
    acceptedLabels: row.accepted ?? [],
    kind: row.kind,
    name: row.name,
    number: String(index + 1),
    article: row.article,
    columns: COLUMNS,
  }));
  return {
    table: 't3',
    version,
    title: '三、收到和处理政府信息公开申请情况',
    rows,
    cells: cellsOf('t3', TABLE_NAMES.t3, rows),
    layout: {
      columns: 10,
      widths: [754, 921, 3271, 685, 685, 685, 685, 685, 685, 685],
      headerRows: HEADER.length,
      rows: [...HEADER, ...layoutRows(specs)],
    },
  };
}
