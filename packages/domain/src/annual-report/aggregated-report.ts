import type { AggregationResult } from './aggregate.ts';
import { type CellId, type FormVersion, SECTION_IDS, type SectionId } from './ids.ts';
import type { AnnualReport, CellValue, ReportSection } from './report.ts';

export interface AggregatedReportHead {
  readonly organ: string | null;
  readonly reportYear: number;
  readonly version: FormVersion;
}

/** Canonical headings of the six parts (30号 template). */
const HEADINGS: Readonly<Record<SectionId, string>> = {
  s1: '一、总体情况',
  s2: '二、主动公开政府信息情况',
  s3: '三、收到和处理政府信息公开申请情况',
  s4: '四、政府信息公开行政复议、行政诉讼情况',
  s5: '五、存在的主要问题及改进情况',
  s6: '六、其他需要报告的事项',
};

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
  for (const id of SECTION_IDS) sections[id] = { heading: HEADINGS[id], paragraphs: [] };
  const missing =
    result.missing.length === 0 ? [] : [`本汇总不含以下未报送单位：${result.missing.join('、')}。`];
  return {
    title: `${organ ?? ''}${reportYear}年政府信息公开工作年度报告`,
    organ,
    organKind: null,
    reportYear,
    tableForms: { t2: version, t3: version, t4: version },
    preamble: [`以下数据由${result.counted}个单位${reportYear}年度报告逐格汇总。`, ...missing],
    sections,
    signature: null,
    cells,
  };
}
