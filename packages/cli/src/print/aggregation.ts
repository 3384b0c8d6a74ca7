import type {
  AggregatedCell,
  AggregationResult,
  Lack,
  LackReason,
} from '@zhaoshi/domain/annual-report/aggregate';
import { cellName, formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { type FormVersion, TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';
import { printFormTable } from './form-table.ts';
import { textTable, wrap } from './text-table.ts';

const LACKS: Readonly<Record<LackReason, string>> = {
  notReported: '未报送',
  blank: '空格',
  text: '不是数字',
  absent: '没有这一格',
  otherForm: '格式版本不同',
  unitUnknown: '金额未注明单位',
};

const MOST_NAMES = 5;
const MOST_CELLS_NAMED = 3;

function units({ reason, units: names }: Lack): string {
  const shown = names.slice(0, MOST_NAMES).join('、');
  return `${LACKS[reason]}：${shown}${names.length > MOST_NAMES ? `等${names.length}个单位` : ''}`;
}

function figure(cell: AggregatedCell | undefined): string {
  if (cell === undefined) return '';
  if (cell.value === null) return '—';
  return `${cell.value}${cell.unit ?? ''}${cell.state === 'incomplete' ? '*' : ''}`;
}

/**
 * What cells lack beyond those who have not reported at all: these need a look one by one. Cells that lack the
 * same stand in one row.
 */
function ownLacks(result: AggregationResult): readonly (readonly string[])[] {
  const cellsByLack = new Map<string, string[]>();
  for (const { cell, lacks } of result.cells) {
    const own = lacks.filter(({ reason }) => reason !== 'notReported');
    if (own.length === 0) continue;
    const lack = own.map(units).join('；');
    cellsByLack.set(lack, [...(cellsByLack.get(lack) ?? []), cellName(cell)]);
  }
  return [...cellsByLack].map(([lack, cells]) => {
    const named = cells.slice(0, MOST_CELLS_NAMED).join('\n');
    return [cells.length > MOST_CELLS_NAMED ? `${named}\n等${cells.length}格` : named, lack];
  });
}

function printTables(version: FormVersion, result: AggregationResult, width: number): string[] {
  const cells = new Map(result.cells.map((cell) => [cell.cell, cell]));
  return TABLE_IDS.map((table) =>
    printFormTable(formTable(table, version), (id) => figure(cells.get(id)), width),
  );
}

/** The aggregated tables, who is missing, and which cells are incomplete (marked with "*") and why. */
export function printAggregation(
  year: number,
  version: FormVersion,
  result: AggregationResult,
  width: number,
): string {
  const lines = [
    `${year}年度汇总（${version}版格式），已计入${result.counted}个单位`,
    ...printTables(version, result, width),
  ];
  if (result.missing.length > 0) {
    lines.push('', ...wrap(`未报送（${result.missing.length}个）：${result.missing.join('、')}`, width));
  }
  const refused = result.refused.map(({ unit, reason }) =>
    reason === 'duplicate' ? `${unit}（重复）` : `${unit}（垂直领导单位）`,
  );
  if (refused.length > 0) lines.push(...wrap(`未计入：${refused.join('、')}`, width));
  if (result.cells.some(({ state }) => state === 'incomplete'))
    lines.push('', '带 * 的数不完整：有单位未报送，或有单位这一格没有数。— 为没有任何单位的数。');
  const own = ownLacks(result);
  if (own.length > 0) {
    const columns = [
      { title: '不完整的格', grow: 2, least: 24 },
      { title: '原因', grow: 3, least: 24 },
    ];
    lines.push('', textTable(columns, own, width));
  }
  return `${lines.join('\n')}\n`;
}
