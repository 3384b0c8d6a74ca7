import { parseCell } from '../parse-cell.ts';
import type { AnnualReport, CellValue } from '../report.ts';
import { EMPTY_DRAFT, type ReportDraft } from './report-draft.ts';

/** What was printed; with the unit that stood in the header of the column alone, without which 251000元 would be 万元. */
const typedAs = ({ raw, value, unit }: CellValue): string =>
  value === null || unit === undefined || parseCell(raw, 'amountWithUnit').unit === unit
    ? raw
    : `${value}${unit}`;

/** A report that was read from a file, or published before the platform, as a draft: everything as it was printed. */
export function draftOfReport({ preamble, sections, cells, signature }: AnnualReport): ReportDraft {
  const textOf = (part: 's1' | 's5' | 's6'): string => sections[part]?.paragraphs.join('\n') ?? '';
  const typed: Record<string, string> = {};
  const footnotes: Record<string, string> = {};
  for (const [id, cell] of Object.entries(cells)) {
    if (cell === undefined) continue;
    typed[id] = typedAs(cell);
    if (cell.footnote !== undefined) footnotes[id] = cell.footnote;
  }
  return {
    ...EMPTY_DRAFT,
    texts: { preamble: preamble.join('\n'), s1: textOf('s1'), s5: textOf('s5'), s6: textOf('s6') },
    sources: { t2: 'typed', t3: 'typed', t4: 'typed' },
    typed,
    footnotes,
    datedOn: signature?.date ?? null,
  };
}
