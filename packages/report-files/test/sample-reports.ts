import { formForYear, formTable, tablesOf } from '@zhaoshi/domain/annual-report/forms/registry';
import {
  APPLICANT_KINDS,
  type CellId,
  cellId,
  type FormVersion,
  type TableId,
} from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport, CellValue } from '@zhaoshi/domain/annual-report/report';
import { civilDate } from '@zhaoshi/domain/kernel/civil-date';

/** Small linear generator: the same number gives the same report on every machine. */
function randomFrom(start: number): (below: number) => number {
  let state = (start * 2654435761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export const figure = (value: number, raw = String(value)): CellValue => ({ state: 'value', value, raw });

type Cells = Partial<Record<CellId, CellValue>>;

function fillTableThree(cells: Cells, version: FormVersion, random: (below: number) => number): void {
  const rows = formTable('t3', version).rows;
  const leaves = rows.filter((row) => row.kind === 'leaf');
  const totals = new Map<string, number>();
  const put = (row: (typeof rows)[number], counts: readonly number[]): void => {
    APPLICANT_KINDS.forEach((kind, index) => {
      cells[cellId(row.id, kind)] = figure(counts[index] ?? 0);
    });
    const total = counts.reduce((sum, count) => sum + count, 0);
    cells[cellId(row.id, 'total')] = figure(total);
    totals.set(row.id, total);
  };
  const results = APPLICANT_KINDS.map(() => 0);
  for (const row of leaves) {
    const counts = APPLICANT_KINDS.map((_, index) => (index === 0 ? random(300) : random(3) * random(9)));
    counts.forEach((count, index) => {
      results[index] = (results[index] ?? 0) + count;
    });
    put(row, counts);
  }
  const carriedIn = APPLICANT_KINDS.map(() => random(12));
  const carriedForward = APPLICANT_KINDS.map((_, index) => random(6) + (carriedIn[index] ?? 0));
  const received = results.map(
    (count, index) => count + (carriedForward[index] ?? 0) - (carriedIn[index] ?? 0),
  );
  for (const row of rows) {
    if (row.id === 't3.newlyReceived') put(row, received);
    if (row.id === 't3.carriedIn') put(row, carriedIn);
    if (row.id === 't3.resultTotal') put(row, results);
    if (row.id === 't3.carriedForward') put(row, carriedForward);
  }
}

export interface SampleOptions {
  readonly seed?: number;
  readonly year?: number;
  readonly tableForms?: Readonly<Partial<Record<TableId, FormVersion>>>;
}

/** A balanced report with made-up figures of 1–4 digits in every cell of its forms. */
export function sampleReport(options: SampleOptions = {}): AnnualReport {
  const { seed = 1, year = 2023 } = options;
  const version = formForYear(year)?.version ?? '2021';
  const tableForms = options.tableForms ?? { t2: version, t3: version, t4: version };
  const random = randomFrom(seed);
  const cells: Cells = {};
  for (const table of tablesOf({ tableForms })) {
    if (table.table === 't3') {
      fillTableThree(cells, table.version, random);
      continue;
    }
    for (const cell of table.cells) {
      if (cell.column.type === 'amountWan' || cell.column.type === 'amountWithUnit') {
        cells[cell.id] = figure(random(99_999_999) / 1_000_000);
      } else if (cell.column.type === 'signedCount') {
        cells[cell.id] = figure(random(40) - 20);
      } else {
        cells[cell.id] = figure(random(4) === 0 ? 0 : random(3000));
      }
    }
  }
  const organ = '昭和县人民政府办公室';
  return {
    title: `${organ}${year}年政府信息公开工作年度报告`,
    organ,
    organKind: 'governmentOrgan',
    reportYear: year,
    tableForms,
    preamble: [
      `根据《中华人民共和国政府信息公开条例》第五十条规定，现公布${organ}${year}年政府信息公开工作年度报告。`,
      `本报告所列数据的统计期限自${year}年1月1日起至12月31日止。`,
    ],
    sections: {
      s1: {
        heading: '一、总体情况',
        paragraphs: [
          `${year}年，我办认真贯彻落实条例要求，坚持“以公开为常态、不公开为例外”，推进决策、执行、管理、服务和结果公开。`,
          '（一）主动公开。全年通过门户网站公开政府信息1286条，其中政策文件42件，政策解读材料38篇。',
          '（二）依申请公开。规范登记、审核、办理、答复、归档各环节，答复均在法定期限内作出。',
          '（三）政府信息管理。健全发布审核制度，动态清理规范性文件。',
          '（四）平台建设。优化政府信息公开专栏，提升检索与无障碍浏览体验。',
          '（五）监督保障。工作考核、社会评议和责任追究结果情况：年度考核为优秀，未发生责任追究。',
        ],
      },
      s2: { heading: '二、主动公开政府信息情况', paragraphs: [] },
      s3: { heading: '三、收到和处理政府信息公开申请情况', paragraphs: [] },
      s4: { heading: '四、政府信息公开行政复议、行政诉讼情况', paragraphs: [] },
      s5: {
        heading: '五、存在的主要问题及改进情况',
        paragraphs: [
          '存在的主要问题：一是政策解读形式不够丰富；二是基层公开标准化水平有待提高。',
          '改进措施：一是增加图解、视频等解读方式；二是加强业务培训，按季度开展检查。',
        ],
      },
      s6: { heading: '六、其他需要报告的事项', paragraphs: ['本年度未收取政府信息公开信息处理费。'] },
    },
    signature: {
      organ,
      date: civilDate(year + 1, 1, 20) ?? null,
      raw: `${organ}\n${year + 1}年1月20日`,
    },
    cells,
  };
}

/** A sample with one cell of each kind that is not a plain figure. */
export function troubledReport(options: SampleOptions = {}): AnnualReport {
  const report = sampleReport(options);
  const fees = report.tableForms.t2 === '2019' ? 't2.procurement/amount' : 't2.fees/amountWan';
  const made = report.tableForms.t2 === '2019' ? 'newlyMade' : 'made';
  return {
    ...report,
    cells: {
      ...report.cells,
      [fees]: { state: 'value', value: 16.877, raw: '16.877万元', unit: '万元' },
      [`t2.normativeDocument/${made}`]: {
        state: 'value',
        value: 64,
        raw: '64',
        footnote: '其中修订16件',
      },
      't2.licensing/decisions': { state: 'blank', value: null, raw: '' },
      't3.granted/researchInstitution': { state: 'blank', value: null, raw: '' },
      't3.carriedIn/total': { state: 'blank', value: null, raw: '' },
      't4.litigationDirect/pending': { state: 'blank', value: null, raw: '' },
    },
  };
}
