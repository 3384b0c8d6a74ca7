import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { SECTION_IDS, type SectionId, type TableId } from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport, Signature } from '@zhaoshi/domain/annual-report/report';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { type DocumentTable, toDocumentTable } from './document-table.ts';
import { printable } from './printable.ts';

export interface DocumentSection {
  readonly id: SectionId;
  /** `null` when the source had the table but not the heading: none is made up. */
  readonly heading: string | null;
  /** Paragraphs above the table. */
  readonly paragraphs: readonly string[];
  readonly table: DocumentTable | null;
  /** Paragraphs below the table: the source's own notes to it. */
  readonly closing: readonly string[];
}

/** The one view of a report that all writers print; how it looks is theirs, what it says is here. */
export interface ReportDocument {
  readonly title: string | null;
  /** The title as it is set in 二号. */
  readonly titleLines: readonly string[];
  /** Day that stands for the document in file properties; never the clock's, so that files are reproducible. */
  readonly date: CivilDate | null;
  readonly preamble: readonly string[];
  readonly sections: readonly DocumentSection[];
  /** Lines of the signature block, right-aligned at the end. */
  readonly signature: readonly string[];
}

const TABLE_OF_SECTION: Readonly<Partial<Record<SectionId, TableId>>> = { s2: 't2', s3: 't3', s4: 't4' };

/** A paragraph such as "注：…" or "备注：…" belongs under the table it speaks of. */
const TABLE_NOTE = /^(注|备注|说明|附注)\s*\d*\s*[：:]/;

function toSection(report: AnnualReport, id: SectionId): DocumentSection | null {
  const section = report.sections[id];
  const table = TABLE_OF_SECTION[id];
  const version = table && report.tableForms[table];
  const printed = table && version ? toDocumentTable(formTable(table, version), report) : null;
  if (section === undefined && printed === null) return null;
  const paragraphs = (section?.paragraphs ?? []).map(printable);
  const lastText = printed
    ? paragraphs.findLastIndex((text) => !TABLE_NOTE.test(text.trim())) + 1
    : undefined;
  return {
    id,
    heading: section === undefined ? null : printable(section.heading),
    paragraphs: paragraphs.slice(0, lastText),
    table: printed,
    closing: lastText === undefined ? [] : paragraphs.slice(lastText),
  };
}

function signatureLines(signature: Signature | null): string[] {
  if (signature === null) return [];
  const lines = printable(signature.raw)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length > 0) return lines;
  return [
    printable(signature.organ ?? ''),
    signature.date === null ? '' : chineseDate(signature.date),
  ].filter((line) => line !== '');
}

/** Characters of 二号 that stand on one line of the page. */
const TITLE_LINE = 20;

/** A title too long for one line is broken after the name of the organ, never within a word. */
function titleLines(title: string | null, organ: string | null): readonly string[] {
  if (title === null) return [];
  const cut = organ !== null && title.length > TITLE_LINE && title.startsWith(organ) ? organ.length : 0;
  return [title.slice(0, cut), title.slice(cut)].filter((line) => line !== '');
}

/** Lays a report out in reading order; mixed forms print each table on its own form, missing parts stay missing. */
export function reportToDocument(report: AnnualReport): ReportDocument {
  const title = report.title === null ? null : printable(report.title);
  return {
    title,
    titleLines: titleLines(title, report.organ),
    date: report.signature?.date ?? null,
    preamble: report.preamble.map(printable),
    sections: SECTION_IDS.flatMap((id) => toSection(report, id) ?? []),
    signature: signatureLines(report.signature),
  };
}
