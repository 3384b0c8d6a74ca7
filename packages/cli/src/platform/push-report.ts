import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { compareCells } from '@zhaoshi/domain/annual-report/compare/compare-cells';
import { compareTexts } from '@zhaoshi/domain/annual-report/compare/compare-texts';
import { cellName } from '@zhaoshi/domain/annual-report/forms/registry';
import { TABLE_NAMES } from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { type DraftWithFile, draftWithFile } from '@zhaoshi/domain/annual-report/work/draft-with-file';
import type { ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import { isEditable, REPORT_STATUSES } from '@zhaoshi/domain/annual-report/work/report-status';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { expandInputs } from '../inputs.ts';
import { type Io, write } from '../io.ts';
import { requireReport } from '../load-report.ts';
import { printCellChanges, printTextChanges } from '../print/comparison.ts';
import { noteLines } from '../print/notes.ts';
import { confirmed } from './confirmed.ts';
import type { PlatformClient } from './platform-client.ts';
import { findingsInWords } from './platform-findings.ts';
import {
  asReport,
  type CheckedDraft,
  type PlatformReport,
  type ReportKey,
  readReport,
  reportNamed,
  standingOf,
} from './platform-report.ts';
import { withPrompt } from './prompt.ts';
import { withSession } from './signed-in.ts';

export interface PushFlags {
  readonly organ?: string;
  readonly year?: number;
  readonly yes?: boolean;
}

async function readOne(file: string, { year }: PushFlags, io: Io): Promise<ReadReport> {
  const [input, ...more] = await expandInputs([file], io);
  if (input === undefined || more.length > 0) throw new CliError(`一次只能写入一个文件：${file}`);
  return await requireReport(input, year === undefined ? {} : { year }, io);
}

/** Whose report the file is, by what the person says, else by what the file says. */
async function keyOf(
  client: PlatformClient,
  { report }: ReadReport,
  { organ, year }: PushFlags,
): Promise<ReportKey> {
  const named = organ ?? report.organ;
  const reportYear = year ?? report.reportYear;
  if (named === null || reportYear === null) {
    throw new CliError('文件里没有认出单位或者年度，请用 --organ、--year 指明。');
  }
  return (await reportNamed(client, named, reportYear)).key;
}

/** Why the file cannot become this draft at all. */
function refuse(report: PlatformReport, { report: file }: ReadReport): void {
  if (!isEditable(report.status)) {
    throw new CliError(
      `${report.organName}${report.reportYear}年度的报告${REPORT_STATUSES[report.status]}，不能直接改动，没有写入。请先撤回送签、由主管部门退回，或者发起更正。`,
    );
  }
  if (Object.keys(file.tableForms).length === 0 && Object.keys(file.sections).length === 0) {
    throw new CliError('文件里没有认出年度报告的表格和文字，没有写入。请核对是不是年度报告。');
  }
  const other = Object.values(file.tableForms).find((version) => version !== report.formVersion);
  if (other !== undefined) {
    throw new CliError(
      `文件的表格是${other}版格式，${report.reportYear}年度用${report.formVersion}版，没有写入。请核对年度，或者改用${report.formVersion}版表格。`,
    );
  }
}

/** Figures of the file that the draft does not take as they are: totals are computed, never typed. */
function computedOtherwise(after: AnnualReport, file: AnnualReport, { tables }: DraftWithFile): string[] {
  const otherwise = compareCells(after, file).filter(
    ({ cell, change }) => tables.some((table) => cell.startsWith(`${table}.`)) && change === 'changed',
  );
  return otherwise.map(
    ({ cell, a, b }) => `合计由系统计算：${cellName(cell)}为 ${a?.value}，文件里的 ${b?.value} 没有采用。`,
  );
}

function dateInWords({ draft }: PlatformReport, taken: DraftWithFile, file: AnnualReport): string[] {
  if (taken.isDatedAnew) return [`落款日期：${draft.datedOn} → ${taken.draft.datedOn}`];
  const date = file.signature?.date ?? null;
  if (draft.datedOn !== null || date === null) return [];
  return [`落款日期由平台在提请签发当日填写，文件里的 ${date} 没有采用。`];
}

function changesInWords(
  report: PlatformReport,
  { taken, checked, file }: { taken: DraftWithFile; checked: CheckedDraft; file: AnnualReport },
  io: Io,
): string {
  const [before, after] = [asReport(report, report), asReport(report, checked)];
  const becomeTyped = taken.tables.filter((table) => report.draft.sources[table] === 'counted');
  return [
    '写入以后的变化（前一份为平台上现在的，后一份为写入以后的）：',
    printCellChanges(compareCells(before, after), io.width),
    printTextChanges(compareTexts(before, after), io.width),
    ...becomeTyped.map(
      (table) => `${TABLE_NAMES[table]}的数字原由台账统计，写入以后为手工填写，不再随台账变化。`,
    ),
    ...computedOtherwise(after, file, taken),
    ...dateInWords(report, taken, file),
    '',
  ].join('\n');
}

/** The platform has checked that the day is one. */
const draftOf = ({ draft }: PlatformReport): ReportDraft => ({
  ...draft,
  datedOn: draft.datedOn as CivilDate | null,
});

/** Puts a report file into the draft on the platform, after showing what would change. */
export async function pushReport(file: string, flags: PushFlags, io: Io): Promise<ExitCode> {
  const read = await readOne(file, flags, io);
  return await withSession(io, async (client) => {
    const key = await keyOf(client, read, flags);
    const report = await readReport(client, key);
    await write(io.stderr, `${[standingOf(report), ...noteLines(read, io.width)].join('\n')}\n`);
    refuse(report, read);
    const taken = draftWithFile(draftOf(report), asReport(report, report), read.report);
    if (taken.texts.length + taken.tables.length === 0 && !taken.isDatedAnew) {
      await write(io.stdout, '文件与平台上的草稿一致，没有要写入的。\n');
      return EXIT.clean;
    }
    const body = { draft: taken.draft };
    const checked = await client.call(annualReportRoutes.check, { params: key, body });
    await write(io.stdout, changesInWords(report, { taken, checked, file: read.report }, io));
    await write(io.stdout, findingsInWords(checked.findings, io));
    const { yes } = flags;
    const question = '写入平台上的草稿？';
    const isWanted = await withPrompt(io, (prompt) => confirmed(question, { prompt, yes }, io));
    if (!isWanted) return EXIT.findings;
    await client.call(annualReportRoutes.save, { params: key, body }, report.version);
    await write(io.stdout, '已写入平台上的草稿。\n');
    return EXIT.clean;
  });
}
