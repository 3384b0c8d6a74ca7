import { cellName } from '@zhaoshi/domain/annual-report/forms/registry';
import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import { evaluateReport } from '@zhaoshi/domain/annual-report/rules/evaluate';
import { DEFAULT_SETTINGS } from '@zhaoshi/domain/annual-report/rules/settings';
import { draftOfReport } from '@zhaoshi/domain/annual-report/work/draft-of-report';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import type { Place } from '@zhaoshi/report-files/source-document';
import type { OrganRow } from '../../db/queries/organs.ts';
import type { ReportFile } from '../../use-cases/annual-report/read-report-file.ts';

/** Where a figure stood, for somebody who has the file open beside. */
function placeInWords({ sheet, page, table, row, column, line }: Place = {}): string {
  const place = [
    sheet !== undefined && `工作表“${sheet}”`,
    page !== undefined && `第${page}页`,
    table !== undefined && `第${table}个表`,
    row !== undefined && `第${row}行`,
    column !== undefined && `第${column}列`,
  ]
    .filter((words) => words !== false)
    .join('');
  if (line === undefined) return place;
  const inText = `第${line}行文字`;
  return place === '' ? inText : `${place}（${inText}）`;
}

const cellsOf = ({ report, provenance }: ReadReport) =>
  (Object.keys(report.cells) as CellId[]).flatMap((id) => {
    const cell = report.cells[id];
    if (cell === undefined) return [];
    const { state, value, raw, unit, footnote } = cell;
    const place = placeInWords(provenance[id]);
    return [
      {
        cell: id,
        name: cellName(id),
        state,
        value,
        raw,
        ...(unit !== undefined && { unit }),
        ...(footnote !== undefined && { footnote }),
        place,
      },
    ];
  });

/** What makes a reading doubtful, in sentences; a blank or a wrong sum is the report's own and is no doubt about it. */
function doubtsOf({ report, notes }: ReadReport, units: readonly OrganRow[]): string[] {
  const guessed = notes.filter(({ kind }) => kind === 'guessed').length;
  const left = notes.filter(({ kind }) => kind === 'notUnderstood').length;
  const derived = Object.values(report.cells).filter((cell) => cell?.state === 'derived').length;
  return [
    ...(units.length === 0
      ? [
          `您可以录入报告的单位里没有名称为“${report.organ ?? '（文件没有写）'}”的，请选择；下级单位的报告由主管部门人员录入。`,
        ]
      : []),
    ...(units.length > 1 ? [`名称为“${report.organ}”的单位有 ${units.length} 个，请选择。`] : []),
    ...(report.reportYear === null ? ['文件没有写是哪一年的报告，请选择。'] : []),
    ...(['t2', 't3', 't4'] as const)
      .filter((table) => report.tableForms[table] === undefined)
      .map((table) => `没有认出${TABLES[table]}。`),
    ...(guessed > 0 ? [`有 ${guessed} 处是推测的，请对照原件核对。`] : []),
    ...(left > 0 ? [`有 ${left} 处没有看懂，没有读入。`] : []),
    ...(derived > 0 ? [`有 ${derived} 格是由其他格推算的，原件没有写。`] : []),
  ];
}

const TABLES = { t2: '主动公开情况表', t3: '依申请公开情况表', t4: '行政复议、行政诉讼情况表' } as const;

/** A read file beside what the rules find in it; nothing in it is mended. */
export function presentReportReading({ name, sha256, read }: ReportFile, units: readonly OrganRow[]) {
  const { report, notes, format } = read;
  const findings = evaluateReport({ report, settings: DEFAULT_SETTINGS });
  const { texts, sources, typed, footnotes, datedOn } = draftOfReport(report);
  return {
    fileName: name,
    sha256,
    format,
    title: report.title,
    organName: report.organ,
    reportYear: report.reportYear,
    datedOn: report.signature?.date ?? null,
    units: units.map((unit) => ({ regionId: unit.region_id, organId: unit.organ_id, name: unit.name })),
    cells: cellsOf(read),
    notes: notes.map(({ kind, message }) => ({ kind, message })),
    findings: findings
      .filter(({ status }) => status === 'fail')
      .map(({ rule, severity, message }) => ({ rule, severity, message })),
    doubts: doubtsOf(read, units),
    draft: {
      texts: { ...texts },
      sources: { ...sources },
      typed: { ...typed },
      footnotes: { ...footnotes },
      datedOn,
      elsewhere: {},
    },
  };
}
