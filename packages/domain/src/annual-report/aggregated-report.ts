import type { AggregationResult } from './aggregate.ts';
import { type CellId, type FormVersion, SECTION_IDS, type SectionId } from './ids.ts';
import type { AnnualReport, CellValue, ReportSection } from './report.ts';
import { canonicalHeading } from './section-headings.ts';

export interface AggregatedReportHead {
  readonly organ: string | null;
  readonly reportYear: number;
  readonly version: FormVersion;
}

/**
 * The sums as a report whose text is still to be written. A cell that nobody could be counted in stays blank,
 * and the units that are missing stand in the preamble, so that the file itself says what it lacks.
 */
export function aggregatedReport(result: AggregationResult, head: AggregatedReportHead): AnnualReport {
  const { organ, reportYear, version } = head;
  const cells: Partial<Record<CellId, CellValue>> = {};
  for (const { cell, value, unit } of result.cells) {
    cells[cell] =
      value === null
        ? { state: 'blank', value: null, raw: '' }
        : { state: 'value', value, raw: String(value), ...(unit !== undefined && { unit }) };
  }
  const sections: Partial<Record<SectionId, ReportSection>> = {};
  for (const id of SECTION_IDS) sections[id] = { heading: canonicalHeading(id), paragraphs: [] };
  const missing =
    result.missing.length === 0 ? [] : [`本汇总不含以下未报送单位：${result.missing.join('、')}。`];
  const lacking = result.cells.filter(({ lacks }) => lacks.some(({ reason }) => reason !== 'notReported'));
  const units = new Set(
    lacking.flatMap(({ lacks }) =>
      lacks.flatMap(({ reason, units: named }) => (reason === 'notReported' ? [] : named)),
    ),
  );
  const incomplete =
    lacking.length === 0
      ? []
      : [`另有${lacking.length}格因部分单位空白或不是数字，合计不完整，涉及：${[...units].join('、')}。`];
  return {
    title: `${organ ?? ''}${reportYear}年政府信息公开工作年度报告`,
    organ,
    organKind: null,
    reportYear,
    tableForms: { t2: version, t3: version, t4: version },
    preamble: [`以下数据由${result.counted}个单位${reportYear}年度报告逐格汇总。`, ...missing, ...incomplete],
    sections,
    signature: null,
    cells,
  };
}
