import type { FormTable } from '@zhaoshi/domain/annual-report/forms/form';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { type CellId, cellId, TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport, CellValue, ReportSection } from '@zhaoshi/domain/annual-report/report';
import { parseRemark, UNIT_REMARK } from '../table-remark.ts';

const SECTION_OF = { t2: 's2', t3: 's3', t4: 's4' } as const;

/** The cell a 表注 speaks of, by the names of its row and column. */
function remarked(table: FormTable, paragraph: string): { id: CellId; text: string } | undefined {
  const remark = parseRemark(paragraph);
  const row = remark && table.rows.find(({ name }) => name === remark.row);
  const column = row?.columns.find(({ label }) => label === remark?.column);
  return row && column && remark ? { id: cellId(row.id, column.id), text: remark.text } : undefined;
}

function withRemark(cell: CellValue, text: string): CellValue {
  return text.startsWith(UNIT_REMARK)
    ? { ...cell, unit: text.slice(UNIT_REMARK.length) }
    : { ...cell, footnote: text };
}

/**
 * Takes remarks below a table (注：行“列”：……) to the cells they speak of, so that a unit or a remark that was
 * moved out of its cell is not lost when the file is read again. Other notes stay where they are.
 */
export function attachRemarks(report: AnnualReport): AnnualReport {
  const cells: Partial<Record<CellId, CellValue>> = { ...report.cells };
  const sections: Partial<Record<string, ReportSection>> = { ...report.sections };
  for (const table of TABLE_IDS) {
    const version = report.tableForms[table];
    const section = report.sections[SECTION_OF[table]];
    if (version === undefined || section === undefined) continue;
    const form = formTable(table, version);
    const paragraphs = section.paragraphs.filter((paragraph) => {
      const found = remarked(form, paragraph);
      const cell = found && cells[found.id];
      if (!cell) return true;
      cells[found.id] = withRemark(cell, found.text);
      return false;
    });
    sections[SECTION_OF[table]] = { ...section, paragraphs };
  }
  return { ...report, cells, sections };
}
