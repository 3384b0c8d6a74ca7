import { reportPeriod } from '../../application/table-three.ts';
import { chineseDate } from '../../kernel/chinese-date.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { withoutUnseen } from '../../kernel/unseen.ts';
import { formForYear } from '../forms/registry.ts';
import { SECTION_IDS, type SectionId } from '../ids.ts';
import { fillLiveFields, type LiveField, liveFields } from '../live/live-fields.ts';
import type { AnnualReport, OrganKind, ReportSection } from '../report.ts';
import type { CountedCells, FeeRegister } from '../rules/register-facts.ts';
import { canonicalHeading } from '../section-headings.ts';
import { reportCells } from './report-cells.ts';
import type { ReportDraft } from './report-draft.ts';

/** Whose report it is. */
export interface ReportHead {
  readonly organ: string;
  readonly organKind: OrganKind;
  readonly reportYear: number;
}

/** The year's figures are settled on 31 December (30号一（二）): from the next day on its report may go on its way. */
export const isYearOver = (reportYear: number, today: CivilDate): boolean =>
  today > reportPeriod(reportYear).to;

/** Title as 30号 gives it. */
export const titleOf = ({ organ, reportYear }: Pick<ReportHead, 'organ' | 'reportYear'>): string =>
  `${organ}${reportYear}年政府信息公开工作年度报告`;

/** Paragraphs of a written part; empty lines part them and are not kept, nor is what turns the order of figures round. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/u)
    .map((line) => withoutUnseen(line.replaceAll('\t', ' ')).trim())
    .filter((line) => line !== '');

/** What the registers know of a year. */
export interface Registers {
  readonly counted: CountedCells;
  /** `undefined`: no register of fees is kept. */
  readonly fees: FeeRegister | undefined;
}

/** The report as it would stand now, with what its text could name and what it names in vain. */
export interface ComposedReport {
  readonly report: AnnualReport;
  readonly fields: readonly LiveField[];
  /** Names in braces that are no field. */
  readonly unknownFields: readonly string[];
}

/**
 * The report as it would stand now: texts with their live fields filled, the headings of the form, every cell.
 *
 * @returns `null` for a year before 2019, which has no uniform form (60号)
 */
export function composeReport(
  head: ReportHead,
  draft: ReportDraft,
  { counted, fees }: Registers,
): ComposedReport | null {
  const form = formForYear(head.reportYear);
  if (form === undefined) return null;
  const { version } = form;
  const tableForms = { t2: version, t3: version, t4: version };
  const cells = reportCells(version, draft, counted);
  const fields = liveFields({ tableForms, cells }, fees);
  const unknown = new Set<string>();
  const fill = (text: string): readonly string[] => {
    const filled = fillLiveFields(text, fields);
    for (const name of filled.unknown) unknown.add(name);
    return paragraphsOf(filled.text);
  };
  const sections: Partial<Record<SectionId, ReportSection>> = {};
  for (const id of SECTION_IDS) {
    const isWritten = id === 's1' || id === 's5' || id === 's6';
    sections[id] = { heading: canonicalHeading(id), paragraphs: isWritten ? fill(draft.texts[id]) : [] };
  }
  const { datedOn } = draft;
  const report: AnnualReport = {
    title: titleOf(head),
    organ: head.organ,
    organKind: head.organKind,
    reportYear: head.reportYear,
    tableForms,
    preamble: fill(draft.texts.preamble),
    sections,
    signature:
      datedOn === null
        ? null
        : { organ: head.organ, date: datedOn, raw: `${head.organ} ${chineseDate(datedOn)}` },
    cells,
  };
  return { report, fields, unknownFields: [...unknown] };
}
