import { aggregatedReport } from '@zhaoshi/domain/annual-report/aggregated-report';
import { AGGREGATION_RULES } from '@zhaoshi/domain/annual-report/rules/aggregation-rules';
import { evaluateReport } from '@zhaoshi/domain/annual-report/rules/evaluate';
import type { Finding } from '@zhaoshi/domain/annual-report/rules/rule';
import { DEFAULT_SETTINGS } from '@zhaoshi/domain/annual-report/rules/settings';
import { stoppingFindings } from '@zhaoshi/domain/annual-report/rules/steps';
import { toJsonCheck } from '@zhaoshi/report-files/json-check';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import { type ReportFormat, WRITE_FORMATS, writeReportFile } from '@zhaoshi/report-files/write/write-file';
import { type Command, Option } from 'commander';
import { CliError } from '../cli-error.ts';
import { type Collected, type Contribution, collectMembers, type MembersWanted } from '../collect-members.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { expandInputs } from '../inputs.ts';
import { type Io, write } from '../io.ts';
import { requireReport } from '../load-report.ts';
import { formVersion, reportYear } from '../options.ts';
import { createOutputs } from '../outputs.ts';
import { printAggregation } from '../print/aggregation.ts';
import { printContributions } from '../print/contributions.ts';
import { printFindings } from '../print/findings.ts';

interface AggregateOptions extends Partial<Omit<MembersWanted, 'platform' | 'byUnit'>> {
  readonly organ?: string;
  /** The government on the platform whose units are members. */
  readonly platform?: string;
  readonly byUnit?: boolean;
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

export function reportAggregateCommand(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description('汇总各单位年度报告：逐格相加，指出未报送的单位和不完整的格')
    .argument('[文件...]', '各单位的报告：文件、文件夹、通配符；用 --platform 时可以没有')
    .option('--organ <名称>', '汇总报告的单位名称')
    .addOption(
      new Option('--year <年份>', '汇总的年度，其他年度的报告不计入（默认为第一份的年度）').argParser(
        reportYear,
      ),
    )
    .addOption(
      new Option('--form <版本>', '汇总所用的格式版本，2019 或 2021（默认按年度）').argParser(formVersion),
    )
    .option('--units <文件>', '应报送单位名单，一行一个')
    .option('--against <文件>', '核对已有的本级报告与成员合计是否一致')
    .option(
      '--platform <机关>',
      '同时汇总平台上各单位已报送的报告：一级政府的全称，或者网址里的地区简称，如 hedong；名单用平台的，须写 --year，先用 zhaoshi login 登录',
    )
    .option('--by-unit', '列出每一格由哪些单位的数构成')
    .option('--out <文件>', `写成报告：${WRITE_FORMATS.join('、')}`)
    .option('--force', '允许覆盖已有文件')
    .option('--json', '输出 JSON，供程序使用')
    .action(async (files: string[], options: AggregateOptions) => {
      finish(await aggregateFiles(files, options, io));
    });
}

/** The parent's own report, checked against its members. */
interface Against {
  readonly file: string;
  readonly read: ReadReport;
  readonly findings: readonly Finding[];
}

async function checkAgainst(path: string, members: Collected['members'], io: Io): Promise<Against> {
  const [input, ...more] = await expandInputs([path], io);
  if (input === undefined || more.length > 0) throw new CliError(`--against 应指明一个文件：${path}`);
  const read = await requireReport(input, {}, io);
  const context = { report: read.report, members, settings: DEFAULT_SETTINGS };
  return { file: path, read, findings: evaluateReport(context, { rules: AGGREGATION_RULES }) };
}

function formatOf(out: string | undefined): ReportFormat | undefined {
  const format = WRITE_FORMATS.find((candidate) => out?.toLowerCase().endsWith(`.${candidate}`));
  if (out !== undefined && format === undefined)
    throw new CliError(`--out 的扩展名应为：${WRITE_FORMATS.join('、')}。`);
  return format;
}

/** What the platform brings; beside it the year is told and the list is its own. */
async function membersOnPlatform({ platform, year, units }: AggregateOptions, io: Io) {
  if (platform === undefined) return undefined;
  if (year === undefined) throw new CliError('用 --platform 时请用 --year 写明年度。');
  if (units !== undefined) throw new CliError('用 --platform 时名单就是平台上的名单，请去掉 --units。');
  const { platformMembers } = await import('../platform/platform-members.ts');
  return await platformMembers({ organ: platform, year }, io);
}

async function aggregateFiles(
  files: readonly string[],
  options: AggregateOptions,
  io: Io,
): Promise<ExitCode> {
  const format = formatOf(options.out);
  const { year, form, units, against: parent } = options;
  if (files.length === 0 && options.platform === undefined) {
    throw new CliError('请写要汇总的文件或者文件夹，或者用 --platform 汇总平台上的报告。');
  }
  const platform = await membersOnPlatform(options, io);
  const byUnit = options.byUnit === true;
  const wanted = { year, form, units, against: parent, platform, byUnit };
  const collected = await collectMembers(files, wanted, io);
  const against = parent === undefined ? undefined : await checkAgainst(parent, collected.members, io);
  const organ = options.organ ?? platform?.organ ?? null;
  await write(
    io.stdout,
    options.json === true ? asJson(collected, organ, against) : asText(collected, against, io),
  );
  for (const { file, reason } of collected.leftOut) await write(io.stderr, `${file}：${reason}\n`);
  if (options.out !== undefined && format !== undefined) {
    const { result, version } = collected;
    const report = aggregatedReport(result, { organ, reportYear: collected.year, version });
    const bytes = await writeReportFile({ format: 'json', report, provenance: {}, notes: [] }, format);
    await createOutputs(collected.inputs, options.force === true, io).write(options.out, bytes);
    if (options.json !== true) await write(io.stdout, `已写入 ${options.out}\n`);
  }
  if (collected.leftOut.length > 0) return EXIT.unusable;
  const blocking = stoppingFindings(against?.findings ?? [], 'publish').length > 0;
  return blocking || collected.result.missing.length > 0 ? EXIT.findings : EXIT.clean;
}

/** A unit with its figures by cell; `file` is `null` for one on the platform. */
const asJsonMember = ({ unit, file, figures }: Contribution) => ({
  unit,
  file,
  cells: Object.fromEntries(figures),
});

function asJson(collected: Collected, organ: string | null, against: Against | undefined): string {
  const { year, version, result, unlisted, leftOut } = collected;
  const failures = against?.findings.filter(({ status }) => status !== 'pass') ?? [];
  const value = {
    organ,
    reportYear: year,
    formVersion: version,
    ...result,
    unlisted,
    leftOut,
    ...(collected.contributions.length > 0 && { members: collected.contributions.map(asJsonMember) }),
    against: against === undefined ? null : toJsonCheck(against.file, against.read, failures),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function asText(collected: Collected, against: Against | undefined, io: Io): string {
  const { year, version, result, unlisted, leftOut } = collected;
  const lines = [printAggregation(year, version, result, io.width)];
  if (collected.contributions.length > 0) {
    lines.push(printContributions(result.cells, collected.contributions, io.width));
  }
  if (unlisted.length > 0) lines.push(`不在名单中但已计入：${unlisted.join('、')}\n`);
  if (leftOut.length > 0) lines.push(`有${leftOut.length}个文件未计入，原因另列。\n`);
  if (against !== undefined) {
    const failed = against.findings.filter(({ status }) => status === 'fail');
    const told =
      failed.length === 0
        ? `与 ${against.file} 一致。`
        : `与 ${against.file} 核对：\n${printFindings(failed, io)}`;
    lines.push(`${told}\n`);
  }
  return lines.join('');
}
