import type {
  AggregatedCell,
  AggregationResult,
  Lack,
  LackReason,
} from '@zhaoshi/domain/annual-report/aggregate';
import { cellName, formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { cellId, type FormVersion, TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';
import { pad, textTable, wrap } from './text-table.ts';

const LACKS: Readonly<Record<LackReason, string>> = {
  notReported: '未报送',
  blank: '空格',
  text: '不是数字',
  absent: '没有这一格',
  otherForm: '格式版本不同',
  unitUnknown: '金额未注明单位',
};

const MOST_NAMES = 5;
const FIGURE_WIDTH = 9;

function units({ reason, units: names }: Lack): string {
  const shown = names.slice(0, MOST_NAMES).join('、');
  return `${LACKS[reason]}：${shown}${names.length > MOST_NAMES ? `等${names.length}个单位` : ''}`;
}

function figure(cell: AggregatedCell | undefined): string {
  if (cell === undefined) return '';
  if (cell.value === null) return '—';
  return `${cell.value}${cell.unit ?? ''}${cell.state === 'incomplete' ? '*' : ''}`;
}

/** Cells that lack some member beyond those who have not reported at all: these need a look one by one. */
function ownLacks(result: AggregationResult): readonly (readonly string[])[] {
  return result.cells.flatMap(({ cell, lacks }) => {
    const own = lacks.filter(({ reason }) => reason !== 'notReported');
    return own.length === 0 ? [] : [[cellName(cell), own.map(units).join('；')]];
  });
}

function printTables(version: FormVersion, result: AggregationResult): string[] {
  const cells = new Map(result.cells.map((cell) => [cell.cell, cell]));
  const lines: string[] = [];
  for (const table of TABLE_IDS) {
    lines.push(formTable(table, version).title);
    let header = '';
    for (const row of formTable(table, version).rows) {
      const titles = row.columns.map(({ label }) => label).join('  ');
      if (titles !== header) lines.push(`    ${titles}`);
      header = titles;
      const label = row.groups.length > 1 ? `${row.groups.at(-1)} ${row.label}` : row.label;
      const figures = row.columns.map(({ id }) => pad(figure(cells.get(cellId(row.id, id))), FIGURE_WIDTH));
      lines.push(`  ${label}`, `    ${figures.join('')}`.trimEnd());
    }
  }
  return lines;
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
    ...printTables(version, result),
  ];
  if (result.missing.length > 0) {
    lines.push('', ...wrap(`未报送（${result.missing.length}个）：${result.missing.join('、')}`, width));
  }
  const refused = result.refused.map(({ unit, reason }) =>
    reason === 'duplicate' ? `${unit}（重复）` : `${unit}（垂直领导单位）`,
  );
  if (refused.length > 0) lines.push(...wrap(`未计入：${refused.join('、')}`, width));
  const own = ownLacks(result);
  if (own.length > 0) {
    const columns = [
      { title: '不完整的格', grow: 2, least: 24 },
      { title: '原因', grow: 3, least: 24 },
    ];
    lines.push('', '带 * 的格不完整：', textTable(columns, own, width));
  }
  return `${lines.join('\n')}\n`;
}
