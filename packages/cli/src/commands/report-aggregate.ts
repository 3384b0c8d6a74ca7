import {
  type Aggregation,
  type AggregationResult,
  createAggregation,
} from '@zhaoshi/domain/annual-report/aggregate';
import { aggregatedReport } from '@zhaoshi/domain/annual-report/aggregated-report';
import { formForYear } from '@zhaoshi/domain/annual-report/forms/registry';
import type { FormVersion } from '@zhaoshi/domain/annual-report/ids';
import { AGGREGATION_RULES } from '@zhaoshi/domain/annual-report/rules/aggregation-rules';
import { evaluateReport } from '@zhaoshi/domain/annual-report/rules/evaluate';
import type { Finding, MemberReport } from '@zhaoshi/domain/annual-report/rules/rule';
import { DEFAULT_SETTINGS } from '@zhaoshi/domain/annual-report/rules/settings';
import { toJsonCheck } from '@zhaoshi/report-files/json-check';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import { WRITE_FORMATS, writeReportFile } from '@zhaoshi/report-files/write/write-file';
import type { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { expandInputs, readListFile } from '../inputs.ts';
import { type Io, write } from '../io.ts';
import { loadReport, requireReport } from '../load-report.ts';
import { type CommonOptions, withOverrides } from '../options.ts';
import { writeOutput } from '../outputs.ts';
import { printAggregation } from '../print/aggregation.ts';
import { printFindings } from '../print/findings.ts';
import { createProgress } from '../progress.ts';

interface AggregateOptions extends CommonOptions {
  readonly organ?: string;
  readonly units?: string;
  readonly against?: string;
  readonly out?: string;
  readonly force?: boolean;
}

/** A file that could not be counted, and why. */
interface LeftOut {
  readonly file: string;
  readonly reason: string;
}

/** The sums of one run; `members` are kept only when a parent report is to be checked against them. */
interface Collected {
  readonly year: number;
  readonly version: FormVersion;
  readonly result: AggregationResult;
  readonly members: readonly MemberReport[];
  readonly unlisted: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

export function reportAggregateCommand(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  withOverrides(command)
    .description('汇总各单位年度报告：逐格相加，指出未报送的单位和不完整的格')
    .argument('<文件...>', '各单位的报告：文件、文件夹、通配符')
    .option('--organ <名称>', '汇总报告的单位名称')
    .option('--units <文件>', '应报送单位名单，一行一个')
    .option('--against <文件>', '核对已有的本级报告与成员合计是否一致')
    .option('--out <文件>', `写成报告：${WRITE_FORMATS.join('、')}`)
    .option('--force', '允许覆盖已有文件')
    .action(async (files: string[], options: AggregateOptions) => {
      finish(await aggregateFiles(files, options, io));
    });
}

async function collect(files: readonly string[], options: AggregateOptions, io: Io): Promise<Collected> {
  const inputs = await expandInputs(files, io);
  const listed = options.units === undefined ? [] : await readListFile(options.units, io);
  const members: MemberReport[] = [];
  const leftOut: LeftOut[] = [];
  const seen = new Set<string>();
  const progress = createProgress(inputs.length, io);
  let year = options.year;
  let version = options.form;
  let aggregation: Aggregation | undefined;
  for (const input of inputs) {
    const loaded = await loadReport(input, { ...options }, io);
    progress.step(input.label);
    if ('error' in loaded) {
      leftOut.push({ file: input.label, reason: loaded.error.message });
      continue;
    }
    const { report } = loaded.read;
    // The first report that tells its year sets the year of the whole.
    year ??= report.reportYear ?? undefined;
    if (year === undefined || report.reportYear !== year) {
      const reason = `年度为${report.reportYear ?? '（未识别）'}，与汇总年度${year ?? '（未定）'}不同，未计入。可用 --year 指明。`;
      leftOut.push({ file: input.label, reason });
      continue;
    }
    version ??= formForYear(year)?.version;
    if (version === undefined) throw new CliError(`${year}年度没有统一格式，不能汇总。`);
    aggregation ??= createAggregation({ t2: version, t3: version, t4: version });
    const member = { unit: report.organ ?? input.label, report };
    seen.add(member.unit);
    aggregation.add(member);
    if (options.against !== undefined) members.push(member);
  }
  progress.done();
  if (aggregation === undefined || year === undefined || version === undefined) {
    throw new CliError(
      `没有可以汇总的报告。\n${leftOut.map(({ file, reason }) => `${file}：${reason}`).join('\n')}`,
    );
  }
  for (const unit of listed.filter((name) => !seen.has(name))) {
    const member = { unit, report: null };
    aggregation.add(member);
    if (options.against !== undefined) members.push(member);
  }
  const unlisted = listed.length === 0 ? [] : [...seen].filter((unit) => !listed.includes(unit));
  return { year, version, result: aggregation.result(), members, unlisted, leftOut };
}

async function findingsAgainst(
  path: string,
  collected: Collected,
  io: Io,
): Promise<{ read: ReadReport; findings: readonly Finding[] }> {
  const [input, ...more] = await expandInputs([path], io);
  if (input === undefined || more.length > 0) throw new CliError(`--against 应指明一个文件：${path}`);
  const read = await requireReport(input, {}, io);
  const context = { report: read.report, members: collected.members, settings: DEFAULT_SETTINGS };
  return { read, findings: evaluateReport(context, { rules: AGGREGATION_RULES }) };
}

async function aggregateFiles(
  files: readonly string[],
  options: AggregateOptions,
  io: Io,
): Promise<ExitCode> {
  const format = WRITE_FORMATS.find((candidate) => options.out?.toLowerCase().endsWith(`.${candidate}`));
  if (options.out !== undefined && format === undefined) {
    throw new CliError(`--out 的扩展名应为：${WRITE_FORMATS.join('、')}。`);
  }
  const collected = await collect(files, options, io);
  const { year, version, result, leftOut, unlisted } = collected;
  const against =
    options.against === undefined ? undefined : await findingsAgainst(options.against, collected, io);
  if (options.json === true) {
    const check =
      against && options.against !== undefined
        ? toJsonCheck(
            options.against,
            against.read,
            against.findings.filter(({ status }) => status !== 'pass'),
          )
        : null;
    const value = {
      organ: options.organ ?? null,
      reportYear: year,
      formVersion: version,
      ...result,
      unlisted,
      leftOut,
      against: check,
    };
    await write(io.stdout, `${JSON.stringify(value, null, 2)}\n`);
  } else {
    const unlistedLine = unlisted.length === 0 ? '' : `不在名单中但已计入：${unlisted.join('、')}\n`;
    await write(io.stdout, `${printAggregation(year, version, result, io.width)}${unlistedLine}`);
    if (against) {
      const failed = against.findings.filter(({ status }) => status === 'fail');
      await write(
        io.stdout,
        failed.length === 0
          ? `与 ${options.against} 一致。\n`
          : `与 ${options.against} 核对：\n${printFindings(failed, io)}\n`,
      );
    }
  }
  for (const { file, reason } of leftOut) await write(io.stderr, `${file}：${reason}\n`);
  if (options.out !== undefined && format !== undefined) {
    const report = aggregatedReport(result, { organ: options.organ ?? null, reportYear: year, version });
    const read: ReadReport = { format: 'json', report, provenance: {}, notes: [] };
    await writeOutput(options.out, await writeReportFile(read, format), options.force === true, io);
    if (options.json !== true) await write(io.stdout, `已写入 ${options.out}\n`);
  }
  if (leftOut.length > 0) return EXIT.unusable;
  const blocking =
    against?.findings.some(({ status, severity }) => status === 'fail' && severity === 'block') ?? false;
  return blocking || result.missing.length > 0 ? EXIT.findings : EXIT.clean;
}
