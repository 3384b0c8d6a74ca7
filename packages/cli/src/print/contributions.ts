import type { AggregatedCell } from '@zhaoshi/domain/annual-report/aggregate';
import { cellName } from '@zhaoshi/domain/annual-report/forms/registry';
import type { Contribution } from '../collect-members.ts';
import { textTable } from './text-table.ts';

const sourceOf = ({ file }: Contribution): string => file ?? '平台';

/** Each cell that has a figure with the units that make it up; units with a nought are passed over. */
export function printContributions(
  cells: readonly AggregatedCell[],
  contributions: readonly Contribution[],
  width: number,
): string {
  const rows = cells
    .filter(({ value }) => value !== null && value !== 0)
    .flatMap(({ cell, value, unit }) => {
      const parts = contributions.flatMap((one) => {
        const figure = one.figures.get(cell) ?? 0;
        return figure === 0 ? [] : [['', one.unit, `${figure}${unit ?? ''}`, sourceOf(one)]];
      });
      return [[cellName(cell), '合计', `${value}${unit ?? ''}`, '']].concat(parts);
    });
  const columns = [
    { title: '哪一格', grow: 2, least: 24 },
    { title: '单位', grow: 2, least: 20 },
    { title: '数', grow: 0, least: 10 },
    { title: '来自', grow: 1, least: 12 },
  ];
  return `各格由哪些单位的数构成：\n${textTable(columns, rows, width)}\n`;
}
