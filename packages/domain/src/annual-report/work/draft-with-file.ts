import { compareCells } from '../compare/compare-cells.ts';
import { TABLE_IDS, type TableId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import { draftOfReport } from './draft-of-report.ts';
import { type ReportDraft, WRITTEN_PART_IDS, type WrittenPart } from './report-draft.ts';

/** The draft with what a file says otherwise, and which parts that are. */
export interface DraftWithFile {
  readonly draft: ReportDraft;
  readonly texts: readonly WrittenPart[];
  /** Tables whose figures are the file's from now on, typed. */
  readonly tables: readonly TableId[];
  readonly isDatedAnew: boolean;
}

const paragraphsOf = (report: AnnualReport, part: WrittenPart): readonly string[] =>
  (part === 'preamble' ? report.preamble : (report.sections[part]?.paragraphs ?? []))
    .map((line) => line.trim())
    .filter((line) => line !== '');

const ofTable = <T>(cells: Readonly<Record<string, T>>, table: TableId): [string, T][] =>
  Object.entries(cells).filter(([cell]) => cell.startsWith(`${table}.`));

/** Tables that the file has and in which a figure, words or a note stands otherwise than in the draft now. */
function tablesOtherwise(now: AnnualReport, file: AnnualReport): readonly TableId[] {
  const otherwise = compareCells(now, file).filter(({ cell, change, a, b }) => {
    if (change === 'equal') return now.cells[cell]?.footnote !== file.cells[cell]?.footnote;
    return change !== 'noFigures' || (a?.state === 'text' || b?.state === 'text' ? a?.raw !== b?.raw : false);
  });
  return TABLE_IDS.filter(
    (table) =>
      file.tableForms[table] !== undefined && otherwise.some(({ cell }) => cell.startsWith(`${table}.`)),
  );
}

/**
 * Puts a report that somebody worked on in a file into its draft. What the file says as the report stands now is left as
 * it is, so that live fields and counted tables survive a text that was only read; a part or table that the file does
 * not have is left as well. A table with any other figure is typed from then on, whole. A draft that nobody has dated
 * stays so, and is dated when its signature is asked for: every copy of it bears the day on which it was taken.
 *
 * @param now the report as the draft comes to it now
 */
export function draftWithFile(draft: ReportDraft, now: AnnualReport, file: AnnualReport): DraftWithFile {
  const said = draftOfReport(file);
  const texts = WRITTEN_PART_IDS.filter((part) => {
    const lines = paragraphsOf(file, part);
    return lines.length > 0 && lines.join('\n') !== paragraphsOf(now, part).join('\n');
  });
  const tables = tablesOtherwise(now, file);
  const kept = TABLE_IDS.filter((table) => !tables.includes(table));
  const isDatedAnew = draft.datedOn !== null && said.datedOn !== null && said.datedOn !== draft.datedOn;
  const cellsOf = (mine: Readonly<Record<string, string>>, theirs: Readonly<Record<string, string>>) =>
    Object.fromEntries([
      ...kept.flatMap((table) => ofTable(mine, table)),
      ...tables.flatMap((table) => ofTable(theirs, table)),
    ]);
  return {
    draft: {
      ...draft,
      texts: { ...draft.texts, ...Object.fromEntries(texts.map((part) => [part, said.texts[part]])) },
      sources: { ...draft.sources, ...Object.fromEntries(tables.map((table) => [table, 'typed'])) },
      typed: cellsOf(draft.typed, said.typed),
      footnotes: cellsOf(draft.footnotes, said.footnotes),
      datedOn: isDatedAnew ? said.datedOn : draft.datedOn,
    },
    texts,
    tables,
    isDatedAnew,
  };
}
