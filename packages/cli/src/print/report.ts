import { tablesOf } from '@zhaoshi/domain/annual-report/forms/registry';
import { SECTION_IDS } from '@zhaoshi/domain/annual-report/ids';
import type { CellValue } from '@zhaoshi/domain/annual-report/report';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import { printFormTable } from './form-table.ts';
import { wrap } from './text-table.ts';

const NOTE_KINDS = { normalised: '规整', guessed: '推断', notUnderstood: '未看懂' } as const;

/** A cell for the eye: blanks as "·", worked-out figures with "≈", absent cells as "—". */
function printCell(cell: CellValue | undefined): string {
  if (cell === undefined) return '—';
  if (cell.state === 'blank') return '·';
  if (cell.value === null) return cell.raw.trim();
  const figure = `${cell.state === 'derived' ? '≈' : ''}${cell.value}${cell.unit ?? ''}`;
  return cell.footnote === undefined ? figure : `${figure}（${cell.footnote}）`;
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
    ...tablesOf(report).map((table) => printFormTable(table, (id) => printCell(report.cells[id]), width)),
    '（· 为空格，— 为文件中没有这一格，≈ 为由勾稽关系推算）',
    ...read.notes.map(({ kind, message }) =>
      wrap(`${NOTE_KINDS[kind]}：${message}`, Math.max(20, width - 2)).join('\n  '),
    ),
    '',
  ].join('\n');
}
