import { resolve } from 'node:path';
import { cellName } from '@zhaoshi/domain/annual-report/forms/registry';
import { type Mended, mendReport } from '@zhaoshi/domain/annual-report/mend';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { evaluateReport } from '@zhaoshi/domain/annual-report/rules/evaluate';
import type { CheckContext, Finding, Waiver } from '@zhaoshi/domain/annual-report/rules/rule';
import type { CheckSettings } from '@zhaoshi/domain/annual-report/rules/settings';
import { type CivilDate, parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { toJsonCheck } from '@zhaoshi/report-files/json-check';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import type { FileFormat } from '@zhaoshi/report-files/source-document';
import { writeReportFile } from '@zhaoshi/report-files/write/write-file';
import type { Command } from 'commander';
import { readSettings, readWaivers } from '../check-files.ts';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { expandInputs, type Input } from '../inputs.ts';
import { type Io, write } from '../io.ts';
import { type Loaded, loadReport, requireReport } from '../load-report.ts';
import { type CommonOptions, withOverrides } from '../options.ts';
import { writeOutput } from '../outputs.ts';
import { printFindings } from '../print/findings.ts';
import { jsonList } from '../print/json-list.ts';
import { createProgress } from '../progress.ts';

interface CheckOptions extends CommonOptions {
  readonly previous?: string;
  readonly peers?: string;
  readonly settings?: string;
  readonly waivers?: string;
  readonly asOf?: string;
  readonly all?: boolean;
  readonly fix?: boolean;
  readonly out?: string;
  readonly force?: boolean;
  readonly exitZero?: boolean;
}

/** What stays the same for every file of one run. */
interface Run {
  readonly options: CheckOptions;
  readonly settings: CheckSettings;
  readonly waivers: readonly Waiver[];
  readonly previous: AnnualReport | undefined;
  readonly peers: readonly AnnualReport[] | undefined;
  readonly asOf: CivilDate | undefined;
  readonly io: Io;
}

export function reportCheckCommand(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  withOverrides(command)
    .description('校验年度报告：勾稽关系、格式、文字与表格是否一致，指出最可能错的格和应为的数')
    .argument('<文件...>', '文件、文件夹、通配符，或 - 表示标准输入')
    .option('--previous <文件>', '上一年度的报告，用于跨年校验')
    .option('--peers <文件夹>', '同年度其他单位的报告，用于雷同与同类比较')
    .option('--settings <文件>', '阈值设置（JSON）')
    .option('--waivers <文件>', '已豁免的问题（JSON）')
    .option('--as-of <日期>', '校验日（年-月-日），用于报送期限')
    .option('--all', '同时列出通过和未校验的规则')
    .option('--fix', '另存一份改正稿：只改确定无疑的，其余列出')
    .option('--out <位置>', '改正稿写到哪里（文件或文件夹，默认与原文件同处）')
    .option('--force', '允许覆盖已有的改正稿')
    .option('--exit-zero', '有阻断性问题也返回 0')
    .action(async (files: string[], options: CheckOptions) => {
      const code = await checkFiles(files, options, io);
      finish(code === EXIT.findings && options.exitZero === true ? EXIT.clean : code);
    });
}

async function prepare(options: CheckOptions, io: Io): Promise<Run> {
  const single = async (path: string): Promise<AnnualReport> => {
    const [input, ...more] = await expandInputs([path], io);
    if (input === undefined || more.length > 0) throw new CliError(`--previous 应指明一个文件：${path}`);
    return (await requireReport(input, {}, io)).report;
  };
  const asOf = options.asOf === undefined ? undefined : parseCivilDate(options.asOf);
  if (options.asOf !== undefined && asOf === undefined)
    throw new CliError('--as-of 应为“年-月-日”，例如 2026-01-31。');
  return {
    options,
    io,
    asOf,
    settings: await readSettings(options.settings, io),
    waivers: await readWaivers(options.waivers, io),
    previous: options.previous === undefined ? undefined : await single(options.previous),
    peers: options.peers === undefined ? undefined : await readPeers(options.peers, io),
  };
}

async function readPeers(folder: string, io: Io): Promise<readonly AnnualReport[]> {
  const reports: AnnualReport[] = [];
  for (const input of await expandInputs([folder], io)) {
    const loaded = await loadReport(input, {}, io);
    if ('read' in loaded) reports.push(loaded.read.report);
  }
  return reports;
}

async function checkFiles(files: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const run = await prepare(options, io);
  const inputs = await expandInputs(files, io);
  if (inputs.length > 1 && options.previous !== undefined) {
    throw new CliError('--previous 只能与一个文件同用，请逐个校验。');
  }
  const list = options.json === true ? jsonList(inputs.length > 1, io) : undefined;
  const progress = createProgress(inputs.length, io);
  let worst: ExitCode = EXIT.clean;
  // One file after the other, nothing kept: the memory of a run does not grow with its files.
  for (const input of inputs) {
    const loaded = await loadReport(input, options, io);
    const code = await checkOne(loaded, run, list);
    if (code > worst) worst = code;
    progress.step(input.label);
  }
  progress.done();
  await list?.end();
  return worst;
}

type JsonOut = ReturnType<typeof jsonList> | undefined;

async function checkOne(loaded: Loaded, run: Run, list: JsonOut): Promise<ExitCode> {
  const { input } = loaded;
  const { io, options } = run;
  if ('error' in loaded) {
    if (list) await list.add({ file: input.label, error: loaded.error });
    await write(io.stderr, `${input.label}：${loaded.error.message}\n`);
    return EXIT.unusable;
  }
  const findings = evaluateReport(contextFor(loaded.read.report, run), { waivers: run.waivers });
  const shown = options.all === true ? findings : findings.filter(({ status }) => status !== 'pass');
  if (list) await list.add(toJsonCheck(input.label, loaded.read, shown));
  else await write(io.stdout, summary(input, loaded.read, findings, options.all === true, io));
  if (options.fix === true) await writeMended(input, loaded.read, findings, run);
  const blocking = findings.some(({ status, severity }) => status === 'fail' && severity === 'block');
  return blocking ? EXIT.findings : EXIT.clean;
}

function contextFor(report: AnnualReport, run: Run): CheckContext {
  return {
    report,
    settings: run.settings,
    ...(run.previous === undefined ? {} : { previous: run.previous }),
    ...(run.peers === undefined ? {} : { peers: run.peers.filter((peer) => peer.organ !== report.organ) }),
    ...(run.asOf === undefined ? {} : { asOf: run.asOf }),
  };
}

function summary(input: Input, read: ReadReport, findings: readonly Finding[], all: boolean, io: Io): string {
  const { report } = read;
  const count = (predicate: (finding: Finding) => boolean): number => findings.filter(predicate).length;
  const failed = (severity: Finding['severity']): number =>
    count((finding) => finding.status === 'fail' && finding.severity === severity);
  const heading = `${input.label}　${report.organ ?? '（未识别单位）'}　${report.reportYear ?? '（未识别年度）'}年度`;
  const totals = [
    `阻断 ${failed('block')}`,
    `警告 ${failed('warn')}`,
    `提示 ${failed('hint')}`,
    `未校验 ${count(({ status }) => status === 'notEvaluated')}`,
    `通过 ${count(({ status }) => status === 'pass')}`,
    `已豁免 ${count(({ status }) => status === 'waived')}`,
  ].join('，');
  const shown = all ? findings : findings.filter(({ status }) => status === 'fail' || status === 'waived');
  const notes = read.notes
    .filter(({ kind }) => kind !== 'normalised')
    .map(({ message }) => `  读取说明：${message}`);
  const body = shown.length === 0 ? '没有发现问题。' : printFindings(shown, io);
  return `${[heading, ...notes, body, `\n合计：${totals}`].join('\n')}\n\n`;
}

const WRITABLE: Readonly<Record<FileFormat, 'docx' | 'html' | 'xlsx' | 'json'>> = {
  docx: 'docx',
  doc: 'docx',
  pdf: 'docx',
  txt: 'docx',
  html: 'html',
  xlsx: 'xlsx',
  json: 'json',
};

async function writeMended(
  input: Input,
  read: ReadReport,
  findings: readonly Finding[],
  run: Run,
): Promise<void> {
  const { io, options } = run;
  // With --json the account of what was mended goes to standard error, so that the JSON stays whole.
  const out = options.json === true ? io.stderr : io.stdout;
  const { report, mended, left } = mendReport(read.report, findings);
  const leftLines = left.map((finding) => `  未改：${finding.message}〔${finding.rule}〕`);
  if (mended.length === 0) {
    await write(
      out,
      `没有可以确定改正的地方，未写改正稿。\n${leftLines.map((line) => `${line}\n`).join('')}`,
    );
    return;
  }
  const format = WRITABLE[read.format];
  const target = mendedPath(input, format, options.out);
  await writeOutput(target, await writeReportFile({ ...read, report }, format), options.force === true, io);
  const lines = [`改正稿：${target}（按统一格式重排，原文件未动）`, ...mended.map(mendedLine), ...leftLines];
  await write(out, `${lines.join('\n')}\n`);
}

function mendedLine({ cell, before, after }: Mended): string {
  const kept = [after.unit, after.footnote].filter((part) => part !== undefined).join('；');
  const was = before === undefined || before.raw.trim() === '' ? '空' : before.raw;
  return `  已改：${cellName(cell)}　“${was}” → ${after.value}${kept === '' ? '' : `（“${kept}”移至表注）`}`;
}

function mendedPath(input: Input, format: string, out: string | undefined): string {
  const base = (input.name ?? '年度报告').replace(/\.[^.]*$/, '');
  const name = `${base}（改正稿）.${format}`;
  if (out === undefined) return input.path === undefined ? name : resolve(input.path, '..', name);
  return out.toLowerCase().endsWith(`.${format}`) ? out : `${out}/${name}`;
}
