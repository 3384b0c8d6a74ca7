import { differenceExact } from '../../kernel/decimal.ts';
import { CORRECTION_RATE_DEFINITION, correctionRateOf } from '../analysis/disputes.ts';
import { NO_FIGURE, percentWords, shareOf } from '../analysis/share.ts';
import { compareCells } from '../compare/compare-cells.ts';
import { PUBLIC_FIGURES, publicFiguresOf } from '../compare/public-figures.ts';
import { figureOf } from '../figures.ts';
import { cellName, tablesOf } from '../forms/registry.ts';
import type { AnnualReport } from '../report.ts';
import { biggestChanges } from '../work/board.ts';
import { type LeaderBlock, type LeaderFacts, listOf, paragraph } from './leader-facts.ts';

const said = (figure: number | null): string => (figure === null ? NO_FIGURE : String(figure));

function changeWords(before: number | null, now: number | null): string {
  if (before === null || now === null) return NO_FIGURE;
  const difference = differenceExact(now, before);
  return difference > 0 ? `+${difference}` : String(difference);
}

const rowOf = (name: string, before: number | null, now: number | null): readonly string[] => [
  name,
  said(now),
  said(before),
  changeWords(before, now),
];

/** 收到和处理的申请、复议诉讼, each with last year's (tables three and four). */
function flowRows(report: AnnualReport, previous: AnnualReport | null): readonly (readonly string[])[] {
  const now = publicFiguresOf(report.cells);
  const before = previous === null ? [] : publicFiguresOf(previous.cells);
  return PUBLIC_FIGURES.map(({ name }, index) => rowOf(name, before[index] ?? null, now[index] ?? null));
}

function correctionRow(report: AnnualReport, previous: AnnualReport | null): readonly string[] {
  const now = correctionRateOf(report);
  const before = previous === null ? null : correctionRateOf(previous);
  const change = before === null || now === null ? null : Math.round((now - before) * 10) / 10;
  const words = change === null ? NO_FIGURE : `${change > 0 ? '+' : ''}${change.toFixed(1)}个百分点`;
  return ['复议诉讼纠错率', percentWords(now), percentWords(before), words];
}

/** 主动公开 (table two); last year's only where the forms of both years have the cell. */
function disclosureRows(report: AnnualReport, previous: AnnualReport | null): readonly (readonly string[])[] {
  const compared = previous === null ? [] : compareCells(previous, report);
  const lastYear = new Map(compared.map(({ cell, a }) => [cell, a?.value ?? null]));
  return tablesOf(report)
    .filter(({ table }) => table === 't2')
    .flatMap(({ cells }) =>
      cells.map(({ id, row, column }) =>
        rowOf(`${row.label}：${column.label}`, lastYear.get(id) ?? null, figureOf(report, id)),
      ),
    );
}

/** The figures that a leader answers for, beside those of last year; a blank stays “—”. */
export function figureBlocks({ report, previous, reportYear }: LeaderFacts): readonly LeaderBlock[] {
  return [
    {
      kind: 'table',
      columns: ['项目', `${reportYear}年`, `${reportYear - 1}年`, '增减'],
      widths: [5, 2, 2, 2],
      rows: [
        ...flowRows(report, previous),
        correctionRow(report, previous),
        ...disclosureRows(report, previous),
      ],
    },
    paragraph(`“${NO_FIGURE}”表示没有数字，不等于0。${CORRECTION_RATE_DEFINITION}`),
  ];
}

/** So many changes are told; all of them stand on the page of the report. */
const CHANGES_TOLD = 8;

/** What moved most against last year, and by how much. */
export function changeBlocks({ report, previous, reportYear }: LeaderFacts): readonly LeaderBlock[] {
  if (previous === null) return [paragraph(`没有${reportYear - 1}年的报告可以对比。`)];
  const changes = biggestChanges(report, previous, CHANGES_TOLD);
  if (changes.length === 0) return [paragraph('与上年相比，各项总计没有变化。')];
  return listOf(
    changes.map(({ cell, before, now }) => {
      const difference = Math.abs(differenceExact(now, before));
      const share = shareOf(difference, Math.abs(before));
      const percent = share === null ? '' : `（${percentWords(share)}）`;
      return `${cellName(cell)}：由${before}${now > before ? '增加' : '减少'}到${now}，${now > before ? '增加' : '减少'}${difference}${percent}。`;
    }),
  );
}
