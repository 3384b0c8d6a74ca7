import type { FormVersion, SectionId, TableId } from '@zhaoshi/domain/annual-report/ids';
import { TABLE_IDS, TABLE_NAMES } from '@zhaoshi/domain/annual-report/ids';
import { inferOrganKind } from '@zhaoshi/domain/annual-report/organ-kind';
import type { AnnualReport, OrganKind, ReportSection } from '@zhaoshi/domain/annual-report/report';
import { ReadFailure } from '../read-error.ts';
import type { ReadReport } from '../read-report.ts';
import type { ReadNote, SourceDocument } from '../source-document.ts';
import { attachRemarks } from './cell-remarks.ts';
import { collectCells } from './collect-cells.ts';
import { findOrgan, findReportYear, type Printed } from './identity.ts';
import { placeLeftovers, type RemovedLeftover, removeLeftovers } from './leftovers.ts';
import { type Outline, outlineOf } from './outline.ts';
import { type FoundTables, readTables } from './read-tables.ts';
import { type FoundSignature, findSignature } from './signature.ts';
import { sourceItems, type TextItem } from './source-items.ts';
import { tablesAsFound } from './table-structure.ts';
import { type FoundTitle, findTitle } from './title.ts';

/** What the caller knows better than the file. */
export interface AssembleOptions {
  readonly reportYear?: number;
  readonly formVersion?: FormVersion;
  readonly organKind?: OrganKind;
  /** File name, the last resort for the year. */
  readonly name?: string;
}

/** A number alone on its line, outside tables, is the page's. */
const PAGE_NUMBER = /^[-—–\s]*\d{1,3}[-—–\s]*$/;

interface Frame {
  readonly title: FoundTitle | undefined;
  readonly signature: FoundSignature | undefined;
  readonly signatureLines: ReadonlySet<TextItem>;
  readonly pageNumbers: number;
}

/** Title and signature, and the lines that belong to neither they nor the text. */
function frameOf(outline: Outline): { frame: Frame; outline: Outline } {
  let pageNumbers = 0;
  const withoutNumbers = (lines: readonly TextItem[]): TextItem[] =>
    lines.filter(({ text }) => {
      const isNumber = PAGE_NUMBER.test(text);
      if (isNumber) pageNumbers++;
      return !isNumber;
    });
  const title = findTitle(outline.preamble);
  const parts = outline.parts.map((part) =>
    part.section === 's1' || part.section === 's5' || part.section === 's6'
      ? { ...part, lines: withoutNumbers(part.lines) }
      : part,
  );
  const last = parts.at(-1);
  const signature = last && findSignature(last.lines);
  const signatureLines = new Set(signature ? last.lines.slice(signature.from, signature.to) : []);
  const frame = { title, signature, signatureLines, pageNumbers };
  return { frame, outline: { ...outline, parts } };
}

function sectionsOf(
  outline: Outline,
  left: (line: TextItem) => boolean,
): Partial<Record<SectionId, ReportSection>> {
  const sections: Partial<Record<SectionId, ReportSection>> = {};
  for (const { section, heading, lines } of outline.parts) {
    const paragraphs = lines.filter(left).map(({ text }) => text);
    const before = sections[section];
    sections[section] = before
      ? { heading: before.heading, paragraphs: [...before.paragraphs, ...paragraphs] }
      : { heading, paragraphs };
  }
  return sections;
}

function frameNotes(frame: Frame, leftovers: readonly RemovedLeftover[]): readonly ReadNote[] {
  const notes: ReadNote[] = [];
  if (leftovers.length > 0) {
    notes.push({
      kind: 'normalised',
      code: 'text.leftovers',
      message: `去掉了 ${leftovers.length} 处软件残留标记：${[...new Set(leftovers.map(({ text }) => text))].join('、')}。`,
    });
  }
  if (frame.pageNumbers > 0) {
    notes.push({
      kind: 'normalised',
      code: 'text.page-numbers',
      message: `去掉了 ${frame.pageNumbers} 处单独成行的页码。`,
    });
  }
  if (!frame.title) {
    notes.push({ kind: 'notUnderstood', code: 'title.missing', message: '未找到标题。' });
  } else if (frame.title.to - frame.title.from > 1) {
    notes.push({
      kind: 'normalised',
      code: 'title.joined',
      message: `标题分写在 ${frame.title.to - frame.title.from} 行，已连为一行。`,
    });
  }
  return notes;
}

function tableNotes(found: FoundTables, present: ReadonlySet<TableId>): readonly ReadNote[] {
  const missing = TABLE_IDS.filter((table) => !present.has(table)).map((table) => ({
    kind: 'notUnderstood' as const,
    code: 'tables.missing',
    message: `未找到${TABLE_NAMES[table]}。如果原文中是图片，请改为可选中的文字表格。`,
  }));
  const extra = found.extraRows.map((row) => ({
    kind: 'notUnderstood' as const,
    code: 'rows.unknown',
    message: `${TABLE_NAMES[row.table]}中有统一格式以外的行“${row.label.replace(/\s+/g, '')}”，其数字未读入。`,
    place: row.place,
  }));
  return [...missing, ...extra];
}

/** A file that has no heading and no table of an annual report is something else. */
function refuseOther(outline: Outline, present: ReadonlySet<TableId>): void {
  if (outline.parts.length > 0 || present.size > 0) return;
  throw new ReadFailure(
    'not-a-report',
    '文件可以打开，但没有找到年度报告的标题（一、总体情况……）和三张表，不是政府信息公开工作年度报告。请检查是否选错文件。',
  );
}

/**
 * Builds the report from the paragraphs and tables of a source, by row label and never by position
 * (annual-report.md §12). Nothing is repaired: blanks stay blanks, words stay words; what was normalised, guessed
 * or not understood is in the notes.
 *
 * @throws ReadFailure `not-a-report`
 */
export function assembleReport(source: SourceDocument, options: AssembleOptions = {}): ReadReport {
  const { blocks, leftovers } = removeLeftovers(source.blocks);
  const items = sourceItems(blocks);
  const { frame, outline } = frameOf(outlineOf(items));
  const isTitle = new Set(outline.preamble.slice(frame.title?.from ?? 0, frame.title?.to ?? 0));
  const printed = (isTable: (line: TextItem) => boolean): Printed => ({
    title: frame.title?.title ?? null,
    preamble: outline.preamble.filter((line) => !isTitle.has(line) && !isTable(line)).map(({ text }) => text),
    sections: sectionsOf(outline, (line) => !frame.signatureLines.has(line) && !isTable(line)),
    signature: frame.signature?.signature ?? null,
  });
  const year = findReportYear(
    printed(() => false),
    options.name,
  );
  const reportYear = options.reportYear ?? year.value;
  const found = readTables(outline, {
    reportYear,
    ...(options.formVersion !== undefined && { formVersion: options.formVersion }),
  });
  const present = new Set(found.readings.map(({ table }) => table));
  refuseOther(outline, present);
  const text = printed((line) => found.tableTexts.has(line));
  const organ = findOrgan(text);
  const collected = collectCells(found.readings, found.splits);
  const tableForms: Partial<Record<TableId, FormVersion>> = {};
  for (const table of present) tableForms[table] = found.tables[table].version;
  const report: AnnualReport = {
    ...text,
    organ: organ.value,
    organKind: options.organKind ?? (organ.value === null ? null : inferOrganKind(organ.value)),
    reportYear,
    tableForms,
    cells: collected.cells,
    structure: {
      headings: outline.parts.map(({ section, heading }) => ({ section, text: heading })),
      tables: tablesAsFound(found.tables, found.readings, collected.duplicates, found.extraRows),
      properties: source.properties,
      leftovers: placeLeftovers(leftovers, items, outline, {
        title: isTitle,
        signature: frame.signatureLines,
      }),
    },
  };
  return {
    format: source.format,
    report: attachRemarks(report),
    provenance: collected.provenance,
    notes: [
      ...source.notes,
      ...frameNotes(frame, leftovers),
      ...(options.reportYear === undefined ? year.notes : []),
      ...organ.notes,
      ...tableNotes(found, present),
      ...found.notes,
      ...collected.notes,
    ],
  };
}
