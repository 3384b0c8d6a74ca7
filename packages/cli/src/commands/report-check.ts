import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { FILE_RULES } from '@zhaoshi/domain/annual-report/rules/catalogue';
import { evaluateReport } from '@zhaoshi/domain/annual-report/rules/evaluate';
import type { CheckContext, Finding, Waiver } from '@zhaoshi/domain/annual-report/rules/rule';
import type { CheckSettings } from '@zhaoshi/domain/annual-report/rules/settings';
import { stoppingFindings } from '@zhaoshi/domain/annual-report/rules/steps';
import { staleWaivers } from '@zhaoshi/domain/annual-report/rules/waivers';
import { type CivilDate, parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { toJsonCheck } from '@zhaoshi/report-files/json-check';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import type { Command } from 'commander';
import { readSettings, readWaivers } from '../check-files.ts';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { expandInputs, type Input } from '../inputs.ts';
import { type Io, write } from '../io.ts';
import { loadReport, type Readable, type Refused, requireReport } from '../load-report.ts';
import { writeMended } from '../mended-copy.ts';
import { type CommonOptions, withOverrides } from '../options.ts';
import { createOutputs, type Outputs } from '../outputs.ts';
import { checkSummary, runSummary } from '../print/check-summary.ts';
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
  readonly outputs: Outputs;
  readonly several: boolean;
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

async function prepare(inputs: readonly Input[], options: CheckOptions, io: Io): Promise<Run> {
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
    several: inputs.length > 1,
    outputs: createOutputs(inputs, options.force === true, io),
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
    else await write(io.stderr, `${input.label}：${loaded.error.message}（没有用作比较）\n`);
  }
  return reports;
}

async function checkFiles(files: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const inputs = await expandInputs(files, io);
  if (inputs.length > 1 && options.previous !== undefined) {
    throw new CliError('--previous 只能与一个文件同用，请逐个校验。');
  }
  const run = await prepare(inputs, options, io);
  const list = options.json === true ? jsonList(inputs.length > 1, io) : undefined;
  const progress = createProgress(inputs.length, io);
  let worst: ExitCode = EXIT.clean;
  let unusable = 0;
  let blocking = 0;
  // One file after the other, nothing kept: the memory of a run does not grow with its files.
  for (const input of inputs) {
    const loaded = await loadReport(input, options, io);
    progress.clear();
    const code = 'error' in loaded ? await refuse(loaded, list, io) : await checkOne(loaded, run, list);
    if ('error' in loaded) unusable += 1;
    else if (code.blocking) blocking += 1;
    if (code.exit > worst) worst = code.exit;
    progress.step(input.label);
  }
  progress.clear();
  await list?.end();
  if (list === undefined && inputs.length > 1)
    await write(io.stdout, runSummary({ files: inputs.length, unusable, blocking }));
  return worst;
}

type JsonOut = ReturnType<typeof jsonList> | undefined;

interface FileResult {
  readonly exit: ExitCode;
  readonly blocking: boolean;
}

async function refuse({ input, error }: Refused, list: JsonOut, io: Io): Promise<FileResult> {
  await list?.add({ file: input.label, error });
  await write(io.stderr, `${input.label}：${error.message}\n`);
  return { exit: EXIT.unusable, blocking: false };
}

async function checkOne({ input, read }: Readable, run: Run, list: JsonOut): Promise<FileResult> {
  const { io, options, waivers } = run;
  const context = contextFor(read.report, run);
  const findings = evaluateReport(context, { waivers, rules: FILE_RULES });
  const all = options.all === true;
  if (list) {
    const shown = all ? findings : findings.filter(({ status }) => status !== 'pass');
    await list.add(toJsonCheck(input.label, read, shown));
  } else {
    // A waiver whose finding is not in this file may be for another one of the run.
    const stale = staleWaivers(findings, waivers).filter(({ why }) => !run.several || why !== 'gone');
    const checked = { label: input.label, read, context, findings, staleWaivers: stale };
    await write(io.stdout, checkSummary(checked, all, io));
  }
  const fixed = options.fix === true ? await fixOne(input, read, findings, run) : EXIT.clean;
  const blocking = stoppingFindings(findings, 'publish').length > 0;
  return { exit: fixed === EXIT.clean && blocking ? EXIT.findings : fixed, blocking };
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

/** With --json the account of what was mended goes to standard error, so that the JSON stays whole. */
async function fixOne(
  input: Input,
  read: ReadReport,
  findings: readonly Finding[],
  run: Run,
): Promise<ExitCode> {
  const { io, options, outputs } = run;
  try {
    const account = await writeMended({ input, read, findings, out: options.out }, outputs);
    await write(options.json === true ? io.stderr : io.stdout, account);
    return EXIT.clean;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    await write(io.stderr, `${input.label}：${error.message}\n`);
    return EXIT.unusable;
  }
}
