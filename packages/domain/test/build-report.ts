/** Test-only: annual reports without a fault, and single changes to them. */

import type { CellType } from '../src/annual-report/forms/form.ts';
import { FORMS } from '../src/annual-report/forms/registry.ts';
import {
  type CellId,
  type FormVersion,
  type RowId,
  SECTION_IDS,
  type SectionId,
  TABLE_IDS,
} from '../src/annual-report/ids.ts';
import type { AnnualReport, CellValue, ReportSection, SourceStructure } from '../src/annual-report/report.ts';
import type { CheckContext } from '../src/annual-report/rules/rule.ts';
import { DEFAULT_SETTINGS } from '../src/annual-report/rules/settings.ts';
import { civilDate } from '../src/kernel/civil-date.ts';

/** Report year of the clean report on each form. */
export const CLEAN_YEAR: Readonly<Record<FormVersion, number>> = { '2019': 2020, '2021': 2023 };

export const CLEAN_ORGAN = '清溪县柳林镇人民政府';

type Row = readonly [RowId, readonly number[]];

/** Kinds in form order: six figures; the seventh, the total, is worked out. */
const SAME_ROWS: readonly Row[] = [
  ['t3.newlyReceived', [12, 3, 0, 1, 2, 0]],
  ['t3.carriedIn', [1, 0, 0, 0, 0, 0]],
  ['t3.granted', [5, 1, 0, 1, 1, 0]],
  ['t3.partiallyGranted', [2, 0, 0, 0, 0, 0]],
  ['t3.refused.thirdPartyRights', [1, 0, 0, 0, 0, 0]],
  ['t3.refused.internalAffairs', [1, 0, 0, 0, 0, 0]],
  ['t3.unavailable.notHeld', [2, 1, 0, 0, 1, 0]],
  ['t3.notProcessed.duplicate', [0, 1, 0, 0, 0, 0]],
  ['t3.resultTotal', [12, 3, 0, 1, 2, 0]],
  ['t3.carriedForward', [1, 0, 0, 0, 0, 0]],
];

const OTHER_HANDLING: Readonly<Record<FormVersion, Row>> = {
  '2019': ['t3.otherHandling', [1, 0, 0, 0, 0, 0]],
  '2021': ['t3.otherHandling.correctionLapsed', [1, 0, 0, 0, 0, 0]],
};

const TABLE_TWO: Readonly<Record<FormVersion, Readonly<Record<string, number>>>> = {
  '2019': {
    't2.normativeDocument/newlyMade': 2,
    't2.normativeDocument/newlyDisclosed': 2,
    't2.normativeDocument/totalDisclosed': 9,
    't2.licensing/previousItems': 6,
    't2.licensing/decisions': 30,
    't2.penalties/previousItems': 4,
    't2.penalties/decisions': 12,
    't2.procurement/projects': 2,
    't2.procurement/amount': 35.5,
  },
  '2021': {
    't2.normativeDocument/made': 2,
    't2.normativeDocument/repealed': 2,
    't2.normativeDocument/inForce': 9,
    't2.licensing/decisions': 30,
    't2.penalties/decisions': 12,
    't2.fees/amountWan': 3.25,
  },
};

const TABLE_FOUR: Readonly<Record<string, number>> = {
  't4.reconsideration/upheld': 2,
  't4.reconsideration/pending': 1,
  't4.reconsideration/total': 3,
  't4.litigationDirect/otherResult': 1,
  't4.litigationDirect/total': 1,
};

function figures(version: FormVersion): Readonly<Record<string, number>> {
  const rows = [...SAME_ROWS, OTHER_HANDLING[version]].flatMap(([row, kinds]) => {
    const columns = FORMS[version].tables.t3.rows[0]!.columns;
    const all = [...kinds, kinds.reduce((sum, kind) => sum + kind, 0)];
    return columns.map(({ id }, index) => [`${row}/${id}`, all[index]!] as const);
  });
  return { ...TABLE_TWO[version], ...Object.fromEntries(rows), ...TABLE_FOUR };
}

function printed(value: number, type: CellType): CellValue {
  const unit = type === 'amountWithUnit' ? { unit: '万元' } : {};
  return { state: 'value', value, raw: String(value), ...unit };
}

function cleanCells(version: FormVersion): Readonly<Partial<Record<CellId, CellValue>>> {
  const known = figures(version);
  return Object.fromEntries(
    TABLE_IDS.flatMap((table) =>
      FORMS[version].tables[table].cells.map(({ id, column }) => [id, printed(known[id] ?? 0, column.type)]),
    ),
  );
}

const HEADINGS: Readonly<Record<SectionId, string>> = {
  s1: '一、总体情况',
  s2: '二、主动公开政府信息情况',
  s3: '三、收到和处理政府信息公开申请情况',
  s4: '四、政府信息公开行政复议、行政诉讼情况',
  s5: '五、存在的主要问题及改进情况',
  s6: '六、其他需要报告的事项',
};

function paragraphs(year: number): Readonly<Record<SectionId, readonly string[]>> {
  return {
    s1: [
      `${year}年，柳林镇认真贯彻落实《中华人民共和国政府信息公开条例》，扎实推进政府信息公开工作。`,
      '（一）主动公开。围绕乡村建设和民生保障，及时公开财政预决算、惠农补贴等信息。',
      '（二）依申请公开。本年新收政府信息公开申请18件，上年结转1件，均按规定办理；不予公开的主要涉及保护第三方合法权益和内部事务信息。行政复议3件，行政诉讼1件。',
      '（三）政府信息管理。完善信息发布审核制度，定期清理规范性文件并公开清理结果。',
      '（四）政府信息公开平台建设。依托县政府门户网站设置专栏，做好日常维护。',
      '（五）监督保障。将政务公开纳入年度工作考核，考核结果为良好；开展社会评议，群众满意度较高；本年度未发生责任追究情形。',
    ],
    s2: [],
    s3: [],
    s4: [],
    s5: [
      '上年所列政策解读形式不够丰富的问题已完成整改，全年制作图文解读6期。存在的主要问题：部分村级信息更新不够及时。',
      '改进措施：下一步将明确村级信息员更新时限，每季度开展一次检查并通报结果，推动问题整改到位。',
    ],
    s6: ['本年度未收取政府信息公开信息处理费，无其他需要报告的事项。'],
  };
}

/** Last year's text tells of other things in other words, so that nothing looks copied. */
function earlierParagraphs(): Pick<Record<SectionId, readonly string[]>, 's1' | 's5'> {
  return {
    s1: [
      '全镇上下坚持以公开促规范、促落实、促服务，统筹抓好政务信息各项任务。',
      '1.主动公开方面，重点发布疫情防控、就业帮扶、农村饮水安全等内容，回应居民关切。',
      '2.依申请公开方面，畅通信函、当面提交等渠道，答复规范及时，保护第三方合法权益、内部事务信息两类情形依法不予公开，复议诉讼应对稳妥。',
      '3.政府信息管理方面，落实先审后发，动态调整公开属性，对失效文件予以标注。',
      '4.政府信息公开平台建设方面，办好专栏、公示栏和便民服务点三类载体。',
      '5.监督保障方面，工作考核列入绩效目标，社会评议结果总体满意，全年没有责任追究事项。',
    ],
    s5: [
      '主要问题是：政策解读形式不够丰富。',
      '改进情况：已安排专人负责解读材料制作，建立月度通报机制，并组织业务骨干参加县里举办的专题培训班，逐步提升水平。',
    ],
  };
}

/** The clean report of the year before, from which figures carry over and text does not. */
export function earlierReport(version: FormVersion = '2021', year = CLEAN_YEAR[version] - 1): AnnualReport {
  const { s1, s5 } = earlierParagraphs();
  return withText(withText(cleanReport(version, year), 's1', s1), 's5', s5);
}

function cleanSections(year: number): Readonly<Record<SectionId, ReportSection>> {
  const text = paragraphs(year);
  const part = (section: SectionId): ReportSection => ({
    heading: HEADINGS[section],
    paragraphs: text[section],
  });
  return { s1: part('s1'), s2: part('s2'), s3: part('s3'), s4: part('s4'), s5: part('s5'), s6: part('s6') };
}

const CLEAN_STRUCTURE: SourceStructure = {
  headings: SECTION_IDS.map((section) => ({ section, text: HEADINGS[section] })),
  tables: TABLE_IDS.map((table) => ({
    table,
    missingRows: [],
    duplicateRows: [],
    extraRows: [],
    deviatingLabels: [],
    flattened: false,
  })),
  leftovers: [],
};

/** A township's report, balanced and complete, on which no rule fails. */
export function cleanReport(version: FormVersion = '2021', year = CLEAN_YEAR[version]): AnnualReport {
  return {
    title: `${CLEAN_ORGAN}${year}年政府信息公开工作年度报告`,
    organ: CLEAN_ORGAN,
    organKind: 'township',
    reportYear: year,
    tableForms: { t2: version, t3: version, t4: version },
    preamble: [
      `本报告由${CLEAN_ORGAN}按照《中华人民共和国政府信息公开条例》编制。`,
      '全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项。',
      `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    ],
    sections: cleanSections(year),
    signature: {
      organ: CLEAN_ORGAN,
      date: civilDate(year + 1, 1, 20)!,
      raw: `${CLEAN_ORGAN} ${year + 1}年1月20日`,
    },
    cells: cleanCells(version),
    structure: CLEAN_STRUCTURE,
  };
}

/** Everything a check of the clean report can want: last year's report, older ones, peers, a day in January. */
export function cleanContext(version: FormVersion = '2021'): CheckContext {
  const year = CLEAN_YEAR[version];
  return {
    report: cleanReport(version),
    settings: DEFAULT_SETTINGS,
    previous: earlierReport(version),
    asOf: civilDate(year + 1, 1, 25)!,
  };
}

/** One cell changed: a figure, `null` for a blank, or the whole cell. */
export function withCell(
  report: AnnualReport,
  id: CellId,
  value: number | null | Partial<CellValue>,
): AnnualReport {
  const cell: CellValue =
    value === null
      ? { state: 'blank', value: null, raw: '' }
      : typeof value === 'number'
        ? { ...report.cells[id], state: 'value', value, raw: String(value) }
        : { state: 'value', value: null, raw: '', ...value };
  return { ...report, cells: { ...report.cells, [id]: cell } };
}

export function withCells(
  report: AnnualReport,
  values: Readonly<Record<string, number | null | Partial<CellValue>>>,
): AnnualReport {
  return Object.entries(values).reduce((built, [id, value]) => withCell(built, id as CellId, value), report);
}

/** One cell raised or lowered. */
export function addTo(report: AnnualReport, id: CellId, delta: number): AnnualReport {
  return withCell(report, id, (report.cells[id]?.value ?? 0) + delta);
}

/** Every figure of the given tables set to 0. */
export function zeroed(report: AnnualReport, tables: readonly string[] = TABLE_IDS): AnnualReport {
  const ids = Object.keys(report.cells).filter((id) => tables.includes(id.slice(0, 2)));
  return withCells(report, Object.fromEntries(ids.map((id) => [id, 0])));
}

/** The paragraphs of one part replaced. */
export function withText(report: AnnualReport, section: SectionId, text: readonly string[]): AnnualReport {
  const part = report.sections[section]!;
  return { ...report, sections: { ...report.sections, [section]: { ...part, paragraphs: text } } };
}

/** What the reader saw of the source, changed. */
export function withStructure(report: AnnualReport, change: Partial<SourceStructure>): AnnualReport {
  return { ...report, structure: { ...CLEAN_STRUCTURE, ...report.structure, ...change } };
}
