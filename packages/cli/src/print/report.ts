import type { FormRow, FormTable } from '@zhaoshi/domain/annual-report/forms/form';
import { tablesOf } from '@zhaoshi/domain/annual-report/forms/registry';
import { cellId, SECTION_IDS } from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport, CellValue } from '@zhaoshi/domain/annual-report/report';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import { pad, wrap } from './text-table.ts';

const NOTE_KINDS = { normalised: '规整', guessed: '推断', notUnderstood: '未看懂' } as const;

/** A cell for the eye: blanks as "·", worked-out figures with "≈", absent cells as "—". */
export function printCell(cell: CellValue | undefined): string {
  if (cell === undefined) return '—';
  if (cell.state === 'blank') return '·';
  if (cell.value === null) return cell.raw.trim();
  const figure = `${cell.state === 'derived' ? '≈' : ''}${cell.value}${cell.unit ?? ''}`;
  return cell.footnote === undefined ? figure : `${figure}（${cell.footnote}）`;
}

const FIGURE_WIDTH = 8;

function rowLine(row: FormRow, report: AnnualReport, labelWidth: number): string {
  const figures = row.columns.map(({ id }) => pad(printCell(report.cells[cellId(row.id, id)]), FIGURE_WIDTH));
  const [first = '', ...more] = wrap(
    row.name === row.label ? row.label : `${row.name}　${shortLabel(row)}`,
    labelWidth,
  );
  return [
    `  ${pad(first, labelWidth)}  ${figures.join(' ')}`.trimEnd(),
    ...more.map((line) => `  ${line}`),
  ].join('\n');
}

/** Leaf names such as "第三项（三）5" say nothing without the label; the others already hold it. */
function shortLabel(row: FormRow): string {
  const bare = row.label.replace(/^(?:[一二三四]、|（[一二三四五六七]）|\d\.)/, '');
  return row.name.includes(bare.slice(0, 4)) ? '' : bare;
}

function printTable(table: FormTable, report: AnnualReport, width: number): string {
  const figures = Math.max(...table.rows.map((row) => row.columns.length));
  const labelWidth = Math.max(20, Math.min(44, width - figures * (FIGURE_WIDTH + 1) - 4));
  const lines: string[] = [`${table.title}（${table.version}版格式）`];
  let header = '';
  for (const row of table.rows) {
    const titles = row.columns.map(({ label }) => label).join(' ');
    if (titles !== header) {
      header = titles;
      lines.push(`  ${pad('', labelWidth)}  ${titles}`);
    }
    lines.push(rowLine(row, report, labelWidth));
  }
  return lines.join('\n');
}

/** A report for reading in a terminal: head, parts with their length, tables, notes of the reader. */
export function printReport(read: ReadReport, width: number): string {
  const { report } = read;
  const sections = SECTION_IDS.flatMap((id) => {
    const section = report.sections[id];
    if (section === undefined) return [];
    const characters = section.paragraphs.join('').replaceAll(/\s/g, '').length;
    return [`  ${section.heading}　${characters}字`];
  });
  const signature =
    report.signature === null
      ? '（无）'
      : `${report.signature.organ ?? ''} ${report.signature.date ?? ''}`.trim();
  return [
    `标题：${report.title ?? '（无）'}`,
    `单位：${report.organ ?? '（未识别）'}　年度：${report.reportYear ?? '（未识别）'}　落款：${signature}`,
    '文字：',
    ...sections,
    ...tablesOf(report).map((table) => printTable(table, report, width)),
    '（· 为空格，— 为文件中没有这一格，≈ 为由勾稽关系推算）',
    ...read.notes.map(({ kind, message }) =>
      wrap(`${NOTE_KINDS[kind]}：${message}`, Math.max(20, width - 2)).join('\n  '),
    ),
    '',
  ].join('\n');
}
